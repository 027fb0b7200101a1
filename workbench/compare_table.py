"""The differences of two networks as a table that can be read aloud, blocks with what is inside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from graphs.comparison import Comparison, Difference, Place, Row, Status
from graphs.message import counted, say
from widgets import theme
from widgets.controls import THEME_CHANGES, colour
from widgets.language import tr
from workbench.compare_drawing import TOKENS
from workbench.comparing import SIGNS, more

Path = tuple[int, ...]
"""Where a row stands: its number, or the numbers of the blocks that lead to it and its own."""

_PATH = Qt.ItemDataRole.UserRole
NODE, TYPE, WHAT, LEFT, RIGHT, MORE, ADDS_LEFT, ADDS_RIGHT = range(8)
"""The columns."""

_WORDS = {"yes": say("yes"), "no": say("no")}


def told(difference: Difference) -> str:
    """One difference in the language of the window: ``kernel_size 5×5 → 3×3``."""
    names = {
        "type": tr("type"),
        "output": tr("output"),
        "inputs": tr("inputs"),
        "repeat": tr("repeat"),
        "frozen": tr("frozen"),
        "share": tr("shared weights"),
        "parameters": tr("parameters"),
    }
    left, right = (
        "–" if value is None else tr(_WORDS[value]) if value in _WORDS else value
        for value in (difference.left, difference.right)
    )
    return f"{names.get(difference.what, difference.what)} {left} → {right}"


class CompareTable(QTreeWidget):
    """One line for each pair of nodes. ``chosen`` carries the path of the row that a person selected."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._found: Comparison | None = None
        self._only = False
        self._items: dict[Path, QTreeWidgetItem] = {}
        self.setColumnCount(8)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(16)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(56)
        for column in range(8):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.itemSelectionChanged.connect(self._chosen)
        self.retranslate()

    def show_comparison(self, found: Comparison) -> None:
        """Show another comparison; what was open stays open where it still exists."""
        opened = {path for path, item in self._items.items() if item.isExpanded()}
        with QSignalBlocker(self):
            self.clear()
            self._found, self._items = found, {}
            self._fill(found, (), self.invisibleRootItem())
            for path in opened & self._items.keys():
                self._items[path].setExpanded(True)
            self._hide()

    def _fill(self, found: Comparison, above: Path, under: QTreeWidgetItem) -> None:
        for number, row in enumerate(found.rows):
            path = (*above, number)
            item = QTreeWidgetItem(under)
            item.setData(NODE, _PATH, path)
            self._items[path] = item
            self._write(item, row)
            if row.inside is not None:
                self._fill(row.inside, path, item)

    def _write(self, item: QTreeWidgetItem, row: Row) -> None:
        types = dict.fromkeys(place.type for place in (row.left, row.right) if place is not None)
        texts = {
            NODE: f"{SIGNS[row.status]}  {row.name}",
            TYPE: " → ".join(types),
            WHAT: tr(", ").join(told(one) for one in row.differences),
            LEFT: _number(row.left, "parameters"),
            RIGHT: _number(row.right, "parameters"),
            MORE: more(row.parameters),
            ADDS_LEFT: _number(row.left, "multiply_adds"),
            ADDS_RIGHT: _number(row.right, "multiply_adds"),
        }
        if row.status is not Status.CHANGED or not row.differences:
            texts[WHAT] = tr(say(str(row.status))) if not row.inside or row.status is Status.SAME else tr("inside")
        for column, text in texts.items():
            item.setText(column, text)
            item.setFont(column, theme.number_font(theme.TEXT_SECONDARY))
            if column >= LEFT:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFont(NODE, theme.ui_font(theme.TEXT_BASE, theme.REGULAR if row.status is Status.SAME else theme.MEDIUM))
        item.setForeground(NODE, colour(TOKENS.get(row.status, "text")))
        for column in (TYPE, WHAT) if row.status is Status.SAME else (TYPE,):
            item.setForeground(column, colour("muted"))
        item.setToolTip(WHAT, texts[WHAT])
        spoken = [row.name, tr(say(str(row.status))), texts[WHAT] if row.differences else ""]
        spoken.append(tr("{n} parameters more", n=texts[MORE]) if texts[MORE] else "")
        item.setData(NODE, Qt.ItemDataRole.AccessibleTextRole, tr(", ").join(part for part in spoken if part))

    # ------------------------------------------------------------------ choosing

    def _chosen(self) -> None:
        items = self.selectedItems()
        if items:
            self.chosen.emit(items[0].data(NODE, _PATH))

    def choose(self, path: Path | None) -> None:
        """Select a row without telling anyone, and bring it into view."""
        with QSignalBlocker(self):
            item = None if path is None else self._items.get(path)
            if item is None:
                self.clearSelection()
                return
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.setCurrentItem(item, NODE, flags)
            self.scrollToItem(item)

    @property
    def path(self) -> Path | None:
        """The row that is selected."""
        items = self.selectedItems()
        return items[0].data(NODE, _PATH) if items else None

    def text_of(self, path: Path, column: int) -> str:
        """What stands in a cell."""
        return self._items[path].text(column)

    def item_of(self, path: Path) -> QTreeWidgetItem:
        """The line of a row."""
        return self._items[path]

    def next_to(self, above: Path, path: Path | None, way: int) -> Path | None:
        """The row after or before another under the same block, among those that are shown; else the first."""
        level = sorted(one for one, item in self._items.items() if one[:-1] == above and not item.isHidden())
        if path not in level:
            return level[0] if level else None
        return level[max(0, min(len(level) - 1, level.index(path) + way))]

    @Slot(bool)
    def show_only_differences(self, only: bool) -> None:
        """Leave out what is the same, or show it again."""
        self._only = only
        self._hide()

    def _hide(self) -> None:
        if self._found is None:
            return
        rows: list[tuple[Path, Row]] = [((number,), row) for number, row in enumerate(self._found.rows)]
        while rows:
            path, row = rows.pop()
            self._items[path].setHidden(self._only and row.status is Status.SAME)
            rows += [((*path, n), inner) for n, inner in enumerate(row.inside.rows if row.inside else ())]

    # ------------------------------------------------------------------ words and looks

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.setAccessibleName(tr("Differences of the two networks"))
        self.setToolTip(tr("A line shows its node in both drawings; the arrow before a block opens it"))
        self.setHeaderLabels(
            [
                tr("Node"),
                tr("Type"),
                tr("What differs"),
                tr("Parameters left"),
                tr("right"),
                tr("more"),
                tr("Multiply-adds left"),
                tr("right"),
            ]
        )
        for column in range(LEFT, 8):
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self._found is not None:
            chosen = self.path
            self.show_comparison(self._found)
            self.choose(chosen)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if (event.type() is QEvent.Type.LanguageChange or event.type() in THEME_CHANGES) and hasattr(self, "_items"):
            self.retranslate()


def _number(place: Place | None, what: str) -> str:
    return "" if place is None else counted(getattr(place, what))
