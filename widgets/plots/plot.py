"""What every plot shares: theme and language, an empty state, values as a table, export as picture and CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QCursor, QImage, QPaintDevice, QPalette, QRegion, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from graphs.message import Message
from widgets import theme as look
from widgets.controls import IconButton
from widgets.language import tr
from widgets.plots.chart import Chart

Text = str | Message
"""A text as a caller gives it: final, or to be translated where it is drawn."""

_READINGS = 30
"""How many times a second the values under a moving mouse are read."""


@dataclass(frozen=True)
class Table:
    """The values of a plot for those who read rather than look: a header and rows of the same length."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str | float, ...]]


class Plot(QWidget):
    """A chart with what stands around it. Subclasses give it items, and bring them up to date in ``refresh``.

    New values only mark the plot as stale; it is refreshed once, when Qt next has time and only while it can be seen.
    With ``zoom`` a person moves and zooms with the mouse; until then, and again after a double click or the small
    button, the axes follow the values.
    """

    _due = Signal()

    def __init__(self, chart: Chart, parent: QWidget | None = None, *, zoom: bool = False):
        super().__init__(parent)
        self.chart = chart
        self.following = [True, True]
        self._export: look.Theme | None = None
        self._empty: Text = ""
        self._stale, self._waiting, self._refreshing = True, False, False
        self._dressed: look.Theme | None = None
        self._message = QLabel()
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setContentsMargins(16, 8, 16, 8)
        self.body = QWidget()
        self.row = QHBoxLayout()
        self.row.setSpacing(4)
        self.row.addWidget(chart, 1)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self.row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._message, 1)
        layout.addWidget(self.body, 1)
        self.body.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(160)
        # A legend of several rows takes no height from the lines: two numbers of an axis would lie over each other.
        chart.setMinimumHeight(112)
        self._due.connect(self._catch_up_if_seen, Qt.ConnectionType.QueuedConnection)
        self._whole = IconButton("mdi6.fit-to-screen-outline")
        self._whole.setParent(chart)
        self._whole.hide()
        self._whole.clicked.connect(self.show_all)
        chart.pane.setMouseEnabled(zoom, zoom)
        chart.pane.wholeWanted.connect(self.show_all)
        chart.pane.sigRangeChangedManually.connect(self._moved_by_hand)
        chart.pane.sigRangeChanged.connect(self._geometry_changed)
        chart.pane.sigResized.connect(self._geometry_changed)
        chart.scene().sigPrepareForPaint.connect(self._catch_up)
        chart.mouseLeft.connect(self._mouse_left)
        # A mouse reports hundreds of places a second; nobody reads that fast.
        self._mouse = pg.SignalProxy(
            chart.scene().sigMouseMoved, rateLimit=_READINGS, slot=self._mouse_moved, threadSafe=False
        )

    # -- what subclasses say -----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Bring items, ranges and legend up to date with the values."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        raise NotImplementedError

    def values_table(self) -> Table:
        """The values behind the picture."""
        raise NotImplementedError

    def summary(self) -> str:
        """One sentence that says what the picture shows, for a screen reader."""
        raise NotImplementedError

    def hovered(self, place: QPointF | None) -> None:
        """The mouse is over this place of the pane, in its units, or no longer over the pane."""

    # -- what everybody may call -------------------------------------------------------------------------------------

    def set_empty_text(self, text: Text) -> None:
        """What stands here before the first value: what will be shown, and what to do for it."""
        self._empty = text
        self._message.setText(self.text(text))

    @Slot()
    def show_all(self) -> None:
        """Let the axes follow the values again."""
        self.following = [True, True]
        self._whole.hide()
        self.changed()

    def export_png(self, path: str | Path, scale: float = 2.0) -> None:
        """Write the plot as a picture, always in the light scheme, which prints. Raises OSError if it cannot."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            # Nobody has given the plot a size yet.
            self.adjustSize()
        image = QImage(self.size() * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(QColor(look.LIGHT.raised))
        self._paint_on(image)
        if not image.save(str(path), "PNG"):  # type: ignore[call-overload]
            raise OSError(f"The picture could not be written to {path}. Is the folder there, and may one write to it?")

    def export_svg(self, path: str | Path) -> None:
        """Write the plot as lines and text that can be enlarged, in the light scheme. Raises OSError if it cannot."""
        from PySide6.QtSvg import QSvgGenerator

        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.adjustSize()
        Path(path).open("wb").close()  # the generator itself would only warn
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(self.size())
        drawing.setViewBox(self.rect())
        drawing.setTitle(self.accessibleName())
        drawing.setDescription("" if self.is_empty() else self.summary())
        self._paint_on(drawing)

    def _paint_on(self, device: QPaintDevice) -> None:
        """Paint the plot in the light scheme, without what only serves the mouse."""
        self._export = look.LIGHT
        shown = self._whole.isVisibleTo(self.chart)
        self._whole.hide()
        try:
            self._stale = True
            self._catch_up()
            self.render(device, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        finally:
            self._export = None
            self._whole.setVisible(shown)
            self._stale = True
            self._catch_up()

    def export_csv(self, path: str | Path) -> None:
        """Write the values as CSV with a header, in UTF-8 that spreadsheets recognise."""
        table = self.values_table()
        with Path(path).open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file)
            writer.writerow(table.header)
            writer.writerows(table.rows)

    def retranslate(self) -> None:
        """Say everything again in the language of the window."""
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self._message.setText(self.text(self._empty))
        self._whole.set_words(tr("Show everything and follow"))
        self.changed()

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dressed = None
            self.changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while nobody looked."""
        super().showEvent(event)
        self.changed()

    def sizeHint(self) -> QSize:
        """A card's worth of room."""
        return QSize(420, 220)

    # -- for subclasses ----------------------------------------------------------------------------------------------

    @property
    def theme(self) -> look.Theme:
        """The scheme to draw in: the present one, or the light one for an export."""
        return self._export or look.current()

    @staticmethod
    def text(text: Text) -> str:
        """A caller's text in the language of the window."""
        return tr(text) if isinstance(text, Message) else text

    def changed(self) -> None:
        """Values came: draw when Qt next has time."""
        self._stale = True
        empty = self.is_empty()
        if self.body.isHidden() != empty:
            self.body.setHidden(empty)
            self._message.setVisible(empty)
            layout = self.layout()
            if layout is not None:
                layout.activate()
        if self.isVisible() and not self._waiting:
            self._waiting = True
            self._due.emit()

    def dress(self) -> None:
        """Take the colours of the present scheme; called before ``refresh`` when they are other ones than before."""
        self.chart.dress(self.theme)
        palette = self._message.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self.theme.muted))
        self._message.setPalette(palette)
        self._message.setFont(look.ui_font(look.TEXT_SECONDARY))

    def say(self, words: str) -> None:
        """Show words beside the mouse, or none."""
        if words:
            QToolTip.showText(QCursor.pos(), words, self.chart)
        else:
            QToolTip.hideText()

    def set_range(self, across: tuple[float, float], up: tuple[float, float]) -> None:
        """Show this much, where a person has not chosen otherwise."""
        if self.following[0]:
            self.chart.pane.setXRange(*across, padding=0)
        if self.following[1]:
            self.chart.pane.setYRange(*up, padding=0)

    def place_at(self, x: float, y: float) -> QPointF | None:
        """A point of the widget in the units of the pane; None beside the pane."""
        scene = self.chart.mapToScene(self.chart.mapFrom(self, QPoint(round(x), round(y))))
        pane = self.chart.pane
        return pane.mapSceneToView(scene) if pane.sceneBoundingRect().contains(scene) else None

    def area_of(self, place: QRectF) -> QRectF:
        """A rectangle of the pane in pixels of the widget."""
        scene = self.chart.pane.mapViewToScene(place).boundingRect()
        shown = self.chart.mapFromScene(scene).boundingRect()
        return QRectF(self.chart.mapTo(self, shown.topLeft()), QSize(shown.width() - 1, shown.height() - 1))

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _catch_up_if_seen(self) -> None:
        self._waiting = False
        if self.isVisible():
            self._catch_up()

    @Slot()
    def _catch_up(self) -> None:
        if not self._stale or self._refreshing:
            return
        self._stale = False
        self._refreshing = True
        try:
            if self._dressed is not self.theme:
                self.dress()
                self._dressed = self.theme
            if not self.is_empty():
                self.refresh()
        finally:
            self._refreshing = False
        corner = self.chart.pane.sceneBoundingRect().topRight().toPoint()
        self._whole.move(corner - QPoint(self._whole.sizeHint().width() + 4, -4))

    @Slot(object)
    def _moved_by_hand(self, axes: Sequence[bool]) -> None:
        self.following = [follow and not bool(moved) for follow, moved in zip(self.following, axes, strict=True)]
        self._whole.show()
        self.changed()

    @Slot()
    def _geometry_changed(self) -> None:
        if not self._refreshing:
            self.changed()

    @Slot(object)
    def _mouse_moved(self, arguments: tuple[QPointF]) -> None:
        pane = self.chart.pane
        inside = pane.sceneBoundingRect().contains(arguments[0]) and not self.is_empty()
        self.hovered(pane.mapSceneToView(arguments[0]) if inside else None)

    @Slot()
    def _mouse_left(self) -> None:
        self.hovered(None)
