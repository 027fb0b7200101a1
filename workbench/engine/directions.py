"""Along which directions the loss around a network's weights can be looked at."""

from __future__ import annotations

from enum import StrEnum

from graphs.message import mark


class Directions(StrEnum):
    """Along which two directions the plane lies."""

    PATH = mark("the training's path")
    RANDOM = mark("random directions")
