"""The choice of a data set: grouped by what an example is, and searched in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from graphs.message import mark, say
from graphs.tensors import Kind
from widgets import theme
from widgets.boxes import ChoiceBox
from widgets.controls import colour, icon
from widgets.language import tr
from workbench.data import DataSet, data_sets

PICTURES, TEXT, TABLES = mark("Pictures"), mark("Text and symbols"), mark("Tables, points and graphs")
SERIES, SOUNDS, BODIES, OWN = (
    mark("Series"),
    mark("Sounds and signals"),
    mark("Volumes and clips"),
    mark("Your own files"),
)
GROUPS = (PICTURES, TABLES, TEXT, SERIES, SOUNDS, BODIES, OWN)
"""What an example is, in the order of the list."""

_OF_KIND = {
    Kind.IMAGE: PICTURES, Kind.TOKENS: TEXT, Kind.SEQUENCE: SERIES, Kind.SIGNAL: SOUNDS,
    Kind.VOLUME: BODIES, Kind.POINTS: BODIES,
}  # fmt: skip
_NAME = Qt.ItemDataRole.UserRole
ROOM = (440, 460)
"""Width and height of the list, in pixels, at least."""


def group_of(kind: type[DataSet]) -> str:
    """Which group a data set belongs to: its own files apart, else by its first column."""
    if kind.own:
        return OWN
    specs = kind().fields()
    if "adjacency" in specs:
        return TABLES
    return _OF_KIND.get(next(iter(specs.values())).kind, TABLES)


def grouped() -> Mapping[str, tuple[type[DataSet], ...]]:
    """Every data set by its group, in the order of `GROUPS` and then of their English titles."""
    found: dict[str, list[type[DataSet]]] = {group: [] for group in GROUPS}
    for kind in data_sets().values():
        found[group_of(kind)].append(kind)
    return {group: tuple(sorted(kinds, key=lambda kind: kind.title.lower())) for group, kinds in found.items()}


def matches(kind: type[DataSet], asked: str) -> bool:
    """Whether a data set has every word that is asked for: in its name, either title, its task or its description."""
    task = str(kind.task)
    said = (kind.name, kind.title, kind.chinese, task, tr(say(task)), kind.paragraph, tr(say(kind.paragraph)))
    text = " ".join(said).lower()
    return all(word in text for word in asked.lower().split())


class DataList(QFrame):
    """The list that opens under the box: a search field over groups that unfold."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        theme.hold_height(self.search, 32)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(14)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        self.search.textChanged.connect(self.look_for)
        self.search.installEventFilter(self)
        self.tree.itemClicked.connect(self._clicked)
        self.tree.itemActivated.connect(self._clicked)

    def offer(self, present: str) -> None:
        """Fill the list in the language of the window, with the data set that is used now in sight."""
        self.setAccessibleName(tr("Data sets"))
        self.search.setPlaceholderText(tr("digits, 手写, regression"))
        self.search.setAccessibleName(tr("Search data sets"))
        self.search.setToolTip(tr("Find a data set by its name in English or Chinese, its task, or what it is about"))
        self.tree.setAccessibleName(tr("Data sets"))
        self.tree.setToolTip(tr("Data sets by what one example is; rest the mouse on one to read what it holds"))
        self.tree.clear()
        self.search.clear()
        bold = theme.ui_font(theme.sized(theme.TEXT_BASE), theme.SEMIBOLD)
        for group, kinds in grouped().items():
            top = QTreeWidgetItem([tr(say(group)), f"{len(kinds)}"])
            top.setFont(0, bold)
            top.setForeground(1, colour("muted"))
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(top)
            for kind in kinds:
                row = QTreeWidgetItem([tr(say(kind.title)), tr(say(str(kind.task)))])
                row.setData(0, _NAME, kind.name)
                row.setForeground(1, colour("muted"))
                words = tr(say(kind.paragraph)).replace("`", "")
                for place in (0, 1):
                    row.setToolTip(place, f"<p>{words}</p>")
                top.addChild(row)
                if kind.name == present:
                    self.tree.setCurrentItem(row)
        self.look_for("")
        current = self.tree.currentItem()
        if current is not None:
            self.tree.scrollToItem(current, QTreeWidget.ScrollHint.PositionAtCenter)

    def shown(self) -> tuple[str, ...]:
        """The names of the data sets that the search has left, in their order."""
        return tuple(str(row.data(0, _NAME)) for row in self._rows() if not row.isHidden())

    def _rows(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        rows = (top.child(place) for top in tops if top is not None for place in range(top.childCount()))
        return [row for row in rows if row is not None]

    @Slot(str)
    def look_for(self, asked: str) -> None:
        """Leave what has every word of the search; without one, all groups are unfolded too."""
        known = data_sets()
        first: QTreeWidgetItem | None = None
        rows = self._rows()
        for row in rows:
            row.setHidden(not matches(known[str(row.data(0, _NAME))], asked))
            if first is None and not row.isHidden():
                first = row
        for place in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(place)
            if top is not None:
                left = sum(row.parent() is top and not row.isHidden() for row in rows)
                top.setHidden(not left)
                top.setText(1, f"{left}")
                top.setExpanded(True)
        if asked and first is not None:
            self.tree.setCurrentItem(first)

    @Slot(QTreeWidgetItem, int)
    def _clicked(self, row: QTreeWidgetItem, column: int = 0) -> None:
        name = row.data(0, _NAME)
        if name is None:
            row.setExpanded(not row.isExpanded())
            return
        self.hide()
        self.chosen.emit(str(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the row that is marked, the arrows move the mark while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                row = self.tree.currentItem()
                if row is not None and not row.isHidden():
                    self._clicked(row)
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.tree.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)


class DataBox(ChoiceBox):
    """A box like any other, whose list is a `DataList`."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.list: DataList | None = None

    def showPopup(self) -> None:
        """Open the list under the box, or above it where there is no room."""
        if self.list is None:
            # Without a parent: the style of a field inside a box is not meant for the search.
            self.list = DataList()
            self.destroyed.connect(self.list.deleteLater)
            self.list.chosen.connect(self._chosen)
        self.list.offer(str(self.currentData() or ""))
        width, height = max(self.width(), ROOM[0]), ROOM[1]
        screen = self.screen() or QGuiApplication.primaryScreen()
        whole = screen.availableGeometry()
        under = self.mapToGlobal(QPoint(self.width() - width, self.height()))
        height = min(height, whole.height())
        if under.y() + height > whole.bottom():
            under.setY(max(whole.top(), self.mapToGlobal(QPoint(0, 0)).y() - height))
        under.setX(max(whole.left(), min(under.x(), whole.right() - width)))
        self.list.setGeometry(under.x(), under.y(), width, height)
        self.list.show()
        self.list.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def hidePopup(self) -> None:
        """Close the list."""
        if self.list is not None:
            self.list.hide()
        super().hidePopup()

    @Slot(str)
    def _chosen(self, name: str) -> None:
        index = self.findData(name)
        if index >= 0:
            self.setCurrentIndex(index)
            self.activated.emit(index)
