"""The random numbers of a training, apart from everybody else's.

torch draws dropout masks and start values from one generator for the whole program. A training puts its own state there
while it computes and takes it out again whenever it hands control to others, so that nothing they draw changes a
number. Who else wants to compute meanwhile, in another thread, waits until then: only one has them at a time.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import torch

_ONE_AT_A_TIME = threading.RLock()
"""Held by the thread whose random numbers are in force."""


class OwnRandom:
    """A state of torch's generators that is in force inside ``with``; outside, the rest of the program has its own
    back.

    The thread count, the choice of deterministic algorithms and how exactly a GPU multiplies (``tf32``) belong to the
    same surroundings and are swapped along.
    """

    def __init__(self, seed: int, device: torch.device, threads: int, deterministic: bool = False, tf32: bool = False):
        self.device, self.threads, self.deterministic, self.tf32 = device, threads, deterministic, tf32
        self._own = self._begun(seed)
        self._outer: dict[str, torch.Tensor] = {}
        self._outer_threads, self._outer_deterministic, self._outer_warn_only = threads, False, False
        self._outer_precision = "none"

    def __enter__(self) -> OwnRandom:
        _ONE_AT_A_TIME.acquire()
        self._outer = self.current()
        self.set(self._own)
        self._outer_threads = torch.get_num_threads()
        if self._outer_threads != self.threads:
            torch.set_num_threads(self.threads)
        if self.deterministic:
            self._outer_deterministic = torch.are_deterministic_algorithms_enabled()
            self._outer_warn_only = torch.is_deterministic_algorithms_warn_only_enabled()
            torch.use_deterministic_algorithms(True, warn_only=True)
        if self.tf32:
            self._outer_precision = torch.backends.cuda.matmul.fp32_precision
            torch.backends.cuda.matmul.fp32_precision = "tf32"
        return self

    def __exit__(self, *error: object) -> None:
        self._own = self.current()
        self.set(self._outer)
        if self._outer_threads != self.threads:
            torch.set_num_threads(self._outer_threads)
        if self.deterministic:
            torch.use_deterministic_algorithms(self._outer_deterministic, warn_only=self._outer_warn_only)
        if self.tf32:
            torch.backends.cuda.matmul.fp32_precision = self._outer_precision
        _ONE_AT_A_TIME.release()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Give the rest of the program its own back for a while, in the midst of computing: a training that pauses."""
        self.__exit__()
        try:
            yield
        finally:
            self.__enter__()

    def _begun(self, seed: int) -> dict[str, torch.Tensor]:
        states = {"cpu": torch.Generator().manual_seed(seed).get_state()}
        if self.device.type in ("cuda", "mps"):
            states[self.device.type] = torch.Generator(self.device).manual_seed(seed).get_state()
        return states

    def begin_anew(self, seed: int, step: int) -> None:
        """Put states in force that follow from a seed and a step alone."""
        self.set(self._begun((seed * 1_000_003 + step + 1) % 2**63))

    def current(self) -> dict[str, torch.Tensor]:
        """Return the states now in force, by device type; each is a row of bytes (uint8)."""
        states = {"cpu": torch.get_rng_state()}
        if self.device.type == "cuda":
            states["cuda"] = torch.cuda.get_rng_state(self.device)
        elif self.device.type == "mps":
            states["mps"] = torch.mps.get_rng_state()
        return states

    def set(self, states: Mapping[str, torch.Tensor]) -> None:
        """Put states in force that ``current`` gave; those of devices not in use here are passed over."""
        torch.set_rng_state(states["cpu"])
        if self.device.type == "cuda" and "cuda" in states:
            torch.cuda.set_rng_state(states["cuda"], self.device)
        elif self.device.type == "mps" and "mps" in states:
            torch.mps.set_rng_state(states["mps"])

    @contextmanager
    def aside(self, seed: int) -> Iterator[None]:
        """Draw other random numbers for a while (validation, a probe);
        afterwards the stream goes on as if nothing was.
        """
        kept = self.current()
        torch.manual_seed(seed)
        try:
            yield
        finally:
            self.set(kept)
