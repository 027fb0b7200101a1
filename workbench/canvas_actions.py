"""What one can do on the canvas, as rows of the table: blocks, frames, notes, order, and what a node takes part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphs.message import mark
from widgets.canvas.aligning import Side
from widgets.canvas.scans import READY
from workbench.action import Action, Run, selected

if TYPE_CHECKING:
    from workbench.window import Window


def _block(window: Window) -> bool:
    return window.canvas.blocks.block_selected() is not None


def _inside(window: Window) -> bool:
    return bool(window.canvas.levels.way)


def _several(window: Window) -> bool:
    return len(window.selection) > 1


def _enough(window: Window) -> bool:
    return len(window.selection) > 2


def _cell(kind: str, text: str) -> Action:
    run: Run = lambda w: w.canvas.scans.add(kind)  # noqa: E731 - a row runs a function of the window
    return Action(f"cell_{kind}", text, mark("Place a block that is drawn from gates and runs over time"), run)


def _align(identity: str, text: str, side: Side, key: str) -> Action:
    run: Run = lambda w: w.canvas.editing.align(side)  # noqa: E731 - a row runs a function of the window
    tip = mark("Put the selected nodes in line, as one step")
    return Action(f"align_{identity}", text, tip, run, (key,), enabled=_several)


CANVAS_ACTIONS: tuple[Action, ...] = (
    Action(
        "replace",
        mark("Replace…"),
        mark("Put another layer in the place of the selected ones; what fits of values and wires is kept"),
        lambda w: w.canvas.editing.replace(),
        ("Ctrl+H",),
        enabled=selected,
    ),
    Action(
        "add_after",
        mark("Add after…"),
        mark("Search for a layer that fits behind the selected node, and put it on the wires that leave it"),
        lambda w: w.canvas.editing.add_after(),
        ("I",),
        enabled=selected,
    ),
    Action(
        "freeze",
        mark("Freeze or let learn"),
        mark("Keep the weights of the selected nodes as they are, or let them learn again"),
        lambda w: w.canvas.editing.toggle_freeze(),
        ("Ctrl+Shift+F",),
        "mdi6.snowflake",
        selected,
    ),
    Action(
        "mute",
        mark("Mute or use again"),
        mark("Leave the selected nodes out, with everything that cannot do without them"),
        lambda w: w.canvas.editing.set_mode("muted"),
        ("Ctrl+M",),
        "mdi6.volume-off",
        selected,
    ),
    Action(
        "bypass",
        mark("Bypass or use again"),
        mark("Let what arrives at the selected nodes go past them, unchanged"),
        lambda w: w.canvas.editing.set_mode("bypassed"),
        ("Ctrl+B",),
        "mdi6.debug-step-over",
        selected,
    ),
    Action(
        "frame",
        mark("Frame the selection"),
        mark("Draw a coloured frame with a title round the selected nodes, or take it away again"),
        lambda w: w.canvas.frames.frame_selection(),
        ("Ctrl+G",),
        "mdi6.select-group",
        selected,
    ),
    Action(
        "note",
        mark("Add note"),
        mark("Stick a note on the canvas and write on it, in Markdown"),
        lambda w: w.canvas.frames.add_note(),
        ("Shift+N",),
        "mdi6.note-text-outline",
    ),
    Action(
        "make_block",
        mark("Make block"),
        mark("Turn the selected nodes into a block: draw it once, place it many times"),
        lambda w: w.canvas.blocks.make(),
        ("Ctrl+Shift+G",),
        "mdi6.group",
        selected,
    ),
    Action(
        "open_block",
        mark("Open block"),
        mark("Go into the selected block; what is changed inside changes in every copy"),
        lambda w: w.canvas.blocks.open(),
        enabled=_block,
    ),
    Action(
        "open_here",
        mark("Open in place"),
        mark("Show the inside of the selected block where it stands, or close it again (Shift+Enter)"),
        lambda w: w.canvas.blocks.open_here(),
        enabled=_block,
    ),
    Action(
        "step_in",
        mark("Go into the open block"),
        mark("Deal with what is inside the selected block, among the nodes around it; it is opened in place"),
        lambda w: w.canvas.blocks.step_in(),
        ("Alt+Down",),
        enabled=_block,
    ),
    Action(
        "join",
        mark("Connect"),
        mark("Draw wires between the selected nodes; of one alone, choose where its wire goes"),
        lambda w: w.canvas.joining.join(),
        ("J",),
        enabled=selected,
    ),
    Action(
        "cut_wires",
        mark("Cut wires"),
        mark("Cut the wires between the selected nodes; of one alone, those that arrive"),
        lambda w: w.canvas.joining.cut(),
        ("Shift+J",),
        enabled=selected,
    ),
    Action(
        "dissolve_block",
        mark("Dissolve block"),
        mark("Put what the selected block holds in its place"),
        lambda w: w.canvas.blocks.dissolve(),
        ("Ctrl+Shift+U",),
        "mdi6.ungroup",
        _block,
    ),
    Action(
        "fuse_cell",
        mark("Replace by the fused layer"),
        mark("Put the fast layer in the place of the selected drawn cell; it computes the same, with the same weights"),
        lambda w: w.canvas.scans.fuse(),
        enabled=lambda w: w.canvas.scans.fusible() is not None,
    ),
    Action(
        "draw_cell",
        mark("Draw the cell"),
        mark("Draw the selected RNN, LSTM or GRU from its gates; it computes the same, with the same weights"),
        lambda w: w.canvas.scans.draw(),
        enabled=lambda w: w.canvas.scans.drawable() is not None,
    ),
    *(_cell(kind, text) for kind, text in READY.items()),
    Action(
        "next_copy",
        mark("Next copy"),
        mark("Look into the next copy of the open block"),
        lambda w: w.canvas.levels.next_copy(),
        ("Alt+Right",),
        enabled=_inside,
    ),
    Action(
        "close_block",
        mark("Close block"),
        mark("Go out to what the open block lies in"),
        lambda w: w.canvas.levels.out(),
        ("Alt+Up",),
        enabled=_inside,
    ),
    Action(
        "turn",
        mark("Flow from top to bottom"),
        mark("Turn the drawing, between left to right and top to bottom, and lay it out anew"),
        lambda w: w.canvas.tidying.turn(),
        ("Alt+T",),
        checked=lambda w: w.canvas.view.network.direction == "down",
    ),
    Action(
        "tidy_selection",
        mark("Tidy the selection"),
        mark("Arrange the selected nodes in layers, where they are"),
        lambda w: w.canvas.tidying.selected(),
        ("Ctrl+Shift+L",),
        enabled=_several,
    ),
    _align("left", mark("Left edges"), Side.LEFT, "Alt+A"),
    _align("right", mark("Right edges"), Side.RIGHT, "Alt+D"),
    _align("top", mark("Top edges"), Side.TOP, "Alt+W"),
    _align("bottom", mark("Bottom edges"), Side.BOTTOM, "Alt+S"),
    _align("centre", mark("Centres, one above the other"), Side.CENTRE, "Alt+H"),
    _align("middle", mark("Centres, side by side"), Side.MIDDLE, "Alt+V"),
    _align("wires", mark("Wires level"), Side.WIRES, "Alt+L"),
    Action(
        "gaps_across",
        mark("Equal gaps across"),
        mark("Make the gaps between the selected nodes equal, from left to right"),
        lambda w: w.canvas.editing.distribute(across=True),
        ("Alt+Shift+H",),
        enabled=_enough,
    ),
    Action(
        "gaps_down",
        mark("Equal gaps down"),
        mark("Make the gaps between the selected nodes equal, from top to bottom"),
        lambda w: w.canvas.editing.distribute(across=False),
        ("Alt+Shift+V",),
        enabled=_enough,
    ),
)
"""Their keys mean the canvas only while it has the focus."""
