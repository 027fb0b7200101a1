"""The theme: every contrast it promises, computed from its colours, and what Qt is given."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from graphs.layer import Family
from graphs.tensors import Kind
from widgets import theme as look
from widgets.theme import DARK, LIGHT, Theme, contrast, tint

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)

# The contrast each token promises on window, surface, raised and sunken.
PROMISED = {
    "light": {
        "edge": (3.3, 3.6, 3.8, 3.0),
        "text": (14.3, 15.6, 16.7, 13.2),
        "muted": (5.4, 5.9, 6.4, 5.0),
        "accent": (5.5, 6.0, 6.4, 5.1),
        "danger": (5.0, 5.4, 5.8, 4.6),
        "warning": (5.1, 5.5, 5.9, 4.7),
        "success": (5.2, 5.7, 6.1, 4.9),
    },
    "dark": {
        "edge": (3.6, 3.9, 3.2, 4.1),
        "text": (14.3, 15.4, 12.5, 16.1),
        "muted": (7.0, 7.6, 6.2, 7.9),
        "accent": (7.7, 8.4, 6.8, 8.7),
        "danger": (7.5, 8.1, 6.5, 8.4),
        "warning": (9.5, 10.3, 8.4, 10.7),
        "success": (8.4, 9.1, 7.4, 9.5),
    },
}


def on(theme: Theme, colour: str) -> list[float]:
    return [contrast(colour, background) for background in theme.backgrounds]


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@BOTH
@pytest.mark.parametrize("token", PROMISED["light"])
def test_each_token_has_the_contrast_it_promises(theme, token):
    assert on(theme, getattr(theme, token)) == pytest.approx(PROMISED[theme.name][token], abs=0.06)


@BOTH
def test_text_is_never_below_four_and_a_half_and_what_must_be_seen_never_below_three(theme):
    for token in ("text", "muted", "accent", "danger", "warning", "success"):
        assert min(on(theme, getattr(theme, token))) >= 4.5
    assert min(on(theme, theme.edge)) >= 2.99
    assert contrast(theme.on_accent, theme.accent_fill) >= 5.1
    assert contrast(theme.muted, theme.sunken) >= 4.5  # how disabled things look


@BOTH
def test_text_stays_readable_on_selections_errors_and_frames(theme):
    for background in theme.backgrounds:
        tinted = [tint(theme.accent, background, 0.12), tint(theme.danger, background, 0.06)]
        tinted += [tint(frame, background, 0.06) for frame in theme.frames.values()]
        tinted.append(tint(theme.note, background, 0.16))
        assert all(contrast(theme.text, colour) >= 4.5 for colour in tinted)


@BOTH
def test_families_and_kinds_stand_out_from_what_they_lie_on(theme):
    for colour in theme.families.values():
        assert min(contrast(colour, place) for place in (theme.window, theme.surface, theme.raised)) >= (
            6.45 if theme.dark else 3.75
        )
    for kind, colour in theme.kinds.items():
        floor = 2.99 if kind is Kind.TENSOR else 6.05 if theme.dark else 3.95
        # Wires and ports lie on the canvas and on nodes; elsewhere, in a legend, they must still be seen.
        assert min(contrast(colour, place) for place in (theme.surface, theme.raised)) >= floor, kind
        assert contrast(colour, theme.window) >= 3, kind


@BOTH
def test_every_family_and_kind_has_a_colour(theme):
    assert set(theme.families) == set(Family)
    assert set(theme.kinds) == set(Kind)


@BOTH
def test_code_and_frame_titles_are_readable_where_they_stand(theme):
    for background in theme.backgrounds:
        for colour in (theme.keyword, theme.number, theme.string, theme.comment):
            assert contrast(colour, background) >= 4.5
        for colour in (theme.keyword, theme.number, theme.string):
            # The line of the selection is tinted.
            assert contrast(colour, tint(theme.accent, background, 0.13)) >= 4.5
        for colour in theme.frames.values():
            assert contrast(colour, tint(colour, background, 0.06)) >= 4.5


@BOTH
def test_series_stand_out_and_have_seven_dashes(theme):
    assert len(theme.series) == len(theme.dashes) == len(set(theme.dashes)) == 7
    assert min(contrast(colour, theme.raised) for colour in theme.series) >= (2.95 if theme.dark else 3.15)


@BOTH
def test_a_stronger_gradient_is_always_further_from_the_canvas(theme):
    ratios = [contrast(colour, theme.surface) for colour in theme.gradient_ramp]
    assert ratios == sorted(ratios)
    assert ratios[0] >= 3


@BOTH
def test_classroom_text_holds_seven(theme):
    assert min(on(theme, theme.classroom_muted)[:3]) >= 7
    assert min(on(theme, theme.text)) >= 7


def test_the_diverging_map_has_its_background_at_zero(qapp):
    for theme in (LIGHT, DARK):
        table = look.colormap("diverging", theme).astype(int)
        middle = np.array([int(theme.diverging[5][i : i + 2], 16) for i in (1, 3, 5)])
        assert table.shape == (256, 3)
        assert abs(table[127] - middle).max() <= 4
        assert table[0][2] > table[0][0]  # blue below
        assert table[255][0] > table[255][2]  # orange above


def test_an_unknown_map_says_which_there_are():
    with pytest.raises(ValueError, match="'sequential', 'diverging' or 'gradient'.*'jet'"):
        look.colormap("jet")


def test_applying_a_theme_tells_every_widget_and_fills_all_three_groups(qapp):
    assert isinstance(qapp, QApplication)
    told = []

    class Watcher(QLabel):
        def changeEvent(self, event):  # noqa: N802, Qt's name
            told.append(event.type())
            super().changeEvent(event)

    watcher = Watcher("C1")
    try:
        for theme in (DARK, LIGHT):
            told.clear()
            look.apply(qapp, theme)
            assert look.current() is theme
            assert {event.name for event in told} & {"PaletteChange", "StyleChange"}
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
                roles, palette = QPalette.ColorRole, qapp.palette()
                assert palette.color(group, roles.Window).name().upper() == theme.window
                assert palette.color(group, roles.Link).name().upper() == theme.accent
                assert palette.color(group, roles.Mid).name().upper() == theme.line
            disabled = QPalette.ColorGroup.Disabled
            assert qapp.palette().color(disabled, QPalette.ColorRole.Text).name().upper() == theme.muted
            assert qapp.palette().color(disabled, QPalette.ColorRole.Button).name().upper() == theme.sunken
        assert look.family_colour(Family.DENSE) == LIGHT.families[Family.DENSE]
        assert look.kind_colour(Kind.IMAGE) == LIGHT.kinds[Kind.IMAGE]
    finally:
        watcher.deleteLater()


def test_a_theme_cannot_be_changed_by_accident():
    with pytest.raises(dataclasses.FrozenInstanceError):
        LIGHT.text = "#000000"


def test_fonts_have_pixel_sizes_and_code_has_one_width(qapp):
    assert look.ui_font().pixelSize() == 13
    assert look.ui_font(16, look.SEMIBOLD).weight() == 600
    assert look.mono_font(12.5).pointSizeF() == pytest.approx(
        12.5 * 72 / qapp.primaryScreen().logicalDotsPerInch(), abs=0.1
    )
    assert QFontInfo(look.mono_font(12)).fixedPitch()
