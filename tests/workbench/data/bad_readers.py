"""Readers of files as nobody wants them; they stand apart, since a process that reads imports as little as it can."""

import os
import signal
import time

import numpy as np


class Deadly:
    """A reader that ends the process it runs in."""

    def __call__(self, source: str) -> dict[str, np.ndarray]:
        """Die as the system lets a process die that wants too much memory."""
        os.kill(os.getpid(), signal.SIGKILL)
        return {}


class Silent:
    """A reader of a disk that does not answer."""

    def __call__(self, source: str) -> dict[str, np.ndarray]:
        """Wait for a long time."""
        time.sleep(2)
        return {}
