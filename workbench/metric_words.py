"""What the numbers of a training are called where a person reads them. No Qt: whoever shows them translates."""

from __future__ import annotations

from graphs.message import Message, mark, say

_METRICS = {
    "accuracy": mark("accuracy"),
    "mean_absolute_error": mark("mean absolute error"),
    "mean_squared_error": mark("mean squared error"),
}


def metric_words(name: str) -> Message:
    """What a metric is called: its usual name, or for one named after a node that name."""
    return Message(_METRICS[name]) if name in _METRICS else Message("{name}", {"name": name.replace("_", " ")})


def device_words(device: str, threads: int) -> Message:
    """What a training computes on: ``CPU, 2 threads``, or the name of the graphics card."""
    if not device.startswith("CPU"):
        return Message("{device}", {"device": device})
    return say("CPU, 1 thread") if threads == 1 else say("CPU, {n} threads", n=threads)


def percent(share: float) -> str:
    """A share the way people read it: ``98.9 %``."""
    return f"{100 * share:.1f} %"
