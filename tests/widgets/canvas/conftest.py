"""A canvas with a small network on it, and hands that press, move and let go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from graphs.network import Network
from graphs.project import Project
from tests.widgets.drawings import OpenProject
from widgets.canvas import Canvas


class Hands:
    """A person at the canvas: works with names of nodes and with places in the viewport."""

    def __init__(self, canvas: Canvas, editor: OpenProject):
        self.canvas, self.editor = canvas, editor
        self.refusals: list[str] = []
        canvas.refused.connect(self.refusals.append)

    @property
    def network(self) -> Network:
        """The network that is drawn."""
        return self.editor.project.network

    @property
    def viewport(self) -> QWidget:
        """Where the mouse is."""
        return self.canvas.view.viewport()

    def id(self, name: str) -> int:
        """The id of a node."""
        return self.editor.id(name)

    def middle(self, name: str) -> QPoint:
        """The middle of a node, a little above its ports."""
        rect = self.canvas.node_rect(self.id(name))
        return QPointF(rect.center().x(), rect.top() + 14).toPoint()

    def port(self, name: str, port: str, *, output: bool = False) -> QPoint:
        """A port of a node."""
        return self.canvas.port_position(self.id(name), port, output).toPoint()

    def wire(self, source: str, target: str) -> QPoint:
        """The middle of the first wire between two nodes."""
        wire = next(w for w in self.network.wires_into(self.id(target)) if w.source == self.id(source))
        return self.canvas.wire_middle(wire).toPoint()

    def click(self, place: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and let go."""
        QTest.mouseClick(self.viewport, Qt.MouseButton.LeftButton, modifiers, place)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        *,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press, go there in a few steps, let go."""
        QTest.mousePress(self.viewport, button, modifiers, start)
        for step in range(1, 5):
            self.move(self.viewport, start + (end - start) * step / 4, button, modifiers)
        QTest.mouseRelease(self.viewport, button, modifiers, end)

    @staticmethod
    def move(
        widget: QWidget,
        place: QPoint,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Move the mouse with a button down: `QTest.mouseMove` would say that none is."""
        everywhere = QPointF(widget.mapToGlobal(place))
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, QPointF(place), everywhere, Qt.MouseButton.NoButton, button, modifiers
        )
        QApplication.sendEvent(widget, event)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the canvas."""
        QTest.keyClick(self.canvas.view, key, modifiers)

    def names(self) -> set[str]:
        """The names of all nodes."""
        return {node.name for node in self.network}

    def joined(self) -> set[tuple[str, str]]:
        """Which node leads to which."""
        return {(self.network.node(w.source).name, self.network.node(w.target).name) for w in self.network.wires}

    def document(self) -> tuple[object, ...]:
        """Everything a file would hold of the network."""
        return self.network.nodes, self.network.wires, dict(self.network.frames), dict(self.network.notes)


def a_network() -> Network:
    """image → conv → act → pool → flatten → head → loss ← label, in two rows, and a loose dropout below."""
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(1, 16, 16))
    conv = net.add("Conv2d", image, name="conv", out_channels=4, kernel_size=3)
    act = net.add("Tanh", conv, name="act")
    pool = net.add("AvgPool2d", act, name="pool", kernel_size=2)
    flat = net.add("Flatten", pool, name="flat")
    head = net.add("Linear", flat, name="head", out_features=3)
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("CrossEntropyLoss", head, label, name="loss")
    net.add("Dropout", name="loose")
    places = {
        "image": (0, 0), "conv": (240, 0), "act": (480, 24), "pool": (624, 0), "flat": (0, 264), "head": (144, 240),
        "label": (144, 432), "loss": (432, 240), "loose": (720, 456),
    }  # fmt: skip
    net.place({net.node(name).id: (float(x), float(y)) for name, (x, y) in places.items()})
    return net


@pytest.fixture
def hands(qtbot: object) -> Iterator[Hands]:
    """A shown canvas at 100 %, and someone who uses it."""
    editor = OpenProject(Project(a_network()))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)  # type: ignore[attr-defined]
    canvas.set_map_visible(False)
    canvas.resize(1100, 760)
    canvas.show()
    canvas.set_zoom(1.0)
    canvas.view.setFocus()
    yield Hands(canvas, editor)
