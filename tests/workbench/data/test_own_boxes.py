"""Pictures with boxes of one's own, in COCO's and in YOLO's form, and everything that can be wrong with them."""

import json

import numpy as np
import pytest

from tests.workbench.data.own_boxes import coco, yolo
from workbench.data import DataError, data_set, prepare
from workbench.data.own_boxes import _yaml_names


def test_coco_boxes_are_read_cut_and_named(tmp_path):
    chosen = data_set("coco_boxes", **coco(tmp_path))
    table = chosen.load()
    assert chosen.class_names() == ("bird", "cat") and len(table) == 4
    # The middle 20×20 of 40×20 pixels is what is left: the first box fills it, the second lies at (0.2, 0.35).
    assert table["labels"].tolist() == [[1, 0, -1], [-1, -1, -1], [-1, -1, -1], [-1, -1, -1]]
    np.testing.assert_allclose(table["boxes"][0, :2], [[0.5, 0.5, 1, 1], [0.2, 0.35, 0.2, 0.2]])
    said = " ".join(map(str, table.notes))
    assert "gone.jpg is not there" in said and "broken.jpg could not be read" in said
    assert "elsewhere.jpg lies outside the folder" in said
    assert all(f"Annotation {number} makes no sense" in said for number in (4, 5, 6, 7))


def test_yolo_boxes_are_read_beside_and_in_labels(tmp_path):
    chosen = data_set("yolo_boxes", **yolo(tmp_path))
    table = chosen.load()
    assert chosen.class_names() == ("bird", "cat") and len(table) == 4
    assert table["labels"].tolist() == [[1, 0, -1], [-1, -1, -1], [-1, -1, -1], [1, -1, -1]]
    np.testing.assert_allclose(table["boxes"][0, :2], [[0.5, 0.5, 1, 1], [0.2, 0.35, 0.2, 0.2]], rtol=1e-5)
    np.testing.assert_allclose(table["boxes"][3, 0], [0.5, 0.5, 0.4, 0.6], rtol=1e-5)
    said = [str(note) for note in table.notes]
    assert sum("is passed over" in note for note in said) == 5 and any("broken.png" in note for note in said)
    assert any("line 5" in note and "5 0.5 0.5 0.1 0.1" in note for note in said)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("names: [a, 'b c']", ("a", "b c")),
        ("nc: 2\nnames:\n  0: a\n  1: b # what\nval: x\n", ("a", "b")),
        ("names:\n- a\n- b\nval: x", ("a", "b")),
        ("names:\n  2: c\n", ("0", "1", "c")),
        ("nothing: here", ()),
    ],
)
def test_the_names_of_the_kinds_are_read_in_three_ways(text, names):
    assert _yaml_names(text) == names


@pytest.mark.parametrize("name", ["coco_boxes", "yolo_boxes"])
def test_what_is_wrong_with_the_folder_is_said(name, tmp_path):
    with pytest.raises(DataError, match="Choose a folder of pictures with boxes first"):
        data_set(name).load()
    with pytest.raises(DataError, match="is no folder"):
        data_set(name, folder=str(tmp_path / "gone")).load()
    with pytest.raises(DataError, match="no JSON file|holds no pictures"):
        data_set(name, folder=str(tmp_path)).load()
    assert data_set(name, folder=str(tmp_path)).class_names() == ("0", "1")


@pytest.mark.parametrize(
    "content", ["", "[1, 2]", '{"images": []}', '{"images": 3, "annotations": [], "categories": []}']
)
def test_a_file_that_is_not_coco_says_what_was_expected(content, tmp_path):
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(DataError, match="a JSON with images, annotations and categories"):
        data_set("coco_boxes", folder=str(tmp_path)).load()


def test_when_no_picture_can_be_read_it_says_so(tmp_path):
    given = coco(tmp_path)
    for path in (tmp_path / "images").iterdir():
        path.write_bytes(b"gone bad")
    with pytest.raises(DataError, match="None of the 6 pictures"):
        data_set("coco_boxes", **given).load()


def test_a_file_that_vanishes_after_it_was_chosen_is_said_and_a_new_one_is_read(tmp_path):
    given = coco(tmp_path)
    chosen = data_set("coco_boxes", **given)
    chosen.load()
    whole = json.loads((tmp_path / "annotations.json").read_text())
    (tmp_path / "annotations.json").unlink()
    with pytest.raises(DataError, match="no JSON file"):
        chosen.load()
    whole["categories"].append({"id": 1, "name": "ant"})
    (tmp_path / "annotations.json").write_text(json.dumps(whole))
    assert chosen.class_names() == ("ant", "bird", "cat")


def test_many_odd_lines_are_counted_and_large_folders_stay_in_files(tmp_path, monkeypatch):
    given = yolo(tmp_path)
    (tmp_path / "labels" / "train" / "1.txt").write_text("odd\n" * 50)
    notes = [str(note) for note in data_set("yolo_boxes", **given).load().notes]
    assert "And 30 more of this kind." in notes and len(notes) == 22
    monkeypatch.setattr("workbench.data.streaming.ROOM", 1000)
    made = prepare(data_set("yolo_boxes", **given), (0.5, 0.25, 0.25))
    assert made.parts.training.streams and made.parts.training["image"][:2].shape == (2, 3, 16, 16)
