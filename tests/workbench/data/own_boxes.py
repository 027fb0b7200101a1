"""Pictures with boxes as a person might have them, in both forms, with some things wrong."""

import json
from pathlib import Path

from PIL import Image


def coco(folder: Path) -> dict[str, object]:
    """Four pictures that are there, one that is not, one that is broken, one from elsewhere, and odd annotations."""
    (folder / "images").mkdir(parents=True, exist_ok=True)
    for number in range(4):
        Image.new("RGB", (40, 20), (60 * number, 0, 0)).save(folder / "images" / f"{number}.jpg")
    (folder / "images" / "broken.jpg").write_bytes(b"no picture")
    names = [*(f"{number}.jpg" for number in range(4)), "gone.jpg", "broken.jpg", "../elsewhere.jpg"]
    whole = {
        "images": [
            {"id": 10 + place, "file_name": name, "width": 40, "height": 20} for place, name in enumerate(names)
        ],
        "categories": [{"id": 7, "name": "cat"}, {"id": 3, "name": "bird"}],
        "annotations": [
            {"image_id": 10, "category_id": 7, "bbox": [10, 0, 20, 20]},
            {"image_id": 10, "category_id": 3, "bbox": [12, 5, 4, 4]},
            {"image_id": 11, "category_id": 3, "bbox": [0, 0, 5, 5]},
            {"image_id": 12, "category_id": 3, "bbox": [15, 5, 10, 10], "iscrowd": 1},
            {"image_id": 12, "category_id": 9, "bbox": [15, 5, 10, 10]},
            {"image_id": 12, "category_id": 3, "bbox": [15, 5, 0, 10]},
            {"image_id": 99, "category_id": 3, "bbox": [15, 5, 5, 10]},
            "nonsense",
        ],
    }
    (folder / "annotations.json").write_text(json.dumps(whole), encoding="utf-8")
    return {"folder": str(folder), "size": 16, "objects": 3}


def yolo(folder: Path) -> dict[str, object]:
    """Four pictures in two folders, one without boxes, one that is broken, and lines that make no sense."""
    for part in ("train", "val"):
        for kind in ("images", "labels"):
            (folder / kind / part).mkdir(parents=True, exist_ok=True)
    for number, (part, lines) in enumerate(
        [
            ("train", "1 0.5 0.5 0.5 1.0\n0 0.35 0.35 0.1 0.2"),
            ("train", "0 0.1 0.1 0.1 0.1\n\n0 0.5 0.5\nx y z\n5 0.5 0.5 0.1 0.1\n0 0.5 0.5 3 0.1\n"),
            ("val", None),
            ("val", "1 0.4 0.2 0.6 0.2 0.6 0.8"),
        ]
    ):
        Image.new("RGB", (40, 20), (60 * number, 0, 0)).save(folder / "images" / part / f"{number}.png")
        if lines is not None:
            (folder / "labels" / part / f"{number}.txt").write_text(lines, encoding="utf-8")
    (folder / "images" / "val" / "broken.png").write_bytes(b"no picture")
    (folder / "data.yaml").write_text("train: images/train\nnc: 2\nnames: ['bird', \"cat\"]\n", encoding="utf-8")
    return {"folder": str(folder), "size": 16, "objects": 3}
