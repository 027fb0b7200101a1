"""The column of live views: which are opened for a network, and how one more is opened while it learns."""

from pathlib import Path

import pytest

import presets
from graphs.project import Project
from tests.workbench.engine.makers import copier, diffuser, dreamer, foreteller
from tests.workbench.engine.sentences import attentive, reader
from tests.workbench.views.samples import weights
from workbench.bridge import Bridge
from workbench.engine.runs import Run
from workbench.session import Session
from workbench.view_column import ViewColumn
from workbench.views import view, views, wanted_views


def column_of(project: Project, qtbot) -> ViewColumn:
    session = Session(project)
    bridge = Bridge(session)
    made = ViewColumn(session, bridge)
    made.keep = bridge  # lives as long as the column
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    made.open(wanted_views(project))
    return made


def offered(column: ViewColumn) -> list[str]:
    column._menu.aboutToShow.emit()
    return [action.text() for action in column._menu.actions()]


def test_a_network_that_remembers_or_looks_opens_the_view_for_it():
    assert wanted_views(reader()) == ("curves", "gradients", "gates")
    assert wanted_views(attentive()) == ("curves", "gradients", "attention")
    assert wanted_views(presets.build("lenet5"))[0] == "curves"  # what a project names itself


def test_one_more_view_is_opened_with_what_the_run_has_measured(qtbot, tmp_path: Path):
    column = column_of(reader(), qtbot)
    assert "Weights" in offered(column) and "Attention" not in offered(column) and "Gates" not in offered(column)
    with Run.create(tmp_path / "run") as run:
        for step in (1, 11):
            run.add_sample(weights(step))
        run.commit()
    column._session.run_folder = tmp_path / "run"
    place = offered(column).index("Weights")
    column._menu.actions()[place].trigger()
    card = column.cards["weights"]
    assert not card.is_empty() and card.step == 11
    assert "Weights" not in offered(column)
    assert column._column.itemAt(column._column.count() - 1).widget() is column._more


def test_a_run_that_is_gone_leaves_the_new_view_empty(qtbot, tmp_path: Path):
    column = column_of(reader(), qtbot)
    column._session.run_folder = tmp_path / "gone"
    column.show_too("weights")
    assert column.cards["weights"].is_empty()


@pytest.mark.parametrize("name", ["", "lenet5"])
def test_when_everything_is_open_the_menu_says_so(name, qtbot):
    column = column_of(presets.build(name) if name else reader(), qtbot)
    for more in column.missing():
        column.show_too(more)
    assert offered(column) == ["Every view is open that has something to show"]


def test_a_network_that_copies_makes_or_foretells_opens_the_views_for_it():
    assert wanted_views(copier()) == ("curves", "gradients", "reconstructions", "latent")
    assert wanted_views(copier(variational=True))[2:] == ("reconstructions", "latent", "generated")
    assert wanted_views(dreamer())[2:] == ("generated", "judging")
    assert wanted_views(diffuser())[2:] == ("generated", "film_strip")
    assert wanted_views(foreteller())[2:] == ("gates", "predictions")


def test_every_view_is_found_in_the_file_of_its_name():
    assert all(view(name) is kind for name, kind in views().items())
    assert view("card") is None and view("of a newer program") is None and view("nowhere") is None
