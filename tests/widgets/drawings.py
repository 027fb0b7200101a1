"""A small open project that tests of panels work on: LeNet's beginning, with the real history of steps."""

from __future__ import annotations

from graphs.costs import Summary, summary
from graphs.diagnosis import Diagnostic, diagnose
from graphs.edits import Edit
from graphs.history import History
from graphs.meaning import Plan
from graphs.network import Frame, Network
from graphs.planning import plan
from graphs.project import About, Project


class OpenProject:
    """What the application gives its panels, without a window."""

    def __init__(self, project: Project):
        self.project = project
        self.history = History(project)

    @property
    def plan(self) -> Plan:
        """The meaning of the drawing now."""
        return plan(self.project.network)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong now."""
        return diagnose(self.project.network)

    @property
    def summary(self) -> Summary:
        """What it costs now."""
        return summary(self.project.network)

    def do(self, edit: Edit, gesture: str | None = None) -> None:
        """One step of undo."""
        self.history.do(edit, gesture)

    def id(self, name: str) -> int:
        """The id of a node by its name."""
        return self.project.network.node(name).id

    def parameters(self, name: str) -> dict[str, object]:
        """The raw parameters of a node by its name."""
        return dict(self.project.network.node(name).parameters)


def small_lenet() -> OpenProject:
    """An image of 32 by 32, two convolutions, a classifier with ten classes, a loss and a metric."""
    network = Network()
    network.parameters["classes"] = 10
    image = network.add("Input", name="image", field="image", shape=(1, 32, 32))
    x = network.add("Conv2d", image, name="C1", out_channels=6, kernel_size=5)
    x = network.add("Tanh", x, name="act1")
    x = network.add("AvgPool2d", x, name="S2", kernel_size=2)
    x = network.add("Conv2d", x, name="C3", out_channels=16, kernel_size=14)
    x = network.add("Flatten", x, name="flatten")
    x = network.add("Linear", x, name="head", out_features="=classes")
    label = network.add("Input", name="label", field="label")
    network.add("CrossEntropyLoss", x, label, name="loss")
    network.add("Output", x, name="logits")
    network.put_frame(Frame(network.next_id, "Features", network.named(["C1", "act1", "S2"])))
    about = About(
        year=1998, source="LeCun et al. 1998", summary="Reads digits.", look_for="Strokes in C1.", reached="97 %."
    )
    return OpenProject(Project(network, title="LeNet-5", about=about))
