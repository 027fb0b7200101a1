"""Cross-validation and several runs asked together."""

from pathlib import Path

import numpy as np
import pytest
import torch

from graphs.recipe import DataChoice
from graphs.techniques import Folds
from tests.workbench.engine.small import failed, finished, flowers, train
from workbench.data.folding import dealt
from workbench.engine import Control, FoldDone, RunStarted
from workbench.engine.ensembles import evaluate_runs, trained
from workbench.engine.faults import FolderError
from workbench.engine.folding import CrossValidation, fold_folder, mean_and_deviation, resumed, trainer_for
from workbench.engine.loading import load_data
from workbench.engine.runs import Run, list_runs


def data(fold: int | None = None, **more: object) -> DataChoice:
    """The flowers in five folds."""
    return DataChoice.model_validate({"name": "iris", "folds": 5, "fold": fold, **more})


def test_every_example_validates_once_and_the_test_stays_apart() -> None:
    parts = [load_data(flowers(data=data(fold))).parts for fold in range(5)]
    plain = load_data(flowers()).parts
    for each in parts:
        assert len(each.test) == len(plain.test) and (each.test["label"] == plain.test["label"]).all()
        assert len(each.training) + len(each.validation) == 150 - len(plain.test)
        counts = np.bincount(each.validation["label"])
        assert counts.max() - counts.min() <= 1
    assert sum(len(each.validation) for each in parts) == 150 - len(plain.test)


def test_dealing_is_fair_to_classes_and_repeats_itself() -> None:
    labels = np.repeat([0, 1, 2], [31, 7, 12])
    numbers = dealt(labels, 4, seed=3)
    assert (numbers == dealt(labels, 4, seed=3)).all() and (numbers != dealt(labels, 4, seed=4)).any()
    for group in range(3):
        counts = np.bincount(numbers[labels == group], minlength=4)
        assert counts.max() - counts.min() <= 1
    assert np.ptp(np.bincount(numbers)) <= 1
    in_order = dealt(np.zeros(10, dtype=np.int64), 3, seed=0, in_order=True)
    assert in_order.tolist() == sorted(in_order.tolist())


def test_a_class_missing_from_a_fold_is_no_trouble(tmp_path: Path) -> None:
    labels = np.array([0] * 20 + [1] * 2)
    assert 1 not in labels[dealt(labels, 5, seed=0) == 4]
    project = flowers(epochs=1, data=data(0, dealt=Folds.PLAIN, folds=60))  # two examples validate
    assert len(load_data(project).parts.validation) in (2, 3)
    assert finished(train(project, tmp_path / "run")[0]).validation["loss"] > 0


def test_each_fold_is_a_run_and_the_test_is_asked_once_of_all(tmp_path: Path) -> None:
    project = flowers(epochs=2, data=data(folds=3))
    made = trainer_for(project, tmp_path / "cross", threads=1)
    assert isinstance(made, CrossValidation)
    events = list(CrossValidation(project, tmp_path / "cross", probes=(), threads=1).run())
    done = [event for event in events if isinstance(event, FoldDone)]
    assert [event.fold for event in done] == [0, 1, 2]
    assert sum(isinstance(event, RunStarted) for event in events) == 3
    last = finished(events)
    losses = [event.validation["loss"] for event in done]
    assert last.validation["loss"] == pytest.approx(np.mean(losses))
    assert last.deviation["loss"] == pytest.approx(np.std(losses, ddof=1))
    assert len(list_runs(tmp_path)) == 3
    folders = [fold_folder(tmp_path / "cross", fold) for fold in range(3)]
    for folder in folders:
        with Run.open(folder) as run:
            assert run.meta("result")["test"] == {}
    assert last.test == evaluate_runs(folders)
    again = list(CrossValidation(project, tmp_path / "cross", probes=(), threads=1, resume=True).run())
    assert not any(isinstance(event, RunStarted) for event in again)
    assert finished(again).validation == last.validation


def test_a_cross_validation_is_stopped_and_goes_on(tmp_path: Path) -> None:
    project, control = flowers(epochs=2, data=data(folds=2)), Control()
    whole = list(CrossValidation(project, tmp_path / "whole", probes=(), threads=1).run())
    events = []
    for event in CrossValidation(project, tmp_path / "parts", control, probes=(), threads=1).run():
        events.append(event)
        if isinstance(event, FoldDone):
            control.stop()
    assert finished(events).stopped
    stopped = fold_folder(tmp_path / "parts", 1)  # where the last run lies
    again = list(CrossValidation(project, stopped, probes=(), threads=1, resume=True).run())
    assert finished(again).validation == finished(whole).validation
    assert finished(again).test == finished(whole).test


def test_the_mean_of_the_probabilities_is_measured(tmp_path: Path) -> None:
    folders = []
    for seed in (1, 2):
        project = flowers(epochs=2, seed=seed, data=DataChoice(name="iris", seed=7))
        folders.append(tmp_path / str(seed))
        train(project, folders[-1])
    runs = [trained(folder, torch.device("cpu")) for folder in folders]
    columns = runs[0].part("test")
    chances = []
    for run in runs:
        (logits,) = (step.node for step in run.plan.steps if step.name == "scores")
        from graphs.meaning import Source

        with torch.no_grad():
            (scores,) = run.tree.program((Source(logits, "y"),))(columns)
        chances.append(scores.double().softmax(1))
    mean = torch.stack(chances).mean(0)
    found = evaluate_runs(folders)
    assert found["accuracy"] == pytest.approx(float((mean.argmax(1) == columns["label"]).double().mean()))
    likely = mean[torch.arange(len(mean)), columns["label"]]
    assert found["loss"] == pytest.approx(float(-likely.log().mean()), rel=1e-5)


def test_runs_of_other_splits_are_not_asked_together(tmp_path: Path) -> None:
    for seed in (1, 2):
        train(flowers(epochs=1, seed=seed), tmp_path / str(seed))
    with pytest.raises(FolderError, match="other examples"):
        evaluate_runs([tmp_path / "1", tmp_path / "2"])


def test_a_trouble_in_a_fold_ends_it_all(tmp_path: Path) -> None:
    project = flowers(data=DataChoice(name="wine", folds=2))
    events = list(CrossValidation(project, tmp_path / "cross", probes=(), threads=1).run())
    assert "features" in str(failed(events).message)


def test_the_deviation_is_that_of_a_sample() -> None:
    assert mean_and_deviation([{"a": 1.0}, {"a": 3.0}]) == ({"a": 2.0}, {"a": pytest.approx(2**0.5)})
    assert mean_and_deviation([{"a": 1.0}]) == ({"a": 1.0}, {"a": 0.0})


def test_the_folder_of_one_fold_goes_on_with_all_of_them(tmp_path: Path) -> None:
    project = flowers(epochs=1, data=DataChoice(name="iris", folds=3))
    control = Control()
    for event in CrossValidation(project, tmp_path / "run", control, probes=(), threads=1).run():
        if isinstance(event, FoldDone):
            control.stop()
    again = resumed(tmp_path / "run_fold-2")
    assert isinstance(again, CrossValidation)
    events = list(again.run())
    assert [event.fold for event in events if isinstance(event, FoldDone)] == [0, 1, 2]
    assert set(finished(events).deviation) >= {"loss"}
    assert isinstance(resumed(tmp_path / "run"), CrossValidation)  # what the folds have in common is enough
    train(flowers(epochs=1, data=DataChoice(name="iris", folds=3, fold=1)), tmp_path / "alone")
    assert not isinstance(resumed(tmp_path / "alone"), CrossValidation)  # one fold, chosen by hand
    with pytest.raises(FolderError, match="no run"):
        resumed(tmp_path / "nothing")
