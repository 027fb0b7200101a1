"""The update of one weight in numbers: choose it on its picture or by its place, and read the optimizer's sum."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from graphs.message import say
from widgets import theme
from widgets.controls import Card, Text, clear
from widgets.language import tr
from widgets.plots.glimpse import CellPicker
from workbench.engine.stations import Walk, Weight
from workbench.engine.updating import Update, moves_alone, updated, written
from workbench.walk_station import see_through


class UpdatePage(QScrollArea):
    """The page of the update: the chosen weight, its gradient, every line of the sum, and the weight afterwards.

    ``worked`` tells that another sum is shown: the place of the weight in words, before and after.
    """

    worked = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._walk: Walk | None = None
        self.update_shown: Update | None = None
        """The sum that is shown; None where the optimizer moves no weight by itself."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP_LARGE, theme.GAP_SMALL, theme.GAP_LARGE, theme.GAP_LARGE)
        column.setSpacing(theme.GAP_SMALL)
        self.setWidget(inside)
        see_through(self)
        self.hint = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.choice = QComboBox()
        self.row, self.column = QSpinBox(), QSpinBox()
        self._row_name, self._column_name = (Text(role="muted", size=theme.TEXT_SECONDARY) for _ in range(2))
        places = QHBoxLayout()
        for widget in (self._row_name, self.row, self._column_name, self.column):
            places.addWidget(widget)
        places.addStretch(1)
        self.picture, self.slope = CellPicker(), CellPicker()
        self._picture_name, self._slope_name = (
            Text(size=theme.TEXT_SECONDARY, weight=theme.SEMIBOLD) for _ in range(2)
        )
        self.kept = Text(role="muted", size=theme.TEXT_HINT, wrap=True)
        column.addWidget(self.hint)
        column.addWidget(self.choice)
        column.addLayout(places)
        beside = QGridLayout()
        beside.setHorizontalSpacing(theme.GAP)
        beside.setVerticalSpacing(2)
        pairs = ((self._picture_name, self.picture), (self._slope_name, self.slope))
        for place, (name, picture) in enumerate(pairs):
            beside.addWidget(name, 0, place)
            beside.addWidget(picture, 1, place, Qt.AlignmentFlag.AlignTop)
            beside.setColumnStretch(place, 1)
        column.addLayout(beside)
        column.addWidget(self.kept)
        self._sum = QVBoxLayout()
        self._sum.setSpacing(theme.GAP_SMALL)
        column.addLayout(self._sum)
        column.addStretch(1)
        self.choice.currentIndexChanged.connect(self._chosen)
        for box in (self.row, self.column):
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._typed)
        for picture in (self.picture, self.slope):
            picture.picked.connect(self._picked)
        self.retranslate()

    @property
    def weight(self) -> Weight | None:
        """The parameter that is shown."""
        place = self.choice.currentIndex()
        return self._walk.weights[place] if self._walk is not None and 0 <= place < len(self._walk.weights) else None

    @property
    def result(self) -> str:
        """The chosen weight before and after the step, in one line."""
        weight, found = self.weight, self.update_shown
        if weight is None or found is None:
            return ""
        place = ", ".join(map(str, weight.index(self.row.value(), self.column.value())))
        return f"{weight.name}[{place}]: {written(found.before)} → {written(found.after)}"

    def set_walk(self, walk: Walk) -> None:
        """Show the weights of another walk; the same place stays chosen where it still is."""
        name, cell = self.choice.currentText(), (self.row.value(), self.column.value())
        self._walk = walk
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([one.name for one in walk.weights])
            self.choice.setCurrentIndex(max(0, self.choice.findText(name)))
        self._show_weight(cell if self.choice.currentText() == name else None)

    def choose(self, station: int) -> None:
        """Show a parameter of a station, if it has one that is moved."""
        weight = self.weight
        if self._walk is None or (weight is not None and weight.station == station):
            return
        place = next((n for n, one in enumerate(self._walk.weights) if one.station == station), None)
        if place is not None:
            self.choice.setCurrentIndex(place)

    @Slot(int)
    def _chosen(self, place: int) -> None:
        self._show_weight(None)

    def _show_weight(self, cell: tuple[int, int] | None) -> None:
        weight = self.weight
        if weight is None:
            return
        rows, columns = weight.values.shape
        if cell is None:  # where something happens: the largest gradient
            row, column = divmod(int(abs(weight.gradient).argmax()), columns)
        else:
            row, column = min(cell[0], rows - 1), min(cell[1], columns - 1)
        blockers = [QSignalBlocker(box) for box in (self.row, self.column)]
        self.row.setRange(0, rows - 1)
        self.column.setRange(0, columns - 1)
        del blockers
        self.picture.set_values(weight.values)
        self.slope.set_values(weight.gradient)
        whole = weight.values.size == _count(weight.shape)
        self.kept.setVisible(not whole)
        self.kept.setText(
            tr("Of this large matrix the first {rows} rows and {columns} columns are kept.", rows=rows, columns=columns)
        )
        self._go(row, column)

    @Slot(int)
    def _typed(self, value: int) -> None:
        self._go(self.row.value(), self.column.value())

    @Slot(int, int)
    def _picked(self, row: int, column: int) -> None:
        self._go(row, column)

    def _go(self, row: int, column: int) -> None:
        blockers = [QSignalBlocker(box) for box in (self.row, self.column)]
        self.row.setValue(row)
        self.column.setValue(column)
        del blockers
        for picture in (self.picture, self.slope):
            picture.set_cell(row, column)
        self._write()

    def _write(self) -> None:
        """Write the sum for the chosen weight."""
        clear(self._sum)
        weight, walk = self.weight, self._walk
        self.update_shown = None
        if weight is None or walk is None:
            return
        row, column = self.row.value(), self.column.value()
        value, gradient, state = weight.at(row, column)
        place = ", ".join(map(str, weight.index(row, column)))
        self._sum.addWidget(Text(f"{weight.name}[{place}]", weight=theme.SEMIBOLD, mono=True))
        rate = tr("learning rate {rate}, step {step}", rate=f"η = {written(weight.rate)}", step=walk.step + 1)
        self._line("w", written(value), tr("the weight before"))
        self._line("g = ∂L/∂w", written(gradient), tr("its gradient, from this walk"))
        self._sum.addWidget(Text(f"{walk.optimizer.type}, {rate}", role="muted", size=theme.TEXT_SECONDARY, wrap=True))
        if not moves_alone(walk.optimizer, len(weight.shape)):
            words = tr("{optimizer} moves all numbers of a matrix together: no sum over one weight gives its step.",
                       optimizer=walk.optimizer.type)  # fmt: skip
            self._sum.addWidget(Text(words, wrap=True))
            return
        found = self.update_shown = updated(walk.optimizer, value, gradient, state, weight.rate, walk.treatment)
        for number, line in enumerate(found.lines, 1):
            self._sum.addWidget(_Sum(number, line.formula, f"= {line.numbers}", f"= {written(line.value)}",
                                     tr(say(line.says))))  # fmt: skip
        end = Card("raised", "success", 0.1)
        box = QVBoxLayout(end)
        change = found.after - found.before
        box.addWidget(Text(f"w: {written(found.before)} → {written(found.after)}", size=theme.TEXT_TITLE, weight=600))
        words = tr("changed by {change}", change=("+" if change > 0 else "") + written(change))
        box.addWidget(Text(words, role="muted", size=theme.TEXT_SECONDARY))
        self._sum.addWidget(end)
        self.worked.emit(self.result)

    def _line(self, name: str, value: str, words: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(f"{name} = {value}", mono=True))
        row.addStretch(1)
        row.addWidget(Text(words, role="muted", size=theme.TEXT_SECONDARY))
        self._sum.addWidget(line)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.hint.setText(tr("Click a weight, go there with the arrow keys, or type its row and column."))
        self.choice.setAccessibleName(tr("Which weights"))
        self._row_name.setText(tr("Row"))
        self._column_name.setText(tr("Column"))
        self.row.setAccessibleName(tr("Row"))
        self.column.setAccessibleName(tr("Column"))
        self._picture_name.setText(tr("The weights"))
        self._slope_name.setText(tr("Their gradient"))
        self.picture.setAccessibleName(tr("The weights"))
        self.slope.setAccessibleName(tr("Their gradient"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "kept"):
            self.retranslate()


class _Sum(QWidget):
    """One line of the sum: what for, in letters, in numbers, and what comes out."""

    def __init__(self, number: int, formula: str, numbers: str, value: str, says: str):
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Text(f"{number}. {says}", role="muted", size=theme.TEXT_SECONDARY, wrap=True))
        well = Card()
        inside = QVBoxLayout(well)
        inside.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        inside.setSpacing(1)
        inside.addWidget(Text(formula, size=theme.TEXT_BLOCK, weight=600, mono=True, wrap=True))
        for text in (numbers, value):
            words = Text(text, size=theme.TEXT_BASE, mono=True, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(words)
        column.addWidget(well)


def _count(shape: tuple[int, ...]) -> int:
    found = 1
    for size in shape:
        found *= size
    return found
