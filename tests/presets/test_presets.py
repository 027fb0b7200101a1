"""Every preset explains itself, has no problem, is the size its source gives, and learns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pytest
import torch

import graphs
import presets
from graphs.layer import Family
from presets.errata import ERRATA
from presets.registry import UnknownPreset
from workbench.data import data_set
from workbench.engine.events import RunFailed, RunFinished, Scalars
from workbench.engine.loading import load_data
from workbench.engine.trainer import Trainer
from workbench.engine.training import Training
from workbench.session import Session
from workbench.translations import vocabulary

PARAMETERS = {
    ("perceptron", "small"): 3,
    ("linear_regression", "small"): 11,
    ("softmax_regression", "small"): 650,
    ("xor_relu", "full"): 6,
    ("digit_mlp", "full"): 235_146,
    ("lenet5", "small"): 61_706,
    ("lenet5", "full"): 61_706,
    ("resnet18", "full"): 11_689_512,
    ("resnet34", "full"): 21_797_672,
    ("resnet50", "full"): 25_557_032,
    ("resnet101", "full"): 44_549_160,
    ("resnet152", "full"): 60_192_808,
    ("googlenet", "full"): 13_004_888,
    ("densenet121", "full"): 7_978_856,
    ("mobilenet_v2", "full"): 3_504_872,
    ("efficientnet_b0", "full"): 5_288_548,
    ("unet", "full"): 31_030_658,
    ("transfer", "full"): 14_714_688 + 512 * 256 + 256 + 256 * 10 + 10,
}
"""What the sources count."""

UNCOUNTED = ("LSTM", "RBFLayer", "DotProduct")
"""What torch's counter of operations passes over: its fused LSTM, sums of squares, and sums of products."""


@pytest.mark.parametrize("name", presets.names())
def test_it_explains_itself_in_both_languages(name: str) -> None:
    info = presets.info(name)
    chinese = vocabulary("zh_CN")
    assert info.source and info.year > 1800 and info.textbook and info.chinese
    for text in (info.summary, info.look_for, info.family):
        assert text and text in chinese
    assert info.reached in chinese or not info.reached


@pytest.mark.parametrize("name", presets.names())
def test_its_data_fit_its_drawing(name: str) -> None:
    for size in presets.info(name).sizes:
        session = Session(presets.build(name, size))
        assert session.diagnostics == []
        assert session.data_set is not None


@pytest.mark.parametrize(("which", "count"), PARAMETERS.items())
def test_it_has_the_parameters_of_its_source(which: tuple[str, str], count: int) -> None:
    assert graphs.summary(presets.build(*which).network).parameters == count


def trained(project: graphs.Project, folder: Path, epochs: int, threads: int = 1) -> tuple[RunFinished, numpy.ndarray]:
    """Train and return the end and the training losses."""
    project.recipe = project.recipe.model_copy(update={"epochs": epochs})
    losses: list[float] = []
    last = None
    for event in Trainer(project, folder, probes=(), threads=threads).run():
        assert not isinstance(event, RunFailed), str(event)
        if isinstance(event, Scalars):
            first = f"train/loss/{project.recipe.players[0].name}" if len(project.recipe.players) > 1 else "train/loss"
            losses += event.values[first].tolist() if first in event.values else []
        last = event
    assert isinstance(last, RunFinished)
    return last, numpy.array(losses)


ALONGSIDE = {"distillation", "style_transfer", "transfer"}
"""Several players, but nobody plays against anybody."""

GAMES = [name for name in presets.names() if len(presets.build(name).recipe.players) > 1 and name not in ALONGSIDE]
"""Where two networks play against each other a falling loss says nothing: see how near the made are to the real."""


SHORT = {"forgetful_rnn": 5, "coupled_lstm": 5, "gru": 10}
"""Steps to hold a bit for: over all 50 nothing moves in so few updates, and the first never learns it."""

FILLED = {"moco": 8}
"""Steps until a queue holds real rivals: before, each step makes the task harder."""


@pytest.mark.parametrize("name", [name for name in presets.names() if name not in GAMES])
def test_it_learns(name: str) -> None:
    """In at most twenty steps it gets better at what it has not seen or, where running averages lag, at what it has."""
    project = presets.build(name)
    if name in SHORT:
        project = with_data(project, "bit_to_remember", length=SHORT[name])
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    graphs.write_weights(training.tree, project.weights)
    with training.random:
        before = training.evaluate("validation")
        for _ in range(2):  # who is clearly better after ten steps need not take twenty
            for _ in range(10):
                training.advance()
            after = training.evaluate("validation")
            if after and after["loss"] < before["loss"] - 0.03 * abs(before["loss"]):
                break
        losses = numpy.concatenate([values for found in training.fetch() if isinstance(found, Scalars)
                                    for key, values in found.values.items()
                                    if key in ("train/loss", "train/loss/teacher", "train/loss/beforehand",
                                               "train/loss/painter")])  # fmt: skip
    assert numpy.isfinite(losses).all()
    if name in SHORT:
        assert before["accuracy"] <= 0.55 and after["accuracy"] > 0.65  # from a guess to more than that
    first = losses[FILLED.get(name, 0) :][:5]
    assert (after and after["loss"] < before["loss"]) or losses[-5:].mean() < first.mean()


def made_and_real(project: graphs.Project) -> float:
    """The mean distance from a point that is made of chance to the nearest real one."""
    tree = graphs.compile(project.network)
    assert not project.weights or graphs.write_weights(tree, project.weights) == ()
    chosen = project.recipe.data
    real = torch.from_numpy(data_set(chosen.name, **chosen.parameters).load()["features"][:512])
    torch.manual_seed(0)
    with torch.no_grad():
        (made,) = tree.eval()(real=real).values()
    return float(torch.cdist(made[:64], real).amin(dim=1).mean())


@pytest.mark.parametrize("name", GAMES)
def test_a_game_gets_on(name: str, tmp_path: Path) -> None:
    """Made points come nearer to the real ones; with pictures, first of all the judge learns to tell."""
    project = presets.build(name)
    before = made_and_real(project) if project.recipe.data.name == "blobs" else 0.0
    project.recipe = project.recipe.model_copy(update={"epochs": 3 if before else 1})
    trainer = Trainer(project, tmp_path / "run", probes=(), threads=1, keep_weights=True)
    events = list(trainer.run())
    assert isinstance(events[-1], RunFinished)
    judged = [value for event in events if isinstance(event, Scalars)
              for value in event.values.get("train/loss/discriminator", ())]  # fmt: skip
    project.weights = dict(trainer.weights())
    if project.recipe.data.name == "blobs":
        assert made_and_real(project) < before
    else:
        assert numpy.mean(judged[-5:]) < numpy.mean(judged[:5])


def with_data(project: graphs.Project, name: str, **parameters: Any) -> graphs.Project:
    """The same network on other data."""
    session = Session(project)
    session.do(session.choose_data(name, parameters))
    return session.project


def gate(project: graphs.Project, name: str) -> graphs.Project:
    """The same network on another truth table."""
    return with_data(project, "logic", gate=name)


@pytest.mark.parametrize("name", ["AND", "OR"])
def test_the_perceptron_learns_and_and_or(name: str, tmp_path: Path) -> None:
    end, losses = trained(gate(presets.build("perceptron"), name), tmp_path / "run", 25)
    assert end.test["accuracy"] == 1.0
    assert losses[-8:].sum() == 0.0  # two whole epochs without an error


def test_the_perceptron_never_learns_xor(tmp_path: Path) -> None:
    end, losses = trained(gate(presets.build("perceptron"), "XOR"), tmp_path / "run", 50)
    assert end.test["accuracy"] <= 0.75
    assert losses[-4:].sum() > 0.0


def test_two_layers_solve_xor(tmp_path: Path) -> None:
    end, _ = trained(presets.build("xor_relu"), tmp_path / "run", 500)
    assert end.test["mean_absolute_error"] < 0.1


def test_the_exact_xor_needs_no_training() -> None:
    project = presets.build("xor_relu", "full")
    tree = graphs.compile(project.network)
    assert graphs.write_weights(tree, project.weights) == ()
    table = data_set("logic", gate="XOR").load()
    given = tree(features=torch.from_numpy(table["features"]))["answer"]
    assert torch.equal(given, torch.from_numpy(table["target"]))


def test_the_perceptron_takes_rosenblatts_steps(tmp_path: Path) -> None:
    """Update by update: on an error (y·z ≤ 0) the weights move by η·y·x and the bias by η·y, else not at all."""
    project = gate(presets.build("perceptron"), "AND")
    rule = project.recipe.players[0].optimizer.learning_rate
    neuron = project.network.node("neuron").id
    table = data_set("logic", gate="AND").load()
    weights = {(neuron, "weight"): numpy.zeros((1, 2), "float32"), (neuron, "bias"): numpy.zeros(1, "float32")}
    w, b = numpy.zeros(2), 0.0
    for epochs in (1, 2, 3, 4):
        for x, y in zip(table["features"], table["sign"][:, 0], strict=True):
            if y * (w @ x + b) <= 0:
                w, b = w + rule * y * x, b + rule * y
        project.weights = dict(weights)
        project.recipe = project.recipe.model_copy(update={"epochs": epochs})
        trainer = Trainer(project, tmp_path / f"run{epochs}", probes=(), threads=1, keep_weights=True)
        assert isinstance(list(trainer.run())[-1], RunFinished)
        learned = trainer.weights()
        assert learned[neuron, "weight"].tolist() == [w.tolist()]
        assert learned[neuron, "bias"].tolist() == [b]


def test_a_wrong_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownPreset, match="Did you mean lenet5"):
        presets.build("lenet")
    with pytest.raises(ValueError, match="small, full"):
        presets.build("lenet5", "huge")  # type: ignore[arg-type]


def test_presets_stand_in_the_order_of_their_years() -> None:
    years = [presets.info(name).year for name in presets.names()]
    assert years == sorted(years)


def test_two_builds_share_nothing() -> None:
    one, other = presets.build("lenet5"), presets.build("lenet5")
    one.network.put_node(one.network.node("C1"))
    from graphs.edits import SetParameter

    one.apply(SetParameter(one.network.node("C1").id, "out_channels", 9))
    assert other.network.node("C1").parameters["out_channels"] == 6


GENTLE = {"vae": 0.1}
"""How far weights are spread where a variance is told by its logarithm: with usual ones it would be beyond numbers."""


@pytest.mark.parametrize(
    ("name", "size"), [(name, size) for name in presets.names() for size in presets.info(name).sizes]
)
def test_every_parameter_that_learns_gets_a_finite_gradient(name: str, size: str) -> None:
    from graphs.meaning import Source

    project = presets.build(name, size)  # type: ignore[arg-type]
    session = Session(project)
    assert session.data_set is not None
    if session.data_set.own:
        pytest.skip("its data are the person's own; in small size the same blocks are tested")
    if graphs.summary(project.network).multiply_adds > 100_000_000:
        pytest.skip("minutes; in small size the same blocks are tested")
    table = session.data_set.load(0)
    tree = graphs.compile(project.network)
    losses = tree.program(tuple(Source(node, "y") for node in session.losses))
    fields = {step.name: step.layer.field for step in tree.plan.steps if step.is_entrance}
    torch.manual_seed(0)
    total = torch.zeros(())
    for _ in range(5):  # a rule that learns from errors only needs starts where there are some
        for parameter in tree.parameters():
            torch.nn.init.normal_(parameter, std=GENTLE.get(name, 0.5))
        inputs = {entrance: torch.from_numpy(table[fields[entrance]][:64]) for entrance in losses.inputs}
        each = torch.stack(losses(inputs))
        total = (each * torch.arange(1, len(each) + 1)).sum()  # what players want of each other must not cancel out
        total.backward()
        assert bool(torch.isfinite(total))
        if all(bool((p.grad != 0).any()) for p in tree.parameters() if p.grad is not None):
            break  # else other weights wake what these left asleep
    for key, parameter in tree.named_parameters():
        if not parameter.requires_grad:
            continue
        assert parameter.grad is not None and bool(torch.isfinite(parameter.grad).all()), key
        assert bool((parameter.grad != 0).any()), key


COMPARED = {"simclr", "moco", "triplet", "arcface", "distillation", "style_transfer", "transfer"}
"""Their losses look at more than the drawing gives: at second views, at the label, at other networks."""


def every_score(tree: Any) -> Callable[[dict[str, Any]], Any]:
    """What the losses of a game look at, in evaluation mode: that calls for every network that plays."""
    losses = [step for step in tree.plan.steps if step.layer.family is Family.LOSS]
    return tree.eval().program(tuple({source for step in losses for read in step.inputs.values() for source in read}))


@pytest.mark.parametrize("name", presets.names())
def test_its_cost_is_the_one_torch_counts(name: str) -> None:
    """Parameters one by one; multiply-adds are half of what torch's counter of operations says, where it counts."""
    from torch.utils.flop_counter import FlopCounterMode

    project = presets.build(name)
    summary = graphs.summary(project.network)
    tree = graphs.compile(project.network)
    assert summary.parameters == sum(parameter.numel() for parameter in tree.parameters())
    assert summary.trainable == sum(parameter.numel() for parameter in tree.parameters() if parameter.requires_grad)
    given = {step.name: next(iter(step.outputs.values())) for step in tree.plan.steps if step.is_entrance}
    inputs = {
        key: torch.ones((1, *spec.dims), dtype=getattr(torch, spec.dtype))
        for key, spec in given.items()
        if key not in ("label", "target", "sign", "tags") or name in GAMES or name in COMPARED
    }
    heads = any(node.parameters.get("training_only") for node in project.network)  # they are only there in training
    with FlopCounterMode(display=False) as counter:
        if name in GAMES or name in COMPARED:
            every_score(tree)(inputs)
        else:
            tree.train(heads)(**inputs)
    uncounted = sum(node.multiply_adds for node in summary.nodes.values() if node.type in UNCOUNTED)
    assert summary.multiply_adds - uncounted == counter.get_total_flops() // 2


def test_what_is_often_printed_wrong_is_told_beside_the_drawing() -> None:
    chinese = vocabulary("zh_CN")
    assert set(ERRATA) <= set(presets.names()) and all(text in chinese for text in ERRATA.values())
    assert presets.build("resnet101").about.errata == ERRATA["resnet101"]
