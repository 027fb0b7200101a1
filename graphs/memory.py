"""Garbage collection put off while many things are made that stay: looking through all of them again and again would
take longer than making them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 1_000
"""From so many new things on it is worth it."""


@contextmanager
def collecting_later(things: int) -> Iterator[None]:
    """Collect no garbage within, if so many things are made that it matters."""
    if things < MANY or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
