"""How much of a node there is room for at a zoom, and which pixels may serve for others while the zoom changes."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QPixmap

from widgets.canvas.node_painter import pixmap_offset
from widgets.canvas.picture import NodePicture

_WORN = 1.6
"""While the zoom changes, a node that would be stretched or shrunk by more than this is painted anew."""


class Detail(IntEnum):
    """How much of a node is drawn."""

    FAR = 0
    MIDDLE = 1
    NEAR = 2


def detail_for(zoom: float, before: Detail | None = None) -> Detail:
    """The level for a zoom; a level is kept until the zoom is a tenth past its threshold, so that nothing flickers."""
    level = Detail.NEAR if zoom >= 0.65 else Detail.MIDDLE if zoom >= 0.3 else Detail.FAR
    if before is None or level == before:
        return level
    for threshold, above in ((0.65, Detail.NEAR), (0.3, Detail.MIDDLE)):
        if before >= above and level < above and zoom > threshold * 0.9:
            return before
        if before < above and level >= above and zoom < threshold * 1.1:
            return max(before, Detail(above - 1))
    return level


def serves(pixmap: QPixmap, node: NodePicture, scale: float) -> bool:
    """Whether a painted node may be stretched to a scale while the zoom changes."""
    wanted = (node.width + 2 * pixmap_offset(node)[0]) * scale
    return wanted / _WORN < pixmap.width() < wanted * _WORN
