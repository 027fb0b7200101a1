"""The whole way as a table: every station with the sizes of its matrices, what comes out, and the gradient there."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from graphs.message import mark, say
from widgets import theme
from widgets.controls import Button, Text, colour
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.stations import Seen, Walk
from workbench.walk_station import size_words

COLUMNS = (mark("Node"), mark("Mean"), mark("Spread"), mark("‖∂L/∂out‖"))


def rows_of(walk: Walk) -> list[tuple[str, str, str, Seen, Seen | None]]:
    """Node, formula with sizes, size, output and gradient of every station."""
    return [
        (one.name, one.sizes, size_words(one.outputs[0].shape), one.outputs[0], next(filter(None, one.back), None))
        for one in walk.stations
        if one.outputs
    ]


def write_csv(walk: Walk, path: str | Path) -> None:
    """Write the table, with every digit; raises OSError when it cannot be written."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        names = ("node", "computed", "size", "mean", "spread", "least", "most", "norm", "gradient_norm")
        lines.writerow(names)
        for name, sizes, size, out, back in rows_of(walk):
            figures = (out.mean, out.spread, out.least, out.most, out.norm)
            lines.writerow((name, sizes, size, *(repr(one) for one in figures), repr(back.norm) if back else ""))


class WalkTable(QWidget):
    """The table; ``chosen`` tells which station a person clicked or came to with the keys."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._walk: Walk | None = None
        self.hint = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.save = Button("", "mdi6.export-variant")
        self._menu = QMenu(self.save)
        self.save.setMenu(self._menu)
        self.table = QTableWidget(0, len(COLUMNS))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.hint, 1)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_LARGE, theme.GAP_SMALL, theme.GAP_LARGE, theme.GAP)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.table.currentCellChanged.connect(self._moved)
        self.retranslate()

    def set_walk(self, walk: Walk) -> None:
        """Show another walk."""
        self._walk = walk
        self.table.blockSignals(True)
        rows = rows_of(walk)
        self.table.setRowCount(len(rows))
        for row, (name, sizes, _, out, back) in enumerate(rows):
            words = (", ".join(out.says), "") if out.says else (short_number(out.mean, 2), short_number(out.spread, 2))
            texts = (f"{name}\n{sizes}", *words, short_number(back.norm, 2) if back else "–")
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if place:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, place, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        self.table.resizeRowsToContents()
        for row in range(len(rows)):
            self.table.setRowHeight(row, self.table.rowHeight(row) + theme.GAP_SMALL)
        self.table.blockSignals(False)

    def show_station(self, place: int) -> None:
        """Mark a station; emits nothing."""
        if 0 <= place < self.table.rowCount():
            self.table.blockSignals(True)
            self.table.setCurrentCell(place, 0)
            self.table.blockSignals(False)

    @Slot(int, int, int, int)
    def _moved(self, row: int, column: int, before: int, column_before: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    # ------------------------------------------------------------------ files

    def export_csv(self, path: str | Path) -> None:
        """Write the values; raises OSError when they cannot be written."""
        if self._walk is not None:
            write_csv(self._walk, path)

    def export_png(self, path: str | Path) -> None:
        """Write the whole table as a picture of twice its size; raises OSError when it cannot be written."""
        area = self._whole()
        picture = QPixmap(area[0] * 2, area[1] * 2)
        picture.fill(colour("raised"))
        painter = QPainter(picture)
        painter.scale(2, 2)
        self._paint_on(painter, area)
        painter.end()
        if not picture.save(str(path), "PNG"):
            raise OSError(str(path))

    def export_svg(self, path: str | Path) -> None:
        """Write the whole table as lines and text; raises OSError when it cannot be written."""
        from PySide6.QtCore import QRect, QSize
        from PySide6.QtSvg import QSvgGenerator

        area = self._whole()
        with open(path, "wb"):
            pass  # tells in the usual way when nothing can be written there
        made = QSvgGenerator()
        made.setFileName(str(path))
        made.setSize(QSize(*area))
        made.setViewBox(QRect(0, 0, *area))
        painter = QPainter(made)
        self._paint_on(painter, area)
        painter.end()

    def _whole(self) -> tuple[int, int]:
        table = self.table
        widths = sum(table.columnWidth(place) for place in range(table.columnCount()))
        return widths, sum(table.rowHeight(row) for row in range(table.rowCount())) + 30

    def _paint_on(self, painter: QPainter, area: tuple[int, int]) -> None:
        """Every cell, seen or not."""
        from PySide6.QtCore import QRectF

        painter.setFont(theme.ui_font(theme.TEXT_SECONDARY, 600))
        painter.setPen(colour("muted"))
        x = 0
        for place, name in enumerate(COLUMNS):
            wide = self.table.columnWidth(place)
            painter.drawText(QRectF(x + 4, 0, wide - 8, 28), int(Qt.AlignmentFlag.AlignVCenter), tr(say(name)))
            x += wide
        y = 30
        for row in range(self.table.rowCount()):
            x, high = 0, self.table.rowHeight(row)
            painter.setPen(colour("line"))
            painter.drawLine(0, y, area[0], y)
            painter.setPen(colour("text"))
            for place in range(self.table.columnCount()):
                item, wide = self.table.item(row, place), self.table.columnWidth(place)
                if item is not None:
                    painter.setFont(theme.number_font(theme.TEXT_SECONDARY))
                    flags = int(item.textAlignment()) | int(Qt.TextFlag.TextWordWrap)
                    flags |= int(Qt.AlignmentFlag.AlignVCenter)
                    painter.drawText(QRectF(x + 4, y, wide - 8, high), flags, item.text())
                x += wide
            y += high

    def _ask(self, kind: str) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the walk"), f"walk.{kind}", f"*.{kind}")
        if not path:
            return
        try:
            {"png": self.export_png, "svg": self.export_svg, "csv": self.export_csv}[kind](path)
        except OSError as error:
            self.hint.setText(tr("{path} cannot be written: {why}", path=path, why=error.strerror or str(error)))

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("The whole way"))
        self.table.setAccessibleName(tr("The whole way"))
        self.hint.setText(tr("Every station with the sizes of its matrices. Click a row to go there."))
        self.save.setText(tr("Save"))
        self.save.setToolTip(tr("Save the table as a picture or as values"))
        self._menu.clear()
        self._menu.addAction(tr("Picture (PNG)…")).triggered.connect(lambda: self._ask("png"))
        self._menu.addAction(tr("Lines and text (SVG)…")).triggered.connect(lambda: self._ask("svg"))
        self._menu.addAction(tr("Values (CSV)…")).triggered.connect(lambda: self._ask("csv"))
        self.table.setHorizontalHeaderLabels([tr(say(name)) for name in COLUMNS])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_menu"):
            self.retranslate()
