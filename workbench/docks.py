"""The panels around the canvas: what stands where in each layout, what is shown, and how the keyboard goes round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QMainWindow, QTabBar, QTabWidget, QWidget
from shiboken6 import isValid

from graphs.message import mark, say
from widgets import theme
from widgets.controls import IconButton, Text, colour
from widgets.language import tr
from workbench.settings import ARRANGEMENT, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.apart import Apart

LEFT, RIGHT, BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
PANELS = {
    "palette": (mark("Layers and outline"), LEFT),
    "inspector": (mark("Inspector"), RIGHT),
    "recipe": (mark("Recipe"), RIGHT),
    "views": (mark("Live views"), RIGHT),
    "problems": (mark("Problems"), BOTTOM),
    "code": (mark("Code"), BOTTOM),
}
"""Every panel with its name and its side."""

SHOWN = {"design": ("palette", "inspector", "problems", "code"), "train": ("views",)}
"""What each layout shows on the first day."""


GRIP = 10
"""The height of the strip a panel is moved by, in logical pixels."""


class Head(QWidget):
    """The title of a dock that has no title of its own: its name and a cross."""

    def __init__(self, dock: QDockWidget):
        super().__init__(dock)
        theme.hold_height(self, theme.ROW_DOCK_TITLE)
        self.title = Text(weight=600)
        self.close_button = IconButton("mdi6.close")
        self.close_button.clicked.connect(dock.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title.setText(title)
        self.close_button.set_words(tr("Hide {panel}", panel=title))


class Grip(QWidget):
    """The title of a dock whose panel says itself what it is: a strip to move it by."""

    def __init__(self, dock: QDockWidget):
        super().__init__(dock)
        self._dock = dock
        self.setFixedHeight(GRIP)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Qt takes hold of a dock only within the height that its title wishes for."""
        return QSize(48, GRIP)

    def set_title(self, title: str) -> None:
        """Say what can be done here."""
        self.setToolTip(tr("Drag to move {panel} to another side; double-click to let it float", panel=title))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the panel float, or put it back."""
        self._dock.setFloating(not self._dock.isFloating())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three dots, stronger under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("edge" if self.underMouse() else "line"))
        for step in (-8, 0, 8):
            painter.drawEllipse(QPointF(self.width() / 2 + step, self.height() / 2 + 1), 1.5, 1.5)


class Sides(QTabWidget):
    """Two panels in one dock, with their names as tabs."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None):
        super().__init__(parent)
        self.setDocumentMode(True)
        self.addTab(first, "")
        self.addTab(second, "")
        self.retranslate()

    def retranslate(self) -> None:
        """Name the tabs."""
        self.setTabText(0, tr("Layers"))
        self.setTabText(1, tr("Outline"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class Docks(QWidget):
    """The docks of a window. Each layout keeps its own arrangement, for this session and the next."""

    laid = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        contents: Mapping[str, QWidget],
        regions: list[QWidget],
        apart: Apart,
    ):
        super().__init__(window)
        self.hide()
        self._window, self._settings, self._apart = window, settings, apart
        self._regions = regions
        self.layout_name = "design"
        self.aside = False
        """Whether the panels are put away for something that needs all the room."""
        self._arrangements: dict[str, QByteArray] = {}
        self._views: dict[str, tuple[str, ...]] = {}
        """The views that have a dock of their own, by layout."""
        self.docks: dict[str, QDockWidget] = {}
        window.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner, area in ((Qt.Corner.BottomLeftCorner, LEFT), (Qt.Corner.BottomRightCorner, RIGHT)):
            window.setCorner(corner, area)
        self._titles = {name: title for name, (title, _) in PANELS.items()}
        for name, (_, area) in PANELS.items():
            self._make(name, contents[name], area)
        self.retranslate()

    def _make(self, name: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"dock-{name}")
        dock.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        dock.setWidget(panel)
        dock.setTitleBarWidget(Grip(dock) if name in PANELS and name != "recipe" else Head(dock))
        dock.visibilityChanged.connect(self._seen)
        self._window.addDockWidget(area, dock)
        self.docks[name] = dock
        return dock

    def add(self, name: str, title: str, panel: QWidget) -> QDockWidget:
        """Make a dock for a panel that few need, at the right among the others there."""
        self._titles[name] = title
        dock = self._make(name, panel, RIGHT)
        there = (self.docks[each] for each in ("inspector", "views", "recipe"))
        beside = next((each for each in there if each.isVisible()), None)
        if beside is not None and not beside.isFloating():
            self._window.tabifyDockWidget(beside, dock)
        self.retranslate()
        return dock

    def retranslate(self) -> None:
        """Name every dock."""
        for name, title in self._titles.items():
            said = tr(say(title))
            dock = self.docks[name]
            dock.setWindowTitle(said)
            dock.setAccessibleName(said)
            head = dock.titleBarWidget()
            if isinstance(head, Head | Grip):
                head.set_title(said)
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Qt makes the tabs of panels that share a place, and makes them anew whenever that changes."""
        only = Qt.FindChildOption.FindDirectChildrenOnly
        for tabs in self._window.findChildren(QTabBar, options=only):
            tabs.setAccessibleName(tr("Panels in this place"))
            tabs.setToolTip(tr("Several panels share this place; a tab brings one to the front"))

    @Slot(bool)
    def _seen(self, shown: bool) -> None:
        if not isValid(self._window):  # a dock is hidden as the window goes, and outlives it by a moment
            return
        self._name_tabs()
        self.laid.emit(self.layout_name)

    # ------------------------------------------------------------------ layouts

    def begin(self) -> None:
        """Lay the window out as it was left, or as on the first day."""
        for name in SHOWN:
            kept = self._settings.bytes_of(f"docks/{name}")
            if kept is not None:
                self._arrangements[name] = kept
                self._views[name] = tuple(self._settings.views_apart(name))
        self._apply("design")

    def _note(self) -> None:
        """Note how the present layout lies."""
        self._arrangements[self.layout_name] = self._window.saveState(ARRANGEMENT)
        self._views[self.layout_name] = tuple(self._apart.rooms)

    def lay(self, name: str) -> None:
        """Lay the window out for drawing (``design``) or for watching a training (``train``)."""
        if name == self.layout_name:
            self.laid.emit(name)
            return
        self._note()
        self._apply(name)

    def put_aside(self, aside: bool) -> None:
        """Put all panels away for a while, or bring them back as they lay."""
        if aside == self.aside:
            return
        if aside:
            self._note()
            self.aside = True
            for dock in (*self.docks.values(), *self._apart.docks.values()):
                dock.hide()
        else:
            self.aside = False
            self._apply(self.layout_name)

    def _apply(self, name: str) -> None:
        self.layout_name = name
        kept = self._arrangements.get(name)
        # A dock has to be there to be put in its place.
        self._apart.settle(self._views.get(name, ()) if kept is not None else ())
        if kept is None or not self._window.restoreState(kept, ARRANGEMENT):
            self._first_day(name)
        self.laid.emit(name)

    def _first_day(self, name: str) -> None:
        for dock in self.docks.values():
            dock.hide()
            dock.setFloating(False)
        for key, (_, area) in PANELS.items():
            self._window.addDockWidget(area, self.docks[key])
        self._window.splitDockWidget(self.docks["problems"], self.docks["code"], Qt.Orientation.Horizontal)
        self._window.tabifyDockWidget(self.docks["inspector"], self.docks["views"])
        self._window.tabifyDockWidget(self.docks["views"], self.docks["recipe"])
        for key in PANELS:
            self.docks[key].setVisible(key in SHOWN[name])
        self._proportion()
        # Once more when Qt has laid the window out, since it gives no room to docks that are not shown yet.
        QTimer.singleShot(0, self, self._proportion)

    def _proportion(self) -> None:
        width, height = self._window.width(), self._window.height()
        wide = width >= 1500
        docks, resize = self.docks, self._window.resizeDocks
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        if self.layout_name == "design":
            resize([docks["palette"], docks["inspector"]], [248, 356 if wide else 330], horizontal)
            bottom = [docks["problems"], docks["code"]]
            resize(bottom, [204 if height >= 1000 else 172] * 2, vertical)
            middle = width - 248 - (356 if wide else 330)
            # What is wrong has to be read; the code is looked at.
            share = 0.5 if wide else 0.6
            resize(bottom, [round(share * middle), round((1 - share) * middle)], horizontal)
        else:
            resize([docks["views"]], [round(0.4 * width)], horizontal)

    def reset(self) -> None:
        """Put every panel back where it was on the first day, in every layout."""
        self._settings.forget_arrangements()
        self._arrangements.clear()
        self._views.clear()
        self._apart.settle(())
        if not self.aside:  # else when they come back
            self._first_day(self.layout_name)
        self.laid.emit(self.layout_name)

    def keep(self) -> None:
        """Remember the arrangements for the next session."""
        if not self.aside:
            self._note()
        for name, arrangement in self._arrangements.items():
            self._settings.keep_bytes(f"docks/{name}", arrangement)
            self._settings.keep_views_apart(name, self._views.get(name, ()))

    # ------------------------------------------------------------------ single panels

    def is_shown(self, name: str) -> bool:
        """Whether a panel is shown, if perhaps behind another tab."""
        return not self.docks[name].isHidden()

    def toggle(self, name: str) -> None:
        """Show a panel or hide it."""
        if self.is_shown(name):
            self.docks[name].hide()
        else:
            self.reveal(name)

    def reveal(self, name: str) -> None:
        """Show a panel, in front of the others in its place, with the keyboard in it."""
        dock = self.docks[name]
        dock.show()
        dock.raise_()
        self._enter(dock.widget())

    # ------------------------------------------------------------------ the keyboard

    def _enter(self, region: QWidget) -> bool:
        """Put the keyboard on the first thing in a region that takes it."""
        if isinstance(region, QDockWidget):
            region = region.widget()
        inside = [region, *region.findChildren(QWidget)]
        fit = [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and w.isVisible()]
        for widget in fit:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def regions(self) -> list[QWidget]:
        """The parts of the window in the order F6 visits them: run bar, tabs, palette, drawing, right side, bottom,
        time machine."""
        bar, tabs, middle, *below = self._regions
        names = ("inspector", "recipe", "views", "problems", "code")
        every = [bar, tabs, self.docks["palette"], middle, *(self.docks[name] for name in names)]
        every += [dock for name, dock in self.docks.items() if name not in PANELS]
        every += [*self._apart.docks.values(), *below]
        return [region for region in every if region.isVisible()]

    def add_region(self, region: QWidget) -> None:
        """Let F6 visit one more part, below all others."""
        self._regions.append(region)

    def go_round(self, step: int) -> None:
        """Move the keyboard to the next region, or to the one before."""
        regions, focus = self.regions(), QApplication.focusWidget()
        here = next(
            (i for i, r in enumerate(regions) if focus is not None and (r is focus or r.isAncestorOf(focus))),
            -1 if step > 0 else 0,
        )
        for distance in range(1, len(regions) + 1):
            if self._enter(regions[(here + step * distance) % len(regions)]):
                return
