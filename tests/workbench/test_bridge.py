"""The bridge: nothing lost, nothing out of order, and never long at it."""

import queue
import sys
import threading
import time

import numpy as np
import pytest
from psygnal import Signal
from PySide6.QtCore import QObject

import presets
from graphs.edits import SetRecipe
from tests.workbench.views.samples import confusion, gradients, plane, scalars, started
from workbench import bridge as bridges
from workbench.bridge import Bridge
from workbench.engine.events import ControlChanged, EpochDone, Paused, Progress, Resumed, Sample, Scalars
from workbench.gathering import coalesce
from workbench.session import Session
from workbench.views import views
from workbench.views.card import View


class Worker:
    """A training thread that tells what the test puts into its queue."""

    def __init__(self):
        self.events = queue.SimpleQueue()
        self.alive, self.turned = True, False

    def tell(self, *events):
        for event in events:
            self.events.put(event)


class FakeSession:
    """What the bridge needs of a session."""

    replaced, changed = Signal(), Signal()

    def __init__(self):
        self.project = presets.build("lenet5")
        self.worker = Worker()
        self.run_folder = None
        self.handled = []
        self.threads = set()

    def handle(self, event):
        self.handled.append(event)
        self.threads.add(threading.get_ident())


class Recorder(QObject):
    """Takes what a view takes and remembers it."""

    def __init__(self):
        super().__init__()
        self.taken, self.refreshed = [], 0

    def take(self, event):
        self.taken.append(event)

    def refresh(self):
        self.refreshed += 1


class Canvas:
    """Remembers what it was asked to show."""

    def __init__(self):
        self.gradients, self.statistics = [], []

    def set_gradients(self, norms, low=1e-3, high=1.0):
        self.gradients.append((norms, low, high))

    def set_statistics(self, statistics):
        self.statistics.append(statistics)


@pytest.fixture
def session():
    return FakeSession()


@pytest.fixture
def canvas():
    return Canvas()


@pytest.fixture
def bridge(session, canvas, qapp, monkeypatch):
    # A tick that may take its time hands everything on at once, however busy the machine is.
    monkeypatch.setattr(bridges, "BUDGET", 60.0)
    made = Bridge(session, canvas)
    yield made
    made.close()
    made.deleteLater()


def progress(step):
    return Progress(step, 1, 100.0, 1.0, 0.01)


def test_numbers_are_joined_up_to_the_next_turning_point():
    first, second, third = (scalars("train/loss", values, values[0]) for values in ([1, 2], [3], [4]))
    accuracy, turn = scalars("train/accuracy", [0.5], 2), Paused(3)
    loss, other, paused, after = coalesce([first, accuracy, second, turn, third])
    assert loss.steps.tolist() == [1, 2, 3] and loss.values["train/loss"].tolist() == [1, 2, 3]
    assert other is accuracy and paused is turn and after is third


def test_short_epochs_are_told_as_one_that_is_the_last():
    epochs = [EpochDone(number, 3 * number, 0.1, {"loss": 1 / number}) for number in (1, 2, 3)]
    told = [event for step, epoch in enumerate(epochs, 1) for event in (scalars("val/loss", [1.0], step), epoch)]
    numbers, epoch = coalesce(told)
    assert numbers.steps.tolist() == [1, 2, 3] and epoch is epochs[-1]


def test_of_several_progresses_the_last_counts_and_samples_all_stay():
    one, two = plane(1), plane(2)
    assert list(coalesce([progress(1), one, progress(2), two])) == [progress(2), one, two]


def test_control_events_keep_their_order():
    events = [Paused(3), Resumed(3), ControlChanged(3, "learning_rate", 0.1), Paused(4)]
    assert list(coalesce(events)) == events


def test_nothing_is_lost_whatever_the_mixture():
    generator = np.random.default_rng(0)
    events, sent = [], []
    for step in range(1, 400):
        kind = generator.integers(4)
        if kind < 2:
            events.append(scalars(("train/loss", "train/accuracy")[kind], [float(step)], step))
            sent.append(step)
        else:
            events.append(plane(step) if kind == 2 else EpochDone(step, step, 0.1, {}))
    joined = coalesce(events)
    numbers = [array for event in joined if isinstance(event, Scalars) for array in event.values.values()]
    assert sorted(np.concatenate(numbers).tolist()) == sent
    assert [e.step for e in joined if isinstance(e, Sample)] == [e.step for e in events if isinstance(e, Sample)]
    assert [e for e in joined if isinstance(e, EpochDone)] == [e for e in events if isinstance(e, EpochDone)][-1:]
    assert len(joined) < len(events)


def test_session_and_views_hear_the_same_in_the_thread_of_the_window(bridge, session):
    view = Recorder()
    bridge.add_view(view)
    session.worker.tell(started(), scalars("train/loss", [1.0]), Paused(1))
    bridge.tick()
    assert [type(event).__name__ for event in session.handled] == ["RunStarted", "Scalars", "Paused"]
    assert view.taken == session.handled and view.refreshed == 1
    assert session.threads == {threading.get_ident()}


def test_a_slow_listener_stretches_events_over_ticks_without_losing_any(bridge, session, monkeypatch):
    monkeypatch.setattr(bridges, "BUDGET", 0.004)
    quick = session.handle

    def slow(event):
        time.sleep(0.003)
        quick(event)

    session.handle = slow
    events = [Paused(step) for step in range(12)]
    session.worker.tell(*events)
    session.worker.alive = False
    ticks = 0
    while len(session.handled) < len(events):
        bridge.tick()
        ticks += 1
        assert len(session.handled) >= ticks
    assert ticks >= 4 and session.handled == events


def test_what_piled_up_is_handed_on_soon(bridge, session, monkeypatch, qtbot):
    """With dear pictures the clock goes slowly; what a training told must not wait for that."""
    monkeypatch.setattr(bridges, "BUDGET", 0.004)
    quick = session.handle
    session.handle = lambda event: (time.sleep(0.002), quick(event))
    session.worker.tell(*(Paused(step) for step in range(100)))
    session.worker.alive = False
    bridge.start()
    bridge.tick()
    assert bridge.interval == bridges.HURRY
    qtbot.waitUntil(lambda: len(session.handled) == 100, timeout=10_000)


def test_the_clock_runs_only_while_there_is_a_training(bridge, session, qtbot):
    assert not bridge.active
    session.changed.emit()
    assert bridge.active
    session.worker.tell(scalars("train/loss", [1.0]))
    qtbot.waitUntil(lambda: len(session.handled) == 1, timeout=3000)
    session.worker.tell(Paused(1))
    session.worker.alive = False
    qtbot.waitUntil(lambda: not bridge.active, timeout=3000)
    assert session.handled[-1] == Paused(1)
    assert len(bridge.frame_times) >= 1 and bridge.longest_tick == max(bridge.frame_times)


def test_the_clock_ticks_at_most_fifteen_times_a_second():
    assert bridges.INTERVAL >= 1000 / 15


def test_wires_show_the_norms_in_the_range_of_the_run(bridge, session, canvas):
    session.worker.tell(started(), gradients(10, {"C1": 1.0, "C3": 4.0}), gradients(20, {"C1": 2.0, "C3": 0.5}))
    bridge.tick()
    norms, low, high = canvas.gradients[-1]
    assert norms == {(1, "y"): 0.02, (2, "y"): 0.005}
    assert (low, high) == (0.005, 0.04)
    assert len(canvas.gradients) == 1


def test_with_two_players_the_wires_show_whom_one_chose(bridge, session, canvas):
    told: list[tuple[tuple[str, ...], str]] = []
    bridge.playersChanged.connect(lambda players, shown: told.append((players, shown)))
    session.worker.tell(started(), gradients(10, {"G": 1.0}, "maker"), gradients(10, {"G": 4.0, "D": 8.0}, "judge"))
    bridge.tick()
    assert told == [(("maker", "judge"), "maker")]
    assert canvas.gradients[-1] == ({(1, "y"): 0.01}, 0.01, 0.01)
    bridge.show_gradients_of("judge")
    assert canvas.gradients[-1] == ({(1, "y"): 0.04, (2, "y"): 0.08}, 0.04, 0.08)
    session.worker.tell(gradients(20, {"G": 2.0}, "maker"))
    bridge.tick()
    assert canvas.gradients[-1][0] == {(1, "y"): 0.04, (2, "y"): 0.08}
    session.worker.tell(started(), gradients(10, {"G": 1.0}, "all"))
    bridge.tick()
    assert told[-1] == ((), "all")


def test_a_new_run_and_another_project_show_no_wires(bridge, session, canvas):
    session.worker.tell(gradients(10, {"C1": 1.0}))
    bridge.tick()
    session.worker.tell(started())
    bridge.tick()
    assert canvas.gradients[-1][0] is None
    session.worker.tell(gradients(10, {"C1": 1.0}))
    bridge.tick()
    session.replaced.emit()
    assert canvas.gradients[-1][0] is None and canvas.statistics[-1] == {}


def test_nodes_show_their_loss_their_metric_and_their_norms(bridge, session, canvas):
    ids = {node.name: node.id for node in session.project.network}
    session.worker.tell(
        started(),
        Scalars(np.array([1]), {"train/loss": np.array([2.302]), "train/accuracy": np.array([0.125])}),
        gradients(1, {"C1": 0.25}),
    )
    session.worker.alive = False
    bridge.tick()
    statistics = canvas.statistics[-1]
    assert statistics[ids["loss"]].value == "2.30" and statistics[ids["loss"]].name == "loss"
    assert any(each.value == "12.5 %" and each.name == "accuracy" for each in statistics.values())
    assert statistics[1].history == (0.25,)
    drawn = len(canvas.statistics)
    bridge.retranslate()  # also while nothing new comes
    assert len(canvas.statistics) == drawn + 1 and canvas.statistics[-1].keys() == statistics.keys()


def test_a_view_that_was_deleted_hears_nothing_more(bridge, session, qtbot):
    view = views()["curves"](session)
    bridge.add_view(view)
    assert bridge.views == (view,)
    with qtbot.waitSignal(view.destroyed):
        view.deleteLater()
    session.worker.tell(started(), scalars("train/loss", [1.0]))
    bridge.tick()
    assert bridge.views == () and len(session.handled) == 2


def test_an_edit_changes_what_an_empty_view_says_it_needs(bridge, session, qtbot):
    view = views()["confusion_matrix"](session)
    qtbot.addWidget(view)
    bridge.add_view(view)
    assert "Press Train." in view.message
    session.project = presets.build("linear_regression")
    session.changed.emit()
    assert "data with classes" in view.message


@pytest.fixture
def trained(qtbot, tmp_path) -> tuple[Session, Bridge, dict[str, View], Canvas]:
    """The multilayer perceptron for digits, really trained for two epochs, with every view open."""
    session, canvas = Session(presets.build("digit_mlp")), Canvas()
    session.do(SetRecipe(session.project.recipe.model_copy(update={"epochs": 2, "device": "cpu"})))
    bridge = Bridge(session, canvas)
    open_views = {name: kind(session) for name, kind in views().items()}
    for view in open_views.values():
        qtbot.addWidget(view)
        bridge.add_view(view)
        view.show()
    session.train(tmp_path / "run", threads=1)
    qtbot.waitUntil(lambda: not bridge.active, timeout=120_000)
    yield session, bridge, open_views, canvas
    bridge.close()
    session.worker.join(10)


def test_a_real_training_arrives_whole_and_can_be_read_back(trained, qtbot, tmp_path):
    session, _, live, canvas = trained
    from workbench.engine.runs import Run

    curves = live["curves"].plot().values_table()
    assert not session.running and live["curves"].step == curves.rows[-1][0]
    assert canvas.gradients[-1][0] and canvas.statistics[-1]
    assert int(live["confusion_matrix"].history.latest.data["counts"].sum()) > 200
    with Run.open(session.run_folder) as run:
        steps, losses = run.scalars("train/loss")
        again = views()["curves"](session)
        qtbot.addWidget(again)
        again.show_run(run)
        matrix = views()["confusion_matrix"](session)
        qtbot.addWidget(matrix)
        matrix.show_run(run)
    shown = [row[1] for row in curves.rows if row[1] != ""]
    assert shown == losses.tolist() and len(steps) == live["curves"].step
    assert sorted(again.plot().values_table().rows) == sorted(curves.rows)
    assert matrix.history.latest.step == live["confusion_matrix"].history.latest.step


def test_a_resumed_run_shows_what_it_measured_before(bridge, session, tmp_path, qtbot):
    from workbench.engine.runs import Run

    with Run.create(tmp_path / "run") as run:
        run.add_scalars(scalars("train/loss", [4.0, 3.0, 2.0]))
        run.add_sample(confusion(2, []))
        run.commit()
    session.run_folder = tmp_path / "run"
    view = views()["curves"](session)
    qtbot.addWidget(view)
    bridge.add_view(view)
    session.worker.tell(started(step=2), scalars("train/loss", [2.5], 3))
    bridge.tick()
    assert view.plot().values_table().rows == [(1, 4.0), (2, 3.0), (3, 2.5)]


def test_dear_pictures_are_drawn_less_often(bridge, session):
    session.worker.tell(started())
    bridge.start()
    for _ in range(8):
        end = time.thread_time() + 0.06  # as if the last pictures had taken 60 ms
        while time.thread_time() < end:
            pass
        bridge.tick()
    assert bridge.interval > 300
    for _ in range(60):  # a single tick may be slow on a busy machine
        bridge.tick()
        if bridge.interval <= 130:
            break
    assert bridge.interval <= 130


def test_what_turns_is_told_at_once_though_pictures_are_dear(bridge, session, qtbot):
    session.worker.tell(started())
    bridge.start()
    bridge.tick()
    bridge._pace = 60_000.0  # as if the pictures took more than a second each
    session.worker.tell(scalars("train/loss", [1.0]))
    qtbot.wait(3 * bridges.INTERVAL)
    assert len(session.handled) == 1
    session.worker.tell(Paused(1))
    session.worker.turned = True
    qtbot.waitUntil(lambda: len(session.handled) == 3, timeout=1000)


def test_while_a_training_runs_the_window_gives_way_sooner(bridge, session, qtbot):
    before = sys.getswitchinterval()
    session.changed.emit()
    assert sys.getswitchinterval() < before
    session.worker.alive = False
    qtbot.waitUntil(lambda: not bridge.active, timeout=3000)
    assert sys.getswitchinterval() == pytest.approx(before)


def test_pictures_are_made_ahead_of_a_training_one_at_a_time(qtbot):
    bridge, cards = Bridge(FakeSession()), [views()[name]() for name in ("curves", "gradients")]
    for card in cards:
        qtbot.addWidget(card)
        bridge.add_view(card)
    assert not any(card.prepared for card in cards)
    bridge._prepare_one()
    assert [card.prepared for card in cards] == [True, False]
    bridge.prepare_views()
    qtbot.waitUntil(lambda: cards[1].prepared)
    bridge.close()


def test_a_view_of_samples_is_not_drawn_for_every_step(qtbot, monkeypatch):
    matrix = views()["confusion_matrix"]()
    qtbot.addWidget(matrix)
    drawn = []
    monkeypatch.setattr(matrix, "draw", lambda: drawn.append(matrix.step))
    matrix.show()
    matrix.take(confusion(10, []))
    matrix.refresh()
    for step in (11, 12):
        matrix.take(Progress(step, 1, 0.0, 1.0, 0.0))
        matrix.refresh()
    assert drawn[-1] == 10 and matrix.step == 12
