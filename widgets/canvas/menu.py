"""The menu under the right mouse button: what can be done with what lies there, with the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from graphs.message import mark, say
from widgets import theme
from widgets.canvas.aligning import Side
from widgets.canvas.scans import READY
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

FRAME_COLOURS = (
    mark("Blue"),
    mark("Teal"),
    mark("Green"),
    mark("Olive"),
    mark("Orange"),
    mark("Red"),
    mark("Pink"),
    mark("Violet"),
)
"""What the eight frame colours are called, in their order."""


def swatch(colour: str) -> QIcon:
    """A small disc of a colour."""
    pixmap = QPixmap(QSize(16, 16))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(2, 2, 12, 12)
    painter.end()
    return QIcon(pixmap)


class CanvasMenu(QObject):
    """Makes the menu of what is selected or pointed at."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view
        self.more: Sequence[QAction] = ()
        """What else can be done with a node, where the drawing lies in a program that can do more."""

    def build(self) -> QMenu:
        """The menu for the selection, a frame, a note or the empty canvas, as it is now."""
        menu = QMenu(self.canvas)
        menu.setToolTipsVisible(True)
        picked = self.view.picked
        if picked is not None and picked[0] == "note":
            self._note(menu, picked[1])
            return menu
        if picked is not None and picked[0] == "frame":
            self._frame(menu, picked[1])
            menu.addSeparator()
        if self.canvas.selection():
            self._nodes(menu)
        else:
            self._nothing(menu)
        return menu

    @Slot(QPoint)
    def open(self, place: QPoint) -> None:
        """Show the menu at a point of the screen."""
        if self.view.editor is None:
            return
        menu = self.build()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    @staticmethod
    def _add(
        menu: QMenu, text: str, do: Callable[[], object], keys: str = "", tip: str = "", *, enabled: bool = True
    ) -> QAction:
        action = menu.addAction(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # only shown: the canvas listens itself
        action.setToolTip(tip or text)
        action.setEnabled(enabled)
        action.triggered.connect(lambda checked=False: do())
        return action

    def _nothing(self, menu: QMenu) -> None:
        canvas = self.canvas
        self._add(menu, tr("Add layer…"), canvas.open_search, "Shift+A")
        cells = menu.addMenu(tr("Add a drawn cell"))
        for kind, name in READY.items():
            self._add(cells, tr(say(name)), partial(canvas.scans.add, kind))
        self._add(
            menu, tr("Add note"), canvas.frames.add_note, "Shift+N", tr("Stick a note on the canvas: Markdown works")
        )
        self._add(menu, tr("Paste"), canvas.editing.paste, "Ctrl+V")
        menu.addSeparator()
        self._add(menu, tr("Tidy the layout"), canvas.tidying.all, "Ctrl+L")
        down = self.view.network.direction == "down"
        words = tr("Flow from left to right") if down else tr("Flow from top to bottom")
        self._add(menu, words, canvas.tidying.turn, "Alt+T", tr("Turn the drawing and lay it out anew"))
        self._add(menu, tr("Show everything"), canvas.fit, "F")
        if canvas.levels.way:
            menu.addSeparator()
            self._add(menu, tr("Next copy"), canvas.levels.next_copy, "Alt+Right")
            self._add(menu, tr("Close block"), canvas.levels.out, "Alt+Up", tr("Go out to what the block lies in"))

    def _nodes(self, menu: QMenu) -> None:
        canvas, editing = self.canvas, self.canvas.editing
        chosen = canvas.selection()
        network = self.view.network
        block = canvas.blocks.block_selected()
        if block is not None:
            self._add(
                menu,
                tr("Open block"),
                canvas.blocks.open,
                "Return",
                tr("Look inside and change it: every copy follows"),
            )
            shut = canvas.places.door(block) is None
            self._add(
                menu,
                tr("Open in place") if shut else tr("Close in place"),
                canvas.blocks.open_here,
                "Shift+Return",
                tr("Its inside among the nodes around it, wired as it is; changes reach every copy"),
            )
            self._add(
                menu,
                tr("Repeat…"),
                partial(canvas.face.open, block, "repeat"),
                "",
                tr("How many copies follow each other"),
            )
            self._add(
                menu, tr("Dissolve block"), canvas.blocks.dissolve, "Ctrl+Shift+U", tr("Put what it holds in its place")
            )
            menu.addSeparator()
        if canvas.scans.fusible() is not None:
            tip = tr("Put the fast layer here; it computes the same, with the same weights")
            self._add(menu, tr("Replace by the fused layer"), canvas.scans.fuse, "", tip)
        if canvas.scans.drawable() is not None:
            tip = tr("Draw it from its gates; it computes the same, with the same weights")
            self._add(menu, tr("Draw the cell"), canvas.scans.draw, "", tip)
        if len(chosen) == 1:
            self._add(menu, tr("Rename"), editing.rename, "F2")
        self._add(
            menu,
            tr("Replace…"),
            editing.replace,
            "Ctrl+H",
            tr("Put another layer here; what fits of its values and wires is kept"),
        )
        placed = [network.node(node) for node in chosen]
        frozen = all(node.frozen for node in placed)
        self._add(
            menu,
            tr("Let it learn") if frozen else tr("Freeze"),
            partial(editing.freeze, not frozen),
            "Ctrl+Shift+F",
            tr("Frozen weights stay as they are while the rest learns"),
        )
        self._add(
            menu,
            tr("Use again") if all(node.mode == "muted" for node in placed) else tr("Mute"),
            partial(editing.set_mode, "muted"),
            "Ctrl+M",
            tr("Leave it out, with everything that cannot do without it"),
        )
        self._add(
            menu,
            tr("Use again") if all(node.mode == "bypassed" for node in placed) else tr("Bypass"),
            partial(editing.set_mode, "bypassed"),
            "Ctrl+B",
            tr("Let what arrives go past it, unchanged"),
        )
        menu.addSeparator()
        one = len(chosen) == 1
        tip = tr("Choose where a wire from here should go") if one else tr("In the order they were selected")
        self._add(menu, tr("Connect to…") if one else tr("Connect them"), canvas.joining.join, "J", tip)
        tip = tr("Those that arrive here") if one else tr("Those between the selected nodes")
        self._add(menu, tr("Cut wires"), canvas.joining.cut, "Shift+J", tip)
        menu.addSeparator()
        self._add(menu, tr("Copy"), editing.copy, "Ctrl+C")
        self._add(menu, tr("Cut"), editing.cut, "Ctrl+X")
        self._add(menu, tr("Duplicate"), editing.duplicate, "Ctrl+D", tr("A copy that reads from the same layers"))
        self._add(menu, tr("Delete"), editing.delete, "Del")
        menu.addSeparator()
        self._add(menu, tr("Make block"), canvas.blocks.make, "Ctrl+Shift+G", tr("Draw it once, place it many times"))
        if canvas.frames.framed(chosen) is not None:
            self._add(menu, tr("Remove frame"), canvas.frames.frame_selection, "Ctrl+G")
        else:
            self._add(
                menu, tr("Frame"), canvas.frames.frame_selection, "Ctrl+G", tr("A coloured name round these nodes")
            )
        own = canvas.frames.framed(chosen)
        if own is not None and self.view.picked is None:  # for those who come here by keys
            self._frame_look(menu, own.id)
        if any(node in frame.nodes for frame in network.frames.values() for node in chosen):
            self._add(menu, tr("Take out of the frame"), canvas.frames.take_out)
        if len(chosen) > 1:
            self._arrange(menu)
        if self.more:
            menu.addSeparator()
            menu.addActions(list(self.more))
            menu.addSeparator()
        self._add(menu, tr("Show the selection"), canvas.fit_selection, ".")

    def _arrange(self, menu: QMenu) -> None:
        editing = self.canvas.editing
        inner = menu.addMenu(tr("Align and distribute"))
        for text, side, keys in (
            (tr("Left edges"), Side.LEFT, "Alt+A"),
            (tr("Right edges"), Side.RIGHT, "Alt+D"),
            (tr("Top edges"), Side.TOP, "Alt+W"),
            (tr("Bottom edges"), Side.BOTTOM, "Alt+S"),
            (tr("Centres, one above the other"), Side.CENTRE, "Alt+H"),
            (tr("Centres, side by side"), Side.MIDDLE, "Alt+V"),
            (tr("Wires level"), Side.WIRES, "Alt+L"),
        ):
            self._add(inner, text, partial(editing.align, side), keys)
        inner.addSeparator()
        enough = len(self.canvas.selection()) > 2
        self._add(
            inner, tr("Equal gaps across"), partial(editing.distribute, across=True), "Alt+Shift+H", enabled=enough
        )
        self._add(
            inner, tr("Equal gaps down"), partial(editing.distribute, across=False), "Alt+Shift+V", enabled=enough
        )
        inner.addSeparator()
        self._add(inner, tr("Tidy the selection"), self.canvas.tidying.selected, "Ctrl+Shift+L")

    def _frame(self, menu: QMenu, frame: int) -> None:
        self._frame_look(menu, frame)
        drop = partial(self.canvas.frames.drop_frame, frame)
        self._add(menu, tr("Remove frame"), drop, "", tr("Its nodes stay"))

    def _frame_look(self, menu: QMenu, frame: int) -> None:
        frames = self.canvas.frames
        self._add(menu, tr("Rename frame"), partial(frames.rename_frame, frame), "F2")
        colours = menu.addMenu(tr("Colour of the frame"))
        for place, (name, colour) in enumerate(zip(FRAME_COLOURS, theme.current().frames.values(), strict=True)):
            action = self._add(colours, tr(say(name)), partial(frames.colour_frame, frame, place))
            action.setIcon(swatch(colour))

    def _note(self, menu: QMenu, note: int) -> None:
        frames = self.canvas.frames
        self._add(menu, tr("Write"), partial(frames.write_note, note), "Return")
        self._add(menu, tr("Delete note"), partial(frames.drop_note, note), "Del")
