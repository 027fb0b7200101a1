"""Icons in the colours of the scheme: Material Design Icons, from the font that qtawesome brings.

An icon takes the colour of a token, so a widget asks again when its ``changeEvent`` says that the palette changed; what
was drawn once is kept. The package is not imported: that takes a third of a second, and all we need is its font.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPixmap,
    QTransform,
)

from graphs.layer import Family
from widgets.theme import current

FAMILY_ICONS: Mapping[Family, str] = MappingProxyType(
    {
        Family.INPUT_OUTPUT: "mdi6.login-variant",
        Family.DENSE: "mdi6.vector-polyline",
        Family.CONVOLUTION: "mdi6.grid",
        Family.POOLING: "mdi6.arrow-collapse",
        Family.NORMALISATION: "mdi6.chart-bell-curve",
        Family.ACTIVATION: "mdi6.chart-bell-curve-cumulative",
        Family.SHAPE: "mdi6.call-merge",
        Family.RECURRENT: "mdi6.autorenew",
        Family.ATTENTION: "mdi6.eye-outline",
        Family.EMBEDDING: "mdi6.map-marker-radius-outline",
        Family.STOCHASTIC: "mdi6.dice-5-outline",
        Family.LOSS: "mdi6.bullseye-arrow",
        Family.METRIC: "mdi6.gauge",
        Family.BLOCK: "mdi6.package-variant-closed",
        Family.SCAN: "mdi6.timeline-clock-outline",
    }
)
"""The icon of each layer family; it stands beside the colour, which alone not everyone can tell apart."""

OUTPUT_ICON = "mdi6.logout-variant"
"""The icon of an Output, which shares its family with Input."""


def icon(name: str, token: str | Family = "text", size: int = 18) -> QIcon:
    """The icon ``name`` (``"mdi6.play"``) in the colour of a token, a family, or a plain ``#RRGGBB``.

    Its disabled form is in ``muted``. Raises ValueError when the font has no such icon or the theme no such token.
    """
    theme = current()
    result = QIcon()
    ratio = _ratio()
    result.addPixmap(_draw(name, colour_of(token), size, ratio), QIcon.Mode.Normal)
    result.addPixmap(_draw(name, theme.muted, size, ratio), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, token: str | Family = "text", size: int = 18, ratio: float | None = None) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels, sharp on a screen with the device pixel ratio ``ratio``."""
    return _draw(name, colour_of(token), size, ratio or _ratio())


def family_icon(family: Family, size: int = 18) -> QIcon:
    """The icon of a layer family in the family's colour."""
    return icon(FAMILY_ICONS[family], family, size)


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def colour_of(token: str | Family) -> str:
    """The colour of a token, of a family, or a plain ``#RRGGBB`` itself. Raises ValueError for an unknown token."""
    if isinstance(token, Family):
        return current().families[token]
    if token.startswith("#"):
        return token
    colour = getattr(current(), token, None)
    if not isinstance(colour, str) or not colour.startswith("#"):
        raise ValueError(f"Expected the name of a colour of the theme, such as 'text' or 'muted'; got {token!r}.")
    return colour


@lru_cache(maxsize=1)
def _glyphs() -> tuple[str, Mapping[str, str]]:
    """The family of the icon font, and the hexadecimal codes of its seven thousand characters by name."""
    found = importlib.util.find_spec("qtawesome")
    folders = found.submodule_search_locations if found is not None else None
    if not folders:
        raise RuntimeError("The package qtawesome, which brings the icons, is not installed.")
    fonts = Path(next(iter(folders))) / "fonts"
    number = QFontDatabase.addApplicationFont(str(next(fonts.glob("materialdesignicons6-webfont-*.ttf"))))
    codes = json.loads(next(fonts.glob("materialdesignicons6-webfont-charmap-*.json")).read_text(encoding="utf-8"))
    return QFontDatabase.applicationFontFamilies(number)[0], codes


@lru_cache(maxsize=2048)
def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    font, letter = _letter(name, size)
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return result


def _letter(name: str, size: float) -> tuple[QFont, str]:
    """The font and the character of an icon. The glyphs stand in a square with a little air, as they were drawn."""
    family, codes = _glyphs()
    code = codes.get(name.removeprefix("mdi6."))
    if code is None or not name.startswith("mdi6."):
        raise ValueError(f"Expected the name of an icon, such as 'mdi6.play'; got {name!r}.")
    font = QFont(family)
    font.setPixelSize(round(0.875 * size))
    return font, chr(int(code, 16))


def outline(name: str, place: QRectF) -> QPainterPath:
    """The icon as a shape that fills ``place``, for files that know no pixels and have no icon font."""
    font, letter = _letter(name, 96)
    path = QPainterPath()
    path.addText(0, 0, font, letter)
    box = path.boundingRect()
    # The square of a glyph is as large as its font; its baseline lies where the ink of most icons is centred.
    scale = 0.875 * place.width() / 84
    return QTransform(
        scale, 0, 0, scale, place.center().x() - scale * box.center().x(), place.center().y() - scale * box.center().y()
    ).map(path)
