"""How often a training waits for the device, and how long: what torch's profiler sees from the second epoch on.

Python runs ahead of a GPU as long as nobody asks for a number. Each question makes it stand until the device has done
all that was sent before, and then the device stands until new work arrives.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import torch

ASKING = frozenset({"aten::_local_scalar_dense", "aten::nonzero", "aten::is_nonzero"})
"""Operations whose result Python has to know: on a GPU each is a wait, on a CPU they only show where one would be."""

WAITING = frozenset({"cudaStreamSynchronize", "cudaEventSynchronize", "cudaMemcpy"})
"""Calls in which the processor stands still. The stopwatch's own cudaDeviceSynchronize is none of them."""

COPYING = frozenset({"cudaMemcpyAsync", "Memcpy DtoH (Device -> Pageable)", "Memcpy DtoH (Device -> Pinned)"})
"""Calls and transfers that may be waits in disguise: a copy into main memory that is not pinned is one."""


@dataclass(frozen=True)
class Waits:
    """What was seen in ``steps`` steps: ``questions`` asked, ``waits`` and ``copies`` made, and their seconds."""

    steps: int
    questions: int
    waits: int
    waited: float
    copies: int
    copied: float

    def row(self) -> dict[str, float]:
        """The same for one step; times in milliseconds."""
        return {
            "questions_a_step": round(self.questions / self.steps, 3),
            "waits_a_step": round(self.waits / self.steps, 3),
            "waited_ms_a_step": round(1000 * self.waited / self.steps, 4),
            "copies_a_step": round(self.copies / self.steps, 3),
            "copied_ms_a_step": round(1000 * self.copied / self.steps, 4),
        }


def profiler() -> Any:
    """torch's profiler for the processor, and for the GPU where there is one."""
    activities = [torch.profiler.ProfilerActivity.CPU]
    if torch.cuda.is_available():
        activities.append(torch.profiler.ProfilerActivity.CUDA)
    return torch.profiler.profile(activities=activities)


def counted(events: Iterable[Any], steps: int) -> Waits:
    """Count what the profiler has seen: events with ``name``, ``cpu_parent`` and microseconds of their own.

    What a fused optimizer asks for is left out: on a CPU it reads the number of its step, on a GPU it does not.
    """
    seen = [event for event in events if not _inside_fused(event)]

    def of(names: frozenset[str]) -> tuple[int, float]:
        chosen = [event for event in seen if event.name in names]
        return len(chosen), sum(event.self_cpu_time_total for event in chosen) / 1e6

    (questions, _), (waits, waited), (copies, copied) = of(ASKING), of(WAITING), of(COPYING)
    return Waits(steps, questions, waits, waited, copies, copied)


def _inside_fused(event: Any) -> bool:
    while event is not None:
        if event.name.startswith("aten::_fused_"):
            return True
        event = event.cpu_parent
    return False
