"""Every live view draws a run that was recorded, as it drew it live."""

import pytest

from graphs.document import snapshot
from tests.workbench.views.samples import one_of_everything, started
from tests.workbench.views.test_every_view import NAMES, fitting
from workbench.engine.events import Sample, Scalars
from workbench.engine.runs import Run
from workbench.session import Session
from workbench.views import views


@pytest.mark.parametrize("name", NAMES)
def test_a_recorded_run_is_drawn_as_it_was_live(name, qtbot, tmp_path):
    project = fitting(name)
    with Run.create(tmp_path / "run", snapshot=snapshot(project)) as run:
        run.set_meta("steps", 100)
        for step in (1, 11, 21):
            for event in one_of_everything(step):
                if isinstance(event, Scalars):
                    run.add_scalars(event)
                elif isinstance(event, Sample):
                    run.add_sample(event)
        run.commit()
    live, later = (views()[name](Session(project)) for _ in range(2))
    for view in (live, later):
        qtbot.addWidget(view)
        view.resize(640, 340)
        view.show()
    live.take(started())
    for step in (1, 11, 21):
        for event in one_of_everything(step):
            live.take(event)
    live.refresh()
    with Run.open(tmp_path / "run") as run:
        later.show_run(run)
    assert not later.is_empty() and later.step == 21
    assert later.plot().values_table() == live.plot().values_table()
    assert later.figure.text() == live.figure.text()


@pytest.mark.parametrize("name", NAMES)
def test_a_view_opened_beside_a_run_that_has_told_nothing_yet_waits_for_it(name, qtbot, tmp_path):
    """As when a training begins and opens, in a panel nobody looks at, what the drawing has to show."""
    project = fitting(name)
    with Run.create(tmp_path / "run", snapshot=snapshot(project)) as run:
        run.set_meta("steps", 100)
        run.commit()
    view = views()[name](Session(project))
    qtbot.addWidget(view)
    with Run.open(tmp_path / "run") as run:
        view.show_run(run)
    assert view.is_empty()
    for event in one_of_everything(1):
        view.take(event)
    view.resize(640, 340)
    view.show()
    view.refresh()
    assert not view.is_empty()
