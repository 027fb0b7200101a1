"""The panel beside the confusion matrix: how many are wrong, the kinds of mistake, and the examples of one kind."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, say
from widgets import icons, theme
from widgets.controls import IconButton, Text
from widgets.language import tr
from workbench.errands import Errand
from workbench.views.examples import MOST, ImageGrid, Validation

KINDS = 30
"""How many kinds of mistake are listed."""

_ALIGN = Qt.AlignmentFlag


class Kind(QAbstractButton):
    """One kind of mistake as a row: *1 taken for 5*, and how often."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.cell = (0, 0)
        self._words = self._count = ""
        self.setFixedHeight(28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_kind(self, cell: tuple[int, int], truth: str, answer: str, count: int) -> None:
        """Show one cell of the matrix, with the names of its classes and its count."""
        self.cell = cell
        self._words, self._count = tr("{truth} taken for {answer}", truth=truth, answer=answer), f"{count:,}"
        self.setAccessibleName(f"{self._words}: {self._count}")
        self.setToolTip(f"{self._words}: {self._count}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, the count and an arrow over a thin line."""
        present = theme.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(area, QColor(theme.tint(present.text, present.raised, 0.05)))
        painter.setPen(QPen(QColor(present.line), 1))
        painter.drawLine(area.topLeft(), area.topRight())
        painter.setFont(theme.number_font(theme.TEXT_SECONDARY))
        painter.setPen(QColor(present.text))
        count = painter.fontMetrics().horizontalAdvance(self._count) + 4
        room = area.adjusted(2, 0, -count - 26, 0)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(_ALIGN.AlignLeft | _ALIGN.AlignVCenter), words)
        painter.setFont(theme.number_font(theme.TEXT_SECONDARY, theme.SEMIBOLD))
        painter.drawText(area.adjusted(0, 0, -24, 0), int(_ALIGN.AlignRight | _ALIGN.AlignVCenter), self._count)
        arrow = icons.pixmap("mdi6.chevron-right", "muted", 16)
        painter.drawPixmap(int(area.right()) - 18, int(area.center().y()) - 8, arrow)
        if self.hasFocus():
            painter.setPen(QPen(QColor(present.accent), theme.LINE_FOCUS))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)


class Mistakes(QWidget):
    """Says what is wrong, and shows the examples of the kind of mistake that was chosen."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._validation: Validation | None = None
        self._errand = Errand(self)
        self._counts = np.zeros((0, 0), dtype=np.int64)
        self._rows = np.zeros((0, 3), dtype=np.int64)
        self._classes: tuple[str, ...] = ()
        self._cell: tuple[int, int] | None = None
        self._listed: object = None
        self._rows_shown: list[Kind] = []
        self._heading = Text(weight=theme.SEMIBOLD, wrap=True)
        self._sentence = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self._kinds = QVBoxLayout()
        self._kinds.setSpacing(0)
        self._back = IconButton("mdi6.chevron-left")
        self._back.clicked.connect(self.show_list)
        self._cell_heading = Text(weight=theme.SEMIBOLD, elide=True)
        self._cell_sentence = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self._grid = ImageGrid()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list_page())
        self._pages.addWidget(self._cell_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.retranslate()

    @property
    def validation(self) -> Validation | None:
        """Where the examples come from."""
        return self._validation

    def set_validation(self, validation: Validation | None) -> None:
        """Where the examples of a run come from."""
        self._validation = validation

    def set_sample(self, counts: np.ndarray, rows: np.ndarray, classes: tuple[str, ...]) -> None:
        """Show counts (classes, classes), and examples behind the cells: (m, 3) of row, truth and answer."""
        self._counts, self._rows, self._classes = counts, rows, classes
        self._say()

    def clear(self) -> None:
        """Show nothing."""
        self._cell = None
        self.set_sample(np.zeros((0, 0), dtype=np.int64), np.zeros((0, 3), dtype=np.int64), ())
        self._pages.setCurrentIndex(0)

    def kinds(self) -> list[tuple[int, int, int]]:
        """The kinds of mistake, most frequent first: truth, answer, count."""
        places = [(int(row), int(column)) for row, column in np.argwhere(self._counts > 0) if row != column]
        found = [(row, column, int(self._counts[row, column])) for row, column in places]
        return sorted(found, key=lambda kind: -kind[2])

    def sentence(self) -> Message:
        """How many of all examples are wrong."""
        total, right = int(self._counts.sum()), int(np.trace(self._counts))
        wrong = total - right
        if wrong == 0:
            return say("All {total} validation examples are right.", total=f"{total:,}")
        if wrong == 1:
            return say("1 of {total} validation examples is wrong.", total=f"{total:,}")
        return say("{wrong} of {total} validation examples are wrong.", wrong=f"{wrong:,}", total=f"{total:,}")

    @Slot(int, int)
    def show_cell(self, truth: int, answer: int) -> None:
        """Show the examples of one cell."""
        self._cell = (truth, answer)
        self._pages.setCurrentIndex(1)
        self._say_cell()

    @Slot()
    def show_list(self) -> None:
        """Go back to the kinds of mistake."""
        self._cell = None
        self._pages.setCurrentIndex(0)

    @property
    def cell(self) -> tuple[int, int] | None:
        """The cell whose examples are shown: truth and answer."""
        return self._cell

    @property
    def images(self) -> int:
        """How many images are shown."""
        return self._grid.count if self._cell is not None else 0

    @property
    def words(self) -> str:
        """What is said about the cell that is shown, or about all."""
        return self._cell_sentence.full_text if self._cell is not None else self._sentence.full_text

    def retranslate(self) -> None:
        """Say everything again in the language of the window."""
        self._back.set_words(tr("All kinds of mistake"))
        self._listed = None
        self._say()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _list_page(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addSpacing(theme.GAP_SMALL)
        column.addLayout(self._kinds)
        column.addStretch(1)
        return _scrolled(inside)

    def _cell_page(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(theme.GAP_TINY)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP_TINY)
        head.addWidget(self._back)
        head.addWidget(self._cell_heading, 1)
        column.addLayout(head)
        column.addWidget(self._cell_sentence)
        column.addWidget(self._grid)
        column.addStretch(1)
        return _scrolled(inside)

    def _name(self, number: int) -> str:
        return tr(self._classes[number]) if number < len(self._classes) else str(number)

    def _say(self) -> None:
        kinds = self.kinds()
        self._heading.setText(
            tr("No mistake") if not kinds else tr("1 kind of mistake") if len(kinds) == 1
            else tr("{n} kinds of mistake", n=f"{len(kinds):,}")
        )  # fmt: skip
        hint = tr("Click a cell to see them.") if kinds else ""
        self._sentence.setText(f"{tr(self.sentence())}\n{hint}".strip() if self._counts.size else "")
        if kinds != self._listed:
            self._listed = kinds
            self._list(kinds[:KINDS])
        if self._cell is not None:
            self._say_cell()

    def _list(self, kinds: list[tuple[int, int, int]]) -> None:
        # Rows are used again, so that one that has the focus keeps it from epoch to epoch.
        while len(self._rows_shown) < len(kinds):
            row = Kind()
            row.clicked.connect(self._kind_clicked)
            self._kinds.addWidget(row)
            self._rows_shown.append(row)
        for row, (truth, answer, count) in zip(self._rows_shown, kinds, strict=False):
            row.show_kind((truth, answer), self._name(truth), self._name(answer), count)
        for number, row in enumerate(self._rows_shown):
            row.setVisible(number < len(kinds))

    def _say_cell(self) -> None:
        if self._cell is None or max(self._cell) >= len(self._counts):
            return
        truth, answer = self._cell
        count = int(self._counts[truth, answer])
        names = {"truth": self._name(truth), "answer": self._name(answer)}
        rows = [int(row) for row, true, given in self._rows.tolist() if (true, given) == (truth, answer)][:MOST]
        validation = self._loaded()
        images = validation.images(rows) if validation is not None else []
        self._grid.set_images(images, [tr("validation example {row}", row=row) for row in rows])
        if truth == answer:
            self._cell_heading.setText(tr("{truth} recognised", **names))
            total = int(self._counts[truth].sum())
            words = tr("{count} of {total} examples of {truth} are right.", count=count, total=total, **names)
        else:
            self._cell_heading.setText(tr("{truth} taken for {answer}", **names))
            words = tr("1 example") if count == 1 else tr("{count} examples", count=f"{count:,}")
        if self._errand.busy:
            words = f"{words}\n{tr('The data are being loaded…')}"
        elif rows and not images:
            described = self._described(rows[:8])
            words = f"{words}\n{described}" if truth == answer else described
        self._cell_sentence.setText(words)

    def _loaded(self) -> Validation | None:
        """The validation examples once they are loaded; that is done beside the window, and then the cell is shown
        again."""
        validation = self._validation
        if validation is not None and not validation.loaded and not self._errand.busy:
            self._errand.begin(validation.table, lambda _: self._say_cell())
        return validation if validation is not None and validation.loaded else None

    def _described(self, rows: list[int]) -> str:
        """Examples that are no pictures, a line for each."""
        validation = self._loaded()
        found = validation.words(rows) if validation is not None else []
        lines = [tr("validation example {row}", row=row) for row in rows]
        if found:
            lines = [f"{line}: {text}" for line, text in zip(lines, found, strict=False)]
        return "\n".join(lines)

    @Slot()
    def _kind_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, Kind):
            self.show_cell(*row.cell)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # The card is raised; a scroll area of its own colour would stand out as a patch.
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    return area
