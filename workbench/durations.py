"""Times in words, the way people say them."""

from __future__ import annotations

import math

from graphs.message import Message, say


def duration(seconds: float) -> Message:
    """Say a time the way people do: ``5 s``, ``2 min 10 s``, ``1 h 5 min``."""
    if not math.isfinite(seconds):
        return say("–")
    whole = round(max(seconds, 0.0))
    if whole < 60:
        return say("{s} s", s=whole)
    if whole < 3600:
        return say("{m} min {s} s", m=whole // 60, s=whole % 60)
    return say("{h} h {m} min", h=whole // 3600, m=whole % 3600 // 60)
