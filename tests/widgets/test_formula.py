"""Formulas are drawn as in a book, in the colour of the theme, and never wider than their place."""

import pytest
from PySide6.QtGui import QColor, QImage

from widgets import theme as look
from widgets.formula import FormulaView, Typesetter, formula_svg, typesetter

CONVOLUTION = r"y_{o,i,j} = b_o + \sum_c \sum_{u,v} w_{o,c,u,v}\, x_{c,i+u,j+v}"


@pytest.fixture(autouse=True)
def _can_be_set(qapp):
    typesetter().wait()


def ink(view: FormulaView) -> list[tuple[int, int]]:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixelColor(0, 0)
    across, down = range(image.width()), range(image.height())
    return [(x, y) for x in across for y in down if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60]


@pytest.mark.parametrize(
    "sign",
    [r"\Sigma", r"\sum_i x_i", r"\lfloor x \rfloor", r"x \odot y", "x_{t-1}", r"\tilde{C}_t", r"\hat y", r"\sigma(x)"],
)
def test_the_signs_of_our_formulas_are_in_the_font(sign):
    blank = formula_svg("x", "#000000").count(b"<path")
    drawn = formula_svg(rf"x {sign} x", "#000000").count(b"<path")
    assert drawn >= blank + 2


def test_a_formula_takes_the_colour_it_is_given_and_is_kept():
    assert b"#123456" in formula_svg(r"\frac{a}{b}", "#123456")
    assert formula_svg("a", "#123456") is formula_svg("a", "#123456")


def test_a_formula_is_in_the_middle_and_shrinks_to_the_width_it_has(qapp, qtbot):
    look.apply(qapp, look.LIGHT)
    view = FormulaView(CONVOLUTION)
    qtbot.addWidget(view)
    natural = view.formula_size().width()
    for width in (natural + 100, natural // 2):
        view.resize(width, 60)
        places = [x for x, _ in ink(view)]
        assert places, "nothing was drawn"
        assert min(places) > 0
        assert max(places) < width - 1
        assert abs((min(places) + max(places)) / 2 - width / 2) < 8


def test_a_formula_follows_the_theme(qapp, qtbot):
    view = FormulaView(CONVOLUTION)
    qtbot.addWidget(view)
    view.resize(400, 60)
    for theme in (look.DARK, look.LIGHT):
        look.apply(qapp, theme)
        image = view.grab().toImage()
        x, y = max(
            ink(view), key=lambda place: abs(image.pixelColor(*place).lightness() - QColor(theme.window).lightness())
        )
        assert (image.pixelColor(x, y).lightness() > 128) is theme.dark


def test_a_formula_is_spoken_as_latex_and_none_takes_no_room(qapp, qtbot):
    view = FormulaView("E = mc^2")
    qtbot.addWidget(view)
    assert view.accessibleDescription() == view.latex == "E = mc^2"
    assert view.sizeHint().height() > 20
    view.set_latex("")
    assert view.sizeHint().height() == 0
    view.resize(100, 40)
    assert not ink(view)


def test_the_first_formula_comes_when_the_font_is_loaded_and_holds_nothing_up(qapp, qtbot, monkeypatch):
    fresh = Typesetter()
    monkeypatch.setattr("widgets.formula.typesetter", lambda: fresh)
    view = FormulaView(CONVOLUTION)
    qtbot.addWidget(view)
    with qtbot.waitSignal(fresh.loaded, timeout=20_000):
        assert view.formula_size().isEmpty()
        assert view.sizeHint().height() > 20, "room is kept for it"
    assert view.formula_size().width() > 100
