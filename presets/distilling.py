"""A large network teaches a small one: knowledge distillation, with the same small network untaught beside it."""

from __future__ import annotations

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from presets.placing import stand
from presets.registry import OTHER, PresetInfo, Size, preset

SIDE = 16
TAUGHT = 20.0
"""Epochs in which the teacher learns; then it rests, and both students begin."""


def _teacher(net: Network) -> None:
    block = net.define("Teacher", classes=10)
    x = block.add("Input", name="image")
    for number, wide in enumerate((16, 32), 1):
        x = block.add("Conv2d", x, name=f"conv{number}", out_channels=wide, kernel_size=3, padding=1)
        x = block.add("ReLU", x, name=f"relu{number}")
        x = block.add("MaxPool2d", x, name=f"pool{number}", kernel_size=2, stride=2)
    x = block.add("Flatten", x, name="flat")
    x = block.add("ReLU", block.add("Linear", x, name="fc1", out_features=64), name="relu3")
    block.add("Output", block.add("Linear", x, name="fc2", out_features="=classes"), name="scores")


def _student(net: Network) -> None:
    block = net.define("Student", classes=10, hidden=16)
    x = block.add("Flatten", block.add("Input", name="image"), name="flat")
    x = block.add("ReLU", block.add("Linear", x, name="fc1", out_features="=hidden"), name="relu")
    block.add("Output", block.add("Linear", x, name="fc2", out_features="=classes"), name="scores")


@preset(
    PresetInfo(
        name="distillation", title=mark("Knowledge distillation"), chinese="知识蒸馏（教师与学生）", family=OTHER,
        year=2015,
        source="G. Hinton, O. Vinyals and J. Dean, Distilling the knowledge in a neural network, 2015, arXiv "
        "1503.02531, section 2",
        summary=mark(
            "A large network, the teacher, learns from the labels. A small one, the student, learns from the teacher's "
            "whole opinion: that this 7 looks a little like a 1 says more than the word seven. The same small network "
            "learns beside it from the labels alone, so that one can see what the lessons were worth. The teacher "
            "learns for twenty epochs and rests; then both students begin."
        ),
        look_for=mark(
            "Three accuracies: the teacher's is the highest. Does the taught student end above the lonely one? On "
            "these digits hardly: labels alone taught as well with 6, 16 and 64 hidden neurons, when it was tried, "
            "and a high temperature did harm. Try it: set the temperature to 8 and alpha to 1; or alpha to 0, and "
            "the student is as lonely as the other."
        ),
        textbook=("A149",), views=("curves", "gradients", "confusion_matrix"), sizes=("small",),
        reached=mark(
            "Test accuracy of the teacher 95.2 to 96.6 %, of its student 93.6 to 95.1 %, of the lonely one 93.2 to "
            "95.6 %: the lessons change it by −1.7 to +0.4 points (seeds 0 to 2)."
        ),
    )
)  # fmt: skip
def distillation(size: Size) -> Project:
    """A convolutional teacher, and twice the same small student: one with DistillationLoss, one with labels alone.

    The paper, section 3, found temperatures of 2.5 to 4 best for students with layers of 30 units; with 300 all above 8
    served alike.
    """
    net = Network()
    net.parameters = {"channels": 1, "height": SIDE, "width": SIDE, "classes": 10}
    _teacher(net)
    _student(net)
    image = net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])
    label = net.add("Input", name="label", field="label", kind="index")
    sizes = {"classes": "=classes"}
    teacher = net.add("Teacher", image, name="teacher", **sizes)
    student = net.add("Student", image, name="student", **sizes)
    lonely = net.add("Student", image, name="lonely", **sizes)
    net.add("Output", student, name="logits")
    net.add("CrossEntropyLoss", teacher, label, name="teacher_loss")
    net.add("DistillationLoss", student, teacher, label, name="lesson", temperature=2.0, alpha=0.5)
    net.add("CrossEntropyLoss", lonely, label, name="lonely_loss")
    for who, scores in (("student", student), ("teacher", teacher), ("lonely", lonely)):
        net.add("Accuracy", scores, label, name=f"{who}_accuracy")
    players = (
        _player(net, "teacher", "teacher_loss", teacher, ends=TAUGHT),
        _player(net, "student", "lesson", student, begins=TAUGHT),
        _player(net, "lonely", "lonely_loss", lonely, begins=TAUGHT),
    )
    for title, names in ((mark("Teacher"), ("teacher",)), (mark("Student"), ("student",)),
                         (mark("Student without a teacher"), ("lonely",))):  # fmt: skip
        net.put_frame(Frame(net.next_id, title, net.named(names)))
    rows = {"teacher": 0.0, "student": 2.0, "lonely": 5.25}
    losses = zip(("teacher_loss", "lesson", "lonely_loss"), rows.values(), strict=True)
    stand(net, {who: (1.25, row) for who, row in rows.items()} | {
        "image": (0, 2), "label": (1.25, 6.75), "logits": (2.75, 3.85), **{loss: (2.75, row) for loss, row in losses},
        **{f"{who}_accuracy": (2.75, row + 0.92) for who, row in rows.items()},
    })  # fmt: skip
    few = DataChoice(name="digits", parameters={"size": SIDE}, split=(0.2, 0.2, 0.6))
    return Project(net, Recipe(data=few, players=players, epochs=60, batch_size=32))


def _player(
    net: Network, name: str, loss: str, scores: Outlet, begins: float = 0.0, ends: float | None = None
) -> Player:
    rule = Adam(learning_rate=0.002)
    return Player(
        name=name, losses=net.named((loss,)), moves=(scores.node,), optimizer=rule, begins=begins, ends=ends
    )  # fmt: skip
