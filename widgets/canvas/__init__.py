"""The node-graph editor: `Canvas` is the widget, everything else here is how it works."""

from widgets.canvas.canvas import Canvas
from widgets.canvas.strip import NodeStatistics

__all__ = ["Canvas", "NodeStatistics"]
