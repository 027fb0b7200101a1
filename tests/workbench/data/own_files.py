"""Files as a person might have them, for the data sets that read one's own."""

import wave
from pathlib import Path

import numpy as np
from PIL import Image

from tests.workbench.data.own_boxes import coco, yolo


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


def flowers(folder: Path) -> dict[str, object]:
    """A table as a spreadsheet saves it: a gap, words, numbers, and one row that is too short."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["height;colour;petals;kind", "10;red;5;rose", "12;;5;rose", "3;white;20;daisy", "4;white;;daisy", "broken"]
    rows += [f"{3 + number % 9};white;{number};{('rose', 'daisy')[number % 2]}" for number in range(8)]
    (folder / "flowers.csv").write_text("\n".join(rows), encoding="utf-8")
    return {"file": str(folder / "flowers.csv")}


def heights(folder: Path) -> dict[str, object]:
    """The same table, asked for a number."""
    return {**flowers(folder), "target": "height"}


def prices(folder: Path) -> dict[str, object]:
    """Forty days of a price and a volume, with a date in words and a gap."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["day,volume,price"] + [f"day {n},{100 + 7 * n % 30},{'' if n == 5 else 10 + n / 4}" for n in range(40)]
    (folder / "prices.csv").write_text("\n".join(rows), encoding="utf-8")
    return {"file": str(folder / "prices.csv"), "length": 6, "ahead": 2}


def story(folder: Path) -> dict[str, object]:
    """A text of two languages."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "story.txt").write_text("the cat sat on the mat. 猫坐在垫子上。\n" * 8, encoding="utf-8")
    return {"file": str(folder / "story.txt"), "length": 16, "step": 5}


def sounds(folder: Path) -> dict[str, object]:
    """High and low tones, two of each, and a file that is no sound."""
    for kind, pitch in (("high", 0.8), ("low", 0.1)):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for number in range(2):
            with wave.open(str(folder / kind / f"{number}.wav"), "wb") as file:
                file.setnchannels(1 + number)
                file.setsampwidth(2)
                file.setframerate(8000)
                tone = np.sin(pitch * np.arange(300)) * 2**14
                file.writeframes(np.repeat(tone, 1 + number).astype("<i2").tobytes())
    (folder / "low" / "broken.wav").write_bytes(b"no sound")
    return {"folder": str(folder), "length": 400}


def arrays(folder: Path) -> dict[str, object]:
    """Pictures as bytes-wide numbers, labels and a mask, as numpy saves them."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(0)
    np.savez(
        folder / "arrays.npz",
        image=random.random((12, 3, 8, 8)),
        label=np.arange(12) % 3,
        seen=random.random((12, 5)) < 0.5,
    )
    return {"file": str(folder / "arrays.npz")}


def masked(folder: Path) -> dict[str, object]:
    """Four pictures with a mask each, a picture without one, and one that is broken."""
    for inside in ("images", "masks"):
        (folder / inside).mkdir(parents=True, exist_ok=True)
    for number in range(4):
        Image.new("RGB", (20, 16), (60 * number, 0, 0)).save(folder / "images" / f"{number}.jpg")
        Image.new("L", (20, 16), 255 * (number % 2)).save(folder / "masks" / f"{number}.png")
    Image.new("RGB", (9, 9)).save(folder / "images" / "alone.png")
    for inside in ("images", "masks"):
        (folder / inside / "broken.png").write_bytes(b"no picture")
    return {"folder": str(folder), "size": 12}


def photographs(folder: Path) -> dict[str, object]:
    """The thousand folders of ImageNet, two of which hold pictures."""
    for number in range(1000):
        (folder / "train" / f"n{number:08d}").mkdir(parents=True, exist_ok=True)
    for number in range(12):
        Image.new("RGB", (40, 32), (20 * number, 0, 0)).save(folder / "train" / f"n{number % 2:08d}" / f"{number}.JPEG")
    return {"folder": str(folder), "size": 32}


_WRITERS = {
    "coco_boxes": coco,
    "yolo_boxes": yolo,
    "imagenet": photographs,
    "mask_folder": masked,
    "image_folder": pictures,
    "csv_classes": flowers,
    "csv_numbers": heights,
    "csv_series": prices,
    "text_file": story,
    "wav_folder": sounds,
    "arrays_file": arrays,
}
