"""Where a training runs: the device, its name for people, and with how many threads."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from graphs.message import say
from workbench.engine.faults import DrawingError

if TYPE_CHECKING:
    import torch

TRIAL_STEPS = 20
"""How many steps are timed with one thread and with all."""

TRIAL_SECONDS = 1.0
"""How long each of the two timings may take at most."""


def choose_device(wanted: str = "auto") -> torch.device:
    """Return the device a recipe asks for; ``auto`` takes CUDA, then Apple's MPS, then the CPU.

    Raises DrawingError when the machine does not have what was asked for.
    """
    import torch

    here = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if wanted == "auto":
        wanted = next(name for name, there in here.items() if there)
    if not here[wanted]:
        raise DrawingError(
            say("The recipe asks for the device {device}, and this machine has none.", device=wanted),
            say("Choose auto as the device; workbench doctor says why a device is not found."),
        )
    return torch.device(wanted, torch.cuda.current_device()) if wanted == "cuda" else torch.device(wanted)


def describe_device(device: torch.device, threads: int) -> str:
    """Name a device for people: ``CPU, 2 threads``, ``NVIDIA H200``, ``Apple GPU``."""
    import torch

    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    if device.type == "mps":
        return "Apple GPU"
    return f"CPU, {threads} thread" + ("" if threads == 1 else "s")


def choose_threads(step: Callable[[], object], most: int) -> int:
    """Time ``step`` with one thread and with ``most`` and return the count that was faster.

    ``step`` takes one training step on a copy, so the weights and random numbers of the run are untouched. More threads
    are often slower: tiny matrices, a busy machine.
    """
    import torch

    if most <= 1:
        return 1
    before = torch.get_num_threads()
    try:
        rates = {}
        for count in (1, most):
            torch.set_num_threads(count)
            step()  # the first steps allocate
            step()
            start, taken = time.perf_counter(), 0
            while taken < TRIAL_STEPS and (taken < 2 or time.perf_counter() - start < TRIAL_SECONDS):
                step()
                taken += 1
            rates[count] = taken / (time.perf_counter() - start)
    finally:
        torch.set_num_threads(before)
    return max(rates, key=lambda count: rates[count])


def most_threads() -> int:
    """How many threads torch uses here when nobody chooses, never more than the process may run on."""
    import torch

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(torch.get_num_threads(), allowed))


def empty_cache() -> None:
    """Give back the memory of a GPU that no tensor holds any more."""
    import torch

    if torch.cuda.is_available():
        with contextlib.suppress(RuntimeError):  # a lost device cannot be tidied
            torch.cuda.empty_cache()
