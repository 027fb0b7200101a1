"""What the canvas says to those who cannot see it."""

from __future__ import annotations

from widgets.canvas.picture import spoken
from widgets.canvas.view import GraphView
from widgets.language import tr


def selection_words(view: GraphView) -> str:
    """What is selected or picked on a view: the layer with its sizes, a note with its text, a frame, or how many."""
    picked, nodes = view.picked, view.selection()
    if picked is not None and picked[0] == "note" and picked[1] in view.network.notes:
        return tr("Note: {text}", text=view.network.notes[picked[1]].text)
    if picked is not None and picked[0] == "frame" and picked[1] in view.network.frames:
        return tr("Frame {title}, {n} nodes", title=view.network.frames[picked[1]].title, n=len(nodes))
    if not nodes:
        return tr("Nothing is selected.")
    if len(nodes) > 1:
        return tr("{n} nodes are selected.", n=len(nodes))
    picture = view.drawing.node(nodes[0])
    step = view.plan.step(nodes[0]) if view.editor is not None else None
    return spoken(picture, step) if picture is not None else ""
