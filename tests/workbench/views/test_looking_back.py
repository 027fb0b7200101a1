"""Every view can look back: by being there it shows any earlier step as it was then, and the present again after it."""

import pytest

from tests.workbench.views.samples import one_of_everything, started
from tests.workbench.views.test_every_view import NAMES, fitting
from workbench.session import Session
from workbench.views import views

STEPS = (1, 11, 21, 31)


def shown(name, qtbot, steps=STEPS):
    """A view that has seen these steps of a run."""
    view = views()[name](Session(fitting(name)))
    qtbot.addWidget(view)
    view.resize(640, 340)
    view.show()
    view.take(started())
    for step in steps:
        for event in one_of_everything(step):
            view.take(event)
    view.refresh()
    return view


def picture(view):
    """What a person sees of it, without the line that says that it is the past."""
    view.prepare()
    image = view._picture.grab().toImage()
    return bytes(image.constBits())


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_an_earlier_step_as_it_was_then_and_the_present_again(name, qtbot):
    view, then = shown(name, qtbot), shown(name, qtbot, STEPS[:2])
    present, table, figure = picture(view), view.plot().values_table(), view.figure.text()
    view.look_back(15)
    view.refresh()
    assert view.step == 15 and view.looks_back and view._ring is not None
    if view.probe:
        assert view.history.latest.step == 11
    assert view.figure.text() == then.figure.text()
    if view.follows_steps:
        assert picture(view) != present  # the line of the step stands elsewhere
    else:
        assert view.plot().values_table() == then.plot().values_table()
    view.look_back(None)
    view.refresh()
    assert view.step == 31 and view._ring is None and view.figure.text() == figure
    assert view.plot().values_table() == table


@pytest.mark.parametrize("name", NAMES)
def test_what_comes_while_it_looks_back_is_kept_and_not_shown(name, qtbot):
    view = shown(name, qtbot)
    view.look_back(11)
    view.refresh()
    before = view.figure.text()
    for event in one_of_everything(41):
        view.take(event)
    view.refresh()
    assert view.step == 11 and view.figure.text() == before
    if view.probe:
        assert view.history.latest.step == 11
    view.look_back(None)
    view.refresh()
    assert view.step == 41
    if view.probe:
        assert view.history.latest.step == 41


@pytest.mark.parametrize("name", NAMES)
def test_a_step_before_the_first_picture_shows_the_first(name, qtbot):
    view = shown(name, qtbot)
    view.look_back(0)
    view.refresh()
    assert not view.is_empty() and view.step == 0
    view.clear()
    assert not view.looks_back and view.is_empty()
