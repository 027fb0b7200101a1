"""The training thread: iterates a trainer into a queue, so that whoever draws can look when it has time.

A plain thread and a plain queue: nothing here belongs to a window, and nothing of a window is touched from here.
"""

from __future__ import annotations

import queue
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Protocol

from graphs.message import say
from workbench.engine import Event, Failure, RunFailed
from workbench.engine.events import CheckpointSaved, EpochDone, Progress, Sample, Scalars

STEADY = (Scalars, Sample, Progress, EpochDone, CheckpointSaved)
"""What a training tells all the time; anything else is a turn that somebody waits for."""


class RunsEvents(Protocol):
    """What a worker needs of a trainer."""

    def run(self) -> Iterator[Event]:
        """Yield events until the run has ended."""


class Worker:
    """Runs one training in a thread of its own; ``events`` receives everything it tells.

    ``make`` builds the trainer inside the thread, so that loading torch does not hold up whoever starts it. Whatever
    goes wrong arrives as RunFailed. ``turned`` says that something came that should be seen at once.
    """

    def __init__(self, make: Callable[[], RunsEvents]):
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.turned = False
        self._make = make
        self._thread = threading.Thread(target=self._work, name="training", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def join(self, timeout: float | None = None) -> bool:
        """Wait until the thread has ended, at most ``timeout`` seconds; return whether it has."""
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    @property
    def alive(self) -> bool:
        """Whether the training still runs or waits."""
        return self._thread.is_alive()

    def drain(self) -> list[Event]:
        """Take every event that is there now, without waiting."""
        found: list[Event] = []
        while True:
            try:
                found.append(self.events.get_nowait())
            except queue.Empty:
                return found

    def _work(self) -> None:
        try:
            for event in self._make().run():
                self.events.put(event)
                if not isinstance(event, STEADY):
                    self.turned = True
        except BaseException as error:  # the thread's last words; nobody else would hear them
            self.events.put(
                RunFailed(
                    say("The training stopped: {error}", error=f"{type(error).__name__}: {error}"),
                    None,
                    say("The run can be resumed from its last checkpoint."),
                    Failure.UNEXPECTED,
                    details=traceback.format_exc(),
                )
            )
            self.turned = True


_warming = threading.Lock()


def warm_up() -> float:
    """Load torch, the trainer and everything the first step of an optimizer loads; return the seconds it took."""
    start = time.perf_counter()
    with _warming:
        import torch

        import workbench.engine.trainer  # noqa: F401 - loaded so that it is there
        from graphs.recipe import Adam
        from workbench.engine.optimizers import build_optimizer

        weight = torch.nn.Parameter(torch.zeros(1))
        weight.grad = torch.zeros(1)
        build_optimizer([weight], Adam()).step()
    return time.perf_counter() - start


def warm_up_in_background(done: Callable[[float], None] | None = None) -> threading.Thread:
    """Do `warm_up` in a thread, and call ``done`` there with the seconds it took; return the thread."""

    def work() -> None:
        seconds = warm_up()
        if done is not None:
            done(seconds)

    thread = threading.Thread(target=work, name="warm-up", daemon=True)
    thread.start()
    return thread
