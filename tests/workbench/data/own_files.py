"""Files as a person might have them, for the data sets that read one's own."""

from pathlib import Path

from PIL import Image


def own_parameters(name: str, folder: Path) -> dict[str, object]:
    """Write some files for the data set of this name and return the parameters that choose them."""
    return _WRITERS[name](folder / name)


def pictures(folder: Path) -> dict[str, object]:
    """Two classes of pictures, of other sizes, one of them in a folder inside."""
    for number, (name, size) in enumerate(
        [
            ("cats/tom.png", (40, 30)),
            ("cats/more/felix.jpg", (16, 64)),
            ("dogs/rex.PNG", (8, 8)),
            ("dogs/a.bmp", (9, 7)),
        ]
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", size, (255, 40 * number, 0)).save(path)
    return {"folder": str(folder), "size": 16}


_WRITERS = {"image_folder": pictures}
