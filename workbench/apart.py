"""Live views in places of their own: pulled out of the column by the header, at any side of the window or floating."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMenu,
    QRubberBand,
    QScrollArea,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from widgets.controls import Text
from widgets.language import tr
from workbench.docks import BOTTOM, LEFT, RIGHT, Grip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.views.card import View
    from workbench.window import Window

TOP = Qt.DockWidgetArea.TopDockWidgetArea
EDGE = 96
"""How near to a side of the drawing a view has to be dropped to stay there, in logical pixels."""
FLOATING = Qt.DockWidgetArea.NoDockWidgetArea
"""No side: a window of its own."""


class Room(QScrollArea):
    """What a dock of one view holds: the card of the project in front; what has no room is scrolled to."""

    def __init__(self, name: str):
        super().__init__()
        self.name = name
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages = QStackedWidget()
        self._nothing = Text(role="muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(16)
        self._pages.addWidget(self._nothing)
        self.setWidget(self._pages)
        self.retranslate()

    def take(self, card: QWidget) -> None:
        """Hold the card of one more project."""
        self._pages.addWidget(card)

    def holds(self, card: QWidget) -> bool:
        """Whether a card lies here."""
        return self._pages.indexOf(card) >= 0

    def show_card(self, card: QWidget | None) -> None:
        """Show the card of the project in front; without one say that it has none."""
        held = card is not None and self.holds(card)
        self._pages.setCurrentWidget(card if held and card is not None else self._nothing)

    @property
    def card(self) -> QWidget | None:
        """The card that is shown."""
        shown = self._pages.currentWidget()
        return None if shown is self._nothing else shown

    def retranslate(self) -> None:
        """Say why there may be nothing here."""
        self._nothing.setText(tr("The project in front has not opened this view. Add it under Live views."))


class Apart(QObject):
    """The docks of single views, one for each view whatever project is in front.

    ``rooms`` maps the names of the views that have a place of their own to what holds them.
    """

    def __init__(self, window: Window):
        super().__init__(window)
        self._window = window
        self.rooms: dict[str, Room] = {}
        self.docks: dict[str, QDockWidget] = {}
        self._pull: _Pull | None = None

    # ------------------------------------------------------------------ which views have a place of their own

    def settle(self, names: Iterable[str]) -> None:
        """Give exactly these views a dock; every other goes back into the column."""
        wanted = tuple(names)
        gone = [name for name in self.rooms if name not in wanted]
        docks = [self.docks.pop(name) for name in gone]
        for name in gone:
            del self.rooms[name]
        for name in wanted:
            if name not in self.rooms:
                self._make(name)
        self.place()
        for dock in docks:
            self._window.removeDockWidget(dock)
            # It lives until the present event is over, and by its name Qt would put it back where the next one belongs.
            dock.setObjectName("")
            dock.deleteLater()

    def _make(self, name: str) -> None:
        dock, room = QDockWidget(self._window), Room(name)
        dock.setObjectName(f"dock-view-{name}")
        dock.setWidget(room)
        dock.setTitleBarWidget(Grip(dock))
        dock.toggleViewAction().triggered.connect(partial(self._toggled, name))
        self._window.addDockWidget(RIGHT, dock)
        self.rooms[name], self.docks[name] = room, dock

    def _toggled(self, name: str, checked: bool = False) -> None:
        """Whoever hides the dock of a view wants it back among the others."""
        if self.docks[name].isHidden():
            self.put_back(name)

    def place(self) -> None:
        """Put every card of every project where it belongs, and show those of the project in front."""
        for tab in self._window.tabs.projects:
            tab.views.settle()
        cards = self._window.tab.views.cards
        for name, room in self.rooms.items():
            room.show_card(cards.get(name))
        self.retranslate()

    def take_out(self, name: str, area: Qt.DockWidgetArea, at: QPoint | None = None) -> None:
        """Give a view a dock at a side of the window, or a window of its own with its corner at a place."""
        card = self._window.views.cards[name]
        size = card.size()
        if name not in self.rooms:
            self._make(name)
            self.place()
        dock = self.docks[name]
        dock.show()
        if area is FLOATING:
            dock.setFloating(True)
            dock.resize(max(size.width(), 360), max(size.height(), 300))
            dock.move(at if at is not None else self._window.geometry().center() - dock.rect().center())
        else:
            dock.setFloating(False)
            self._window.addDockWidget(area, dock)
            upright = area in (LEFT, RIGHT)
            room = 0.3 * (self._window.width() if upright else self._window.height())
            way = Qt.Orientation.Horizontal if upright else Qt.Orientation.Vertical
            self._window.resizeDocks([dock], [round(room)], way)
        dock.raise_()

    def put_back(self, name: str) -> None:
        """Let a view go back into the column, and show the column."""
        self.settle([other for other in self.rooms if other != name])
        self._window.docks.docks["views"].show()
        self._window.docks.docks["views"].raise_()

    def retranslate(self) -> None:
        """Name every dock after its view."""
        for name, dock in self.docks.items():
            card = next((tab.views.cards[name] for tab in self._window.tabs.projects if name in tab.views.cards), None)
            title = card.accessibleName() if card is not None else ""
            dock.setWindowTitle(title)
            dock.setAccessibleName(title)
            self.rooms[name].setAccessibleName(title)
            self.rooms[name].retranslate()
            cast("Grip", dock.titleBarWidget()).set_title(title)

    # ------------------------------------------------------------------ by the menu of a card

    def offer(self, card: View) -> None:
        """Let a card be pulled by its header, and put the places it can go to into its menu."""
        card.header.setCursor(Qt.CursorShape.OpenHandCursor)
        card.header.installEventFilter(self)
        places = QMenu(card.menu)
        places.aboutToShow.connect(partial(self._fill, places, card.name))
        card.menu.addSeparator()
        card.menu.addMenu(places)
        card.menu.aboutToShow.connect(lambda: places.setTitle(tr("Place")))

    def _fill(self, menu: QMenu, name: str) -> None:
        menu.clear()
        for words, area in (
            (tr("At the left"), LEFT),
            (tr("At the right"), RIGHT),
            (tr("Above the drawing"), TOP),
            (tr("Below the drawing"), BOTTOM),
            (tr("In a window of its own"), FLOATING),
        ):
            menu.addAction(words).triggered.connect(partial(self._chosen, name, area))
        menu.addSeparator()
        back = menu.addAction(tr("Back among the other views"))
        back.setEnabled(name in self.rooms)
        back.triggered.connect(lambda: self.put_back(name))

    def _chosen(self, name: str, area: Qt.DockWidgetArea, checked: bool = False) -> None:
        self.take_out(name, area)

    # ------------------------------------------------------------------ by the mouse

    def target(self, at: QPoint) -> tuple[Qt.DockWidgetArea | None, QRect]:
        """Where a card dropped at a place of the screen goes, and what of the screen that is; None is the column."""
        window = self._window
        column = window.docks.docks["views"]
        place = QRect(column.mapToGlobal(QPoint(0, 0)), column.size())
        if column.isVisible() and place.contains(at):
            return None, place
        for dock in (*window.docks.docks.values(), *self.docks.values()):
            place = QRect(dock.mapToGlobal(QPoint(0, 0)), dock.size())
            if dock.isVisible() and not dock.isFloating() and place.contains(at):
                return window.dockWidgetArea(dock), place
        middle = cast("QWidget", window.centralWidget())
        place = QRect(middle.mapToGlobal(QPoint(0, 0)), middle.size())
        if place.contains(at):
            near = {LEFT: at.x() - place.left(), RIGHT: place.right() - at.x(), TOP: at.y() - place.top(),
                    BOTTOM: place.bottom() - at.y()}  # fmt: skip
            area = min(near, key=lambda one: near[one])
            if near[area] < EDGE:
                return area, self._strip(place, area)
        return FLOATING, QRect(at - QPoint(60, 12), place.size() / 3)

    @staticmethod
    def _strip(place: QRect, area: Qt.DockWidgetArea) -> QRect:
        wide, high = place.width() // 3, place.height() // 3
        return {
            LEFT: QRect(place.left(), place.top(), wide, place.height()),
            RIGHT: QRect(place.right() - wide, place.top(), wide, place.height()),
            TOP: QRect(place.left(), place.top(), place.width(), high),
            BOTTOM: QRect(place.left(), place.bottom() - high, place.width(), high),
        }[area]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse that pulls a card by its header; Escape lets it go where it was."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.LeftButton:
                header = cast("QWidget", watched)
                self._pull = _Pull(cast("View", header.parentWidget()).name, header, event.globalPosition())
                return True  # the header keeps the mouse until the button is let go
        elif self._pull is not None and kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._pulled(event.globalPosition())
            return True
        elif self._pull is not None and kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._dropped(event.globalPosition().toPoint())
            return True
        elif self._pull is not None and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            return True
        return super().eventFilter(watched, event)

    def _pulled(self, at: QPointF) -> None:
        pull = self._pull
        assert pull is not None
        if pull.band is None:
            if (at - pull.start).manhattanLength() < QApplication.startDragDistance():
                return
            pull.band = QRubberBand(QRubberBand.Shape.Rectangle)
            pull.band.setWindowFlag(Qt.WindowType.ToolTip)
            pull.header.grabKeyboard()
        pull.band.setGeometry(self.target(at.toPoint())[1])
        pull.band.show()

    def _dropped(self, at: QPoint) -> None:
        pull = self._pull
        assert pull is not None
        moved, name = pull.band is not None, pull.name
        self._let_go()
        if not moved or not isValid(self._window):
            return
        area = self.target(at)[0]
        if area is not None:
            self.take_out(name, area, at - QPoint(60, 12))
        elif name in self.rooms:
            self.put_back(name)

    def _let_go(self) -> None:
        pull, self._pull = self._pull, None
        if pull is not None and pull.band is not None:
            pull.header.releaseKeyboard()
            pull.band.hide()
            pull.band.deleteLater()


class _Pull:
    """A card that is being pulled: which one, by what, where that began, and the frame that shows where it would go."""

    def __init__(self, name: str, header: QWidget, start: QPointF):
        self.name, self.header, self.start = name, header, start
        self.band: QRubberBand | None = None
