"""Train with folds chosen in the recipe: one button, a run for each fold, one result at the end."""

import time

from graphs.recipe import DataChoice
from tests.workbench.engine.small import flowers
from workbench.engine import FoldDone, RunFinished, RunStarted
from workbench.session import RunState, Session


def test_train_goes_through_all_folds(tmp_path):
    session = Session(flowers(epochs=1, data=DataChoice(name="iris", folds=2)))
    events, states = [], []
    worker = session.train(run_folder=tmp_path / "run", threads=1)
    end = time.monotonic() + 120
    while not (events and isinstance(events[-1], RunFinished)) and time.monotonic() < end:
        for event in worker.drain():
            session.handle(event)
            events.append(event)
            states.append(session.state)
        time.sleep(0.02)
    assert sum(isinstance(event, RunStarted) for event in events) == 2
    assert sum(isinstance(event, FoldDone) for event in events) == 2
    assert set(states[:-1]) == {RunState.RUNNING} and states[-1] is RunState.IDLE
    assert set(events[-1].deviation) >= {"loss", "accuracy"} and events[-1].test["loss"] > 0
    assert worker.join(30)
    assert session.project.weights == {}  # no fold's weights are the project's
