"""The confusion matrix: counts, kinds of mistake, and the examples behind a cell."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt

import presets
from tests.workbench.views.samples import confusion, started
from workbench.data import prepare
from workbench.engine.loading import load_data
from workbench.session import Session
from workbench.views.confusion_matrix import ConfusionMatrix
from workbench.views.examples import Validation, picture
from workbench.views.mistakes import Kind

MISTAKES = [(5, 1, 5), (17, 5, 4), (40, 8, 1), (41, 8, 1)]


@pytest.fixture
def matrix(qtbot) -> ConfusionMatrix:
    view = ConfusionMatrix(Session(presets.build("lenet5")))
    qtbot.addWidget(view)
    view.resize(620, 320)
    view.show()
    view.take(started())
    view.mistakes.validation.table()
    view.take(confusion(42, MISTAKES))
    view.refresh()
    return view


def test_the_examples_are_loaded_beside_the_window(matrix, qtbot, monkeypatch):
    loading: list[str] = []
    table = Validation.table

    def slow(self: Validation):
        loading.append(threading.current_thread().name)
        return table(self)

    monkeypatch.setattr(Validation, "table", slow)
    project = presets.build("lenet5")
    data = project.recipe.data.model_copy(update={"folds": 4, "fold": 2, "seed": 9})
    project.recipe = project.recipe.model_copy(update={"data": data})
    matrix.mistakes.set_validation(Validation(project))
    matrix.mistakes.show_cell(8, 1)
    assert matrix.mistakes.images == 0 and "are being loaded" in matrix.mistakes.words
    qtbot.waitUntil(lambda: matrix.mistakes.images == 2)
    assert loading[0] == "errand"
    # The rows are those of the fold that the training validates on.
    shown = matrix.mistakes.validation.images([17])[0]
    part = load_data(project)
    assert np.array_equal(shown, picture(part.scaler.original("image", part.parts.validation["image"][17:18])[0]))


def test_it_counts_the_mistakes_and_their_kinds(matrix):
    assert matrix.mistakes.words == "4 of 270 validation examples are wrong.\nClick a cell to see them."
    assert matrix.mistakes.kinds() == [(8, 1, 2), (1, 5, 1), (5, 4, 1)]
    assert matrix.figure.full_text == "98.5 %"


def test_a_click_on_a_cell_shows_the_very_examples(matrix, qtbot):
    plot = matrix.plot()
    place = plot.cell_area(8, 1).center().toPoint()
    under = plot.childAt(place) or plot
    qtbot.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(plot, place))
    assert matrix.mistakes.cell == (8, 1)
    assert (matrix.mistakes.images, matrix.mistakes.words) == (2, "2 examples")


def test_the_examples_are_those_the_training_validated_on():
    project = presets.build("lenet5")
    recipe = project.recipe
    session = Session(project)
    parts = prepare(session.data_set, recipe.data.split, recipe.seed, scale=False).parts
    shown = Validation(project).images([17])[0]
    assert np.array_equal(shown, picture(parts.validation["image"][17]))
    assert shown.shape == (32, 32, 3)


def test_a_row_of_the_list_leads_to_its_examples_and_back(matrix, qtbot):
    row = next(kind for kind in matrix.findChildren(Kind) if kind.accessibleName() == "5 taken for 4: 1")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert matrix.mistakes.cell == (5, 4) and matrix.mistakes.images == 1
    qtbot.mouseClick(matrix.mistakes._back, Qt.MouseButton.LeftButton)
    assert matrix.mistakes.cell is None


def test_an_open_cell_follows_the_training(matrix):
    matrix.mistakes.show_cell(8, 1)
    matrix.take(confusion(84, MISTAKES[:3]))
    matrix.refresh()
    assert (matrix.mistakes.images, matrix.mistakes.words) == (1, "1 example")


def test_a_cell_of_the_diagonal_says_how_many_are_right(matrix):
    matrix.mistakes.show_cell(8, 8)
    assert matrix.mistakes.words == "25 of 27 examples of 8 are right."
    assert matrix.mistakes.images == 1  # of the right ones those that the training has named


def test_no_mistake_is_said_plainly(matrix):
    matrix.take(confusion(90, []))
    matrix.refresh()
    assert matrix.mistakes.words == "All 270 validation examples are right."


def test_data_without_images_are_shown_as_numbers_with_names():
    session = Session(presets.build("lenet5"))
    session.do(session.choose_data("iris"))
    validation = Validation(session.project)
    assert validation.images([0]) == []
    (words,) = validation.words([0])
    assert words.count(",") == 3 and all(name in words for name in session.data_set.feature_names())


def test_a_narrow_card_keeps_the_matrix_and_lets_the_list_go(matrix, qapp):
    matrix.resize(340, 300)
    qapp.processEvents()
    assert matrix.mistakes.isHidden()
    matrix.resize(620, 300)
    qapp.processEvents()
    assert not matrix.mistakes.isHidden()


def test_the_list_follows_and_a_row_keeps_the_focus(matrix, qapp):
    rows = matrix.findChildren(Kind)
    rows[0].setFocus()
    matrix.take(confusion(84, [(5, 1, 5), (17, 5, 4)]))
    matrix.refresh()
    shown = [row.accessibleName() for row in matrix.findChildren(Kind) if not row.isHidden()]
    assert shown == ["1 taken for 5: 1", "5 taken for 4: 1"]
    assert matrix.findChildren(Kind)[0] is rows[0] and matrix.focusWidget() is rows[0]
