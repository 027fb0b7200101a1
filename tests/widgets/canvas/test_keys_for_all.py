"""Whatever a mouse does on the canvas, keys do too: one test for each gesture, and none may be forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from graphs.edits import PutFrame, PutNote
from graphs.network import Frame, Note
from graphs.project import Project
from tests.widgets.canvas.conftest import Hands
from tests.widgets.canvas.test_blocks import with_blocks
from tests.widgets.drawings import OpenProject
from widgets.canvas.gestures import CutWire, DragNodes, DragNote, Gesture, Pan, Press, ResizeNote, RubberBand
from widgets.canvas.minimap import Minimap
from widgets.canvas.wiring import DragWire, DropLayer

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def tab_to(hands: Hands, name: str) -> None:
    """Select a node with Esc and Tab alone."""
    if hands.canvas.selection() or hands.canvas.view.picked is not None:
        hands.key(KEY.Key_Escape)
    for _ in range(len(hands.network)):
        QTest.keyClick(hands.canvas.view, KEY.Key_Tab)
        if hands.canvas.selection() == (hands.canvas.view.network.node(name).id,):
            return
    raise AssertionError(f"Tab never came to {name}")


def search(hands: Hands, text: str) -> None:
    """Type into the search that has opened, and take the first."""
    assert hands.canvas.search.isVisible()
    QTest.keyClicks(hands.canvas.search.field, text)
    QTest.keyClick(hands.canvas.search.field, KEY.Key_Return)


def pan(hands: Hands) -> None:
    """Ctrl and an arrow look further to the right; the map stays what it is, a picture."""
    before = hands.canvas.node_rect(hands.id("conv")).left()
    hands.key(KEY.Key_Right, CTRL)
    assert 80 < before - hands.canvas.node_rect(hands.id("conv")).left() < 110
    hands.key(KEY.Key_Left, CTRL)
    assert abs(hands.canvas.node_rect(hands.id("conv")).left() - before) < 2
    assert hands.editor.history.undo_label is None


def press(hands: Hands) -> None:
    """The buttons of a block: open it in place, next copy, alone, close."""
    hands.canvas.set_editor(OpenProject(Project(with_blocks())))
    canvas, view = hands.canvas, hands.canvas.view
    stage = view.network.node("stage").id
    hands.editor = view.editor  # type: ignore[assignment]
    tab_to(hands, "stage")
    hands.key(KEY.Key_Return, SHIFT)
    assert len(list(canvas.places)) == 2
    hands.key(KEY.Key_Down, ALT)
    assert canvas.levels.way == ((stage, 0),) and canvas.levels.base == ()
    assert canvas.selection() == (view.network.node("x").id,)
    hands.key(KEY.Key_Right, ALT)
    assert canvas.levels.way == ((stage, 1),)
    hands.key(KEY.Key_Up, ALT)
    assert canvas.levels.way == () and canvas.selection() == (stage,)
    hands.key(KEY.Key_Return)
    assert canvas.levels.base == ((stage, 0),)
    hands.key(KEY.Key_Up, ALT)
    hands.key(KEY.Key_Return, SHIFT)
    assert len(list(canvas.places)) == 1
    hands.key(KEY.Key_Down, ALT)  # a closed one is opened on the way in
    assert canvas.levels.way == ((stage, 0),)


def rubber_band(hands: Hands) -> None:
    """Several are selected by walking on with a bracket, everything by Ctrl+A."""
    tab_to(hands, "conv")
    hands.key(KEY.Key_BracketRight)
    assert hands.canvas.selection() == (hands.id("conv"), hands.id("act"))
    hands.key(KEY.Key_A, CTRL)
    assert len(hands.canvas.selection()) == len(hands.network)


def drag_nodes(hands: Hands) -> None:
    """Arrows move by the grid; a frame is moved and named like a node."""
    tab_to(hands, "loose")
    hands.key(KEY.Key_Down, SHIFT)
    assert hands.network.node("loose").position == (720.0, 456.0 + 5 * 24.0)
    hands.editor.do(PutFrame(Frame(hands.network.next_id, "Head", (hands.id("flat"), hands.id("head")))))
    tab_to(hands, "loose")
    for _ in range(len(hands.network)):
        QTest.keyClick(hands.canvas.view, KEY.Key_Tab)
        if hands.canvas.view.picked is not None:
            break
    assert hands.canvas.view.accessibleDescription() == "Frame Head, 2 nodes"
    hands.key(KEY.Key_Down)
    assert hands.network.node("flat").position[1] == 264.0 + 24.0


def drop_on_a_block(hands: Hands) -> None:
    """What is cut out is pasted into the block that one steps into."""
    hands.canvas.set_editor(OpenProject(Project(with_blocks())))
    hands.editor = hands.canvas.view.editor  # type: ignore[assignment]
    hands.editor.project.network.add("Dropout", name="loose", p=0.3)
    hands.canvas.refresh()
    tab_to(hands, "loose")
    hands.key(KEY.Key_X, CTRL)
    tab_to(hands, "stage")
    hands.key(KEY.Key_Down, ALT)
    hands.key(KEY.Key_V, CTRL)
    assert hands.network.blocks["Residual"].node("loose").parameters == {"p": 0.3}


def note(hands: Hands) -> int:
    """Stick a note and come to it with Tab."""
    identity = hands.network.next_id
    hands.editor.do(PutNote(Note(identity, "Try it.", (480.0, 480.0), (192.0, 96.0))))
    tab_to(hands, "loose")
    for _ in range(3):
        QTest.keyClick(hands.canvas.view, KEY.Key_Tab)
        if hands.canvas.view.picked == ("note", identity):
            return identity
    raise AssertionError("Tab never came to the note")


def drag_note(hands: Hands) -> None:
    """Arrows move it."""
    identity = note(hands)
    hands.key(KEY.Key_Left)
    assert hands.network.notes[identity].position == (456.0, 480.0)


def resize_note(hands: Hands) -> None:
    """With Ctrl and Shift they make it larger or smaller, presses in a row as one step, never too small."""
    identity = note(hands)
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up):
        hands.key(key, CTRL | SHIFT)
    assert hands.network.notes[identity].size == (240.0, 48.0)
    hands.editor.history.undo()
    assert hands.network.notes[identity].size == (192.0, 96.0)


def cut_wire(hands: Hands) -> None:
    """Shift+J cuts what arrives at a node, or what lies between two."""
    tab_to(hands, "act")
    hands.key(KEY.Key_J, SHIFT)
    assert ("conv", "act") not in hands.joined() and ("act", "pool") in hands.joined()


def drag_wire(hands: Hands) -> None:
    """J joins; on nothing it is I that asks what comes behind: here on the wire that leaves, in one step."""
    before = hands.document()
    tab_to(hands, "conv")
    hands.key(KEY.Key_I)
    assert "Linear" not in hands.canvas.search.found()  # an image is given
    search(hands, "BatchNorm2d")
    assert {("conv", "batchnorm2d"), ("batchnorm2d", "act")} <= hands.joined() and ("conv", "act") not in hands.joined()
    hands.editor.history.undo()
    assert hands.document() == before
    hands.canvas.select([hands.id("pool"), hands.id("loose")])
    hands.key(KEY.Key_J)
    assert ("pool", "loose") in hands.joined()
    tab_to(hands, "pool")  # two wires leave it now
    hands.key(KEY.Key_I)
    search(hands, "Dropout2d")
    assert {("pool", "dropout2d"), ("dropout2d", "flat"), ("dropout2d", "loose")} <= hands.joined()


def drop_layer(hands: Hands) -> None:
    """Shift+A adds where one looks."""
    hands.key(KEY.Key_A, SHIFT)
    search(hands, "GELU")
    assert "gelu" in hands.names()


WITHOUT_A_MOUSE: dict[type, Callable[[Hands], None]] = {
    Pan: pan,
    Minimap: pan,
    Press: press,
    RubberBand: rubber_band,
    DragNodes: drag_nodes,
    DragNote: drag_note,
    ResizeNote: resize_note,
    CutWire: cut_wire,
    DragWire: drag_wire,
    DropLayer: drop_layer,
}


def gestures(kind: type = Gesture) -> set[type]:
    """Every gesture there is."""
    return {kind, *(one for inner in kind.__subclasses__() for one in gestures(inner))} - {Gesture}


def test_no_gesture_is_without_keys():
    assert gestures() - WITHOUT_A_MOUSE.keys() == set()


@pytest.mark.parametrize(
    "way", [*dict.fromkeys(WITHOUT_A_MOUSE.values()), drop_on_a_block], ids=lambda way: way.__name__
)
def test_keys_do_what_the_mouse_does(hands, way):
    way(hands)
