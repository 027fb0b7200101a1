"""Recipes from the command line: values set in place, folds, several runs together, a run made again from its log."""

import json
from pathlib import Path

import pytest

import graphs
from graphs.optimizers import Muon
from graphs.techniques import EMA, FGSM, PGD, SWA, Balance, CutMix, InverseSigmoidSampling, Mixup
from tests.workbench.engine.small import flowers, same_weights, train
from workbench.cli import _parser, main
from workbench.headless import prepared


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "flowers.workbench"
    graphs.save(flowers(epochs=2), path)
    return path


def told(capsys) -> list[dict]:
    """The objects that were printed."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_values_of_the_recipe_are_set_in_place(file, tmp_path, capsys):
    places = (
        "accumulate=2",
        "average.type=EMA",
        "average.decay=0.5",
        "players.0.optimizer.type=SGD",
        "players.0.l1=0.01",
    )
    words = [word for place in places for word in ("--recipe", place)]
    assert main(["train", str(file), "--json", "--threads", "1", "--run-dir", str(tmp_path / "run"), *words]) == 0
    assert told(capsys)[-1]["event"] == "finished"
    from graphs import document
    from workbench.engine.runs import Run

    with Run.open(tmp_path / "run") as run:
        recipe = document.from_snapshot(run.meta("snapshot")).recipe
    assert (recipe.accumulate, recipe.average.decay, recipe.players[0].l1) == (2, 0.5, 0.01)
    assert recipe.players[0].optimizer.type == "SGD"


CHOICES = {
    "average.type=EMA": ("average", EMA()),
    "average.type=SWA": ("average", SWA()),
    "mixing.type=Mixup": ("mixing", Mixup()),
    "mixing.type=CutMix": ("mixing", CutMix()),
    "adversary.type=FGSM": ("adversary", FGSM()),
    "adversary.type=PGD": ("adversary", PGD()),
    "teaching.type=InverseSigmoidSampling": ("teaching", InverseSigmoidSampling()),
    "balance=rare drawn more": ("balance", Balance.SAMPLING),
    "balance=rare weigh more": ("balance", Balance.WEIGHTS),
    "patience=4": ("patience", 4),
    "players.0.clip_weights=0.01": ("clip_weights", 0.01),
    "players.0.thaw_every=0.5": ("thaw_every", 0.5),
    "players.0.optimizer.type=Muon": ("optimizer", Muon()),
}
"""Techniques as they are said on the command line, where each lies in the recipe, and what it is there."""


@pytest.mark.parametrize("place", CHOICES)
def test_every_technique_is_chosen_on_the_command_line(place):
    arguments = _parser().parse_args(["train", "mlp", "--recipe", place, "--node", "loss.label_smoothing=0.2"])
    made = prepared(flowers(), arguments)
    name, value = CHOICES[place]
    assert getattr(made.recipe.players[0] if place.startswith("players") else made.recipe, name) == value
    assert made.network.node("loss").parameters["label_smoothing"] == 0.2


@pytest.mark.parametrize("text", ["loss.smoothing=1", "lose.weight=1", "loss.weight", "loss.label_smoothing=2"])
def test_a_node_or_parameter_there_is_not_is_a_wrong_call(file, tmp_path, text, capsys):
    assert main(["train", str(file), "--run-dir", str(tmp_path / "run"), "--node", text]) == 2
    assert "loss" in capsys.readouterr().err


def test_augmentations_are_named_and_set(tmp_path, capsys):
    words = ["augment=Rotation, AddedNoise", "augment.0.degrees=12", "data.split=0.8,0.1,0.1", "epochs=1"]
    words = [word for place in words for word in ("--recipe", place)]
    data = ["--threads", "1", "--json"]
    assert main(["train", "digit_mlp", *data, "--run-dir", str(tmp_path / "run"), *words]) == 0
    assert told(capsys)[-1]["event"] == "finished"
    from graphs import document
    from workbench.engine.runs import Run

    with Run.open(tmp_path / "run") as run:
        recipe = document.from_snapshot(run.meta("snapshot")).recipe
    assert [step.type for step in recipe.augment] == ["Rotation", "AddedNoise"]
    assert recipe.augment[0].degrees == 12 and recipe.data.split == (0.8, 0.1, 0.1)
    assert main(["train", "digit_mlp", "--recipe", "augment=Rotating", "--run-dir", str(tmp_path / "no")]) == 2
    assert "Rotating" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["accumulat=2", "players.3.l1=1", "average", "epochs=0", "average.type=Mean"])
def test_a_place_or_value_there_is_not_is_a_wrong_call(file, tmp_path, place, capsys):
    assert main(["train", str(file), "--run-dir", str(tmp_path / "run"), "--recipe", place]) == 2
    assert capsys.readouterr().err


def test_folds_are_trained_and_runs_asked_together(file, tmp_path, capsys):
    assert main(["train", str(file), "--folds", "2", "--json", "--threads", "1", "--run-dir", str(tmp_path / "c")]) == 0
    events = told(capsys)
    assert [each["fold"] for each in events if each["event"] == "fold_done"] == [0, 1]
    last = events[-1]
    assert last["event"] == "finished" and last["deviation"]["loss"] >= 0
    folders = [str(tmp_path / f"c_fold-{fold}") for fold in (1, 2)]
    assert main(["evaluate", *folders, "--json"]) == 0
    (found,) = told(capsys)
    assert {name: found[name] for name in last["test"]} == last["test"]
    assert main(["evaluate", str(tmp_path / "nothing")]) == 1


def test_a_run_is_made_again_from_its_log(file, tmp_path, capsys):
    train(flowers(epochs=2), tmp_path / "one", script=((3, "learning_rate/all", 0.5), (5, "dropout/drop", 0.1)))
    words = ["train", "--replay", str(tmp_path / "one"), "--run-dir", str(tmp_path / "two"), "--json"]
    assert main(words) == 0
    assert same_weights(tmp_path / "one", tmp_path / "two")
