"""Icons: every name the window uses is in the font, and each takes the colour it is asked for."""

import pytest
from PySide6.QtGui import QColor

from graphs.layer import Family
from widgets import theme as look
from widgets.icons import FAMILY_ICONS, OUTPUT_ICON, family_icon, icon, pixmap

NAMES = [
    f"mdi6.{name}"
    for name in [
        "play",
        "pause",
        "debug-step-over",
        "stop",
        "restart",
        "source-branch",
        "record",
        "skip-previous",
        "skip-next",
        "tune-variant",
        "database-outline",
        "memory",
        "expansion-card",
        "undo",
        "redo",
        "content-copy",
        "content-duplicate",
        "delete-outline",
        "vector-combine",
        "select-group",
        "group",
        "ungroup",
        "note-text-outline",
        "arrow-collapse-all",
        "arrow-expand-all",
        "compare",
        "magnify",
        "plus",
        "minus",
        "fit-to-screen-outline",
        "map-outline",
        "fullscreen",
        "arrow-expand",
        "eye-outline",
        "pin-outline",
        "dots-vertical",
        "chevron-right",
        "chevron-down",
        "chevron-left",
        "close",
        "alert-circle",
        "alert",
        "lightbulb-on-outline",
        "check-circle",
        "information-outline",
        "snowflake",
        "volume-off",
        "link-variant",
        "lock-outline",
        "auto-fix",
        "history",
        "content-save-outline",
        "folder-open-outline",
        "export-variant",
        "code-tags",
        "language-python",
        "theme-light-dark",
        "translate",
        "human-male-board",
        "view-gallery-outline",
        "school-outline",
        "cog-outline",
        "help-circle-outline",
        "chart-line",
        "chart-bar",
        "image-multiple-outline",
        "movie-open-outline",
        "tag-text-outline",
        "login-variant",
        "logout-variant",
        "vector-polyline",
        "grid",
        "arrow-collapse",
        "chart-bell-curve",
        "chart-bell-curve-cumulative",
        "call-merge",
        "autorenew",
        "map-marker-radius-outline",
        "dice-5-outline",
        "bullseye-arrow",
        "gauge",
        "package-variant-closed",
        "timeline-clock-outline",
    ]
]


def colour_of(picture) -> str:
    """The colour of the most opaque pixel."""
    image = picture.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    strongest: QColor = max(pixels, key=lambda pixel: pixel.alpha())
    assert strongest.alpha() > 100, "the picture is empty"
    return strongest.name().upper()


def test_every_icon_of_the_window_is_drawn(qapp):
    for name in {*NAMES, *FAMILY_ICONS.values(), OUTPUT_ICON}:
        image = pixmap(name, "text", 20).toImage()
        ink = sum(image.pixelColor(x, y).alpha() > 60 for x in range(20) for y in range(20))
        assert ink > 8, name


def test_every_family_has_an_icon_of_its_own():
    assert set(FAMILY_ICONS) == set(Family)
    assert len(set(FAMILY_ICONS.values())) == len(Family)


def test_an_icon_has_the_colour_of_its_token_and_follows_the_theme(qapp):
    for theme in (look.DARK, look.LIGHT):
        look.apply(qapp, theme)
        assert colour_of(pixmap("mdi6.stop", "danger", 18)) == theme.danger
        assert colour_of(pixmap("mdi6.stop", Family.DENSE, 18)) == theme.families[Family.DENSE]


def test_icons_are_sharp_on_a_fine_screen(qapp):
    fine = pixmap("mdi6.play", "text", 16, ratio=2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (32, 2.0)


def test_a_disabled_icon_is_muted(qapp):
    look.apply(qapp, look.LIGHT)
    made = icon("mdi6.stop", "accent", 18)
    assert colour_of(made.pixmap(18, 18)) == look.LIGHT.accent
    assert colour_of(made.pixmap(18, 18, made.Mode.Disabled)) == look.LIGHT.muted
    assert not family_icon(Family.LOSS).isNull()


def test_a_wrong_name_or_token_says_what_was_expected(qapp):
    with pytest.raises(ValueError, match="name of an icon.*'mdi6.unicorn-of-doom'"):
        icon("mdi6.unicorn-of-doom")
    with pytest.raises(ValueError, match="colour of the theme.*'purple-ish'"):
        icon("mdi6.play", "purple-ish")
