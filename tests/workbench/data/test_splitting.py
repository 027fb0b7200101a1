"""Splitting and scaling: no example is lost or seen twice, and only the training part is measured."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.data import Parts, Scaler, Scaling, Table, data_set, data_sets, prepare, split, split_in_order
from workbench.data.splitting import split_rows


@st.composite
def shares(draw):
    """Three whole percentages that add up to 100, the first above 0."""
    training = draw(st.integers(1, 100))
    validation = draw(st.integers(0, 100 - training))
    return training / 100, validation / 100, (100 - training - validation) / 100


def numbered(labels) -> Table:
    """A table whose column ``row`` tells each example apart."""
    labels = np.asarray(labels, dtype=np.int64)
    return Table({"row": np.arange(len(labels)), "label": labels})


def three(parts: Parts) -> tuple[Table, Table, Table]:
    """The parts in their order."""
    return parts.training, parts.validation, parts.test


@given(st.lists(st.integers(0, 4), min_size=1, max_size=120), shares(), st.integers(0, 2**31 - 1), st.booleans())
@settings(deadline=None)
def test_parts_share_no_example_and_together_are_everything(labels, fractions, seed, stratified):
    table = numbered(labels)
    parts = split(table, fractions, seed, "label" if stratified else None)
    rows = np.concatenate([part["row"] for part in three(parts)])
    assert sorted(rows.tolist()) == list(range(len(labels)))
    for part in three(parts):
        assert np.array_equal(part["label"], table["label"][part["row"]])


@given(st.lists(st.integers(0, 4), min_size=1, max_size=120), shares(), st.integers(0, 2**31 - 1))
@settings(deadline=None)
def test_every_class_is_within_one_example_of_its_share(labels, fractions, seed):
    parts = split(numbered(labels), fractions, seed, "label")
    for label in set(labels):
        for part, share in zip(three(parts), fractions, strict=True):
            assert abs((part["label"] == label).sum() - share * labels.count(label)) < 1 + 1e-9


@given(st.integers(1, 200), shares(), st.integers(0, 2**31 - 1))
@settings(deadline=None)
def test_without_classes_every_part_is_within_one_example_of_its_share(count, fractions, seed):
    for part, share in zip(split_rows(np.zeros(count), fractions, seed), fractions, strict=True):
        assert abs(len(part) - share * count) < 1 + 1e-9


def test_the_same_seed_gives_the_same_parts_and_another_gives_others():
    table = numbered([0, 1] * 50)
    first, again, other = (split(table, seed=seed, stratify="label") for seed in (1, 1, 2))
    assert np.array_equal(first.training["row"], again.training["row"])
    assert not np.array_equal(first.training["row"], other.training["row"])


def test_examples_left_over_are_shared_fairly_between_the_classes():
    parts = split(numbered([0] * 50 + [1] * 50), stratify="label")
    assert parts.sizes == (70, 15, 15)


def test_a_share_of_nothing_gives_an_empty_part_with_the_same_columns():
    parts = split(numbered([0, 0, 1, 1]), (1, 0, 0), stratify="label")
    assert parts.sizes == (4, 0, 0)
    assert set(parts.test.columns) == {"row", "label"}
    assert parts.test["label"].dtype == np.int64


@pytest.mark.parametrize("fractions", [(0.7, 0.2, 0.2), (0, 0.5, 0.5), (1.2, -0.1, -0.1), (float("nan"), 0, 0)])
def test_shares_that_do_not_add_up_are_refused_with_a_proposal(fractions):
    with pytest.raises(ValueError, match=r"Try \(0.7, 0.15, 0.15\)"):
        split(numbered([0, 1]), fractions)


def test_what_follows_in_time_is_cut_in_time():
    parts = split_in_order(numbered(range(20)))
    assert [part["row"].tolist() for part in three(parts)] == [
        list(range(14)), list(range(14, 17)), list(range(17, 20))
    ]  # fmt: skip


def test_columns_of_different_length_are_no_table():
    with pytest.raises(ValueError, match="same number of rows"):
        Table({"features": np.zeros((3, 2)), "label": np.zeros(4)})


AT_HAND = sorted(name for name, kind in data_sets().items() if not (kind.own or kind.downloaded))


@pytest.mark.parametrize("name", AT_HAND)
def test_a_prepared_set_keeps_its_classes_in_every_part(name):
    dataset = data_set(name, **({"samples": 60} if "samples" in data_sets()[name].model_fields else {}))
    prepared = prepare(dataset, seed=5)
    table = dataset.load(seed=5)
    if dataset.whole:
        assert prepared.parts.sizes == (len(table),) * 3
        return
    left_out = dataset.learnable(prepared.parts.training) is not None  # some examples are not to be learned from
    assert sum(prepared.parts.sizes) == len(table) or left_out
    if dataset.stratify() is None or left_out or dataset.ordered:
        return
    for part, share in zip(three(prepared.parts), (0.7, 0.15, 0.15), strict=True):
        wanted = share * np.bincount(table["label"])
        assert (abs(np.bincount(part["label"], minlength=len(wanted)) - wanted) < 1).all()


@pytest.mark.parametrize("name", ["digits", "iris", "wine", "breast_cancer", "diabetes"])
def test_scaled_training_columns_have_mean_0_and_deviation_1(name):
    prepared = prepare(data_set(name))
    assert prepared.scaler.scales
    for column in prepared.scaler.scales:
        values = prepared.parts.training[column].astype(np.float64)
        axes = 0 if column in ("features", "target") else None
        np.testing.assert_allclose(values.mean(axis=axes), 0, atol=1e-5)
        np.testing.assert_allclose(values.std(axis=axes), 1, atol=1e-4)
        assert prepared.parts.training[column].dtype == np.float32


def test_only_the_training_part_is_measured():
    prepared = prepare(data_set("wine"), seed=2)
    raw = prepare(data_set("wine"), seed=2, scale=False).parts
    np.testing.assert_allclose(
        prepared.scaler.scales["features"].means, raw.training["features"].mean(axis=0), rtol=1e-5
    )
    everything = data_set("wine").load()["features"].mean(axis=0)
    assert not np.allclose(prepared.scaler.scales["features"].means, everything, rtol=1e-5)


def test_an_error_can_be_told_in_the_unit_of_the_target():
    prepared = prepare(data_set("diabetes"))
    raw = prepare(data_set("diabetes"), scale=False)
    scaled_error = abs(prepared.parts.test["target"] - 0.5).mean()
    guess = prepared.scaler.original("target", np.full((1, 1), 0.5, dtype=np.float32))
    np.testing.assert_allclose(
        scaled_error * prepared.scaler.unit("target")[0], abs(raw.parts.test["target"] - guess).mean(), rtol=1e-4
    )
    assert prepared.scaler.unit("label") == (1.0,)


def test_a_scaler_is_stored_as_json_and_used_again():
    first = prepare(data_set("iris"), seed=1)
    kept = Scaler.model_validate_json(first.scaler.model_dump_json())
    assert kept == first.scaler
    again = prepare(data_set("iris"), seed=2, scaler=kept)
    assert again.scaler == kept


def test_a_column_that_never_changes_becomes_zeros():
    table = Table({"features": np.array([[3.0, 0.1], [3.0, 0.3]], dtype=np.float32)})
    scaler = Scaler.fit(table, {"features": Scaling.EACH_FEATURE})
    assert scaler.apply(table)["features"][:, 0].tolist() == [0, 0]
