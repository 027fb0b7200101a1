"""Icons in the colours of the scheme: Material Design Icons, drawn by qtawesome.

An icon takes the colour of a token, so a widget asks again when its ``changeEvent`` says that the palette changed; what
was drawn once is kept. qtawesome is imported at the first icon, not at the first import.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPixmap

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
    result.addPixmap(_draw(name, _colour(token), size, ratio), QIcon.Mode.Normal)
    result.addPixmap(_draw(name, theme.muted, size, ratio), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, token: str | Family = "text", size: int = 18, ratio: float | None = None) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels, sharp on a screen with the device pixel ratio ``ratio``."""
    return _draw(name, _colour(token), size, ratio or _ratio())


def family_icon(family: Family, size: int = 18) -> QIcon:
    """The icon of a layer family in the family's colour."""
    return icon(FAMILY_ICONS[family], family, size)


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _colour(token: str | Family) -> str:
    if isinstance(token, Family):
        return current().families[token]
    if token.startswith("#"):
        return token
    colour = getattr(current(), token, None)
    if not isinstance(colour, str) or not colour.startswith("#"):
        raise ValueError(f"Expected the name of a colour of the theme, such as 'text' or 'muted'; got {token!r}.")
    return colour


@lru_cache(maxsize=1024)
def _source(name: str, colour: str) -> Any:
    import qtawesome

    try:
        return qtawesome.icon(name, color=QColor(colour))
    except Exception as error:
        # qtawesome raises bare Exceptions; the name of the icon is what one can mend.
        raise ValueError(f"Expected the name of an icon, such as 'mdi6.play'; got {name!r}.") from error


@lru_cache(maxsize=2048)
def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    return _source(name, colour).pixmap(QSize(size, size), ratio)
