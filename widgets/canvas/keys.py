"""Which key does what on the canvas, as one table; the window's menus have keys of their own for the same things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from widgets.canvas.aligning import Side
from widgets.canvas.geometry import GRID
from widgets.canvas.travelling import extended

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

Combination = tuple[int, Qt.KeyboardModifier]


def combination(key: int, modifiers: Qt.KeyboardModifier) -> Combination:
    """A key with its modifiers; where on the keyboard the key lies does not matter."""
    return key, modifiers & ~_KEYPAD


def table(canvas: Canvas) -> dict[Combination, Callable[[], object]]:
    """What each combination does on a canvas."""
    editing, levels, view = canvas.editing, canvas.levels, canvas.view
    key = Qt.Key
    plain: dict[Qt.Key, Callable[[], object]] = {
        key.Key_Delete: editing.delete,
        key.Key_Backspace: editing.delete,
        key.Key_F: canvas.fit,
        key.Key_Home: canvas.fit,
        key.Key_Period: canvas.fit_selection,
        key.Key_F2: editing.rename,
        key.Key_M: lambda: canvas.set_map_visible(not canvas.map_visible),
        key.Key_Plus: canvas.zoom_in,
        key.Key_Equal: canvas.zoom_in,
        key.Key_Minus: canvas.zoom_out,
        key.Key_Return: editing.open,
        key.Key_Enter: editing.open,
        key.Key_Menu: lambda: canvas.menu.open(view.to_global(editing.centre())),
        key.Key_Escape: editing.leave,
        key.Key_J: canvas.joining.join,
        key.Key_I: editing.add_after,
    }
    found: dict[Combination, Callable[[], object]] = {(int(k), _NONE): what for k, what in plain.items()}
    found |= {
        (int(key.Key_Plus), _SHIFT): canvas.zoom_in,
        (int(key.Key_Plus), _CTRL): canvas.zoom_in,
        (int(key.Key_Equal), _CTRL): canvas.zoom_in,
        (int(key.Key_Minus), _CTRL): canvas.zoom_out,
        (int(key.Key_Return), _SHIFT): canvas.blocks.open_here,
        (int(key.Key_Enter), _SHIFT): canvas.blocks.open_here,
        (int(key.Key_J), _SHIFT): canvas.joining.cut,
        (int(key.Key_BracketRight), _NONE): lambda: extended(view, forward=True),
        (int(key.Key_BracketLeft), _NONE): lambda: extended(view, forward=False),
        (int(key.Key_A), _SHIFT): canvas.open_search,
        (int(key.Key_N), _SHIFT): canvas.frames.add_note,
        (int(key.Key_D), _CTRL): editing.duplicate,
        (int(key.Key_H), _CTRL): editing.replace,
        (int(key.Key_M), _CTRL): lambda: editing.set_mode("muted"),
        (int(key.Key_B), _CTRL): lambda: editing.set_mode("bypassed"),
        (int(key.Key_F), _CTRL | _SHIFT): editing.toggle_freeze,
        (int(key.Key_G), _CTRL): canvas.frames.frame_selection,
        (int(key.Key_G), _CTRL | _SHIFT): canvas.blocks.make,
        (int(key.Key_U), _CTRL | _SHIFT): canvas.blocks.dissolve,
        (int(key.Key_L), _CTRL): canvas.tidying.all,
        (int(key.Key_T), _CTRL): canvas.tidying.turn,
        (int(key.Key_L), _CTRL | _SHIFT): canvas.tidying.selected,
        (int(key.Key_F10), _SHIFT): lambda: canvas.menu.open(view.to_global(editing.centre())),
        (int(key.Key_Up), _ALT): levels.out,
        (int(key.Key_Down), _ALT): canvas.blocks.step_in,
        (int(key.Key_Right), _ALT): lambda: levels.walk(1),
        (int(key.Key_Left), _ALT): lambda: levels.walk(-1),
    }
    for arrow, (dx, dy) in ARROWS.items():
        found[int(arrow), _CTRL] = lambda dx=dx, dy=dy: editing.pan(dx, dy)  # type: ignore[misc]
        found[int(arrow), _CTRL | _SHIFT] = lambda dx=dx, dy=dy: editing.resize(dx, dy)  # type: ignore[misc]
    for letter, side in ALIGNING.items():
        found[int(letter), _ALT] = lambda side=side: editing.align(side)  # type: ignore[misc]
    found[int(key.Key_H), _ALT | _SHIFT] = lambda: editing.distribute(across=True)
    found[int(key.Key_V), _ALT | _SHIFT] = lambda: editing.distribute(across=False)
    return found


ARROWS = {
    Qt.Key.Key_Left: (-GRID, 0.0),
    Qt.Key.Key_Right: (GRID, 0.0),
    Qt.Key.Key_Up: (0.0, -GRID),
    Qt.Key.Key_Down: (0.0, GRID),
}
"""Which way each arrow goes, one step of the grid."""

ALIGNING = {
    Qt.Key.Key_A: Side.LEFT,
    Qt.Key.Key_D: Side.RIGHT,
    Qt.Key.Key_W: Side.TOP,
    Qt.Key.Key_S: Side.BOTTOM,
    Qt.Key.Key_H: Side.CENTRE,
    Qt.Key.Key_V: Side.MIDDLE,
    Qt.Key.Key_L: Side.WIRES,
}
"""With Alt: the keys that design programs have for it, and L for level wires."""
