"""Two networks side by side: what is the same lies at the same place, what differs is marked and listed below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from graphs.arrangement import Size
from graphs.comparison import Comparison, Place, Status, Total, body_of, compare
from graphs.meaning import Plan
from graphs.message import counted
from graphs.network import Network
from graphs.planning import plan
from widgets import theme
from widgets.canvas.illustrator import Illustrator
from widgets.canvas.picture import Picture
from widgets.controls import THEME_CHANGES, Button, IconButton, Text
from widgets.language import tr
from workbench.compare_drawing import ComparedDrawing
from workbench.compare_layout import common_places
from workbench.compare_table import CompareTable, Path
from workbench.comparing import counts, more


@dataclass(frozen=True)
class _Level:
    """The two networks, or what is inside two blocks of theirs."""

    found: Comparison
    left: Network
    left_plan: Plan
    right: Network
    right_plan: Plan


class CompareView(QWidget):
    """Two drawings that move together, and the table of their differences.

    ``swapWanted`` asks that left and right change places.
    """

    swapWanted = Signal()  # noqa: N815 - signals are named as Qt names them

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._names = ("", "")
        self._level: _Level | None = None
        self._top: _Level | None = None
        self._path: Path = ()
        self._following = False
        self.left, self.right = ComparedDrawing(), ComparedDrawing()
        self.table = CompareTable()
        self.titles = Text(weight=600, elide=True), Text(weight=600, elide=True)
        self.sums = (
            Text(role="muted", size=theme.TEXT_SECONDARY, elide=True),
            Text(role="muted", size=theme.TEXT_SECONDARY, elide=True),
        )
        self.swap = IconButton("mdi6.swap-horizontal")
        self.out = Button("", "mdi6.arrow-up")
        self.where = Text(weight=600, elide=True)
        self.counts = Text(role="muted")
        self.only = QCheckBox()
        self._lay_out()
        for drawing, other in ((self.left, self.right), (self.right, self.left)):
            drawing.zoomed.connect(lambda one=drawing, two=other: self._follow(one, two))
            drawing.picked.connect(lambda node, one=drawing: self._picked(one, node))
            drawing.opened.connect(lambda node, one=drawing: self._opened(one, node))
            drawing.stepped.connect(self._stepped)
        self.table.chosen.connect(self.reveal)
        self.table.itemActivated.connect(self._activated)
        self.only.toggled.connect(self.table.show_only_differences)
        self.swap.clicked.connect(self.swapWanted)
        self.out.clicked.connect(self.go_out)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(12)
        for number in (0, 1):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(self.titles[number])
            column.addWidget(self.sums[number])
            head.addLayout(column, 1)
            if number == 0:
                head.addWidget(self.swap)
        self.inside = QFrame()
        self.inside.setProperty("role", "bar")
        row = QHBoxLayout(self.inside)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self.out)
        row.addWidget(self.where, 1)
        self.inside.hide()
        drawings = QSplitter(Qt.Orientation.Horizontal)
        drawings.setChildrenCollapsible(False)
        drawings.setHandleWidth(2)
        drawings.addWidget(self.left)
        drawings.addWidget(self.right)
        drawings.setSizes([500, 500])
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(16, 8, 16, 12)
        below.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.counts, 1)
        line.addWidget(self.only)
        below.addLayout(line)
        below.addWidget(self.table, 1)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(drawings)
        both.addWidget(foot)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setSizes([460, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.inside)
        layout.addWidget(both, 1)

    # ------------------------------------------------------------------ what is compared

    def show_networks(self, left: Network, right: Network, names: tuple[str, str], *, again: bool = False) -> None:
        """Compare two networks that are called so; both are only read.

        With ``again`` they are what was shown before, edited meanwhile: what is looked at stays where it is.
        """
        chosen, inside = self.table.path, self._path
        kept = (self._named(chosen), self._named(inside)) if again and self._top is not None else None
        self._names = names
        self._top = _Level(compare(left, right), left, plan(left), right, plan(right))
        self.table.show_comparison(self._top.found)
        self._path, self._level = (), None
        if kept is None:
            self._go((), fit=True)
            path: Path | None = chosen
        else:
            path = self._found(kept[0])
            self._go(self._found(kept[1]) or (), fit=False)
        self.retranslate()
        if path is not None and self._exists(path) and (kept is None or path[:-1] == self._path):
            self.reveal(path)

    def _named(self, path: Path | None) -> tuple[str, ...] | None:
        """The names of the rows that a path leads through: rows change their numbers when nodes come and go."""
        if path is None or self._top is None:
            return None
        names: list[str] = []
        found: Comparison | None = self.found
        for number in path:
            assert found is not None
            names.append(found.rows[number].name)
            found = found.rows[number].inside
        return tuple(names)

    def _found(self, names: tuple[str, ...] | None) -> Path | None:
        """The path that leads through rows of these names, or None when one of them is gone."""
        if names is None:
            return None
        path: list[int] = []
        found: Comparison | None = self.found
        for name in names:
            rows = found.rows if found is not None else ()
            number = next((n for n, row in enumerate(rows) if row.name == name), None)
            if number is None:
                return None
            path.append(number)
            found = rows[number].inside
        return tuple(path)

    @property
    def found(self) -> Comparison:
        """What was found; there must be something shown."""
        assert self._top is not None
        return self._top.found

    @property
    def path(self) -> Path:
        """The rows that lead to what the drawings show: empty for the whole networks."""
        return self._path

    def _exists(self, path: Path) -> bool:
        found: Comparison | None = self.found
        for number in path:
            if found is None or number >= len(found.rows):
                return False
            found = found.rows[number].inside
        return True

    def _at(self, path: Path) -> _Level:
        """The level that a path of blocks leads to."""
        assert self._top is not None
        level = self._top
        for number in path:
            row = level.found.rows[number]
            assert row.inside is not None and row.left is not None and row.right is not None
            old, new = level.left.block_of(row.left.node), level.right.block_of(row.right.node)
            steps = level.left_plan.step(row.left.node), level.right_plan.step(row.right.node)
            assert old is not None and new is not None
            level = _Level(row.inside, old, body_of(steps[0]), new, body_of(steps[1]))
        return level

    def _go(self, path: Path, *, fit: bool) -> None:
        """Draw the whole networks or the inside of two blocks."""
        level = self._at(path)
        self._path, self._level = path, level
        pictures = [
            Illustrator().picture(network, planned, ())
            for network, planned in ((level.left, level.left_plan), (level.right, level.right_plan))
        ]
        rows = level.found.rows
        sizes = [_size(pictures, (row.left, row.right)) for row in rows]
        places = common_places(rows, level.left, level.right, sizes)
        for number, drawing in enumerate((self.left, self.right)):
            at: dict[int, tuple[float, float]] = {}
            marks: dict[int, Status] = {}
            gaps = []
            for row, place, size in zip(rows, places, sizes, strict=True):
                here = (row.left, row.right)[number]
                if here is None:
                    gaps.append(QRectF(*place, *size))
                else:
                    at[here.node], marks[here.node] = place, row.status
            drawing.show_picture(_placed(pictures[number], at), marks, gaps)
        self.inside.setVisible(bool(path))
        self.where.setText(self._words(path))
        if fit:
            self.left.fit()

    def _words(self, path: Path) -> str:
        names, found = [], self.found
        for number in path:
            row = found.rows[number]
            names.append(row.name)
            assert row.inside is not None
            found = row.inside
        return " / ".join(names)

    # ------------------------------------------------------------------ going about

    @Slot(tuple)
    def reveal(self, path: Path) -> None:
        """Select a row in the table and in both drawings, going into or out of blocks for it."""
        if path[:-1] != self._path:
            self._go(path[:-1], fit=True)
        assert self._level is not None
        row = self._level.found.rows[path[-1]]
        self.table.choose(path)
        for drawing, place in ((self.left, row.left), (self.right, row.right)):
            drawing.select(None if place is None else place.node)
        for drawing, place in ((self.left, row.left), (self.right, row.right)):
            if place is not None:
                drawing.bring_into_view(place.node)
                break

    def _row_of(self, drawing: ComparedDrawing, node: int) -> int | None:
        assert self._level is not None
        for number, row in enumerate(self._level.found.rows):
            place = row.left if drawing is self.left else row.right
            if place is not None and place.node == node:
                return number
        return None

    def _picked(self, drawing: ComparedDrawing, node: int) -> None:
        number = self._row_of(drawing, node)
        if number is not None:
            self.reveal((*self._path, number))
        else:
            self.left.select(None)
            self.right.select(None)
            self.table.choose(None)

    def _opened(self, drawing: ComparedDrawing, node: int) -> None:
        number = self._row_of(drawing, node)
        if number is not None:
            self.open((*self._path, number))

    @Slot()
    def _activated(self) -> None:
        if self.table.path is not None:
            self.open(self.table.path)

    def open(self, path: Path) -> None:
        """Look inside two blocks; a row that is not a pair of blocks is only revealed."""
        level = self._at(path[:-1])
        if level.found.rows[path[-1]].inside is None:
            self.reveal(path)
            return
        self._go(path, fit=True)
        self.table.choose(path)
        self.table.item_of(path).setExpanded(True)

    @Slot()
    def go_out(self) -> None:
        """Leave the blocks that are looked into, and point at them."""
        if self._path:
            self.reveal(self._path)

    @Slot(int)
    def _stepped(self, way: int) -> None:
        path = self.table.next_to(self._path, self.table.path, way)
        if path is not None:
            self.reveal(path)

    def _follow(self, drawing: ComparedDrawing, other: ComparedDrawing) -> None:
        if not self._following:
            self._following = True
            other.follow(drawing)
            self._following = False

    def showEvent(self, event: QShowEvent) -> None:
        """Show everything once there is room; what somebody moved stays where it is."""
        super().showEvent(event)
        if self._level is not None and not event.spontaneous() and self.left.fitted:
            self.left.fit()

    # ------------------------------------------------------------------ words and looks

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.swap.set_words(tr("Swap left and right"))
        self.out.setText(tr("Out of the block"))
        self.out.setToolTip(tr("Back to the networks that hold this block (Alt+Up)"))
        self.only.setText(tr("Only differences"))
        self.only.setToolTip(tr("Leave out the nodes that are the same"))
        self.left.setAccessibleName(tr("Drawing on the left: {name}", name=self._names[0]))
        self.right.setAccessibleName(tr("Drawing on the right: {name}", name=self._names[1]))
        for title, name in zip(self.titles, self._names, strict=True):
            title.setText(name)
        if self._top is None:
            return
        found = self._top.found
        self.sums[0].setText(_summed(found.left, found.left))
        self.sums[1].setText(_summed(found.right, found.left))
        self.counts.setText(tr(counts(found)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not hasattr(self, "table"):
            return
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            if self._level is not None:
                self._go(self._path, fit=False)
        elif event.type() in THEME_CHANGES:
            self.left.restyle()
            self.right.restyle()


def _size(pictures: list[Picture], pair: tuple[Place | None, Place | None]) -> Size:
    """The width and height that hold both nodes of a pair."""
    drawn = [
        picture.nodes[picture.place[place.node]]
        for picture, place in zip(pictures, pair, strict=True)
        if place is not None
    ]
    return max(node.width for node in drawn), max(node.height for node in drawn)


def _placed(picture: Picture, at: Mapping[int, tuple[float, float]]) -> Picture:
    """The picture of a network at other places, without frames and notes: those belong to the places they had."""
    return replace(picture, positions=tuple(at[node.id] for node in picture.nodes), frames=(), notes=())


def _summed(total: Total, other: Total) -> str:
    """What a network costs, and how much more than the other."""
    words = tr(
        "{parameters} parameters, {multiply_adds} multiply-adds",
        parameters=counted(total.parameters), multiply_adds=counted(total.multiply_adds),
    )  # fmt: skip
    difference = more(total.parameters - other.parameters)
    return f"{words} ({difference})" if difference else words
