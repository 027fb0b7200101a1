"""The small pieces every panel is made of: text in a role, a switch, a bar that shows a share, buttons with icons.

Each takes its colours from the theme by the name of a token and makes them again when the theme changes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from widgets import icons, theme
from widgets.theme import RADIUS_CARD, TEXT_BASE

THEME_CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
"""The events by which a widget learns that colours are other ones now."""


def colour(token: str) -> QColor:
    """The colour of a token (``muted``) in the theme of the window."""
    return QColor(getattr(theme.current(), token))


def icon(name: str, token: str = "text") -> QIcon:
    """A Material icon in the colour of a token."""
    return icons.icon(name, token)


def tinted(token: str, share: float, on: str = "raised") -> QColor:
    """A token mixed into its background: a selection is 12 % accent, a row in error 6 % danger."""
    present = theme.current()
    return QColor(theme.tint(getattr(present, token), getattr(present, on), share))


def counted_bytes(number: int) -> str:
    """Write bytes the way people read them: ``241 KiB``, ``3.4 MiB``."""
    size = float(number)
    for unit in ("B", "KiB", "MiB", "GiB"):
        if size < 1024 or unit == "GiB":
            return f"{size:,.0f} {unit}" if size >= 100 or unit == "B" else f"{size:.1f} {unit}"
        size /= 1024
    raise AssertionError("the loop ends at GiB")


def clear(layout: object) -> None:
    """Take every widget out of a layout and let Qt delete it."""
    while (item := layout.takeAt(0)) is not None:  # type: ignore[attr-defined]
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Text(QLabel):
    """Words in the colour of a role (a token: ``text``, ``muted``, ``danger``) and a size in pixels at 100 %.

    With ``wrap`` it breaks into lines, with ``elide`` it ends in … where room ends and shows all in its tool tip.
    """

    # Qt asks for sizes before a widget is made whole, and once more after the collector has emptied it.
    _elide = False

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "text",
        size: float = TEXT_BASE,
        weight: int = 400,
        wrap: bool = False,
        elide: bool = False,
        mono: bool = False,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._role, self._size, self._weight, self._mono, self._elide = role, size, weight, mono, elide
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.dress()
        self.setText(text)

    def dress(self) -> None:
        """Take font and colour from the theme."""
        size = theme.sized(self._size)
        font = theme.mono_font(size, self._weight) if self._mono else theme.number_font(size, self._weight)
        if font != self.font():
            self.setFont(font)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != colour(self._role):
            palette.setColor(QPalette.ColorRole.WindowText, colour(self._role))
            self.setPalette(palette)

    def set_role(self, role: str) -> None:
        """Take the colour of another token."""
        self._role = role
        self.dress()

    def set_weight(self, weight: int) -> None:
        """Make the words heavier or lighter."""
        self._weight = weight
        self.dress()

    def setText(self, text: str) -> None:
        """Show other words."""
        self._full = text
        self._fit()

    @property
    def full_text(self) -> str:
        """The words without the dots that stand for a lack of room."""
        return self._full

    def _fit(self) -> None:
        shown = self._full
        if self._elide and self.width() > 0:
            shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 16))
            if not self.toolTip() or self.toolTip() == self.property("whole"):
                self.setProperty("whole", self._full if shown != self._full else "")
                self.setToolTip(self._full if shown != self._full else "")
        if shown != super().text():
            super().setText(shown)
        self.setAccessibleName(self._full)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End in dots where the room ends."""
        super().resizeEvent(event)
        if self._elide:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """A text that ends in dots needs little room."""
        hint = super().minimumSizeHint()
        return QSize(24, hint.height()) if self._elide else hint

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES and hasattr(self, "_role"):
            self.dress()


class Picture(QLabel):
    """A small icon in the colour of a token."""

    def __init__(self, name: str = "", token: str = "text", size: int = 16, parent: QWidget | None = None):
        super().__init__(parent)
        self._name, self._token, self._pixels = name, token, size
        self.setFixedSize(size, size)
        self._draw()

    def set_icon(self, name: str, token: str) -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self._draw()

    def set_picture(self, drawn: QIcon) -> None:
        """Show an icon that is drawn elsewhere, the glyph of a layer."""
        self._name = ""
        self.setPixmap(drawn.pixmap(QSize(self._pixels, self._pixels), self.devicePixelRatioF()))

    def _draw(self) -> None:
        if self._name:
            self.setPixmap(
                icon(self._name, self._token).pixmap(QSize(self._pixels, self._pixels), self.devicePixelRatioF())
            )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES and hasattr(self, "_token"):
            self._draw()


class Switch(QAbstractButton):
    """On or off, shown as a switch. Space turns it."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(44, 28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """36 by 20 with room for the focus ring."""
        return QSize(44, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track filled with the accent when on; a ring outside it when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(4.5, 4.5, 35, 19)
        on = self.isChecked()
        painter.setPen(QPen(colour("accent_fill" if on else "edge"), 1))
        painter.setBrush(colour("accent_fill" if on else "sunken"))
        painter.drawRoundedRect(track, 9.5, 9.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_accent") if on else colour("edge"))
        painter.drawEllipse(QPointF(track.right() - 9.5 if on else track.left() + 9.5, track.center().y()), 6.5, 6.5)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, 1, 42, 26), 13, 13)


class ShareBar(QWidget):
    """A thin bar filled to a share of its width, in the colour of a token."""

    def __init__(self, token: str = "accent", parent: QWidget | None = None):
        super().__init__(parent)
        self._share, self._colour = 0.0, QColor()
        self._token = token
        self.setFixedHeight(4)

    def set_share(self, share: float, fill: QColor | None = None) -> None:
        """Fill it to ``share`` (0 to 1); any share above zero shows at least two pixels."""
        self._share, self._colour = min(max(share, 0.0), 1.0), fill or QColor()
        self.update()

    @property
    def share(self) -> float:
        """How much of it is filled."""
        return self._share

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sunken track and its filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), 4), 2, 2)
        if self._share > 0:
            painter.setBrush(self._colour if self._colour.isValid() else colour(self._token))
            painter.drawRoundedRect(QRectF(0, 0, max(2.0, self._share * self.width()), 4), 2, 2)


class IconButton(QToolButton):
    """A button that is only an icon, with its words in the tool tip and for screen readers."""

    def __init__(self, name: str, token: str = "muted", size: int = 16, parent: QWidget | None = None):
        super().__init__(parent)
        self._name, self._token = name, token
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(size, size))
        self.setFixedSize(28, 28)
        self.setIcon(icon(name, token))

    def set_words(self, words: str) -> None:
        """Say what the button does."""
        self.setToolTip(words)
        self.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES and hasattr(self, "_token"):
            self.setIcon(icon(self._name, self._token))


class Button(QPushButton):
    """A small button with words, and an icon where it has one."""

    def __init__(self, text: str = "", icon_name: str = "", parent: QWidget | None = None):
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("role", "small")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw()

    def _draw(self) -> None:
        if self._icon_name:
            self.setIcon(icon(self._icon_name, "text"))
            self.setIconSize(QSize(16, 16))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES and hasattr(self, "_icon_name"):
            self._draw()


class Card(QWidget):
    """A rounded box: ``sunken`` for wells and arithmetic, or a tint of a token with an outline (a problem)."""

    def __init__(self, fill: str = "sunken", outline: str = "", tint: float = 0.0, parent: QWidget | None = None):
        super().__init__(parent)
        self._fill, self._outline, self._tint = fill, outline, tint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill and outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._outline), 1) if self._outline else Qt.PenStyle.NoPen)
        painter.setBrush(
            tinted(self._outline, self._tint, self._fill) if self._outline and self._tint else colour(self._fill)
        )
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
