"""Live statistics: what the inspector shows of the node that is looked at while a network learns."""

from __future__ import annotations

import numpy as np
import pytest

import presets
from tests.widgets.drawings import OpenProject
from widgets.inspector import Inspector
from widgets.live_box import Histogram, HistogramView, LiveBox, LiveNumbers
from workbench.engine.events import RunFinished, RunStarted, Sample
from workbench.live_numbers import LiveStatistics, numbers_of
from workbench.session import RunState, Session


class Wishes:
    """A control that writes down what is wished."""

    def __init__(self) -> None:
        self.heard: list[tuple] = []

    def attach(self, probe) -> None:
        self.heard.append((probe.name, probe.nodes, probe.path))

    def detach(self, name: str) -> None:
        self.heard.append((name,))


def sample(node: int, step: int = 20, path=(), **changes) -> Sample:
    data = {
        "nodes": np.array([node]),
        "path": np.array(path, dtype=np.int64).reshape(-1, 2),
        "activation": np.array([[0.1, 0.5, -1.0, 1.5, 0.25, np.nan, 0.125]]),
        "gradient": np.array([[0.03, 0.2]]),
        "weights": np.array([[0.0, 0.05, -0.2, 0.2, 3.0]]),
        "update": np.array([0.002]),
        "activation_counts/0": np.arange(32),
        "activation_ends/0": np.array([-1.0, 1.5]),
    }
    return Sample("statistics", step, data | changes, {"player": ("all",), "nodes": ("C1",)})


def started() -> RunStarted:
    return RunStarted("r", "/nowhere", 1, 10, 10, "CPU", 1, 0, 100)


@pytest.fixture
def desk(qtbot):
    session = Session()
    session.open_preset("lenet5")
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    live = LiveStatistics(session, inspector, inspector)
    session.control = Wishes()
    return session, inspector, live


def begin(session: Session) -> None:
    session.state = RunState.RUNNING
    session.handle(started())


def test_the_training_measures_the_node_that_is_looked_at_and_no_other(desk, qtbot):
    session, inspector, _live = desk
    c1, c5 = (session.project.network.node(name).id for name in ("C1", "C5"))
    inspector.set_selection((c1,))
    begin(session)
    assert session.control.heard == []  # nobody sees the inspector
    inspector.show()
    assert session.control.heard == [("statistics", (c1,), ())]
    inspector.set_selection((c5,))
    inspector.set_selection((c1, c5))
    assert session.control.heard[1:] == [("statistics", (c5,), ()), ("statistics",)]
    inspector.set_selection((c5,))
    inspector.hide()
    assert session.control.heard[-1] == ("statistics",)


def test_its_numbers_come_first_while_it_runs_and_last_afterwards(desk, qtbot):
    session, inspector, _live = desk
    c1, c3 = (session.project.network.node(name).id for name in ("C1", "C3"))
    inspector.set_selection((c1,))
    inspector.show()
    page = inspector.node_page
    assert page.live.isHidden()
    begin(session)
    assert not page.live.isHidden() and page.live_box.table() == []
    assert page.live_box.message.full_text == "Measured with one of the next steps."
    session.handle(sample(c1))
    qtbot.waitUntil(lambda: page.live_box.table() != [], timeout=3000)
    column = page.column
    assert column.indexOf(page.live) < column.indexOf(page.parameters)
    assert page.live.remark.full_text == "step 20"
    shown = dict(page.live_box.table()[:6])
    assert shown == {
        "mean": "0.100", "deviation": "0.500", "range": "−1 to 1.50", "exactly zero": "25.0\u202f%",
        "dead": "12.5\u202f%", "gradient ‖∂L/∂y‖": "0.0300",
    }  # fmt: skip
    assert page.live_box.table()[-1] == ("update ÷ weight", "0.00200")
    session.state = RunState.IDLE
    session.run_folder = None
    session.handle(RunFinished("r", 1, 10, {}, {}, 1.0, False))
    assert column.indexOf(page.live) > column.indexOf(page.words)
    assert page.live_box.numbers is not None and page.live_box.numbers.step == 20
    inspector.set_selection((c3,))
    assert page.live_box.table() == [] and "Not measured in this run" in page.live_box.message.full_text
    begin(session)
    inspector.set_selection((c1,))
    assert page.live_box.table() == []  # a new run begins with nothing


def test_inside_a_block_the_copy_that_is_open_is_measured(qtbot):
    from widgets.inside import Door, OpenBlock

    session = Session()
    session.open_preset("resnet18")
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    live = LiveStatistics(session, inspector, inspector)
    session.control = Wishes()
    inspector.show()
    begin(session)
    block = next(node for node in session.project.network if session.project.network.block_of(node.id) is not None)
    inside = OpenBlock(session, (Door(block.id, 0),))
    inspector.set_editor(inside)
    chosen = next(iter(inside.project.network)).id
    inspector.set_selection((chosen,))
    assert session.control.heard[-1] == ("statistics", (chosen,), ((block.id, 0),))
    session.handle(sample(chosen, path=[(block.id, 0)]))
    assert live.numbers[((block.id, 0),), chosen].step == 20


def test_a_project_that_the_inspector_does_not_show_is_not_measured(desk, qtbot):
    session, inspector, _live = desk
    inspector.set_selection((session.project.network.node("C1").id,))
    inspector.show()
    begin(session)
    inspector.set_editor(OpenProject(presets.build("lenet5")))
    assert session.control.heard[-1] == ("statistics",)


def test_a_sample_becomes_numbers_with_their_histogram():
    (found,) = numbers_of(sample(7)).values()
    assert (found.mean, found.high, found.zeros, found.dead) == (0.1, 1.5, 0.25, 0.125)
    assert (found.pull, found.gradient, found.update, found.length) == (0.03, 0.2, 0.002, 3.0)
    assert found.given == Histogram(tuple(range(32)), -1.0, 1.5) and found.weights is None


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (LiveNumbers(1, mean=0.1, dead=0.6), "dead"),
        (LiveNumbers(1, mean=0.1, saturated=0.7), "flat"),
        (LiveNumbers(1, mean=float("inf")), "finite"),
        (LiveNumbers(1, mean=0.1, length=1.0, update=0.2), "20.0\u202f%"),
        (LiveNumbers(1, mean=0.1, length=1.0, update=1e-8), "hardly moves"),
        (LiveNumbers(1, mean=0.1, dead=0.1, saturated=0.1, length=1.0, update=1e-3), ""),
    ],
)
def test_the_one_thing_that_is_worth_a_look_is_said(qtbot, numbers, said):
    box = LiveBox()
    qtbot.addWidget(box)
    box.show_numbers(numbers, "")
    assert said in box.remark.full_text and box.remark.isHidden() is not bool(said)


def test_a_histogram_reads_itself_aloud_and_draws(qtbot):
    view = HistogramView()
    qtbot.addWidget(view)
    view.resize(200, 64)
    view.show_histogram(Histogram((0, 3, 1, 0), -1.0, 1.0), "weights")
    assert view.accessibleName() == "weights" and "−1" in view.accessibleDescription()
    picture = view.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 200, 5) for y in range(0, 40, 5)}
    assert len(colours) > 1
