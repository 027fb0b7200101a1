"""Long series made short enough to draw: a pyramid of minima and maxima, and smoothing, both grown as numbers arrive.

A screen is some thousand pixels wide. Drawing a million points costs a stutter and shows the same picture as drawing,
for each column of pixels, the lowest and the highest of the points that fall on it.
"""

from __future__ import annotations

import numpy as np

FACTOR = 4
"""How many entries of one level make one entry of the next."""


class Growing:
    """A float64 array that can be appended to; the room doubles, so that appending costs the same at any length."""

    def __init__(self) -> None:
        self._room = np.empty(256)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def values(self) -> np.ndarray:
        """A view of what is stored, shape (n,)."""
        return self._room[: self._size]

    def extend(self, values: np.ndarray) -> None:
        """Append an array of shape (m,)."""
        needed = self._size + len(values)
        if needed > len(self._room):
            room = np.empty(max(needed, 2 * len(self._room)))
            room[: self._size] = self.values
            self._room = room
        self._room[self._size : needed] = values
        self._size = needed


class _Level:
    def __init__(self) -> None:
        self.first, self.low, self.high = Growing(), Growing(), Growing()


class Pyramid:
    """One series with its minima and maxima over ever longer stretches. NaN is left out, a stretch of NaN stays NaN."""

    def __init__(self) -> None:
        self.steps, self.values = Growing(), Growing()
        self._levels: list[_Level] = []

    def __len__(self) -> int:
        return len(self.values)

    def extend(self, steps: np.ndarray, values: np.ndarray) -> None:
        """Append steps and values, both of shape (m,); steps never go back."""
        self.steps.extend(steps)
        self.values.extend(values)
        first, low, high = self.steps.values, self.values.values, self.values.values
        for index in range(64):
            if len(low) < FACTOR * FACTOR:
                return
            if index == len(self._levels):
                self._levels.append(_Level())
            level = self._levels[index]
            done, whole = len(level.low), len(low) // FACTOR
            if whole == done:
                return
            part = slice(done * FACTOR, whole * FACTOR)
            level.first.extend(first[part][::FACTOR])
            level.low.extend(np.fmin.reduce(low[part].reshape(-1, FACTOR), axis=1))
            level.high.extend(np.fmax.reduce(high[part].reshape(-1, FACTOR), axis=1))
            first, low, high = level.first.values, level.low.values, level.high.values

    def outline(self, columns: int, start: float = -np.inf, stop: float = np.inf) -> tuple[np.ndarray, np.ndarray]:
        """Steps and values, shape (k,), that draw the same picture on ``columns`` columns of pixels as all points do.

        At most about two points a column. Points from ``start`` to ``stop`` count, with one more on either side.
        """
        steps, values = self.steps.values, self.values.values
        left, right = self._window(steps, start, stop)
        if right - left <= 2 * columns or not self._levels:
            return steps[left:right], values[left:right]
        for level in self._levels:
            left, right = self._window(level.first.values, start, stop)
            if right - left <= columns:
                break
        low, high = level.low.values[left:right], level.high.values[left:right]
        first = level.first.values[left:right]
        both = np.empty(2 * len(low))
        # The order within a pair follows the line, so that a smooth line stays smooth.
        rising = np.empty(len(low), dtype=bool)
        rising[:1] = True
        rising[1:] = ~(low[1:] + high[1:] < low[:-1] + high[:-1])
        both[0::2], both[1::2] = np.where(rising, low, high), np.where(rising, high, low)
        places = np.repeat(first, 2)
        if right == len(level.first) and steps[-1] <= stop:
            # What is not a whole stretch yet: its last point, so that the line always reaches the present.
            places, both = np.append(places, steps[-1]), np.append(both, values[-1])
        return places, both

    @staticmethod
    def _window(steps: np.ndarray, start: float, stop: float) -> tuple[int, int]:
        left = max(int(np.searchsorted(steps, start)) - 1, 0)
        right = min(int(np.searchsorted(steps, stop, side="right")) + 1, len(steps))
        return left, right


class Smoother:
    """Exponential smoothing y ← w·y + (1 − w)·x that goes on where the last part ended; NaN is skipped."""

    _BLOCK = 128

    def __init__(self, weight: float) -> None:
        if not 0 <= weight < 1:
            raise ValueError(f"A smoothing weight is at least 0 and below 1; got {weight}.")
        self._weight = weight
        self._last = np.nan
        powers = weight ** np.arange(self._BLOCK + 1, dtype=float)
        lag = np.arange(self._BLOCK)[:, None] - np.arange(self._BLOCK)[None, :]
        self._kernel = np.where(lag >= 0, (1 - weight) * powers[np.maximum(lag, 0)], 0.0)
        self._carry = powers[1:]

    def extend(self, values: np.ndarray) -> np.ndarray:
        """Smooth the next values, shape (m,); returns shape (m,)."""
        result = np.full(len(values), np.nan)
        there = np.flatnonzero(np.isfinite(values))
        known = values[there]
        smooth = np.empty(len(known))
        if len(known) and not np.isfinite(self._last):
            self._last = known[0]
        for start in range(0, len(known), self._BLOCK):
            block = known[start : start + self._BLOCK]
            size = len(block)
            part = self._kernel[:size, :size] @ block + self._carry[:size] * self._last
            smooth[start : start + size] = part
            self._last = part[-1]
        result[there] = smooth
        return result
