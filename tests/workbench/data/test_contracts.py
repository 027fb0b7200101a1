"""What every data set promises, whoever wrote it: declared before loading, named, repeatable, translated."""

import subprocess
import sys
import time
from functools import cache

import numpy as np
import pytest

from graphs.tensors import Kind
from tests.workbench.data.own_files import own_parameters
from tests.workbench.data.published_files import put_in_place
from workbench.data import DataSet, Scaler, Table, Task, data_set, data_sets, prepare
from workbench.translations import vocabulary

NAMES = sorted(data_sets())
FEW = 60
"""So many examples of a generated set tell as much as its usual number."""


def made(name: str, folder) -> DataSet:
    """A data set as a person would choose it, made small: own data with some files of their own."""
    kind = data_sets()[name]
    if kind.own:
        return data_set(name, **own_parameters(name, folder))
    if kind.downloaded:
        return put_in_place(name)
    return data_set(name, **({"samples": FEW} if "samples" in kind.model_fields else {}))


@cache
def loaded(dataset: DataSet, seed: int = 3) -> Table:
    """The examples of a seed, loaded once for all tests that only look at them."""
    return dataset.load(seed)


@cache
def in_chinese() -> dict[str, str]:
    """Every text with its Chinese, read once."""
    return dict(vocabulary("zh_CN"))


@pytest.fixture(params=NAMES)
def dataset(request, tmp_path_factory) -> DataSet:
    return made(request.param, tmp_path_factory.getbasetemp() / "own")


def test_each_name_finds_its_data_set():
    assert all(kind.name == name for name, kind in data_sets().items())
    assert {"digits", "shapes", "iris", "image_folder"} <= set(NAMES)


def test_what_is_declared_before_loading_is_what_is_loaded(dataset):
    table = loaded(dataset)
    assert set(table.columns) == set(dataset.fields())
    for name, spec in dataset.fields().items():
        column = np.asarray(table[name])  # one that streams is read from its files
        assert column.shape == table[name].shape == (len(table), *spec.dims), name
        assert str(column.dtype) == spec.dtype, name
        assert column.flags["C_CONTIGUOUS"], name
        assert np.isfinite(column).all(), name


def test_the_usual_number_of_examples_is_made_in_about_a_second():
    slow = {}
    for name, kind in data_sets().items():
        if kind.generated:
            begun = time.process_time()
            kind().load(seed=0)
            slow[name] = time.process_time() - begun
    assert {name: seconds for name, seconds in slow.items() if seconds > 2.5} == {}


def test_every_data_set_says_what_it_is(dataset):
    assert dataset.title and dataset.chinese and dataset.source
    assert "licence" in dataset.paragraph
    for name, field in type(dataset).model_fields.items():
        assert field.description, name


def test_classes_are_named_and_labels_count_from_zero(dataset):
    table = loaded(dataset)
    if dataset.task is Task.REGRESSION:
        assert dataset.class_names() == () and dataset.target_unit
    if dataset.task is Task.CLASSIFICATION:
        assert set(table["label"].tolist()) <= set(range(len(dataset.class_names())))
        assert len(set(table["label"].tolist())) > 1
    if "label" in dataset.fields() and dataset.class_names():
        assert dataset.fields()["label"].kind is Kind.INDEX


def test_tokens_have_words(dataset):
    """A number that has no word is a class, as the label of a box is, or a negative number: nothing here."""
    for name, spec in dataset.fields().items():
        if spec.kind is Kind.TOKENS:
            words = dataset.vocabulary(name) or dataset.class_names()
            column = np.asarray(loaded(dataset)[name])
            assert words and column.max() < len(words), name
            assert column.min() >= (0 if dataset.vocabulary(name) else -100), name
            assert len(set(words)) == len(words)


def test_choosing_data_sets_the_parameters_of_the_network(dataset):
    scope, fields, table = dataset.scope(), dataset.fields(), loaded(dataset)
    assert scope.get("classes", 0) == len(dataset.class_names())
    assert all(isinstance(size, int) and size > 0 for size in scope.values())
    if "image" in fields:
        assert table["image"].shape[1:] == (scope["channels"], scope["height"], scope["width"])
    inputs = [name for name in ("features", "pixels") if name in fields and fields[name].kind is Kind.FEATURES]
    if inputs:
        assert table[inputs[0]].shape[1] == scope["features"]
        assert len(dataset.feature_names()) in (0, scope["features"])
    if "tokens" in fields and dataset.vocabulary("tokens"):
        assert scope["vocabulary"] == len(dataset.vocabulary("tokens"))
        assert scope["length"] == table["tokens"].shape[1]


def test_the_same_seed_gives_the_same_numbers_and_another_seed_only_changes_what_is_generated(dataset):
    first, again, other = loaded(dataset), dataset.load(seed=3), dataset.load(seed=4)
    for name in first.columns:
        assert np.array_equal(first[name], again[name]), name
    same = first.columns.keys() == other.columns.keys() and all(
        np.array_equal(first[name], other[name]) for name in first.columns
    )
    assert same == (not dataset.generated or dataset.name in ("logic", "karate"))


def test_two_classes_can_also_be_read_as_a_target_and_a_sign(dataset):
    if dataset.task is not Task.CLASSIFICATION or len(dataset.class_names()) != 2:
        assert "sign" not in dataset.fields()
        return
    table = loaded(dataset)
    assert np.array_equal(table["target"][:, 0], table["label"])
    assert np.array_equal(table["sign"][:, 0], np.where(table["label"] == 1, 1, -1))


def test_a_prepared_set_can_be_led_back_to_its_own_numbers(dataset):
    scaled, raw = prepare(dataset, seed=3), prepare(dataset, seed=3, scale=False)
    assert raw.scaler == Scaler()
    assert scaled.parts.sizes == raw.parts.sizes
    for name in raw.parts.training.columns:
        back = scaled.scaler.original(name, scaled.parts.training[name])
        np.testing.assert_allclose(back, raw.parts.training[name], rtol=1e-4, atol=1e-4)


def test_preparing_data_imports_neither_scikit_learn_nor_torch_nor_qt():
    code = (
        "import sys, workbench.data as data\n"
        "for name, kind in data.data_sets().items():\n"
        "    small = {'samples': 20} if 'samples' in kind.model_fields else {}\n"
        "    kind.own or kind.downloaded or data.prepare(data.data_set(name, **small))\n"
        "print([name for name in ('sklearn', 'scipy', 'torch', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_text_has_its_chinese(dataset):
    chinese = in_chinese()
    fields = type(dataset).model_fields.values()
    faces = [extra[key] for field in fields for extra in [field.json_schema_extra] for key in ("face", "unit")]
    told = () if dataset.own else dataset.class_names() + dataset.feature_names()
    words = [
        name for name in told if any(map(str.isalpha, name)) and len(name) > 2 and name[0] != "x" and not name.isupper()
    ]
    texts = [dataset.title, dataset.paragraph, type(dataset).__doc__, str(dataset.task), *words, *faces]
    texts += [field.description for field in fields] + [str(note.text) for note in prepare(dataset).notes]
    assert [text for text in texts if text and not chinese.get(text)] == []
    assert chinese[dataset.title] == dataset.chinese
