"""What people do with files of their own: choose them, read what was wrong, look for leaks and for balance."""

import numpy as np
import pytest

from tests.workbench.data.own_files import arrays, flowers, heights, masked, sounds, story
from workbench.data import DataError, Parts, Table, data_set
from workbench.data.checks import balance, duplicates
from workbench.data.words import decode


def test_types_are_guessed_and_gaps_are_said_and_filled(tmp_path):
    chosen = data_set("csv_classes", **flowers(tmp_path))
    table = chosen.load()
    assert chosen.feature_names() == ("height", "colour = red", "colour = white", "petals")
    assert chosen.class_names() == ("daisy", "rose")
    assert table["features"][1].tolist() == [12, 0, 1, 5]  # the missing colour is the commonest
    said = " ".join(map(str, table.notes))
    assert "1 rows with another number of cells" in said and "colour: 1 missing values are filled" in said


def test_rows_with_gaps_are_left_out_by_choice_and_columns_are_chosen(tmp_path):
    chosen = data_set("csv_classes", **flowers(tmp_path), missing="leave the row out", columns="petals, height")
    assert chosen.feature_names() == ("petals", "height")
    assert len(chosen.load()) == 11


def test_a_number_is_foretold_from_the_other_columns(tmp_path):
    chosen = data_set("csv_numbers", **heights(tmp_path))
    assert chosen.load()["target"][:3, 0].tolist() == [10, 12, 3]
    assert "height" not in chosen.feature_names()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("csv_classes", None, "cannot be read"),
        ("csv_classes", b"a,b\n", "rows below it"),
        ("csv_classes", b"a,a\n1,2\n", "a different name for each column"),
        ("csv_classes", b"\xff\xfe\x00", "text in UTF-8"),
        ("csv_numbers", b"a,b\n1,x\n", "No row of"),
        ("text_file", b"too short", "a window needs 64"),
        ("arrays_file", b"no arrays", "expected to hold arrays"),
    ],
)
def test_a_file_that_does_not_fit_says_why(name, content, sentence, tmp_path):
    file = tmp_path / ("file.npz" if name == "arrays_file" else "file.txt")
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DataError, match=sentence):
        data_set(name, file=str(file)).load()


@pytest.mark.parametrize("name", ["csv_classes", "text_file", "arrays_file", "wav_folder"])
def test_without_a_file_the_sentence_says_what_to_choose(name):
    with pytest.raises(DataError, match="Choose a .* first"):
        data_set(name).load()
    data_set(name).scope()


def test_a_column_that_is_not_there_is_named_with_those_that_are(tmp_path):
    with pytest.raises(DataError, match=r"no column weight\. The file has: height, colour"):
        data_set("csv_classes", **flowers(tmp_path), target="weight").fields()


def test_objects_in_an_array_file_are_refused_and_nothing_runs(tmp_path):
    np.savez(tmp_path / "objects.npz", label=np.array([{"a": 1}], dtype=object))
    with pytest.raises(DataError, match="no objects"):
        data_set("arrays_file", file=str(tmp_path / "objects.npz")).load()


def test_safetensors_are_read_too(tmp_path):
    from safetensors.numpy import save_file

    save_file({"features": np.ones((4, 3), dtype=np.float64)}, tmp_path / "a.safetensors")
    assert data_set("arrays_file", file=str(tmp_path / "a.safetensors")).load()["features"].dtype == np.float32
    assert data_set("arrays_file", **arrays(tmp_path)).scope() == {
        "channels": 3, "height": 8, "width": 8, "classes": 3
    }  # fmt: skip


def test_a_text_is_read_as_characters_or_words(tmp_path):
    words = data_set("text_file", **{**story(tmp_path), "unit": "words", "length": 4})
    table = words.load()
    assert decode(table["tokens"][0], words.vocabulary()) == ["the", "cat", "sat", "on"]
    assert decode(table["target"][0], words.vocabulary()) == ["cat", "sat", "on", "the"]
    assert "猫" in data_set("text_file", **story(tmp_path)).vocabulary()


def test_a_broken_sound_is_named_and_the_others_are_read(tmp_path):
    table = data_set("wav_folder", **sounds(tmp_path)).load()
    assert table["signal"].shape == (4, 1, 400) and not table["signal"][:, :, 300:].any()
    assert 0.4 < abs(table["signal"]).max() <= 0.5
    assert [note.values["file"] for note in table.notes] == [str(tmp_path / "low" / "broken.wav")]


def test_pictures_meet_their_masks_and_what_has_no_partner_is_named(tmp_path):
    table = data_set("mask_folder", **masked(tmp_path)).load()
    assert table["mask"].mean(axis=(1, 2, 3)).tolist() == [0, 1, 0, 1]
    assert table["image"].shape == (4, 3, 12, 12)
    said = " ".join(map(str, table.notes))
    assert "alone.png has no partner" in said and said.count("broken.png could not be read") == 2


def test_an_example_that_leaked_into_another_part_is_found():
    rows = Table({"features": np.arange(6, dtype=np.float32)[:, None], "label": np.array([0, 1, 0, 1, 0, 1])})
    parts = Parts(rows.take(np.array([0, 1, 2])), rows.take(np.array([3, 1])), rows.take(np.array([4, 3, 0])))
    leaks = duplicates(parts, ("features",))
    assert [(leak.part, leak.earlier, leak.rows) for leak in leaks] == [
        ("validation", "training", (1,)), ("test", "training", (2,)), ("test", "validation", (1,))
    ]  # fmt: skip
    apart = Parts(rows.take(np.array([0])), rows.take(np.array([1])), rows.take(np.array([2])))
    assert duplicates(apart, ("features",)) == ()


def test_the_balance_counts_every_class_by_its_name():
    credit = data_set("credit", samples=240)
    assert balance(credit, credit.load()) == {"pays": 220, "fails": 20}
    scenes = data_set("shape_scenes", samples=20)
    table = scenes.load()
    assert sum(balance(scenes, table, "labels").values()) == (table["labels"] >= 0).sum()
