"""How the columns of an example vary together: what moves with a picture, and what must stay as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto

from graphs.tensors import Kind, TensorSpec


class Moves(Enum):
    """What a column does when its example is varied; one that does nothing is not named at all."""

    PICTURE = auto()
    """It moves, and its colours change."""
    TWIN = auto()
    """It moves along and keeps its colours: a picture that is an answer."""
    COVER = auto()
    """It moves along, and every place keeps one of the values there are: a mask or a map of classes."""
    BOXES = auto()
    """Centre, width and height from 0 to 1, of things in the picture."""
    BOX_LABELS = auto()
    """What the boxes are of; −1 where there is none."""
    WAVE = auto()
    """A signal or a series."""
    ALONG = auto()
    """It is shifted in time with a wave, and nothing else."""
    WORDS = auto()
    """A text whose words may be hidden or swapped."""
    TAGS = auto()
    """One class for each word, which goes along with it."""
    CLOUD = auto()
    """Points in space, (points, 3)."""
    NUMBERS = auto()
    """Plain numbers, to which noise may be added."""


_COVERS = frozenset({"mask", "nodule"})
_ANSWERS = frozenset({"clean", "next", "where"})
_TEXTS = frozenset({"tokens", "source", "question"})


def moves_of(fields: Mapping[str, TensorSpec], vocabulary: Callable[[str], Sequence[str]]) -> dict[str, Moves]:
    """Guess from kinds and names how columns vary: what a data set says unless it knows better."""
    found: dict[str, Moves] = {}
    pictures = [spec for spec in fields.values() if spec.kind is Kind.IMAGE]
    sides = {spec.dims[-2:] for spec in fields.values() if spec.kind in (Kind.IMAGE, Kind.VOLUME)}
    boxes = next((spec for spec in fields.values() if spec.kind is Kind.BOXES), None)
    for name, spec in fields.items():
        move: Moves | None = None
        if spec.kind in (Kind.IMAGE, Kind.VOLUME):
            move = Moves.COVER if name in _COVERS else Moves.TWIN if name in _ANSWERS else Moves.PICTURE
        elif spec.kind in (Kind.TENSOR, Kind.MASK) and spec.dtype != "float32" and spec.dims[-2:] in sides:
            move = Moves.COVER
        elif spec.kind is Kind.BOXES or (name == "box" and spec.dims == (4,)):
            move = Moves.BOXES if pictures else None
        elif spec.kind in (Kind.SIGNAL, Kind.SEQUENCE):
            move = Moves.ALONG if name in _ANSWERS else Moves.WAVE
        elif spec.kind is Kind.TOKENS and boxes is not None and spec.dims == boxes.dims[:1]:
            move = Moves.BOX_LABELS
        elif spec.kind is Kind.TOKENS and name == "tags":
            move = Moves.TAGS
        elif spec.kind is Kind.TOKENS and name in _TEXTS and "<unknown>" in vocabulary(name):
            move = Moves.WORDS
        elif name == "pixels" and any(picture.numel == spec.numel for picture in pictures):
            move = Moves.PICTURE
        elif spec.kind is Kind.POINTS:
            move = Moves.CLOUD
        elif name == "features":
            move = Moves.NUMBERS
        if move is not None:
            found[name] = move
    return found


def each(reason: str, *types: str) -> dict[str, str]:
    """Give several augmentations, by their types, the same reason."""
    return dict.fromkeys(types, reason)
