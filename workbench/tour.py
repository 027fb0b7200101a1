"""The two-minute tour: eight real places of the window, one after the other, each with what it is good for.

It is offered once, when the program starts for the first time without a file, and stands in the Help menu ever after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from graphs.message import mark, say
from widgets import theme
from widgets.controls import Text, colour
from widgets.language import tr

if TYPE_CHECKING:
    from workbench.window import Window

WIDTH = 340
SETTLED = 60
"""Milliseconds until a layout lies still."""
_AIR = 14


@dataclass(frozen=True)
class Stop:
    """One place of the tour: the layout it is in, the widget it points at, a title and two or three sentences."""

    layout: str
    place: Callable[[Window], QWidget]
    title: str
    text: str


STOPS: tuple[Stop, ...] = (
    Stop(
        "design",
        lambda w: w.palette_panel,
        mark("Everything begins with a layer"),
        mark("Drag one onto the canvas, or onto a wire to insert it. Search in English, in Chinese or by torch name."),
    ),
    Stop(
        "design",
        lambda w: w.canvas,
        mark("The drawing is the whole computation"),
        mark("Losses and metrics are nodes too. Drag from port to port to connect; the wire says what shape it has."),
    ),
    Stop(
        "design",
        lambda w: w.inspector,
        mark("Select a node and change it"),
        mark("Its parameters, the sum behind its shape, its formula and what it costs. Undo takes anything back."),
    ),
    Stop(
        "design",
        lambda w: w.problems,
        mark("Nothing breaks in silence"),
        mark("Whatever keeps the network from training stands here in words, often with a fix that one click applies."),
    ),
    Stop(
        "design",
        lambda w: w.bar.train,
        mark("Train"),
        mark("One button starts and pauses. Data, optimizer and length are in the recipe, at the right of this bar."),
    ),
    Stop(
        "train",
        lambda w: w.views,
        mark("Look inside while it learns"),
        mark("Curves, gradients and mistakes are drawn as they happen. Wires show how strongly the gradient flows."),
    ),
    Stop(
        "train",
        lambda w: w.canvas,
        mark("Walk through one step"),
        mark(
            "F8 lights one node after the other: what an example becomes there, how the gradient comes back, and what "
            "the step makes of one weight. An open scan is walked through at one time step."
        ),
    ),
    Stop(
        "design",
        lambda w: w.menus,
        mark("More when you want it"),
        mark("File has the gallery of famous networks. F1 explains what is selected. Ctrl+3 is the classroom."),
    ),
)


class Tour(QWidget):
    """Covers the window, leaves one place uncovered, and says in a card beside it what that is. Arrows and Enter turn
    the pages, Escape ends it."""

    def __init__(self, window: Window):
        super().__init__(window)
        self._main = window
        self.number = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self.card.setFixedWidth(WIDTH)
        self.title, self.text = Text(size=16, weight=600, wrap=True), Text(wrap=True)
        self.count = Text(role="muted", size=12)
        self.skip, self.back, self.next = QPushButton(), QPushButton(), QPushButton()
        self.next.setProperty("role", "primary")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.count, 1)
        for button in (self.skip, self.back, self.next):
            foot.addWidget(button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (self.title, self.text):
            column.addWidget(part)
        column.addLayout(foot)
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.hide()

    # ------------------------------------------------------------------ what happens

    @Slot()
    def offer(self) -> None:
        """Ask in a card whether the tour is wanted; nothing is covered meanwhile."""
        self.number = -1
        self._begin()

    def start(self) -> None:
        """Show the first place."""
        self._main.settings.toured = True
        self.number = 0
        self._begin()

    def _begin(self) -> None:
        self._main.installEventFilter(self)
        self.show()
        self.raise_()
        self._show_stop()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def go_on(self) -> None:
        """The next place; after the last one the tour is over."""
        if self.number + 1 >= len(STOPS):
            self.end()
            return
        self._main.settings.toured = True
        self.number += 1
        self._show_stop()

    @Slot()
    def go_back(self) -> None:
        """The place before."""
        self.number = max(0, self.number - 1)
        self._show_stop()

    @Slot()
    def end(self) -> None:
        """Uncover the window; the tour is not offered again."""
        self._main.settings.toured = True
        self._main.removeEventFilter(self)
        self.hide()
        self._main.canvas.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ what it shows

    @property
    def stop(self) -> Stop | None:
        """The place it points at, or None while it is only offered."""
        return STOPS[self.number] if self.number >= 0 else None

    def hole(self) -> QRect:
        """What is left uncovered, in the window; empty while the tour is only offered."""
        if self.stop is None:
            return QRect()
        widget = self.stop.place(self._main)
        return QRect(widget.mapTo(self._main, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3) & self.rect()

    def _show_stop(self) -> None:
        stop = self.stop
        if stop is not None and self._main.layout_name != stop.layout:
            self._main.lay(stop.layout)
        if stop is not None and (panel := self._panel(stop)) is not None and not self._main.docks.is_shown(panel):
            self._main.docks.toggle(panel)
        self.retranslate()
        self._place()
        self.raise_()
        # Once more when Qt has laid out what another layout shows.
        QTimer.singleShot(SETTLED, self, self._place)

    def _panel(self, stop: Stop) -> str | None:
        place = stop.place(self._main)
        return next((name for name, dock in self._main.docks.docks.items() if dock.isAncestorOf(place)), None)

    @Slot()
    def _place(self) -> None:
        """The card beside the hole, where there is room; an offer at the lower right and nothing else."""
        window = self._main.rect()
        self.card.adjustSize()
        size = self.card.sizeHint()
        size.setWidth(WIDTH)
        size.setHeight(max(size.height(), self.card.heightForWidth(WIDTH)))
        if self.stop is None:
            self.setGeometry(window.right() - WIDTH - 24, window.bottom() - size.height() - 44, WIDTH, size.height())
            self.card.setGeometry(0, 0, WIDTH, size.height())
            return
        self.setGeometry(window)
        hole = self.hole()
        middle = hole.center().y() - size.height() // 2
        left = hole.center().x() - WIDTH // 2
        places = (
            QPoint(hole.right() + _AIR, middle), QPoint(hole.left() - WIDTH - _AIR, middle),
            QPoint(left, hole.bottom() + _AIR), QPoint(left, hole.top() - size.height() - _AIR),
        )  # fmt: skip
        inside = window.adjusted(8, 8, -8, -8)

        def pushed(at: QPoint) -> QRect:
            x = min(max(at.x(), inside.left()), inside.right() - WIDTH)
            y = min(max(at.y(), inside.top()), inside.bottom() - size.height())
            return QRect(x, y, WIDTH, size.height())

        free = (card for at in places if not (card := pushed(at)).intersects(hole))
        # A place as large as the window has its card in its middle.
        self.card.setGeometry(next(free, pushed(QPoint(left, middle))))
        self.update()

    def retranslate(self) -> None:
        """Set every text."""
        stop = self.stop
        self.setAccessibleName(tr("Two-minute tour"))
        if stop is None:
            self.title.setText(tr("New here?"))
            self.text.setText(tr("A tour of two minutes shows what is where. It also stands in the Help menu."))
            self.count.setText("")
            self.next.setText(tr("Show me"))
            self.skip.setText(tr("Not now"))
        else:
            self.title.setText(tr(say(stop.title)))
            self.text.setText(tr(say(stop.text)))
            self.count.setText(tr("{n} of {all}", n=self.number + 1, all=len(STOPS)))
            self.next.setText(tr("Done") if self.number + 1 == len(STOPS) else tr("Next"))
            self.skip.setText(tr("End"))
        self.back.setText(tr("Back"))
        self.back.setVisible(self.number > 0)
        self.skip.setVisible(self.number + 1 < len(STOPS))
        self.next.setToolTip(tr("Go on with the tour (→)"))
        self.back.setToolTip(tr("The place before (←)"))
        self.skip.setToolTip(tr("End the tour; it stands in the Help menu (Esc)"))
        self.setAccessibleDescription(f"{self.title.full_text}. {self.text.full_text}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn the pages, Escape ends it."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.end()
            case Qt.Key.Key_Right | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.go_on()
            case Qt.Key.Key_Left if self.number > 0:
                self.go_back()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything but the place is darkened; the place has a line of accent round it."""
        if self.stop is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hole = QRectF(self.hole())
        cover, place = QPainterPath(), QPainterPath()
        cover.addRect(QRectF(self.rect()))
        place.addRoundedRect(hole, theme.RADIUS_CARD, theme.RADIUS_CARD)
        dark = QColor(colour("shadow"))
        dark.setAlphaF(0.45)
        painter.fillPath(cover.subtracted(place), dark)
        painter.setPen(QPen(colour("accent"), theme.LINE_FOCUS))
        painter.drawPath(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if watched is self._main and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.retranslate()
            self._place()
