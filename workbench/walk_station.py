"""What happens at one station of a walk: formula, sizes, and everything that comes in and goes out, as pictures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from graphs.catalogue import layer_type
from graphs.message import say
from widgets import theme
from widgets.controls import Card, Text, clear
from widgets.formula import FormulaView
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.glimpse import Glimpse
from workbench.engine.stations import Phase, Seen, Station


def size_words(shape: tuple[int, ...]) -> str:
    """The size of a tensor: ``6 × 28 × 28``; a single number has none."""
    return " × ".join(map(str, shape))


def see_through(area: QScrollArea) -> None:
    """Let a page have the ground of the panel it lies on."""
    inside = area.widget()
    assert inside is not None
    for widget in (area.viewport(), inside):
        widget.setAutoFillBackground(False)


def figures(one: Seen) -> str:
    """The statistics of a tensor in one line."""
    if one.says or not one.shape:
        return ""
    return tr(
        "mean {mean}, spread {spread}, {low} to {high}, length {norm}",
        mean=short_number(one.mean), spread=short_number(one.spread), low=short_number(one.least),
        high=short_number(one.most), norm=short_number(one.norm),
    )  # fmt: skip


class TensorRow(QWidget):
    """One tensor: what it is, its size, its picture and its statistics."""

    def __init__(self, title: str, one: Seen, *, grey: bool = False, note: str = ""):
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GAP_SMALL)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Text(title, size=theme.TEXT_SECONDARY, weight=theme.SEMIBOLD))
        head.addStretch(1)
        head.addWidget(Text(size_words(one.shape), role="muted", size=theme.TEXT_SECONDARY, mono=True))
        column.addLayout(head)
        self.picture = Glimpse()
        self.picture.setAccessibleName(title)
        self.picture.set_values(one.values, one.says, grey=grey)
        column.addWidget(self.picture)
        for words in (figures(one), note):
            if words:
                column.addWidget(Text(words, role="muted", size=theme.TEXT_HINT, wrap=True))


class StationPage(QScrollArea):
    """The page of a station; `show_station` fills it anew."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[Station, Phase] | None = None
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(theme.GAP_LARGE, theme.GAP_SMALL, theme.GAP_LARGE, theme.GAP_LARGE)
        self._column.setSpacing(theme.GAP_SMALL)
        self.setWidget(inside)
        see_through(self)
        self.formula = FormulaView()
        self.rows: list[TensorRow] = []

    def show_station(self, station: Station, phase: Phase) -> None:
        """Show what happens at a station on the way forwards, or backwards."""
        self._shown = station, phase
        clear(self._column)
        self.rows = []
        back = phase is Phase.BACKWARD
        kind = layer_type(station.kind) if station.kind not in ("Block", "Scan") else None
        words = station.rule.words if back else kind.sentence() if kind is not None else ""
        if station.kind == "Scan" and not back:
            words = say("A block that runs once for every time step, with a memory from step to step.").text
        elif station.kind == "Block" and not back:
            words = say("A block is one station while it is closed. Open it on the drawing to walk through it.").text
        if words:
            self._column.addWidget(Text(tr(say(words)), wrap=True))
        latex = station.rule.latex if back else station.formula
        if latex:
            self.formula = FormulaView(latex)
            self._column.addWidget(self.formula)
        if not back:
            self._column.addWidget(_well(station.sizes))
            self._forward(station)
        else:
            self._backward(station)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _forward(self, station: Station) -> None:
        entrance = station.kind == "Input"
        for one in station.inputs:
            self._row(tr("In: {name}", name=one.name), one)
        for one in station.outputs:
            title = station.name if entrance else tr("Out: {name}", name=one.name)
            self._row(title, one, grey=entrance and len(one.shape) == 3)
        for one in station.parameters[:4]:
            self._row(tr("Weights: {name}", name=one.name), one)
        self._more(len(station.parameters))

    def _backward(self, station: Station) -> None:
        pairs = [*zip(station.outputs, station.back, strict=True)]
        for one, slope in pairs:
            if slope is not None:
                self._row(tr("Comes in: ∂L/∂{name}", name=one.name), slope)
        for one, slope, ways in zip(station.inputs, station.onward, station.ways, strict=True):
            if slope is None:
                continue
            note = tr("{n} wires leave here: what comes back along them is added up.", n=ways) if ways > 1 else ""
            self._row(tr("Goes on: ∂L/∂{name}", name=one.name), slope, note=note)
        moved = [(one, slope) for one, slope in zip(station.parameters, station.slopes, strict=True) if slope]
        for one, slope in moved[:4]:
            self._row(tr("For the weights: ∂L/∂{name}", name=one.name), slope)
        self._more(len(moved))
        if station.parameters and not moved:
            self._column.addWidget(Text(tr("These weights are not moved in this step."), role="muted", wrap=True))

    def _row(self, title: str, one: Seen, *, grey: bool = False, note: str = "") -> None:
        row = TensorRow(title, one, grey=grey, note=note)
        self.rows.append(row)
        self._column.addWidget(row)

    def _more(self, count: int) -> None:
        if count > 4:
            self._column.addWidget(Text(tr("and {n} more", n=count - 4), role="muted", size=theme.TEXT_SECONDARY))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and getattr(self, "_shown", None) is not None:
            assert self._shown is not None
            self.show_station(*self._shown)


def _well(words: str) -> QWidget:
    """The sizes in a sunken box, in letters of one width."""
    well = Card()
    row = QHBoxLayout(well)
    row.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
    whole = words.replace(", ", ",\u00a0")  # a size is not broken into two lines
    text = Text(whole, size=theme.TEXT_BASE, mono=True, wrap=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(text)
    return well
