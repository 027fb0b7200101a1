"""A look at the data before training: what an example holds, how the parts are cut, what is strange about them."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pydantic
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from graphs.message import Message, say
from widgets import theme
from widgets.controls import THEME_CHANGES, Picture, Text, clear, colour
from widgets.language import tr
from workbench.augmented_examples import EXAMPLES, ExampleStrip
from workbench.data import DataError
from workbench.dialogs import Answer, Dialog
from workbench.errands import Errand

if TYPE_CHECKING:
    from graphs.project import Project
    from workbench.data import Prepared
    from workbench.engine.previewing import BeforeAfter

MOST_CLASSES = 40
"""So many classes have a bar of their own."""
MOST_NOTES = 30
"""So many remarks are shown; the others are counted."""
WIDTH, HEIGHT = 640, 460
_ROW, _NAME, _NUMBERS = 18, 150, 130
_log = logging.getLogger("workbench.data")


@dataclass(frozen=True)
class Found:
    """What a look found: the data, some examples, what is strange, how many of each class; or why there is nothing."""

    prepared: Prepared | None
    pairs: tuple[BeforeAfter, ...] = ()
    findings: tuple[Message, ...] = ()
    counts: dict[str, tuple[int, int, int]] | None = None
    problem: Message | None = None


def look(project: Project) -> Found:
    """Load the data of a project and look at them; touches no widget."""
    from workbench.data.findings import counts, findings
    from workbench.engine.faults import FieldError
    from workbench.engine.loading import load_data
    from workbench.engine.previewing import pairs

    try:
        prepared = load_data(project)
        return Found(
            prepared, pairs(prepared, (), 0, EXAMPLES), findings(prepared, project.recipe.batch_size), counts(prepared)
        )
    except (DataError, FieldError) as error:
        return Found(None, problem=error.message)
    except (pydantic.ValidationError, ValueError) as error:
        _log.exception("The data could not be looked at.")
        return Found(None, problem=say("The data cannot be made: {error}", error=error))


class Bars(QWidget):
    """A bar for each class, as long as its share of the commonest: training, then validation, then test."""

    def __init__(self, counts: dict[str, tuple[int, int, int]], parent: QWidget | None = None):
        super().__init__(parent)
        self.counts = dict(list(counts.items())[:MOST_CLASSES])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ROW * len(self.counts))
        self.setAccessibleName(tr("Examples of each class"))
        self.setAccessibleDescription(
            ", ".join(f"{tr(say(name))} {' / '.join(map(str, numbers))}" for name, numbers in self.counts.items())
        )

    def sizeHint(self) -> QSize:
        """A row for each class."""
        return QSize(300, _ROW * len(self.counts))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, bar and numbers of each class."""
        painter = QPainter(self)
        painter.setFont(theme.ui_font(12))
        most = max((sum(numbers) for numbers in self.counts.values()), default=0) or 1
        middle = Qt.AlignmentFlag.AlignVCenter
        room = max(20.0, self.width() - _NAME - _NUMBERS - 16)
        for row, (name, numbers) in enumerate(self.counts.items()):
            top = row * _ROW
            painter.setPen(colour("text"))
            words = painter.fontMetrics().elidedText(tr(say(name)), Qt.TextElideMode.ElideRight, _NAME)
            painter.drawText(QRectF(0, top, _NAME, _ROW), middle, words)
            left = float(_NAME + 8)
            for count, token in zip(numbers, ("accent", "string", "muted"), strict=True):
                width = room * count / most
                painter.fillRect(QRectF(left, top + 4, width, _ROW - 8), colour(token))
                left += width
            painter.setPen(colour("muted"))
            place = QRectF(self.width() - _NUMBERS, top, _NUMBERS, _ROW)
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, " / ".join(f"{n:,}" for n in numbers))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES:
            self.update()


class DataLook(Dialog):
    """What is known of the data of a project; it is loaded beside the window and shown when it is there."""

    def __init__(self, project: Project, title: str, parent: QWidget | None = None):
        super().__init__(
            tr("{data}: a look at the data", data=title), "", [Answer("close", tr("Close"), primary=True)], parent
        )
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(2 * WIDTH)
        self.found: Found | None = None
        self._inside = QWidget()
        self.rows = QVBoxLayout(self._inside)
        self.rows.setContentsMargins(0, 0, 8, 0)
        self.rows.setSpacing(6)
        self.rows.addWidget(Text(tr("The data are being loaded…"), role="muted"))
        self.rows.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(HEIGHT)
        area.setWidget(self._inside)
        self.content.addWidget(area, 1)
        self._errand = Errand(self)
        self._errand.begin(lambda: look(project), self._show)

    def _show(self, found: Found) -> None:
        self.found = found
        clear(self.rows)
        if found.prepared is None:
            if found.problem is not None:
                self._line("mdi6.alert-circle", "danger", tr(found.problem))
            self.rows.addStretch(1)
            return
        if found.pairs:
            strip = ExampleStrip(both=False)
            self.rows.addWidget(strip)
            strip.show_pairs(found.pairs)
        self._title(tr("What was found"))
        for message in found.findings:
            self._line("mdi6.alert-outline", "warning", tr(message))
        if not found.findings:
            words = tr("Nothing strange: no example stands in two parts, no class is missing or very rare.")
            self._line("mdi6.check-circle", "success", words)
        self._holds(found.prepared)
        self._parts(found.prepared, found.counts or {})
        self._notes(found.prepared)
        self.rows.addStretch(1)

    def _title(self, words: str) -> None:
        title = Text(words, weight=theme.SEMIBOLD)
        title.setContentsMargins(0, 10, 0, 0)
        self.rows.addWidget(title)

    def _line(self, name: str, token: str, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Picture(name, token, 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words, wrap=True), 1)
        self.rows.addLayout(row)

    def _holds(self, prepared: Prepared) -> None:
        """Every column with what it is and how it is scaled."""
        self._title(tr("What an example holds"))
        for name, spec in prepared.dataset.fields().items():
            scale = prepared.scaler.scales.get(name)
            what = f"{tr(say(spec.kind.value))} {spec.text}"
            words = tr("{field}: {what}", field=name, what=what)
            if scale is not None:
                means = ", ".join(f"{value:.3g}" for value in scale.means[:4]) + ("…" if len(scale.means) > 4 else "")
                many = len(scale.deviations) > 4
                wide = ", ".join(f"{value:.3g}" for value in scale.deviations[:4]) + ("…" if many else "")
                words = tr("{field}: {what}, less its mean ({means}) and divided by its deviation ({deviations})",
                           field=name, what=what, means=means, deviations=wide)  # fmt: skip
            self.rows.addWidget(Text(words, size=12, wrap=True))

    def _parts(self, prepared: Prepared, counts: dict[str, tuple[int, int, int]]) -> None:
        self._title(tr("Training, validation, test"))
        numbers = " / ".join(f"{number:,}" for number in prepared.parts.sizes)
        self.rows.addWidget(Text(numbers, size=12))
        if counts:
            self.rows.addWidget(Bars(counts))
            if len(counts) > MOST_CLASSES:
                more = tr("and {count} more classes", count=len(counts) - MOST_CLASSES)
                self.rows.addWidget(Text(more, role="muted", size=12))

    def _notes(self, prepared: Prepared) -> None:
        """What was done while loading, such as which files were passed over."""
        self._title(tr("What was done"))
        for note in prepared.notes[:MOST_NOTES]:
            self.rows.addWidget(Text(tr(note), role="muted", size=12, wrap=True))
        if len(prepared.notes) > MOST_NOTES:
            more = tr("and {count} more", count=len(prepared.notes) - MOST_NOTES)
            self.rows.addWidget(Text(more, role="muted", size=12))
