"""Checks at a node: a gradient that is right, one that is wrong, a kink; and what a node is worth."""

import itertools
import threading
from pathlib import Path

import numpy as np
import pytest
import torch

import presets
from graphs.layers.input_output import Input
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from tests.workbench.engine.small import flowers, trainer
from tests.workbench.engine.test_explaining import pictures
from workbench.engine.ablating import Ablation, Way, chief, harm
from workbench.engine.asking import BEST, Asked, CannotAsk, Patience
from workbench.engine.checking import GradientCheck, Verdict, check_gradients, sight_of
from workbench.engine.control import Control
from workbench.engine.evaluation import evaluate
from workbench.engine.events import CheckpointSaved, Paused
from workbench.engine.explaining import Method, explain
from workbench.engine.players import loss_sources


class _Doubling(torch.autograd.Function):
    """x², whose backward forgets a factor of two."""

    @staticmethod
    def forward(context, x):
        context.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(context, gradient):
        return gradient * context.saved_tensors[0]


class ForgetfulSquare(torch.nn.Module):
    """A layer of somebody's own whose gradient is wrong."""

    def forward(self, x):
        return _Doubling.apply(x)


def node(asked: Asked, name: str) -> int:
    return next(step.node for step in asked.plan.steps if step.name == name)


def check(asked: Asked, name: str) -> GradientCheck:
    return check_gradients(asked, node(asked, name), Patience())


@pytest.fixture(scope="module")
def iris() -> Asked:
    return Asked(flowers(), {}, None, None)


def test_right_gradients_agree_in_every_node(iris: Asked) -> None:
    for step in iris.plan.steps:
        if isinstance(step.layer, Input) or step.name == "accuracy":
            with pytest.raises(CannotAsk):
                check(iris, step.name)
        else:
            found = check(iris, step.name)
            assert found.verdict is Verdict.AGREES, step.name
            assert max(tensor.worst for tensor in found.tensors) < 1e-5
    weights = {tensor.name: tensor for tensor in check(iris, "hidden").tensors}
    assert (
        weights["weight"].size == 48 and len(weights["weight"].slopes) == 48 and set(weights) == {"weight", "bias", "x"}
    )


def test_a_wrong_gradient_of_a_module_of_ones_own_is_found() -> None:
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    target = f"{__name__}.ForgetfulSquare"
    h = net.add("PythonModule", net.add("Linear", x, name="hidden", out_features=3), name="square", target=target,
                gives="3")  # fmt: skip
    net.add("CrossEntropyLoss", h, label, name="loss")
    project = Project(net, Recipe(data=DataChoice(name="iris"), device="cpu"), "Own")
    project.trusted = True
    asked = Asked(project, {}, None, None)
    found = check(asked, "square")
    assert found.verdict is Verdict.WRONG and found.tensors[0].worst == pytest.approx(0.5, abs=1e-6)
    assert found.tensors[0].count(Verdict.WRONG) == len(found.tensors[0].slopes)
    assert check(asked, "hidden").verdict is Verdict.AGREES  # the node alone is judged, not what comes behind it


def test_a_kink_is_called_a_kink_and_a_reversal_wrong_on_purpose() -> None:
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add(
        "ReLU", net.add("ReLU", net.add("Linear", x, name="hidden", out_features=6), name="first"), name="second"
    )
    h = net.add("GradientReversal", net.add("Detach", h, name="detach"), name="reversal")
    net.add("CrossEntropyLoss", net.add("Linear", h, name="scores", out_features=3), label, name="loss")
    asked = Asked(Project(net, Recipe(data=DataChoice(name="iris"), device="cpu"), "Kinks"), {}, None, None)
    assert check(asked, "first").verdict is Verdict.AGREES
    second = check(asked, "second")  # the zeros of the first stand exactly on the kink
    kinks = [slope for slope in second.tensors[0].slopes if slope.verdict is Verdict.KINK]
    assert second.verdict is Verdict.KINK and kinks
    for slope in kinks:
        assert slope.analytic == 0 and slope.left == 0 and slope.numeric == pytest.approx(slope.right / 2)
    assert check(asked, "detach").cut == ("x",) and check(asked, "second").cut == ()
    reversal = check(asked, "reversal")
    assert reversal.verdict is Verdict.WRONG and reversal.on_purpose and reversal.tensors[0].worst == pytest.approx(2)


def test_windows_that_overlap_on_zeros_are_kinks_and_not_wrong() -> None:
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    x = net.add("ReLU", net.add("Conv2d", x, name="conv", out_channels=2, kernel_size=3), name="bend")
    x = net.add("MaxPool2d", x, name="pool", kernel_size=3, stride=1)
    assert check(Asked(_judged(net, x), {}, None, None), "pool").verdict is Verdict.KINK


def test_a_block_that_is_used_again_and_read_twice_has_its_gradients_checked() -> None:
    net = Network()
    block = net.define("Twice")
    bend = block.add("Tanh", block.add("Linear", block.add("Input", name="x"), name="mix", out_features=4), name="bend")
    block.add("Output", bend, name="y")
    block.add("Output", block.add("Sigmoid", bend, name="gate"), name="z")
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    first = net.add("Twice", x, name="first")
    again = net.add("Twice", first, name="again", share=first)
    both = net.add("Multiply", again["y"], again["z"], name="both")
    net.add("CrossEntropyLoss", net.add("Linear", both, name="scores", out_features=3), label, name="loss")
    asked = Asked(Project(net, Recipe(data=DataChoice(name="iris"), device="cpu"), "Again"), {}, None, None)
    for name in ("again", "both"):
        found = check_gradients(asked, node(asked, name), Patience())
        assert found.tried and not any(tensor.count(Verdict.WRONG) for tensor in found.tensors)
    without = Ablation(asked, node(asked, "again"), Patience())
    assert [source.port for source in without.sources] == ["y", "z"]
    columns = asked.sample("validation", without.examples)
    plain = asked.tree.scores.bias.expand(without.examples, 3)
    by_hand = float(torch.nn.functional.cross_entropy(plain, columns["label"]))
    assert without.measure(Way.ZERO).after["loss"] == pytest.approx(by_hand, abs=1e-6)
    one, other = without.altered(Way.ZERO, channel=2)
    assert not one[:, 2].any() and one[:, 1].any() and not other[:, 2].any() and other[:, 1].any()


def test_two_three_by_three_see_five() -> None:
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    x = net.add("Conv2d", x, name="one", out_channels=2, kernel_size=3)
    x = net.add("Conv2d", net.add("ReLU", x, name="bend"), name="two", out_channels=2, kernel_size=3)
    found = sight_of(Asked(_judged(net, x), {}, None, None).plan, net.node("two").id)
    assert found is not None and (found.field.rows.size, found.field.rows.step) == (5, 1)
    assert [(name, field.rows.size) for name, field in found.way] == [("image", 1), ("one", 3), ("two", 5)]


def _judged(net: Network, x: object) -> Project:
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("Linear", net.add("Flatten", x, name="flat"), name="scores", out_features=10)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, Recipe(data=DataChoice(name="digits", parameters={"size": 8}), device="cpu"), "Judged")


def test_an_ablated_node_is_measured_as_by_hand() -> None:
    asked = Asked(pictures(), {}, None, None)
    found = Ablation(asked, node(asked, "bend"), Patience())
    columns = asked.sample("validation", 256)
    assert found.examples == 256 and found.channels == 4
    assert found.before == evaluate(asked.tree, columns, 256)
    maps = asked.tree.conv(columns["image"]).tanh().detach()

    def by_hand(values: torch.Tensor) -> tuple[float, float]:
        with torch.no_grad():
            scores = asked.tree.scores(values.flatten(1))
        loss = torch.nn.functional.cross_entropy(scores, columns["label"])
        return float(loss), float((scores.argmax(1) == columns["label"]).float().mean())

    gone = maps.clone()
    gone[:, 2] = 0
    after = found.measure(Way.ZERO, channel=2).after
    assert (after["loss"], after["accuracy"]) == pytest.approx(by_hand(gone), abs=1e-6)
    assert found.rank(Way.ZERO)[2] == after
    usual = maps.mean((0, 2, 3), keepdim=True).expand_as(maps)
    assert found.measure(Way.MEAN).after["loss"] == pytest.approx(by_hand(usual)[0], abs=1e-6)
    still = found.measure(Way.NOISE, 0.0).after
    assert still == pytest.approx(found.before)
    noisy = found.altered(Way.NOISE, 0.5)[0] - maps
    deviation = maps.std((0, 2, 3), correction=0)
    np.testing.assert_allclose(noisy.std((0, 2, 3), correction=0) / deviation, 0.5, rtol=0.05)
    assert chief(list(found.before)) == "accuracy"
    assert harm("accuracy", 0.9, 0.6) == pytest.approx(0.3) and harm("loss", 0.9, 0.6) == pytest.approx(-0.3)
    with pytest.raises(CannotAsk):
        Ablation(asked, node(asked, "loss"), Patience())


def test_asking_in_a_pause_leaves_every_bit_of_the_training(tmp_path: Path) -> None:
    plain = trainer(flowers(), tmp_path / "plain")
    for _ in plain.run():
        pass
    asked_runs = tmp_path / "asked"
    control = Control()
    watched = trainer(flowers(), asked_runs, control)
    control.pause()
    steps = []
    for event in watched.run():
        if isinstance(event, Paused):
            control.keep()
            control.resume() if len(steps) > 2 else control.step_once()
        elif isinstance(event, CheckpointSaved) and control.paused:
            asked = Asked.of_run(asked_runs, None)
            steps.append(asked.step)
            check_gradients(asked, node(asked, "hidden"), Patience())
            Ablation(asked, node(asked, "norm"), Patience()).rank(Way.NOISE)
    assert len(steps) > 2 and steps == sorted(steps)
    mine, theirs = plain.weights(), watched.weights()
    assert mine.keys() == theirs.keys() and all((mine[key] == theirs[key]).all() for key in mine)
    last = Asked.of_run(asked_runs, None)
    assert last.step == 21 and Asked.of_run(asked_runs, BEST).step <= 21
    np.testing.assert_array_equal(last.tree.hidden.weight.numpy(), theirs[node(last, "hidden"), "weight"])


def test_a_training_that_goes_on_in_another_thread_comes_to_the_same_bits(tmp_path: Path) -> None:
    plain = trainer(flowers(epochs=30), tmp_path / "plain")
    for _ in plain.run():
        pass
    beside = trainer(flowers(epochs=30), tmp_path / "beside")
    thread = threading.Thread(target=lambda: list(beside.run()))
    asked = Asked(flowers(), {}, None, None)
    question, example = asked.question(), asked.rows("validation", [0])
    thread.start()
    rounds = 0
    while thread.is_alive() or not rounds:
        explain(asked, question, example, Method.GRADIENT_SHAP, 0, Patience())  # draws from torch's own numbers
        rounds += 1
    mine, theirs = plain.weights(), beside.weights()
    assert all((mine[key] == theirs[key]).all() for key in mine)


def emptied(module: torch.nn.Module, only: int | None = None):
    """Let a module give zeros from now on, or only in one of its calls in each round of three."""
    calls = itertools.count()

    def zeros(_module, _inputs, found):
        if only is not None and next(calls) % 3 != only:
            return found
        return found * 0 if isinstance(found, torch.Tensor) else tuple(one * 0 for one in found)

    return module.register_forward_hook(zeros)


@pytest.mark.parametrize(("name", "call"), [("f", 0), ("f_positive", 1)])
def test_one_use_of_shared_weights_is_ablated_and_explained_alone(name: str, call: int) -> None:
    asked = Asked(presets.build("triplet"), {}, None, None)
    found = Ablation(asked, node(asked, name), Patience())
    columns = asked.sample("validation", found.examples)
    after, wanted = found.measure(Way.ZERO).after["loss"], tuple(loss_sources(asked.plan))
    hook = emptied(asked.tree.f.fc, call)
    by_hand = float(asked.run(lambda: asked.tree.program(wanted)(columns))[0])
    hook.remove()
    assert after == pytest.approx(by_hand, abs=1e-5) and after != pytest.approx(found.before["loss"])
    place = found.source  # what follows is a function of this one use, its weights are still those of the first
    onward = asked.from_place(place, wanted, columns, Patience())
    assert float(onward(found.values)[0]) == pytest.approx(found.before["loss"], abs=1e-5)
