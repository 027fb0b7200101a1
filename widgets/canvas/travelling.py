"""For whoever goes through the drawing without a mouse, or rests it: where Tab stops next, and what a node is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphs.network import Network
from widgets.canvas.picture import NodePicture
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.view import GraphView


def next_stop(view: GraphView, *, forward: bool) -> tuple[str, int] | None:
    """What Tab goes to: along the wires, then to the notes and the frames; None beyond the last."""
    order: list[tuple[str, int]] = []
    if view.editor is not None:
        order = [("node", node) for node in view.network.order() if view.drawing.index(node) is not None]
        order += [("note", note.id) for note in view.drawing.picture.notes]
        order += [("frame", frame.id) for frame in view.drawing.picture.frames if frame.nodes]
    chosen = view.selection()
    now = view.picked if view.picked in order else ("node", chosen[-1]) if chosen else None
    here = order.index(now) if now in order else -1 if forward else len(order)
    there = here + (1 if forward else -1)
    return order[there] if 0 <= there < len(order) else None


def extended(view: GraphView, *, forward: bool) -> None:
    """Take the next node along the wires into the selection, or let the last one go again."""
    order = [node for node in view.network.order() if view.drawing.index(node) is not None] if view.editor else []
    chosen = view.selection()
    if not order:
        return
    if not chosen:
        view.set_selection((order[0] if forward else order[-1],))
        return
    there = order.index(chosen[-1]) + (1 if forward else -1)
    if not 0 <= there < len(order):
        return
    if order[there] in chosen:  # going back lets go
        view.set_selection(chosen[:-1])
    else:
        view.set_selection((*chosen, order[there]))
    view.bring_into_view(view.selection()[-1])


def explained(network: Network, picture: NodePicture, advice: str = "") -> str:
    """What a node is, for whoever rests the mouse on it: what is wrong, else the ``advice`` there is about it, what it
    does in one sentence, and what has been done to it."""
    if picture.problem:
        return picture.problem
    if advice:
        return advice
    kind = network.layer_class(picture.id)
    words = [tr("A block: double-click to look inside.")] if picture.block else []
    if kind is not None:
        words.append(tr(kind.sentence()))
    if picture.mode == "muted":
        words.append(tr("Muted: left out, with everything that cannot do without it."))
    elif picture.mode == "bypassed":
        words.append(tr("Bypassed: what arrives goes past it, unchanged."))
    elif picture.left_out:
        words.append(tr("Left out, since it cannot do without a node that is muted."))
    if picture.frozen:
        words.append(tr("Frozen: its weights stay as they are while the rest learns."))
    return "\n".join(words)
