"""Which device, how many threads, how much memory: chosen before step 0, and kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from graphs.planning import plan
from graphs.recipe import SGD, Player
from tests.workbench.engine.small import curve, failed, finished, flowers, same_weights, train
from workbench.engine import Control, Failure, RunStarted
from workbench.engine.checkpoint import read_state
from workbench.engine.device import choose_device, choose_threads, describe_device
from workbench.engine.faults import DrawingError
from workbench.engine.memory import estimate_memory
from workbench.engine.trainer import Trainer


def test_a_device_that_is_not_here_is_refused_with_what_to_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose_device("auto") == torch.device("cpu")
    with pytest.raises(DrawingError, match="asks for the device cuda"):
        choose_device("cuda")
    trouble = failed(train(flowers(device="cuda"), tmp_path / "run")[0])
    assert trouble.kind is Failure.DRAWING
    assert "auto" in str(trouble.remedy)
    assert describe_device(torch.device("cpu"), 2) == "CPU, 2 threads"


def test_threads_are_timed_and_put_back() -> None:
    before = torch.get_num_threads()
    seen: list[int] = []
    assert choose_threads(lambda: seen.append(torch.get_num_threads()), 2) in (1, 2)
    assert set(seen) == {1, 2}
    assert torch.get_num_threads() == before
    assert choose_threads(lambda: seen.append(0), 1) == 1
    assert 0 not in seen  # nothing to choose, nothing to time


def test_the_trial_touches_neither_weights_nor_random_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forced, _ = train(flowers(), tmp_path / "forced")

    def trial(step: Callable[[], object], most: int) -> int:
        for _ in range(5):
            step()
        return 1

    monkeypatch.setattr("workbench.engine.training.most_threads", lambda: 2)
    monkeypatch.setattr("workbench.engine.training.choose_threads", trial)
    events = list(Trainer(flowers(), tmp_path / "tried", probes=()).run())
    assert isinstance(events[0], RunStarted)
    assert events[0].threads == 1
    assert curve(events).tobytes() == curve(forced).tobytes()
    assert same_weights(tmp_path / "forced", tmp_path / "tried")


def test_a_resumed_run_keeps_its_thread_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    control = Control()
    control.stop()
    made = Trainer(flowers(), tmp_path / "run", control, probes=(), threads=2)
    before = torch.get_num_threads()
    for _ in made.run():
        assert torch.get_num_threads() == before  # others keep their own between events
    assert read_state(tmp_path / "run" / "last.safetensors").threads == 2
    monkeypatch.setattr("workbench.engine.training.most_threads", lambda: 1)
    events = list(Trainer.resumed(tmp_path / "run", probes=()).run())
    assert isinstance(events[0], RunStarted)
    assert events[0].threads == 2
    assert finished(events).steps == 21


def test_memory_grows_with_the_batch_and_with_what_the_optimizer_keeps() -> None:
    project = flowers()
    meaning = plan(project.network)
    weights = 4 * 12 + 12 + 2 * 12 + 12 * 3 + 3
    small, large = (project.recipe.model_copy(update={"batch_size": size}) for size in (1, 1000))
    per_example = (estimate_memory(meaning, large) - estimate_memory(meaning, small)) / 999
    assert estimate_memory(meaning, small) > 16 * weights
    assert per_example == 2 * 4 * (4 + 2 + 12 * 4 + 3 + 3)  # features, label, hidden ×4, scores, logits
    plain = small.model_copy(update={"players": (Player(optimizer=SGD()),)})
    assert estimate_memory(meaning, small) - estimate_memory(meaning, plain) == 8 * weights
