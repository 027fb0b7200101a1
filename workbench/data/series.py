"""Series of numbers in time: a wave, seasons, a market with moods, and sensors that fail."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Literal

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Table, Task
from workbench.data.generated import Generated, balanced, sample_count
from workbench.data.moves import each

_LENGTH = "how many steps the network sees"
_NOISE = "how far chance moves each value"


def windows(series: Array, length: int, ahead: int) -> tuple[Array, Array]:
    """Cut a series (S,) into every stretch of ``length`` and the ``ahead`` values behind it: (N, length), (N, ahead).

    N is S - length - ahead + 1. Neighbours share all but one value, so that parts must be cut in time.
    """
    every = np.lib.stride_tricks.sliding_window_view(series, length + ahead)
    return every[:, :length], every[:, length:]


class Forecast(Generated, frozen=True):
    """One long series, cut into what is known and what comes next."""

    task: ClassVar[Task] = Task.REGRESSION
    ordered: ClassVar[bool] = True

    samples: int = sample_count(1500)
    length: int = Field(30, ge=2, le=500, face="steps", description=_LENGTH)
    ahead: int = Field(1, ge=1, le=100, face="ahead", description="how many steps are foretold")

    @abstractmethod
    def series(self, random: np.random.Generator, steps: int) -> tuple[Array, Array]:
        """Return the series (steps,) that is to be foretold, and further known columns (steps, F - 1), both near 1."""

    @property
    def known(self) -> int:
        """How many numbers are known at each step."""
        return 1

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``sequence`` (length, F) and ``target`` (ahead)."""
        return {
            "sequence": TensorSpec.of(Kind.SEQUENCE, self.length, self.known),
            "target": TensorSpec.of(Kind.FEATURES, self.ahead),
        }

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return the windows in the order of time."""
        series, more = self.series(random, self.samples + self.length + self.ahead - 1)
        seen, target = windows(series, self.length, self.ahead)
        extra = [windows(column, self.length, self.ahead)[0] for column in more.T]
        return {"sequence": np.stack([seen, *extra], axis=-1), "target": target}


class SineWave(Forecast, frozen=True):
    """A sine wave: what comes next?"""

    name: ClassVar[str] = "sine"
    title: ClassVar[str] = mark("Sine wave")
    chinese: ClassVar[str] = "正弦波"
    paragraph: ClassVar[str] = mark(
        "Windows of one long sine wave with a little noise, and the values behind each: the smallest task for a "
        "recurrent network. The parts are cut in time, so that the future is never learned from. Made here from a "
        "seed, free of any licence."
    )
    target_unit: ClassVar[str] = mark("of the wave's height")

    samples: int = sample_count(600)
    length: int = Field(25, ge=2, le=500, face="steps", description=_LENGTH)
    ahead: int = Field(1, ge=1, le=100, face="ahead", description="how many steps are foretold")
    period: float = Field(20.0, ge=4, le=200, description="steps in which the wave comes back")
    noise: float = Field(0.02, ge=0, le=1, face="noise", description=_NOISE)

    def series(self, random: np.random.Generator, steps: int) -> tuple[Array, Array]:
        """Return a wave of height 1 that begins anywhere."""
        wave = np.sin(2 * np.pi * (np.arange(steps) / self.period + random.random()))
        return wave + self.noise * random.standard_normal(steps), np.zeros((steps, 0))


class Seasons(Forecast, frozen=True):
    """Values of every hour with a day, a week and a trend in them: weather, sales, load or traffic."""

    name: ClassVar[str] = "seasons"
    title: ClassVar[str] = mark("Seasonal series")
    chinese: ClassVar[str] = "季节性序列"
    paragraph: ClassVar[str] = mark(
        "An hourly series with a daily and a weekly rhythm, a slow trend and noise that remembers a little: stands for "
        "temperature, sales, energy load or traffic. At each step the value and the hour of the day (sine and cosine) "
        "are known; the next hours are to be foretold. The parts are cut in time. Made here from a seed, free of any "
        "licence."
    )
    target_unit: ClassVar[str] = mark("deviations")

    length: int = Field(48, ge=2, le=500, face="steps", description=_LENGTH)
    ahead: int = Field(6, ge=1, le=100, face="ahead", description="how many steps are foretold")
    noise: float = Field(0.15, ge=0, le=1, face="noise", description=_NOISE)

    @property
    def known(self) -> int:
        """Three numbers at each step."""
        return 3

    def series(self, random: np.random.Generator, steps: int) -> tuple[Array, Array]:
        """Return the series with a deviation near 1, and the hour as a place on a circle."""
        hour = np.arange(steps)
        day = 2 * np.pi * hour / 24
        value = np.sin(day - 2) + 0.3 * np.sin(2 * day) - 0.5 * (hour // 24 % 7 >= 5)
        value += 0.6 * np.sin(2 * np.pi * hour / max(steps, 24 * 30) + random.uniform(0, 2 * np.pi))
        shocks, drift = random.standard_normal(steps), np.zeros(steps)
        for now in range(1, steps):
            drift[now] = 0.8 * drift[now - 1] + shocks[now]
        return value + self.noise * drift, np.stack([np.sin(day), np.cos(day)], axis=1)


class Market(Forecast, frozen=True):
    """Daily returns of a made-up stock whose market changes its mood."""

    name: ClassVar[str] = "market"
    title: ClassVar[str] = mark("Market with regimes")
    chinese: ClassVar[str] = "市场走势"
    paragraph: ClassVar[str] = mark(
        "Daily returns in per cent of a geometric random walk that changes between a rising, a falling and a nervous "
        "mood. Known are the returns and their size; foretold is the next return. Hardly anything can be foretold "
        "here, and that is the lesson: a model that seems to do well has seen the future. The parts are cut in time. "
        "Made here from a seed, free of any licence."
    )
    target_unit: ClassVar[str] = mark("per cent a day")

    @property
    def known(self) -> int:
        """Two numbers at each step."""
        return 2

    def series(self, random: np.random.Generator, steps: int) -> tuple[Array, Array]:
        """Return daily returns and their absolute values; a mood lasts 50 days on average."""
        changes = random.random(steps) < 1 / 50
        mood = random.integers(0, 3, steps)[np.maximum.accumulate(np.where(changes, np.arange(steps), 0))]
        drift, size = np.array([0.08, -0.08, 0.0])[mood], np.array([0.7, 1.0, 2.0])[mood]
        returns = drift + size * random.standard_normal(steps)
        return returns, np.abs(returns)[:, None]


FAULTS = (mark("no fault"), mark("spike"), mark("drift"), mark("stuck"), mark("decoupled"))
"""What can happen to a sensor, in the order of its label."""

LEARN_FROM = "all examples, or the normal ones alone: then faults are only watched and tested"


def normal_rows(table: Table, learn_from: str) -> Array | None:
    """Which rows of a table with a ``label`` may be learned from: all (None), or those whose label is 0."""
    return np.asarray(table["label"] == 0) if learn_from == "normal" else None


def _verdict(label: Array) -> dict[str, Array]:
    """Whether something is wrong, as ``fault`` (N, 1) of 0 and 1."""
    return {"fault": (label > 0)[:, None]}


class Sensors(Generated, frozen=True):
    """Six sensors on one machine that belong together, until one of them fails."""

    name: ClassVar[str] = "sensors"
    title: ClassVar[str] = mark("Machine sensors")
    chinese: ClassVar[str] = "多传感器故障"
    paragraph: ClassVar[str] = mark(
        "Six sensors that follow the same two movements of a machine. In half of the examples one sensor has a fault: "
        "a spike, a drift, it is stuck, or it no longer follows the others. `sequence` is what they say, `label` the "
        "fault, `where` at which steps it is, `clean` what they would have said, `fault` whether there is any fault. "
        "To find faults nobody has seen before, learn from normal stretches alone. Made here from a seed, free of any "
        "licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(1000)
    length: int = Field(60, ge=20, le=500, face="steps", description=_LENGTH)
    noise: float = Field(0.1, ge=0, le=1, face="noise", description=_NOISE)
    learn_from: Literal["all", "normal"] = Field("all", description=LEARN_FROM)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``sequence`` and ``clean`` (length, 6), ``where`` (length, 1) of 0 and 1, ``label`` and
        ``fault``."""
        told = TensorSpec.of(Kind.SEQUENCE, self.length, 6)
        return {
            "sequence": told,
            "clean": told,
            "where": TensorSpec.of(Kind.SEQUENCE, self.length, 1),
            "label": TensorSpec.of(Kind.INDEX),
            "fault": TensorSpec.of(Kind.FEATURES, 1),
        }

    def learnable(self, table: Table) -> Array | None:
        """Return the normal rows where only these shall be learned from."""
        return normal_rows(table, self.learn_from)

    def class_names(self) -> tuple[str, ...]:
        """Return what can happen, with nothing first."""
        return FAULTS

    def unfit(self) -> Mapping[str, str]:
        """Return what would look like a fault."""
        return each(
            mark("A value that stands still is one of the faults: this would make faults where the label says none."),
            "TimeMask",
            "FrequencyMask",
        )

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return stretches of which half are normal; the faults share the other half."""
        half = balanced(random, self.samples, 2)
        label = np.where(half == 1, 1 + balanced(random, self.samples, 4), 0)
        time = np.arange(self.length)
        pace, phase = random.uniform(0.04, 0.12, (self.samples, 2, 1)), random.random((self.samples, 2, 1))
        moves = np.sin(2 * np.pi * (pace * time + phase))
        mix = np.array([(1, 0), (0.8, 0.4), (0, 1), (0.4, -0.8), (-0.7, 0.5), (0.5, 0.9)])
        clean = np.einsum("sm,nmt->nts", mix, moves)
        noise = self.noise * random.standard_normal(clean.shape)
        start = random.integers(self.length // 5, self.length * 3 // 5, (self.samples, 1))
        sensor = random.integers(0, 6, self.samples)
        row = np.arange(self.samples)
        kind, mine = label[:, None], clean[row, :, sensor]
        behind = time[None] >= start
        lasts = np.where(kind == 1, behind & (time[None] < start + 2), behind) & (kind > 0)
        side = np.where(random.random((self.samples, 1)) < 0.5, -1, 1)
        drifting = mine + side * (time[None] - start) * (1.5 / (0.4 * self.length))
        frozen = mine[row, start[:, 0]][:, None]
        other = np.sin(2 * np.pi * (0.23 * time[None] + random.random((self.samples, 1))))
        broken = np.select([kind == 1, kind == 2, kind == 3], [mine + 3 * side, drifting, frozen + 0 * mine], other)
        said = clean + noise
        stuck = np.where(kind == 3, 0, noise[row, :, sensor])
        said[row, :, sensor] = np.where(lasts, broken + stuck, said[row, :, sensor])
        return {"sequence": said, "clean": clean, "where": lasts[..., None], "label": label, **_verdict(label)}


WAVE_FAULTS = (mark("no fault"), mark("spike"), mark("stuck"), mark("too fast"), mark("noisy"))
"""What can happen to a wave, in the order of its label."""


class FaultyWaves(Generated, frozen=True):
    """Short stretches of a wave, half of them with a fault in it."""

    name: ClassVar[str] = "faulty_waves"
    title: ClassVar[str] = mark("Waves with faults")
    chinese: ClassVar[str] = "带故障的波形"
    paragraph: ClassVar[str] = mark(
        "Stretches of sine waves whose period, height and beginning are chance. In half of them something goes wrong "
        "for a while: a spike, a value that stays, twice the pace, or noise. `sequence` is the wave, `label` the "
        "fault, `where` at which steps it is, `fault` whether there is any. To find faults nobody has seen before, "
        "learn from normal waves alone. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(2000)
    length: int = Field(40, ge=20, le=500, face="steps", description=_LENGTH)
    noise: float = Field(0.05, ge=0, le=1, face="noise", description=_NOISE)
    learn_from: Literal["all", "normal"] = Field("normal", description=LEARN_FROM)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``sequence`` and ``where`` (length, 1), ``label`` and ``fault``."""
        told = TensorSpec.of(Kind.SEQUENCE, self.length, 1)
        verdict = TensorSpec.of(Kind.FEATURES, 1)
        return {"sequence": told, "where": told, "label": TensorSpec.of(Kind.INDEX), "fault": verdict}

    def class_names(self) -> tuple[str, ...]:
        """Return what can happen, with nothing first."""
        return WAVE_FAULTS

    def learnable(self, table: Table) -> Array | None:
        """Return the normal rows where only these shall be learned from."""
        return normal_rows(table, self.learn_from)

    def unfit(self) -> Mapping[str, str]:
        """Return what would look like a fault."""
        return each(
            mark("A value that stands still is one of the faults: this would make faults where the label says none."),
            "TimeMask",
            "FrequencyMask",
        )

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return stretches of which half are normal; the faults share the other half and last a quarter of them."""
        count, steps = self.samples, self.length
        label = np.where(balanced(random, count, 2) == 1, 1 + balanced(random, count, 4), 0)
        time = np.arange(steps)[None]
        period, phase = random.uniform(8, 16, (count, 1)), random.uniform(0, 2 * np.pi, (count, 1))
        height = random.uniform(0.8, 1.2, (count, 1))
        angle = 2 * np.pi * time / period + phase
        lasting = np.where(label == 1, 1, steps // 4)[:, None]
        start = random.integers(1, steps - steps // 4, (count, 1))
        lasts = (time >= start) & (time < start + lasting) & (label > 0)[:, None]
        side = np.where(random.random((count, 1)) < 0.5, -1, 1)
        wave = height * np.sin(angle)
        held = np.take_along_axis(wave, start - 1, axis=1)
        faster = height * np.sin(angle + 2 * np.pi * (time - start) / period)
        shaken = wave + 0.6 * random.standard_normal(wave.shape)
        kind = label[:, None]
        broken = np.select([kind == 1, kind == 2, kind == 3], [wave + 1.5 * side, held + 0 * wave, faster], shaken)
        told = np.where(lasts, broken, wave) + self.noise * random.standard_normal(wave.shape)
        return {"sequence": told[..., None], "where": lasts[..., None], "label": label, **_verdict(label)}
