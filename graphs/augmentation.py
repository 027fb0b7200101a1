"""How training examples are varied, as plain values: a pipeline of small changes that leave the answer true.

Every augmentation is drawn anew for every example each time it is seen, in training only. In the formulas x is one
example and u a number drawn for it, U(a, b) one from a to b with equal chances.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

import pydantic

from graphs.fields import Field
from graphs.message import mark


class Reads(StrEnum):
    """What an augmentation changes."""

    PICTURES = mark("pictures")
    COLOURS = mark("pictures with three colours")
    NUMBERS = mark("pictures, signals, series and other numbers")
    WAVES = mark("signals and series")
    WORDS = mark("texts with an <unknown> word")
    CLOUDS = mark("clouds of points")
    ANYTHING = mark("examples that two Inputs read")


def _chance(default: float = 1.0) -> float:
    found: float = Field(default, gt=0, le=1, description="which share of the examples is changed")
    return found


class _Augmentation(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)

    reads: ClassVar[Reads]
    chance: float = _chance()


# ---------------------------------------------------------------------- where things are in a picture


class FlipHorizontal(_Augmentation):
    """Turn a picture into its mirror image.

    Masks and boxes are mirrored along. A mirrored cat is a cat; a mirrored 3 is no 3.
    """

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["FlipHorizontal"] = "FlipHorizontal"
    chance: float = _chance(0.5)


class FlipVertical(_Augmentation):
    """Turn a picture upside down.

    For pictures from above or through a microscope, which have no up and down.
    """

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["FlipVertical"] = "FlipVertical"
    chance: float = _chance(0.5)


class Rotation(_Augmentation):
    """Turn a picture about its middle by a random angle.

    The angle is U(−degrees, degrees); the corners that come into view are filled with the colour of the edge.
    """

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["Rotation"] = "Rotation"
    degrees: float = Field(30.0, gt=0, le=180, unit="°", description="the largest angle, to either side")


class Zoom(_Augmentation):
    """Make what a picture shows larger or smaller.

    The factor is U(1 − amount, 1 + amount), the same across and down.
    """

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["Zoom"] = "Zoom"
    amount: float = Field(0.3, gt=0, le=0.9, description="how much larger or smaller at most, as a share")


class RandomCrop(_Augmentation):
    """Cut a window out of a picture and enlarge it to the full size.

    Its area is U(least, 1) of the picture, its height to width e^U(−log r, log r) with r = ``stretch`` (Szegedy et
    al. 2015, section 6), its place any. Boxes are cut at its edge; one of which less than a tenth is left is dropped.
    """

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["RandomCrop"] = "RandomCrop"
    least: float = Field(0.6, gt=0, le=1, description="the smallest window, as a share of the area")
    stretch: float = Field(1.33, ge=1, le=3, description="how far height and width may differ, as a factor")


class Translation(_Augmentation):
    """Shift a picture a little across and down.

    By U(−share, share) of its width and of its height; what comes into view is the colour of the edge.
    """

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["Translation"] = "Translation"
    share: float = Field(0.2, gt=0, le=0.9, description="the largest shift, as a share of width and height")


class Cutout(_Augmentation):
    """Hide a square of a picture behind plain grey.

    Its side is ``share`` of the shorter side, its middle anywhere, so that a part may lie outside; it gets the mean
    of the training examples (DeVries & Taylor 2017, section 3).
    """

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["Cutout"] = "Cutout"
    share: float = Field(0.25, gt=0, le=1, description="the side of the square, as a share of the shorter side")


# ---------------------------------------------------------------------- colours


class Brightness(_Augmentation):
    """Make a picture lighter or darker: x·U(1 − amount, 1 + amount)."""

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["Brightness"] = "Brightness"
    amount: float = Field(0.3, gt=0, le=1, description="how much lighter or darker at most, as a share")


class Contrast(_Augmentation):
    """Pull the tones of a picture apart or together: m + (x − m)·U(1 − amount, 1 + amount), m the mean of its grey."""

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["Contrast"] = "Contrast"
    amount: float = Field(0.3, gt=0, le=1, description="how much more or less contrast at most, as a share")


class Saturation(_Augmentation):
    """Make colours stronger or paler: g + (x − g)·U(1 − amount, 1 + amount), g the grey of the same place."""

    reads: ClassVar[Reads] = Reads.COLOURS
    type: Literal["Saturation"] = "Saturation"
    amount: float = Field(0.3, gt=0, le=1, description="how much stronger or paler at most, as a share")


class Hue(_Augmentation):
    """Turn all colours round the colour wheel by U(−amount, amount) of a full turn."""

    reads: ClassVar[Reads] = Reads.COLOURS
    type: Literal["Hue"] = "Hue"
    amount: float = Field(
        0.05, gt=0, le=0.5, description="how far at most, as a share of the wheel: 0.5 is the opposite"
    )


class RandomPolicy(_Augmentation):
    """Draw some changes for every picture out of a list, instead of choosing them by hand.

    ``count`` times one of: nothing, turn, shift, zoom, shear, lighter, darker, contrast, saturation, at ``strength`` of
    its range (RandAugment: Cubuk et al. 2020), so that only two numbers are to be found by trying.
    """

    reads: ClassVar[Reads] = Reads.PICTURES
    type: Literal["RandomPolicy"] = "RandomPolicy"
    count: int = Field(2, ge=1, le=8, description="how many changes each picture gets")
    strength: float = Field(0.4, gt=0, le=1, description="how strong each is: 1 is the end of its range")


# ---------------------------------------------------------------------- numbers and time


class AddedNoise(_Augmentation):
    """Add a little noise to every number: x + σ·s·N(0, 1), s the deviation of the training examples."""

    reads: ClassVar[Reads] = Reads.NUMBERS
    type: Literal["AddedNoise"] = "AddedNoise"
    sigma: float = Field(
        0.1, gt=0, le=10, description="how strong the noise is, in deviations of the training examples"
    )


class Loudness(_Augmentation):
    """Make a signal or a series larger or smaller: x·U(1 − amount, 1 + amount)."""

    reads: ClassVar[Reads] = Reads.WAVES
    type: Literal["Loudness"] = "Loudness"
    amount: float = Field(0.3, gt=0, le=1, description="how much larger or smaller at most, as a share")


class TimeShift(_Augmentation):
    """Shift a signal or a series in time by U(−share, share) of its length; the gap repeats the value at the edge."""

    reads: ClassVar[Reads] = Reads.WAVES
    type: Literal["TimeShift"] = "TimeShift"
    share: float = Field(0.1, gt=0, le=0.9, description="the largest shift, as a share of the length")


class TimeMask(_Augmentation):
    """Silence a stretch of a signal or a series, up to ``share`` of its length (SpecAugment: Park et al. 2019)."""

    reads: ClassVar[Reads] = Reads.WAVES
    type: Literal["TimeMask"] = "TimeMask"
    share: float = Field(0.2, gt=0, le=0.9, description="the longest stretch, as a share of the length")


class FrequencyMask(_Augmentation):
    """Silence a band of pitches, up to ``share`` of all (SpecAugment: Park et al. 2019).

    Of a signal its Fourier transform loses the band; of a series some neighbouring numbers of each step become 0.
    """

    reads: ClassVar[Reads] = Reads.WAVES
    type: Literal["FrequencyMask"] = "FrequencyMask"
    share: float = Field(0.2, gt=0, le=0.9, description="the widest band, as a share of all pitches")


# ---------------------------------------------------------------------- clouds of points


class Axis(StrEnum):
    """About which line a cloud of points is turned."""

    UPRIGHT = mark("the upright axis, z")
    ACROSS = mark("the axis across, x")
    DEPTH = mark("the axis of depth, y")
    ANY = mark("any axis")


class CloudTurn(_Augmentation):
    """Turn a cloud of points about its middle by a random angle.

    The angle is U(−degrees, degrees). Things that stand on the ground are turned about the upright axis (PointNet: Qi
    et al. 2017, section 5.1); what has no up and down about any.
    """

    reads: ClassVar[Reads] = Reads.CLOUDS
    type: Literal["CloudTurn"] = "CloudTurn"
    axis: Axis = Axis.UPRIGHT
    degrees: float = Field(180.0, gt=0, le=180, unit="°", description="the largest angle, to either side")


class CloudJitter(_Augmentation):
    """Move every point of a cloud a little: p + N(0, σ²) in each direction, cut off at ``most``.

    0.02 and 0.05 of a body about 1 in size are those of PointNet (Qi et al. 2017, section 5.1).
    """

    reads: ClassVar[Reads] = Reads.CLOUDS
    type: Literal["CloudJitter"] = "CloudJitter"
    sigma: float = Field(0.02, gt=0, le=10, description="how far points are moved, in the unit of the points")
    most: float = Field(0.05, gt=0, le=100, description="no point is moved further than this in any direction")


# ---------------------------------------------------------------------- words


class TokenDropout(_Augmentation):
    """Hide some words of a text behind <unknown>, so that none is relied on too much (Iyyer et al. 2015, section 3)."""

    reads: ClassVar[Reads] = Reads.WORDS
    type: Literal["TokenDropout"] = "TokenDropout"
    share: float = Field(0.1, gt=0, lt=1, description="the chance of every word to be hidden")


class TokenSwap(_Augmentation):
    """Let some words change places with the next one; tags of words go along."""

    reads: ClassVar[Reads] = Reads.WORDS
    type: Literal["TokenSwap"] = "TokenSwap"
    share: float = Field(0.1, gt=0, lt=1, description="the chance of every pair of neighbours to change places")


class ApartViews(_Augmentation):
    """Vary an example anew for every Input that reads it, so that two Inputs see two views of one example.

    Contrastive learning needs them (SimCLR: Chen et al. 2020). Without it all Inputs see the same variation.
    """

    reads: ClassVar[Reads] = Reads.ANYTHING
    type: Literal["ApartViews"] = "ApartViews"


Augmentation = Annotated[
    FlipHorizontal
    | FlipVertical
    | Rotation
    | Zoom
    | RandomCrop
    | Translation
    | Cutout
    | Brightness
    | Contrast
    | Saturation
    | Hue
    | RandomPolicy
    | AddedNoise
    | Loudness
    | TimeShift
    | TimeMask
    | FrequencyMask
    | CloudTurn
    | CloudJitter
    | TokenDropout
    | TokenSwap
    | ApartViews,
    pydantic.Field(discriminator="type"),
]
"""One step of the pipeline."""

AUGMENTATIONS: dict[type[Augmentation], str] = {
    FlipHorizontal: mark("flip across"),
    FlipVertical: mark("flip upside down"),
    Rotation: mark("turn"),
    Zoom: mark("zoom"),
    RandomCrop: mark("cut a window"),
    Translation: mark("shift"),
    Cutout: mark("hide a square"),
    Brightness: mark("brightness"),
    Contrast: mark("contrast"),
    Saturation: mark("saturation"),
    Hue: mark("hue"),
    RandomPolicy: mark("random policy"),
    AddedNoise: mark("noise"),
    Loudness: mark("loudness"),
    TimeShift: mark("shift in time"),
    TimeMask: mark("silence a stretch"),
    FrequencyMask: mark("silence a band"),
    CloudTurn: mark("turn a cloud"),
    CloudJitter: mark("jitter points"),
    TokenDropout: mark("hide words"),
    TokenSwap: mark("swap words"),
    ApartViews: mark("views apart"),
}
"""Every augmentation with what a form calls it, in the order in which it is offered."""
