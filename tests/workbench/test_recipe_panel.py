"""The recipe as a form: what a person changes there, and that every change is one step back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from graphs.recipe import SGD, Adam
from graphs.schedules import Constant, Cosine
from workbench.recipe_panel import RecipePanel, read_split, written_split
from workbench.session import Session


@pytest.fixture
def panel(qtbot):
    session = Session()
    session.open_preset("lenet5")
    made = RecipePanel(session)
    qtbot.addWidget(made)
    made.resize(380, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def type_into(box, text: str) -> None:
    """Replace what stands in a box, and press Enter."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def recipe(panel):
    """The recipe as it is now."""
    return panel.session.project.recipe


def test_it_shows_what_the_recipe_says(panel):
    assert panel.rows["batch_size"].box.box.value() == recipe(panel).batch_size
    assert panel.choosers["data"].box.currentText() == "Handwritten digits"
    assert panel.choosers["optimizer0"].box.currentText() == "Adam"
    assert panel.split.text() == "70 / 15 / 15"


@pytest.mark.parametrize("name, text, value", [("epochs", "3", 3), ("batch_size", "8", 8), ("seed", "42", 42)])
def test_a_typed_number_is_one_step_of_undo(panel, name, text, value):
    before = recipe(panel)
    type_into(panel.rows[name].box.box, text)
    assert getattr(recipe(panel), name) == value
    panel.session.undo()
    assert recipe(panel) == before
    QTest.qWait(20)
    assert panel.rows[name].box.box.value() == getattr(before, name)


def test_turning_one_box_several_times_is_one_step(panel):
    before = recipe(panel)
    box = panel.rows["epochs"].box.box
    box.setFocus()
    for _ in range(4):
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert recipe(panel).epochs == before.epochs + 4
    panel.session.undo()
    assert recipe(panel) == before


def test_another_optimizer_brings_its_own_fields(panel):
    chooser = panel.choosers["optimizer0"]
    chooser.box.setCurrentText("SGD")
    chooser.box.activated.emit(chooser.box.currentIndex())
    assert isinstance(recipe(panel).players[0].optimizer, SGD)
    QTest.qWait(20)
    assert "player0.momentum" in panel.rows and "player0.beta1" not in panel.rows
    type_into(panel.rows["player0.momentum"].box.box, "0.9")
    assert recipe(panel).players[0].optimizer.momentum == pytest.approx(0.9)
    panel.session.undo()
    panel.session.undo()
    assert isinstance(recipe(panel).players[0].optimizer, Adam)


def test_what_cannot_go_together_is_said_in_words_and_changes_nothing(panel):
    before = recipe(panel)
    row = panel.rows["epochs"]
    row.edited.emit("epochs", "=classes")
    assert recipe(panel) == before
    assert "epochs" in row.error.full_text and "=classes" in row.error.full_text


def test_other_data_is_one_step_and_sets_the_parameters_of_the_network(panel):
    chooser = panel.choosers["data"]
    place = chooser.box.findData("iris")
    before = dict(panel.session.project.network.parameters)
    chooser.box.setCurrentIndex(place)
    chooser.box.activated.emit(place)
    assert recipe(panel).data.name == "iris"
    assert panel.session.project.network.parameters["classes"] == 3
    panel.session.undo()
    assert recipe(panel).data.name == "digits"
    assert panel.session.project.network.parameters == before


def test_a_data_set_with_choices_shows_them_as_a_list(panel):
    panel.session.do(panel.session.choose_data("logic"))
    QTest.qWait(20)
    row = panel.rows["data.gate"]
    choices = [row.box.box.itemText(i) for i in range(row.box.box.count())]
    assert {"AND", "OR", "XOR"} <= set(choices)
    row.box.box.setCurrentText("XOR")
    row.box.box.activated.emit(row.box.box.currentIndex())
    assert recipe(panel).data.parameters == {"gate": "XOR"}
    assert panel.session.data_set is not None


def test_the_split_is_typed_as_three_shares(panel):
    type_into(panel.split, "60/20/20")
    assert recipe(panel).data.split == pytest.approx((0.6, 0.2, 0.2))
    type_into(panel.split, "60/20")
    assert recipe(panel).data.split == pytest.approx((0.6, 0.2, 0.2))
    assert panel.split_problem.isVisible() and "60/20" in panel.split_problem.full_text


@pytest.mark.parametrize(
    "text, split",
    [
        ("70 / 15 / 15", (0.7, 0.15, 0.15)),
        ("0.8, 0.1, 0.1", (0.8, 0.1, 0.1)),
        ("100 0 0", (1.0, 0.0, 0.0)),
        ("0 / 50 / 50", None),
        ("50 / 50", None),
        ("70 / 20 / 20", None),
        ("a / b / c", None),
    ],
)
def test_shares_are_read_in_any_of_the_usual_ways(text, split):
    read = read_split(text)
    assert read is None if split is None else read == pytest.approx(split)
    if read is not None:
        assert read_split(written_split(read)) == pytest.approx(read)


def choose(chooser, value) -> None:
    """Choose the line with a value behind it."""
    place = chooser.box.findData(value)
    chooser.box.setCurrentIndex(place)
    chooser.box.activated.emit(place)


def test_a_schedule_brings_its_fields_and_its_curve_in_one_step(panel):
    choose(panel.choosers["schedule0"], "Cosine")
    QTest.qWait(20)
    (player,) = recipe(panel).players
    assert isinstance(player.schedule, Cosine)
    rate = player.optimizer.learning_rate
    assert panel.curves[0].points[0] == (0, pytest.approx(rate))
    assert panel.curves[0].points[-1][1] < 0.01 * rate
    type_into(panel.rows["player0.schedule.end"].box.box, "0.5")
    QTest.qWait(20)
    assert panel.curves[0].points[-1][1] == pytest.approx(0.5 * rate, rel=0.01)
    panel.session.undo()
    panel.session.undo()
    assert isinstance(recipe(panel).players[0].schedule, Constant)


def test_gradients_are_clipped_by_a_typed_length(panel):
    row = panel.rows["player0.clip_norm"]
    row.edited.emit("clip_norm", 2.5)
    assert recipe(panel).players[0].clip_norm == 2.5
    row.edited.emit("clip_norm", -1.0)
    assert recipe(panel).players[0].clip_norm == 2.5 and "clip_norm" in row.error.full_text
    panel.session.undo()
    assert recipe(panel).players[0].clip_norm is None


def test_several_players_say_which_losses_are_theirs(panel):
    from tests.workbench.engine.small import rivals

    panel.session.adopt(rivals(), None)
    panel.set_editor(panel.session)
    panel.refresh_now()
    judge = panel.session.project.network.node("judge_loss").id
    maker = panel.session.project.network.node("maker_loss").id
    assert recipe(panel).players[0].losses == (judge,)
    panel.parts[0, "losses"][maker].edited.emit("maker_loss", True)
    assert recipe(panel).players[0].losses == ()
    panel.parts[0, "losses"][judge].edited.emit("judge_loss", False)
    assert recipe(panel).players[0].losses == (maker,)
    assert "player1.updates" in panel.rows
