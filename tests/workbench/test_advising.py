"""What the advisor says while a network learns: on the drawing, in Problems, with remedies for one click."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

from tests.workbench.desk import Desk
from widgets.problems import ProblemRow
from workbench.advising import Advice
from workbench.engine.advice.rule import Finding
from workbench.engine.advisor import told
from workbench.engine.events import Advised, RunStarted
from workbench.engine.runs import Run
from workbench.session import RunState
from workbench.settings import Language
from workbench.steering import Steering


def flat(desk: Desk, name: str, until: int | None = None) -> Advised:
    """The advisor says that an activation is saturated, or (``until``) no longer."""
    values = {"share": 0.8, "player": "all"}
    return told(Finding("saturated", name, desk.id(name), name, 40, values, until=until))


def high(desk: Desk) -> Advised:
    return told(Finding("rising_loss", "loss", desk.id("loss"), "loss", 60, {"now": 3.0, "lowest": 1.0}))


def activation(desk: Desk) -> str:
    return next(node.name for node in desk.session.project.network if node.type in ("Tanh", "Sigmoid"))


def shown(desk: Desk, rule: str) -> ProblemRow:
    """The row of a rule, when one can see it."""

    def found() -> list[ProblemRow]:
        rows = [row for row in desk.window.problems.rows if row.diagnostic.rule == rule]
        return [row for row in rows if row.isVisible() and row.fix_buttons[0].isVisible()]

    desk.window.docks.reveal("problems")
    desk.wait(found, 10, f"a row about {rule}")
    return found()[0]


def lamps(desk: Desk) -> dict[int, str]:
    shown = desk.window.canvas.view.item.statistics
    return {node: one.advice for node, one in shown.items() if one.advice}


def test_a_lamp_on_the_node_and_a_row_with_remedies(desk: Desk) -> None:
    name = activation(desk)
    desk.session.handle(flat(desk, name))
    assert list(lamps(desk)) == [desk.id(name)]
    row = shown(desk, "saturated")
    assert row.sentence.text().count(name) == 1 and "80 %" in row.sentence.text()
    before = desk.document()
    desk.press(row.fix_buttons[0])
    assert desk.document() != before
    desk.session.undo()
    assert desk.document() == before  # one step
    desk.press(shown(desk, "saturated").show_button)
    assert desk.window.selection == (desk.id(name),)
    desk.appearance.speak(Language.CHINESE)
    desk.wait(lambda: "停在取值范围的一端" in lamps(desk).get(desk.id(name), ""), 5)


def test_it_goes_when_the_advisor_is_quiet_or_another_training_begins(desk: Desk) -> None:
    name = activation(desk)
    desk.session.handle(flat(desk, name))
    desk.session.handle(high(desk))
    assert len(lamps(desk)) == 2
    desk.session.handle(flat(desk, name, until=90))
    assert list(lamps(desk)) == [desk.id("loss")]
    desk.session.handle(RunStarted("r", "/nowhere", 1, 10, 10, "CPU", 1, 0, 100))
    assert not lamps(desk)
    desk.session.state = RunState.IDLE


def test_advice_that_is_hidden_lights_no_lamp(desk: Desk) -> None:
    name = activation(desk)
    desk.session.handle(flat(desk, name))
    row = shown(desk, "saturated")
    assert row.hide_button is not None
    desk.press(row.hide_button)
    assert not lamps(desk)
    desk.session.undo()
    assert len(lamps(desk)) == 1


class Wishes:
    """A control that writes down what is wished."""

    def __init__(self) -> None:
        self.rates: list[tuple[float, str | None]] = []

    def set_learning_rate(self, value: float, player: str | None = None) -> None:
        self.rates.append((value, player))


def test_a_learning_rate_that_a_remedy_changes_holds_at_once(desk: Desk) -> None:
    wishes = Wishes()
    desk.session.handle(high(desk))
    desk.session._steering = Steering(desk.session.project, wishes)  # type: ignore[arg-type]
    row = shown(desk, "rising_loss")
    desk.session.state = RunState.RUNNING
    rate = desk.session.project.recipe.players[0].optimizer.learning_rate
    desk.press(row.fix_buttons[0])
    desk.session.state = RunState.IDLE
    assert wishes.rates == [(rate / 10, "all")]
    QTest.qWait(20)


def test_the_terminal_says_what_to_try(desk: Desk) -> None:
    advice = Advice()
    advice.take(flat(desk, activation(desk)))
    advice.take(high(desk))
    first, second = (str(sentence) for sentence in advice.sentences(desk.session.project))
    assert "To try: Put BatchNorm2d before" in first
    assert second.startswith("loss: the loss rises, from 1 to 3. To try: Set the learning rate to ")


def test_a_recorded_run_says_what_stood_at_its_end(desk: Desk, tmp_path: Path) -> None:
    with Run.create(tmp_path / "run") as run:
        ended = flat(desk, activation(desk), until=90).found
        run.set_meta("advice", [high(desk).found.as_json(), ended.as_json()])
        desk.window.tab.advice.recall(run)
    assert [found.rule for found in desk.window.tab.advice.findings.values()] == ["rising_loss"]


def test_the_lamp_is_seen_where_the_drawing_is_small(desk: Desk) -> None:
    canvas, name = desk.window.canvas, activation(desk)
    canvas.set_zoom(0.5)  # boxes without titles
    desk.wait(lambda: canvas.zoom() == 0.5, 5)
    before = canvas.grab().toImage()
    desk.session.handle(flat(desk, name))
    after, rect = canvas.grab().toImage(), canvas.node_rect(desk.id(name))
    ratio = before.devicePixelRatio()
    corner = (rect.right() * ratio, rect.top() * ratio)
    near = [(round(corner[0]) + x, round(corner[1]) + y) for x in range(-7, 8) for y in range(-7, 8)]
    changed = sum(before.pixelColor(x, y) != after.pixelColor(x, y) for x, y in near)
    assert changed > 40, changed
