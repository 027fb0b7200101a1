"""A student and a teacher that is its moving average, trained: the average follows every step, through checkpoints."""

from pathlib import Path

import pytest
import torch

from graphs.edits import ChangeNode
from graphs.elements import Average
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import SGD, DataChoice, Player, Recipe
from tests.workbench.engine.small import failed, finished, kept_weights, same_weights, train, trainer
from workbench.engine.checkpoint import State
from workbench.engine.control import Control
from workbench.engine.events import EpochDone
from workbench.engine.trainer import Trainer, load_data
from workbench.engine.training import Training


def teacher_and_student(average: Average) -> Project:
    """The student learns the labels and to say what its own moving average says."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    block = net.define("Body")
    h = block.add("Linear", block.add("Input", name="x"), name="fc", out_features=5)
    h = block.add("Tanh", block.add("BatchNorm1d", h, name="bn"), name="tanh")
    block.add("Output", block.add("Linear", h, name="out", out_features=3), name="y")
    student = net.add("Body", x, name="student")
    teacher = net.add("Body", net.add("GaussianNoise", x, name="noise"), name="teacher", share=student, average=average)
    net.add("CrossEntropyLoss", student, label, name="task")
    net.add("MSELoss", student, teacher, name="consistency")
    net.add("Accuracy", teacher, label, name="accuracy")
    net.add("Output", teacher, name="logits")
    players = (Player(optimizer=SGD(learning_rate=0.1, momentum=0.9)),)
    recipe = Recipe(data=DataChoice(name="iris"), players=players, epochs=3, batch_size=16, device="cpu")
    return Project(net, recipe, "Mean teacher")


def begun(project: Project) -> Training:
    return Training(project, load_data(project), torch.device("cpu"), 1)


def test_the_teacher_is_the_average_of_what_the_student_was() -> None:
    training = begun(teacher_and_student(Average(0.8)))
    student, teacher = (
        training.tree.get_submodule(f"{name}.fc").get_parameter("weight") for name in ("student", "teacher")
    )
    expected = student.detach().clone()
    (mover,) = training.movers
    assert {id(p) for p in mover.parameters} == {id(p) for p in training.tree.get_submodule("student").parameters()}
    with training.random:
        for _ in range(6):
            training.advance()
            expected = 0.8 * expected + 0.2 * student.detach()
    assert torch.allclose(teacher, expected, atol=1e-7)
    assert teacher.grad is None and not torch.equal(teacher, student)


@pytest.mark.parametrize("average", [Average(0.9, "averaged"), Average(0.0, "own", every=4)], ids=["ema", "target"])
def test_it_goes_on_from_a_checkpoint_to_the_last_bit(average: Average, tmp_path: Path) -> None:
    project = teacher_and_student(average)
    straight, first, second = (begun(project) for _ in range(3))
    with straight.random:
        for _ in range(9):
            straight.advance()
    with first.random:
        for _ in range(5):
            first.advance()
        first.save(tmp_path / "state.safetensors", State(5, 0, first.batches.position, 0, 1, "cpu", {}))
    with second.random:
        second.restore(tmp_path / "state.safetensors")
        assert second.movers[0].moved == 5
        for _ in range(4):
            second.advance()
    one, other = straight.tree.state_dict(), second.tree.state_dict()
    assert all(torch.equal(one[name], other[name]) for name in one) and any(name.startswith("teacher") for name in one)


def test_a_run_that_is_stopped_and_resumed_ends_with_the_same_teacher(tmp_path: Path) -> None:
    project = teacher_and_student(Average(0.95))
    events, _ = train(project, tmp_path / "whole")
    assert finished(events).validation["accuracy"] > 0.5
    control = Control()
    for event in trainer(project, tmp_path / "parts", control).run():
        if isinstance(event, EpochDone):
            control.stop()
    again = Trainer.resumed(tmp_path / "parts", probes=())
    finished(list(again.run()))
    assert same_weights(tmp_path / "whole", tmp_path / "parts")
    assert (project.network.node("teacher").id, "fc.weight") in kept_weights(tmp_path / "whole")


def test_an_average_alone_cannot_be_trained(tmp_path: Path) -> None:
    project = teacher_and_student(Average())
    project.apply(ChangeNode(project.network.node("student").id, frozen=True))
    assert "nothing to move" in str(failed(train(project, tmp_path / "run")[0]).message)
