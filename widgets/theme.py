"""The look of the whole application: which scheme is on, its fonts, its palette, its style sheet.

The scheme is stored on the running application, so two windows never disagree and a test can start afresh. A widget
that paints asks `current` each time it paints, and forgets what it cached when its ``changeEvent`` brings
``PaletteChange`` or ``StyleChange``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from graphs.layer import Family
from graphs.tensors import Kind
from widgets.stylesheet import style_sheet
from widgets.tokens import (
    BUTTON_HEIGHT,
    CARD_PADDING,
    DARK,
    DOCK_PADDING,
    FIELD_HEIGHT,
    GAP,
    GAP_HUGE,
    GAP_LARGE,
    GAP_SMALL,
    GAP_TINY,
    GRID,
    LIGHT,
    LINE,
    LINE_BLOCK,
    LINE_FOCUS,
    LINE_WIRE,
    MEDIUM,
    RADIUS_BUTTON,
    RADIUS_CARD,
    RADIUS_FIELD,
    RADIUS_FRAME,
    RADIUS_NODE,
    RADIUS_SMALL,
    REGULAR,
    ROW_BAR,
    ROW_DOCK_TITLE,
    ROW_FORM,
    ROW_MENU,
    ROW_STATUS,
    ROW_TREE,
    SEMIBOLD,
    SMALL_BUTTON_HEIGHT,
    TEXT_BASE,
    TEXT_BLOCK,
    TEXT_DIALOG,
    TEXT_HINT,
    TEXT_SECONDARY,
    TEXT_TITLE,
    TEXT_WIRE,
    Theme,
    contrast,
    tint,
)

__all__ = [
    "BUTTON_HEIGHT", "CARD_PADDING", "DARK", "DOCK_PADDING", "FIELD_HEIGHT", "GAP", "GAP_HUGE", "GAP_LARGE",
    "GAP_SMALL", "GAP_TINY", "GRID", "LIGHT", "LINE", "LINE_BLOCK", "LINE_FOCUS", "LINE_WIRE", "MEDIUM", "PAPER",
    "RADIUS_BUTTON", "RADIUS_CARD", "RADIUS_FIELD", "RADIUS_FRAME", "RADIUS_NODE", "RADIUS_SMALL", "REGULAR",
    "ROW_BAR", "ROW_DOCK_TITLE", "ROW_FORM", "ROW_MENU", "ROW_STATUS", "ROW_TREE", "SCHEMES", "SEMIBOLD",
    "SMALL_BUTTON_HEIGHT", "TEXT_BASE", "TEXT_BLOCK", "TEXT_DIALOG", "TEXT_HINT", "TEXT_SECONDARY",
    "TEXT_TITLE", "TEXT_WIRE", "Theme", "apply", "colormap", "contrast", "current", "family_colour",
    "hold_height", "hold_width", "kind_colour", "mono_font", "number_font", "palette", "sized", "tint", "ui_font",
    "words", "worn", "write",
]  # fmt: skip

SCHEMES = {theme.name: theme for theme in (LIGHT, DARK)}
"""The schemes by the name settings store them under."""

PAPER = replace(LIGHT, name="paper", surface=LIGHT.raised, line=LIGHT.edge, node_shadow=0.0)
"""What is printed: the light scheme on white, with outlines that a printer keeps and no shadows."""

_PROPERTY = "workbench_theme"
_WORDS = "workbench_words"
_WIDTH, _HEIGHT = "workbench_width", "workbench_height"
_LATIN = ("Segoe UI Variable", "Segoe UI", "Inter", "Noto Sans", "DejaVu Sans")
_HAN = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
_MONO = ("Cascadia Mono", "SF Mono", "JetBrains Mono", "Menlo", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono")
_GENERIC = {"sans serif", "sans", "sans-serif", ""}


def current() -> Theme:
    """The scheme the application shows; `LIGHT` when there is no application or none was applied."""
    app = QCoreApplication.instance()
    theme = app.property(_PROPERTY) if app is not None else None
    return theme if isinstance(theme, Theme) else LIGHT


@contextmanager
def worn(theme: Theme) -> Iterator[None]:
    """Let what is painted inside the block take another scheme, such as `PAPER`; the window keeps its own."""
    app = QCoreApplication.instance()
    before = app.property(_PROPERTY) if app is not None else None
    if app is not None:
        app.setProperty(_PROPERTY, theme)
    try:
        yield
    finally:
        if app is not None:
            app.setProperty(_PROPERTY, before)


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application a scheme: style, palette, style sheet and font. Every widget is told by a PaletteChange."""
    app.setProperty(_PROPERTY, theme)
    style = QStyleFactory.create("Fusion")
    if app.style() is None or app.style().objectName().lower() != "fusion":
        app.setStyle(style)
    app.setFont(ui_font(sized(TEXT_BASE)))
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme, words()))


def words() -> float:
    """How much larger than designed words are written: 1 until a person chooses otherwise."""
    app = QCoreApplication.instance()
    share = app.property(_WORDS) if app is not None else None
    return share if isinstance(share, float) else 1.0


def write(app: QApplication, share: float) -> None:
    """Write every word so much larger than designed, at once: each widget is told as of another theme."""
    app.setProperty(_WORDS, float(share))
    apply(app, current())
    for widget in app.allWidgets():
        # The colours are the same, so Qt itself would not tell those that dress when colours change.
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.PaletteChange))
        width, height = widget.property(_WIDTH), widget.property(_HEIGHT)
        if isinstance(width, int):
            widget.setFixedWidth(round(width * share))
        if isinstance(height, int):
            widget.setFixedHeight(round(height * share))


def hold_width(widget: QWidget, width: int) -> None:
    """Keep a widget as wide as its words need: so many pixels at the designed size of words, more at a larger one."""
    widget.setProperty(_WIDTH, width)
    widget.setFixedWidth(round(width * words()))


def hold_height(widget: QWidget, height: int) -> None:
    """Keep a widget as high as its words need: so many pixels at the designed size of words, more at a larger one."""
    widget.setProperty(_HEIGHT, height)
    widget.setFixedHeight(round(height * words()))


def sized(size: float) -> float:
    """The size in which words designed in a size are written; what is as large as a title of a dialog stays."""
    share = words()
    return size if share == 1 or size >= TEXT_DIALOG else round(size * share)


def palette(theme: Theme) -> QPalette:
    """The scheme as Qt's palette, for all three groups; what is disabled is muted on sunken, never see-through."""
    roles = QPalette.ColorRole
    base = theme.sunken if theme.dark else theme.raised
    colours = {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: base,
        roles.AlternateBase: theme.window,
        roles.Text: theme.text,
        roles.PlaceholderText: theme.muted,
        roles.Button: theme.raised,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.danger,
        roles.Highlight: theme.accent_fill,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.text,
        roles.Light: theme.raised,
        roles.Midlight: theme.window,
        roles.Mid: theme.line,
        roles.Dark: theme.edge,
        roles.Shadow: theme.shadow,
    }
    result = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role, colour in colours.items():
            result.setColor(group, role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        result.setColor(disabled, role, QColor(theme.muted))
    for role in (roles.Base, roles.Button, roles.Highlight):
        result.setColor(disabled, role, QColor(theme.sunken))
    return result


@lru_cache(maxsize=1)
def _ui_families() -> tuple[str, ...]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    wanted = (system, *_LATIN, *_HAN)
    # A family that is not there makes Qt search for a substitute, which is slow on macOS; macOS hides its own ones.
    there = set(QFontDatabase.families())
    hidden = sys.platform == "darwin"
    return tuple(
        name for name in wanted if name.lower() not in _GENERIC and (name in there or (hidden and name == system))
    )


@lru_cache(maxsize=1)
def _mono_families() -> tuple[str, ...]:
    there = set(QFontDatabase.families())
    return tuple(name for name in (*_MONO, *_HAN) if name in there)


def _sized(font: QFont, size: float) -> None:
    if float(size).is_integer():
        font.setPixelSize(int(size))
        return
    # Qt takes whole pixels or fractional points, so half a pixel goes through points of this screen.
    screen = QGuiApplication.primaryScreen()
    font.setPointSizeF(size * 72 / (screen.logicalDotsPerInch() if screen is not None else 96))


@lru_cache(maxsize=64)
def _font(size: float, weight: int, families: tuple[str, ...], features: tuple[tuple[str, int], ...]) -> QFont:
    font = QFont()
    if families:
        font.setFamilies(list(families))
    font.setWeight(QFont.Weight(weight))
    for tag, value in features:
        font.setFeature(QFont.Tag.fromString(tag), value)
    _sized(font, size)
    return font


def ui_font(size: float = TEXT_BASE, weight: int = REGULAR) -> QFont:
    """The font of the interface; Latin first, then simplified Chinese forms, so that Han never comes out Japanese."""
    return QFont(_font(size, weight, _ui_families(), ()))


def number_font(size: float = TEXT_BASE, weight: int = REGULAR) -> QFont:
    """The font of the interface with figures of one width, for every number that changes: it must not dance."""
    return QFont(_font(size, weight, _ui_families(), (("tnum", 1),)))


def mono_font(size: float = TEXT_SECONDARY, weight: int = REGULAR) -> QFont:
    """The font of code, shapes and arithmetic: one width, no ligatures, since ``!=`` must read as what is typed."""
    font = QFont(_font(size, weight, _mono_families(), (("tnum", 1), ("liga", 0), ("calt", 0))))
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    return font


def family_colour(family: Family) -> str:
    """The colour of a layer family in the present scheme; the icon and the type name always stand beside it."""
    return current().families[family]


def kind_colour(kind: Kind) -> str:
    """The colour of a wire that carries this kind of tensor, in the present scheme."""
    return current().kinds[kind]


@lru_cache(maxsize=16)
def _table(stops: tuple[str, ...]) -> np.ndarray:
    values = np.array([[int(stop[i : i + 2], 16) for i in (1, 3, 5)] for stop in stops], dtype=float)
    places = np.linspace(0, len(stops) - 1, 256)
    table = np.stack([np.interp(places, np.arange(len(stops)), values[:, channel]) for channel in range(3)], axis=1)
    result = np.round(table).astype(np.uint8)
    result.setflags(write=False)
    return result


def colormap(name: str, theme: Theme | None = None) -> np.ndarray:
    """A colour map of a scheme (the present one) as a read-only table (256, 3) of uint8, red green blue.

    ``"sequential"`` for what has no sign, ``"diverging"`` for what has one (zero is the background), ``"gradient"`` for
    gradient norms on wires. Raises ValueError for another name.
    """
    theme = theme or current()
    stops = {"sequential": theme.sequential, "diverging": theme.diverging, "gradient": theme.gradient_ramp}.get(name)
    if stops is None:
        raise ValueError(f"A colour map is 'sequential', 'diverging' or 'gradient', but the name is {name!r}.")
    return _table(stops)
