"""What a run has told so far that the bars show: how far it is, how fast, where, and at which learning rate.

Each open project keeps its own, so that the bars can show another one at once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from graphs.message import Message
from workbench.engine.events import ControlChanged, Progress, RunStarted
from workbench.metric_words import device_words


@dataclass
class RunFigures:
    """The last of everything; all None until a run has begun."""

    started: RunStarted | None = None
    progress: Progress | None = None
    device: Message | None = None
    views_share: float = 0.0
    """Which share of a step's time the views took, from 0 to 1."""
    rate: float | None = None
    """The learning rate that was set while it ran, if one was."""

    def take(self, event: object) -> None:
        """Note what the training tells."""
        match event:
            case RunStarted():
                self.started, self.device = event, device_words(event.device, event.threads)
                self.progress = Progress(event.step, 1, 0.0, math.inf, 0.0)
                self.rate = None
            case Progress():
                self.progress, self.views_share = event, event.probe_share
            case ControlChanged(value=float() as value) if "learning" in event.name or event.name.startswith("lr"):
                self.rate = value
