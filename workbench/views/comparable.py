"""What a view says of two runs: which of its measurements can be taken from each other, or why none can."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class Comparable:
    """Part of the contract of a view: it has either something to ``compares``, or says why it stands ``alone``.

    ``compares`` are the names of arrays of its samples, up to a slash, with what they are in words. Where two runs have
    them in the same shape their difference is shown, by one picture for all views; a view with ``draws_apart`` draws a
    sample of differences itself.
    """

    compares: ClassVar[Mapping[str, str]] = {}
    alone: ClassVar[str] = ""
    draws_apart: ClassVar[bool] = False
