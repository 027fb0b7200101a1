"""What a person does with a project, without a window: open, change, save, train, and lose nothing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import graphs
from graphs.edits import ChangeNode, SetParameter
from graphs.journal import Journal
from workbench.data import DataError
from workbench.engine.events import RunFailed, RunFinished
from workbench.session import CannotTrain, RunState, Session, last_weights


def opened(name: str = "softmax_regression", epochs: int = 1) -> Session:
    """A session with a preset that trains in a moment."""
    session = Session()
    session.open_preset(name)
    session.project.recipe = session.project.recipe.model_copy(update={"epochs": epochs})
    return session


def finish(session: Session, seconds: float = 60.0) -> object:
    """Hand every event of the training to the session, as the window's clock does; return the last."""
    last = None
    end = time.monotonic() + seconds
    while session.running:
        assert time.monotonic() < end, "the training did not end in time"
        assert session.worker is not None
        for event in session.worker.drain():
            last = event
            session.handle(event)
        time.sleep(0.01)
    return last


def test_a_preset_opens_as_a_clean_unsaved_project() -> None:
    session = opened("lenet5")
    assert (session.title, session.path, session.is_clean) == ("LeNet-5", None, True)
    assert session.diagnostics == []
    assert session.why_not_train is None


def test_an_edit_makes_it_unsaved_and_undo_makes_it_clean_again() -> None:
    session = opened("lenet5")
    c1 = session.project.network.node("C1").id
    session.do(SetParameter(c1, "kernel_size", 7))
    assert not session.is_clean
    assert [session.project.network.node(p.node).name for p in session.diagnostics] == ["C5"]
    session.undo()
    assert session.is_clean and session.diagnostics == []


def test_saved_and_opened_again_it_is_the_same(tmp_path: Path) -> None:
    session = opened()
    finish_training(session)
    path = session.save(tmp_path / "mine.workbench")
    assert session.is_clean and session.title == "mine"
    other = Session()
    other.open(path)
    assert graphs.document.to_json(other.project) == graphs.document.to_json(session.project)
    assert {k: v.tolist() for k, v in other.project.weights.items()} == {
        k: v.tolist() for k, v in session.project.weights.items()
    }


def finish_training(session: Session) -> None:
    """Train to the end."""
    session.train()
    assert isinstance(finish(session), RunFinished)


def test_training_brings_the_weights_back_to_the_drawing() -> None:
    session = opened()
    states = []
    session.changed.connect(lambda: states.append(session.state))
    finish_training(session)
    scores = session.project.network.node("scores").id
    assert session.project.weights[scores, "weight"].shape == (10, 64)
    assert session.run_folder is not None
    assert last_weights(session.run_folder)[scores, "bias"].shape == (10,)
    assert RunState.RUNNING in states and session.state is RunState.IDLE
    assert not session.is_clean  # what was learned is not saved yet


def test_it_trains_a_snapshot_so_one_may_go_on_drawing() -> None:
    session = opened(epochs=3)
    session.train()
    node = session.project.network.node("scores").id
    session.do(ChangeNode(node, name="renamed"))
    assert isinstance(finish(session), RunFinished)
    assert session.project.weights[node, "weight"].shape == (10, 64)


def test_pause_step_and_stop(tmp_path: Path) -> None:
    session = opened(epochs=100_000)
    session.step_once()
    wait_for(session, RunState.PAUSED)
    session.resume()
    wait_for(session, RunState.RUNNING)
    session.set_learning_rate(0.5)
    session.pause()
    wait_for(session, RunState.PAUSED)
    session.stop()
    last = finish(session)
    assert isinstance(last, RunFinished) and last.stopped


def wait_for(session: Session, state: RunState) -> None:
    """Hand on events until the training is in a state."""
    end = time.monotonic() + 60
    while session.state is not state:
        assert time.monotonic() < end, f"{session.state} instead of {state}"
        assert session.worker is not None
        for event in session.worker.drain():
            assert not isinstance(event, RunFailed), str(event.message)
            session.handle(event)
        time.sleep(0.005)


def test_it_says_why_it_cannot_train() -> None:
    empty = Session()
    with pytest.raises(CannotTrain, match="open a preset"):
        empty.train()
    session = opened("lenet5")
    session.do(SetParameter(session.project.network.node("C1").id, "kernel_size", 7))
    with pytest.raises(CannotTrain) as caught:
        session.train()
    assert caught.value.node == session.project.network.node("C5").id


def test_two_trainings_at_once_are_refused() -> None:
    session = opened(epochs=100_000)
    session.train()
    with pytest.raises(CannotTrain, match="running already"):
        session.train()
    session.stop()
    finish(session)


def test_choosing_data_adapts_the_drawing_and_is_one_step() -> None:
    session = opened("mlp")
    session.do(session.choose_data("iris"))
    assert session.project.network.parameters == {"features": 4, "classes": 3}
    assert session.diagnostics == []
    session.undo()
    assert session.project.network.parameters == {"features": 2, "classes": 2}
    with pytest.raises(DataError, match="spirals"):
        session.choose_data("spiral")


def test_data_that_do_not_fit_are_told_at_the_input() -> None:
    session = opened("lenet5")
    session.do(session.choose_data("iris"))
    problems = session.diagnostics
    assert "iris" in problems[0].text and "image" in problems[0].text
    session.undo()
    session.do(SetParameter(session.project.network.node("image").id, "shape", [1, 28, 28]))
    assert session.diagnostics


def test_an_input_of_another_size_offers_the_shape_of_the_data() -> None:
    session = opened("softmax_regression")
    session.do(SetParameter(session.project.network.node("pixels").id, "shape", [49]))
    (problem,) = session.diagnostics
    assert "64" in problem.text and "49" in problem.text
    session.do(problem.fixes[0].edit)
    assert session.diagnostics == []


def test_a_broken_file_leaves_the_open_project_alone(tmp_path: Path) -> None:
    session = opened("lenet5")
    project = session.project
    broken = tmp_path / "broken.workbench"
    broken.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(graphs.DocumentError):
        session.open(broken)
    assert session.project is project


def test_autosave_keeps_what_is_not_saved(tmp_path: Path) -> None:
    session = opened("lenet5")
    path = session.save(tmp_path / "mine.workbench")
    session.do(SetParameter(session.project.network.node("C1").id, "out_channels", 9))
    session.autosave()
    kept = Journal(path).offer()
    assert kept is not None
    assert kept.network.node("C1").parameters["out_channels"] == 9
    session.save()
    assert Journal(path).offer() is None


def test_a_project_never_saved_is_kept_too() -> None:
    session = opened("lenet5")
    session.do(SetParameter(session.project.network.node("C1").id, "out_channels", 9))
    session.autosave()
    journal = session.journal
    assert journal.offer() is not None
    assert journal.file not in [other.file for other in Journal.abandoned()]  # this program still runs
    session.discard_autosave()
    assert journal.offer() is None


def test_opening_another_project_tells_everyone() -> None:
    session = Session()
    told: list[str] = []
    session.replaced.connect(lambda: told.append(session.title))
    session.open_preset("mlp")
    session.new()
    assert told == ["Multilayer perceptron", "Untitled"]


def test_an_input_is_given_the_class_map_of_the_data_with_one_click() -> None:
    session = Session()
    net = session.project.network
    classes = net.add("Input", name="classes", field="classes", shape=(10,))
    net.add("Output", classes, name="seen")
    session.do(session.choose_data("shape_scenes"))
    (fix,) = next(one for one in session.diagnostics if one.node == classes.node and one.parameter == "shape").fixes
    session.do(fix.edit)
    assert dict(net.node("classes").parameters) == {"field": "classes", "shape": [48, 48], "dtype": "int64"}
