"""What every data set promises, whoever wrote it, and what each of them holds."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pydantic
import pytest
import torch
from PIL import Image

import workbench.data
from graphs.tensors import Kind
from workbench.data import DataSet, Task, UnknownDataSet, data_set, data_sets, prepare
from workbench.data import bundled as bundled_files
from workbench.data.digits import resize
from workbench.data.logic import Gate

NAMES = sorted(data_sets())
COUNTS = {"digits": 1797, "iris": 150, "wine": 178, "breast_cancer": 569, "diabetes": 442, "logic": 4}
GENERATED = ["blobs", "circles", "moons", "spirals"]


@pytest.fixture(params=NAMES)
def dataset(request, tmp_path) -> DataSet:
    if not data_sets()[request.param].own:
        return data_set(request.param)
    return data_set(request.param, **own_files(tmp_path))


def own_files(folder: Path) -> dict[str, object]:
    """Some pictures as a person might have them: two classes, other sizes, one in a folder of its own."""
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


def test_the_data_sets_are_found_by_looking_into_the_folder():
    assert set(NAMES) == {*COUNTS, *GENERATED, "image_folder"}
    assert all(kind.name == name for name, kind in data_sets().items())


def test_what_is_declared_before_loading_is_what_is_loaded(dataset):
    table = dataset.load(seed=0)
    assert set(table.columns) == set(dataset.fields())
    for name, spec in dataset.fields().items():
        column = table[name]
        assert column.shape == (len(table), *spec.dims), name
        assert str(column.dtype) == spec.dtype, name
        assert column.flags["C_CONTIGUOUS"], name
        assert np.isfinite(column).all(), name


def test_every_data_set_says_what_it_is(dataset):
    assert dataset.title and dataset.chinese and dataset.source
    assert "licence" in dataset.paragraph
    for name, field in type(dataset).model_fields.items():
        assert field.description, name


def test_classes_are_named_and_labels_count_from_zero(dataset):
    if dataset.task is Task.REGRESSION:
        assert dataset.class_names() == () and dataset.target_unit
        return
    labels = dataset.load(seed=0)["label"]
    assert sorted(set(labels.tolist())) == list(range(len(dataset.class_names())))


def test_choosing_data_sets_the_parameters_of_the_network(dataset):
    scope = dataset.scope()
    assert scope.get("classes", 0) == len(dataset.class_names())
    table = dataset.load(seed=0)
    if "image" in dataset.fields():
        assert table["image"].shape[1:] == (scope["channels"], scope["height"], scope["width"])
    if "features" not in scope:
        return
    inputs = table["features"] if "features" in table.columns else table["pixels"]
    assert inputs.shape[1] == scope["features"]
    if dataset.feature_names():
        assert len(dataset.feature_names()) == scope["features"]


def test_the_same_seed_gives_the_same_numbers_and_another_seed_only_changes_what_is_generated(dataset):
    first, again, other = dataset.load(seed=3), dataset.load(seed=3), dataset.load(seed=4)
    for name in first.columns:
        assert np.array_equal(first[name], again[name])
    same = all(np.array_equal(first[name], other[name]) for name in first.columns)
    assert same == (dataset.name not in GENERATED)


def test_two_classes_can_also_be_read_as_a_target_and_a_sign(dataset):
    if len(dataset.class_names()) != 2:
        assert "sign" not in dataset.fields()
        return
    table = dataset.load(seed=0)
    assert np.array_equal(table["target"][:, 0], table["label"])
    assert np.array_equal(table["sign"][:, 0], np.where(table["label"] == 1, 1, -1))


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
    with pytest.raises(UnknownDataSet, match="There are blobs, breast_cancer"):
        data_set("zzzzzz")


@pytest.mark.parametrize(
    ("name", "parameters"),
    [("digits", {"size": 7}), ("digits", {"sise": 32}), ("blobs", {"classes": 7}), ("logic", {"gate": "NAND"})],
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


def test_preparing_every_data_set_imports_neither_scikit_learn_nor_torch_nor_qt():
    code = (
        "import sys, workbench.data as data\n"
        "for name, kind in data.data_sets().items(): kind.own or data.prepare(data.data_set(name))\n"
        "print([name for name in ('sklearn', 'scipy', 'torch', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_text_has_its_chinese(dataset):
    translations = Path(workbench.data.__file__).parents[1] / "translations" / "zh_CN" / "data.ts"
    entries = ElementTree.parse(translations).iter("message")
    chinese = {entry.findtext("source"): entry.findtext("translation") for entry in entries}
    fields = type(dataset).model_fields.values()
    faces = [extra[key] for field in fields for extra in [field.json_schema_extra] for key in ("face", "unit")]
    told = () if dataset.own else dataset.class_names() + dataset.feature_names()
    names = [name for name in told if any(map(str.isalpha, name))]
    words = [name for name in names if not name.startswith("x")]
    texts = [dataset.title, dataset.paragraph, type(dataset).__doc__, str(dataset.task), *words, *faces]
    texts += [field.description for field in fields] + [str(note.text) for note in prepare(dataset).notes]
    assert [text for text in texts if text and not chinese.get(text)] == []
    assert chinese[dataset.title] == dataset.chinese


def test_an_index_is_a_label_and_features_are_features(dataset):
    kinds = {name: spec.kind for name, spec in dataset.fields().items()}
    expected = {"image": Kind.IMAGE, "label": Kind.INDEX}
    assert kinds == {name: expected.get(name, Kind.FEATURES) for name in kinds}


def test_pictures_in_folders_are_cut_square_and_a_broken_one_is_named(tmp_path):
    chosen = data_set("image_folder", **own_files(tmp_path))
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
        ({"folder": "FULL", "size": 1024}, "Choose a smaller size"),
    ],
)
def test_a_folder_that_does_not_fit_says_why(parameters, sentence, tmp_path, monkeypatch):
    own_files(tmp_path / "full")
    (tmp_path / "empty").mkdir()
    folders = {"EMPTY": str(tmp_path / "empty"), "FULL": str(tmp_path / "full")}
    monkeypatch.setattr(workbench.data.folders, "ROOM", 2**20)
    chosen = {key: folders.get(value, value) for key, value in parameters.items()}
    with pytest.raises(workbench.data.DataError, match=sentence):
        data_set("image_folder", **chosen).load()


def test_the_sizes_of_a_folder_are_known_before_it_is_chosen():
    chosen = data_set("image_folder")
    assert chosen.scope() == {"channels": 3, "height": 224, "width": 224, "classes": 1000}
