"""What can be wrong with data: numbers that are not finite, labels that never change, leaks, missing classes."""

import numpy as np
import pytest

from graphs.recipe import DataChoice
from tests.workbench.data.own_files import flowers, pictures, sounds, story
from tests.workbench.engine.small import curve, finished, train
from tests.workbench.engine.small import flowers as irises
from workbench.data import DataError, Parts, Prepared, Scaler, Table, data_set, prepare
from workbench.data.findings import counts, findings, question_columns
from workbench.data.folding import fold_parts


def arrays(folder, **columns):
    """A file of arrays as one's own data."""
    np.savez(folder / "mine.npz", **columns)
    return data_set("arrays_file", file=str(folder / "mine.npz"))


def said(prepared, batch_size=None) -> str:
    """Everything that was found, as one text."""
    return " ".join(map(str, findings(prepared, batch_size)))


def cut(dataset, *tables) -> Prepared:
    """Data whose parts are given."""
    return Prepared(dataset, Parts(*tables), Scaler(), ())


def rows(features, labels) -> Table:
    """Examples of one feature."""
    return Table({"features": np.array(features, np.float32)[:, None], "label": np.array(labels, np.int64)})


def test_examples_with_numbers_that_are_not_finite_are_left_out_and_counted(tmp_path):
    features = np.arange(24.0).reshape(12, 2)
    features[3, 1], features[7, 0] = np.nan, np.inf
    made = prepare(arrays(tmp_path, features=features, label=np.arange(12) % 2), (0.5, 0.25, 0.25))
    assert sum(made.parts.sizes) == 10
    assert "features: 2 examples have numbers that are not finite" in str(made.notes[0])
    assert "number 3" in str(made.notes[0])
    with pytest.raises(DataError, match="Not one example"):
        prepare(arrays(tmp_path, features=np.full((4, 2), np.nan)))


def test_gaps_in_a_training_do_not_stop_it(tmp_path):
    features = np.random.default_rng(0).normal(size=(60, 4))
    features[5] = np.nan
    arrays(tmp_path, features=features, label=np.arange(60) % 3)
    project = irises(epochs=1, data=DataChoice(name="arrays_file", parameters={"file": str(tmp_path / "mine.npz")}))
    events, _ = train(project, tmp_path / "run")
    assert finished(events) and np.isfinite(curve(events)).all()


def test_labels_that_never_change_are_said_and_trained_all_the_same(tmp_path):
    made = arrays(tmp_path, features=np.random.default_rng(0).normal(size=(60, 4)), label=np.zeros(60, int))
    project = irises(epochs=1, data=DataChoice(name="arrays_file", parameters={"file": str(tmp_path / "mine.npz")}))
    events, _ = train(project, tmp_path / "run")
    assert np.isfinite(curve(events)).all()
    csv = tmp_path / "same.csv"
    csv.write_text("a,kind\n" + "\n".join(f"{n},one" for n in range(20)) + "\n20,two\n")
    same = data_set("csv_classes", file=str(csv))
    table = same.load()
    assert "of the class one: there is nothing to tell apart" in said(
        cut(same, table.take(np.arange(14)), table.take(np.arange(14, 17)), table.take(np.arange(17, 20)))
    )
    numbers = tmp_path / "still.csv"
    numbers.write_text("a,b\n" + "\n".join(f"{n},7" for n in range(20)))
    assert "nothing to foretell" in said(prepare(data_set("csv_numbers", file=str(numbers))))
    assert made.class_names() == ("0",)


def test_a_leak_a_missing_class_a_rare_class_and_a_feature_that_says_nothing():
    credit = data_set("fruit", samples=20)
    training = rows([1, 2, 3, 4] * 6 + [9], [0] * 24 + [1])
    found = said(cut(credit, training, rows([5, 2], [0, 0]), rows([6], [1])), batch_size=64)
    assert "1 of the 2 examples of the validation part stand in the training part too" in found
    assert "The validation part has no example of" in found and "The test part has no example of" in found
    assert "comes 24 times as often as" in found
    assert "A batch of 64 is more than the 25 training examples" in found
    still = said(cut(credit, rows([3, 3], [0, 1]), rows([4], [0]), rows([5], [1])))
    assert "1 features never change" in still


@pytest.mark.parametrize("name", ["iris", "shapes", "reviews", "phrases", "sine", "logic"])
def test_it_is_silent_about_leaks_and_classes_where_all_is_well(name):
    few = {"samples": 200} if name in ("shapes", "sine") else {}
    found = said(prepare(data_set(name, **few)), batch_size=8)
    assert "has no example" not in found and "never change" not in found and "no words" not in found
    if name in ("shapes", "sine"):
        assert found == ""


def test_questions_are_told_from_answers():
    assert question_columns(data_set("shapes")) == ("image",)
    assert question_columns(data_set("phrases")) == ("source",)
    assert question_columns(data_set("ratings")) == ("user", "item")
    assert question_columns(data_set("digits")) == ("image", "pixels")


def test_every_class_is_counted_in_every_part():
    made = prepare(data_set("iris"))
    assert counts(made) == dict.fromkeys(made.dataset.class_names(), (35, 8, 7)) or all(
        sum(numbers) == 50 for numbers in counts(made).values()
    )
    assert counts(prepare(data_set("sine", samples=60))) == {}


def test_a_text_without_words_is_said_and_trains(tmp_path):
    reviews = data_set("reviews", samples=40)
    table = reviews.load()
    tokens = table["tokens"].copy()
    tokens[:3] = 0
    empty = Table({**table.columns, "tokens": tokens})
    assert "3 texts in tokens have no words" in said(cut(reviews, empty, empty, empty))


def test_a_fold_may_lack_a_class_and_says_so(tmp_path):
    """Two examples of a class cannot be in all five folds: where they are not, it is said, and the run goes through."""
    features, label = np.random.default_rng(0).normal(size=(60, 4)), np.array([0, 1] * 29 + [2, 2])
    mine = arrays(tmp_path, features=features, label=label)
    chosen = DataChoice(name="arrays_file", parameters={"file": str(tmp_path / "mine.npz")}, split=(0.8, 0.2, 0.0),
                        folds=5)  # fmt: skip
    lacking = []
    for fold in range(5):
        one = chosen.model_copy(update={"fold": fold})
        made = prepare(mine, one.split, cut=lambda table, one=one: fold_parts(table, mine, one, 0))
        lacking += [fold] * ("The validation part has no example of 2" in said(made))
    assert len(lacking) >= 3
    project = irises(epochs=1, data=chosen.model_copy(update={"fold": lacking[0]}))
    events, _ = train(project, tmp_path / "run")
    assert finished(events).epochs == 1


def test_a_batch_larger_than_the_set_is_the_whole_set(tmp_path):
    events, _ = train(irises(epochs=2, batch_size=5000), tmp_path / "run")
    assert len(curve(events)) == 2


@pytest.mark.parametrize(
    ("name", "write", "victim"),
    [
        ("csv_classes", flowers, "flowers.csv"),
        ("text_file", story, "story.txt"),
        ("image_folder", pictures, None),
        ("wav_folder", sounds, None),
    ],
)
def test_data_that_vanish_are_missed_in_a_sentence(name, write, victim, tmp_path):
    chosen = data_set(name, **write(tmp_path / "mine"))
    chosen.load()
    (tmp_path / "mine").rename(tmp_path / "elsewhere")
    with pytest.raises(DataError, match="cannot be read|holds no"):
        chosen.load()
    chosen.fields()
    assert victim is None or (tmp_path / "elsewhere" / victim).exists()


def test_one_picture_that_cannot_be_read_is_passed_over_and_named(tmp_path):
    given = pictures(tmp_path)
    (tmp_path / "cats" / "bad.png").write_bytes(b"no picture")
    table = data_set("image_folder", **given).load()
    assert len(table) == 4 and "bad.png could not be read" in str(table.notes[0])
