"""What the colours of the wires mean, in one line: kinds while designing, a ramp of gradients while training.

Where several players train, each has gradients of its own; a button at the end chooses whose the wires show.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from graphs.tensors import Kind
from widgets import theme
from widgets.canvas.node_painter import port_path
from widgets.canvas.wire_painter import THICKEST, THINNEST, Gradients, number_text
from widgets.icons import icon
from widgets.language import tr

HEIGHT = 24
_WEDGE = 120.0


class Legend(QWidget):
    """One line of explanation; the mouse goes through it, except to the button that chooses a player.

    ``playerChosen`` carries the name of the player whose gradients a person wants to see.
    """

    playerChosen = Signal(str)  # noqa: N815 - signals are named as Qt names them

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._kinds: tuple[Kind, ...] = ()
        self._gradients: Gradients | None = None
        self._painted: tuple[tuple[theme.Theme, float], QPixmap] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(HEIGHT)
        self.button = QToolButton(self)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.button.setIconSize(QSize(14, 14))
        self.button.setProperty("role", "chip")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(QMenu(self.button))
        self.button.hide()
        self._players: tuple[str, ...] = ()
        self._shown = ""
        self.retranslate()

    def show_kinds(self, kinds: tuple[Kind, ...]) -> None:
        """Explain the kinds that are on the wires."""
        if kinds != self._kinds:
            self._kinds = kinds
            self._resize()

    def show_gradients(self, gradients: Gradients | None) -> None:
        """Explain the ramp of gradient norms, or the kinds again."""
        before, self._gradients = self._gradients, gradients
        if (
            (before is None) != (gradients is None)
            or before is None
            or gradients is None
            or (before.low, before.high) != (gradients.low, gradients.high)
        ):
            self._resize()

    def show_players(self, players: tuple[str, ...], shown: str) -> None:
        """Offer the players to choose from, with the one that is shown; fewer than two need no choice."""
        self._players, self._shown = players, shown
        menu = self.button.menu()
        menu.clear()
        for name in players:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == shown)
            action.triggered.connect(partial(self._choose, name))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, len(players) < 2)
        self.retranslate()

    def _choose(self, name: str, checked: bool = True) -> None:
        self.playerChosen.emit(name)

    def _font_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(theme.ui_font(theme.TEXT_HINT))

    def width_with_gradients(self) -> int:
        """How wide it is while it tells of gradients: now, or once a training begins."""
        if self._gradients is not None:
            return self.width()
        ends = QFontMetricsF(theme.mono_font(theme.TEXT_WIRE)).horizontalAdvance("0" * 11)
        words = self._font_metrics().horizontalAdvance(tr("Gradient norm ‖∂L/∂x‖, log scale"))
        return round(words + ends + _WEDGE + 48)

    def _resize(self) -> None:
        metrics = self._font_metrics()
        if self._gradients is not None:
            ends = QFontMetricsF(theme.mono_font(theme.TEXT_WIRE))
            low, high = number_text(self._gradients.low), number_text(self._gradients.high)
            width = metrics.horizontalAdvance(self._sentence()) + ends.horizontalAdvance(low + high) + _WEDGE + 48
            if len(self._players) > 1:
                size = self.button.sizeHint()
                self.button.setGeometry(round(width), 0, size.width(), HEIGHT)
                width += size.width()
        else:
            width = metrics.horizontalAdvance(self._sentence()) + 12
            width += sum(metrics.horizontalAdvance(tr(kind.value)) + 30 for kind in self._kinds)
        self.resize(round(width), HEIGHT)
        self.button.setVisible(self._gradients is not None and len(self._players) > 1)
        self.setVisible(bool(self._kinds) or self._gradients is not None)
        self.update()

    def _sentence(self) -> str:
        return tr("Gradient norm ‖∂L/∂x‖, log scale") if self._gradients is not None else tr("Wires carry")

    def retranslate(self) -> None:
        """Set its words."""
        self.setAccessibleName(tr("What the colours of the wires mean"))
        self.button.setText(self._shown)
        self.button.setIcon(icon("mdi6.chevron-down", "muted"))
        self.button.setToolTip(tr("Whose gradients the wires show"))
        self.button.setAccessibleName(tr("Gradients of {player}", player=self._shown))
        self._resize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(look.surface))
        painter.setFont(theme.ui_font(theme.TEXT_HINT))
        painter.setPen(QColor(look.muted))
        metrics = self._font_metrics()
        middle = HEIGHT / 2
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(4, base), self._sentence())
        x = 4 + metrics.horizontalAdvance(self._sentence()) + 14
        if self._gradients is not None:
            self._ramp(painter, self._gradients, x, middle, base)
            return
        for kind in self._kinds:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.kinds[kind]))
            painter.drawPath(port_path(kind, QPointF(x + 4, middle), 8))
            painter.setPen(QColor(look.muted))
            painter.drawText(QPointF(x + 14, base), tr(kind.value))
            x += metrics.horizontalAdvance(tr(kind.value)) + 30

    def _ramp(self, painter: QPainter, gradients: Gradients, x: float, middle: float, base: float) -> None:
        look = theme.current()
        font = theme.mono_font(theme.TEXT_WIRE)
        metrics = QFontMetricsF(font)
        low, high = number_text(gradients.low), number_text(gradients.high)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        painter.drawText(QPointF(x, base), low)
        x += metrics.horizontalAdvance(low) + 8
        box = QRectF(x, middle - THICKEST / 2, _WEDGE, THICKEST)
        painter.drawPixmap(box.topLeft(), self._wedge(look))
        painter.setPen(QColor(look.text))
        painter.drawText(QPointF(box.right() + 8, base), high)

    def _wedge(self, look: theme.Theme) -> QPixmap:
        """The ramp as a picture: it is painted at every step that somebody goes through, and never changes."""
        ratio = self.devicePixelRatioF()
        if self._painted is None or self._painted[0] != (look, ratio):
            picture = QPixmap(round(_WEDGE * ratio), round(THICKEST * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            ramp = QLinearGradient(0, 0, _WEDGE, 0)
            table = theme.colormap("gradient")
            for place in range(9):
                ramp.setColorAt(place / 8, QColor(*table[round(place / 8 * 255)].tolist()))
            thin = (THICKEST - THINNEST) / 2
            ends = [(0, thin), (_WEDGE, 0), (_WEDGE, THICKEST), (0, THICKEST - thin)]
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ramp)
            painter.drawPolygon(QPolygonF([QPointF(*end) for end in ends]))
            painter.end()
            self._painted = (look, ratio), picture
        return self._painted[1]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._resize()
