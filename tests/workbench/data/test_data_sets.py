"""What the small classic data sets and the folder of pictures hold."""

import numpy as np
import pydantic
import pytest
import torch

import workbench.data
from tests.workbench.data.own_files import pictures
from workbench.data import UnknownDataSet, data_set
from workbench.data import bundled as bundled_files
from workbench.data.digits import resize
from workbench.data.logic import Gate

COUNTS = {"digits": 1797, "iris": 150, "wine": 178, "breast_cancer": 569, "diabetes": 442, "logic": 4}
GENERATED = ["blobs", "circles", "moons", "spirals"]


@pytest.mark.parametrize("name", sorted(COUNTS))
def test_the_number_of_examples_is_the_one_in_the_books(name):
    assert len(data_set(name).load()) == COUNTS[name]


@pytest.mark.parametrize(
    ("name", "classes"), [("iris", [50, 50, 50]), ("wine", [59, 71, 48]), ("breast_cancer", [212, 357])]
)
def test_the_classes_have_the_sizes_in_the_books(name, classes):
    assert np.bincount(data_set(name).load()["label"]).tolist() == classes


def test_the_first_iris_is_the_one_fisher_measured():
    table = data_set("iris").load()
    np.testing.assert_allclose(table["features"][0], [5.1, 3.5, 1.4, 0.2], rtol=1e-6)
    assert data_set("iris").class_names()[table["label"][0]] == "setosa"


def test_the_measurements_of_diabetes_are_in_their_own_units():
    table = data_set("diabetes").load()
    assert table["features"][0, 0] == 59
    assert table["target"][0, 0] == 151
    assert (table["target"].min(), table["target"].max()) == (25, 346)


@pytest.mark.parametrize("size", [8, 13, 28, 32, 64])
def test_digits_are_enlarged_as_torch_does_it(size):
    small = np.random.default_rng(0).random((5, 8, 8))
    expected = torch.nn.functional.interpolate(
        torch.from_numpy(small)[:, None], size=(size, size), mode="bilinear", align_corners=False
    )
    np.testing.assert_allclose(resize(small, size), expected[:, 0].numpy(), atol=1e-12)


def test_a_digit_has_the_size_that_was_asked_for_and_ink_from_0_to_1():
    table = data_set("digits", size=16).load()
    assert table["image"].shape == (1797, 1, 16, 16)
    assert table["image"].min() >= 0 and table["image"].max() <= 1
    assert np.array_equal(table["pixels"].reshape(-1, 1, 16, 16), table["image"])


def test_digits_of_the_stored_size_are_the_stored_digits():
    stored = bundled_files.read_numbers("digits.csv.gz")[:, :-1] / 16
    np.testing.assert_allclose(data_set("digits", size=8).load()["pixels"], stored, atol=1e-7)


@pytest.mark.parametrize(("gate", "answers"), [("AND", [0, 0, 0, 1]), ("OR", [0, 1, 1, 1]), ("XOR", [0, 1, 1, 0])])
def test_a_gate_is_its_truth_table(gate, answers):
    table = data_set("logic", gate=gate).load()
    assert table["features"].tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert table["label"].tolist() == answers
    assert data_set("logic", gate=gate) == data_set("logic", gate=Gate(gate))


@pytest.mark.parametrize("name", GENERATED)
def test_generated_classes_are_balanced(name):
    counts = np.bincount(data_set(name, samples=101).load(seed=1)["label"])
    assert counts.sum() == 101
    assert counts.max() - counts.min() <= 1


@pytest.mark.parametrize(("name", "classes"), [("blobs", 6), ("spirals", 5), ("blobs", 2)])
def test_the_number_of_classes_can_be_chosen(name, classes):
    dataset = data_set(name, classes=classes)
    assert dataset.scope()["classes"] == classes
    assert set(dataset.load(seed=0)["label"].tolist()) == set(range(classes))


def test_without_noise_the_points_lie_on_their_curves():
    circles = data_set("circles", noise=0, inner=0.25).load(seed=0)
    radius = np.linalg.norm(circles["features"], axis=1)
    np.testing.assert_allclose(radius, np.where(circles["label"] == 1, 0.25, 1.0), rtol=1e-5)
    blobs = data_set("blobs", noise=0, classes=4).load(seed=0)
    assert len(np.unique(blobs["features"].round(5), axis=0)) == 4


def test_each_class_of_the_moons_has_the_other_as_its_mirror():
    moons = data_set("moons", noise=0).load(seed=0)
    upper, lower = (moons["features"][moons["label"] == label] for label in (0, 1))
    np.testing.assert_allclose(np.linalg.norm(upper + np.array([0.5, 0.25]), axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(-lower + np.array([0.5, 0.25]), axis=1), 1, rtol=1e-5)


def test_a_wrong_name_suggests_the_nearest():
    with pytest.raises(UnknownDataSet, match=r"no data set digit\. Did you mean digits"):
        data_set("digit")
    with pytest.raises(UnknownDataSet, match="There are .*blobs, .*breast_cancer"):
        data_set("zzzzzz")


@pytest.mark.parametrize(
    ("name", "parameters"),
    [("digits", {"size": 7}), ("digits", {"sise": 32}), ("blobs", {"classes": 9}), ("logic", {"gate": "NAND"})],
)
def test_a_parameter_out_of_its_bounds_is_refused(name, parameters):
    with pytest.raises(pydantic.ValidationError):
        data_set(name, **parameters)


def test_without_the_files_the_error_names_the_package_to_install(monkeypatch):
    monkeypatch.setattr(bundled_files.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(workbench.data.DataError, match="pip install scikit-learn"):
        bundled_files.folder()


def test_a_damaged_file_is_named(monkeypatch, tmp_path):
    (tmp_path / "damaged.csv").write_text("1,2\n3,paper\n")
    (tmp_path / "damaged.csv.gz").write_bytes(b"not a zip at all")
    monkeypatch.setattr(bundled_files, "folder", lambda: tmp_path)
    for name in ("damaged.csv", "damaged.csv.gz", "missing.csv"):
        with pytest.raises(workbench.data.DataError, match=name):
            bundled_files.read_numbers(name)


def test_pictures_in_folders_are_cut_square_and_a_broken_one_is_named(tmp_path):
    chosen = data_set("image_folder", **pictures(tmp_path))
    (tmp_path / "cats" / "broken.jpg").write_bytes(b"no picture")
    (tmp_path / "cats" / "notes.txt").write_text("not read")
    table = chosen.load()
    assert chosen.class_names() == ("cats", "dogs")
    assert table["image"].shape == (4, 3, 16, 16) and table["label"].tolist() == [0, 0, 1, 1]
    assert table["image"][:, 0].min() == 1.0  # all of them are fully red
    assert [note.values["file"] for note in table.notes] == [str(tmp_path / "cats" / "broken.jpg")]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({}, "Choose a folder of pictures first"),
        ({"folder": "EMPTY"}, "holds no pictures"),
    ],
)
def test_a_folder_that_does_not_fit_says_why(parameters, sentence, tmp_path):
    pictures(tmp_path / "full")
    (tmp_path / "empty").mkdir()
    folders = {"EMPTY": str(tmp_path / "empty"), "FULL": str(tmp_path / "full")}
    chosen = {key: folders.get(value, value) for key, value in parameters.items()}
    with pytest.raises(workbench.data.DataError, match=sentence):
        data_set("image_folder", **chosen).load()


def test_the_sizes_of_a_folder_are_known_before_it_is_chosen():
    chosen = data_set("image_folder")
    assert chosen.scope() == {"channels": 3, "height": 224, "width": 224, "classes": 1000}
