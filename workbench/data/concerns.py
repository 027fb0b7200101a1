"""Whether an augmentation suits the data: what does nothing there, and what would make the answers wrong."""

from __future__ import annotations

from collections.abc import Sequence

from graphs.augmentation import (
    ApartViews,
    Augmentation,
    FlipHorizontal,
    FlipVertical,
    FrequencyMask,
    Reads,
    Rotation,
    TimeShift,
    TokenSwap,
)
from graphs.message import Message, say
from graphs.tensors import Kind
from workbench.data.dataset import DataSet, Task
from workbench.data.moves import Moves

SIDES = frozenset({
    "left", "right", "up", "down", "above", "below", "clockwise", "counterclockwise", "anticlockwise", "north", "south",
    "east", "west", "左", "右", "上", "下", "向左", "向右", "向上", "向下",
})  # fmt: skip
"""Names of classes that change when a picture is turned over."""
LARGE_TURN = 45.0
"""From so many degrees on letters and digits may become others."""

_DRAWN = {
    Reads.PICTURES: (Moves.PICTURE,),
    Reads.COLOURS: (Moves.PICTURE,),
    Reads.NUMBERS: (Moves.PICTURE, Moves.WAVE, Moves.CLOUD, Moves.NUMBERS),
    Reads.WAVES: (Moves.WAVE,),
    Reads.WORDS: (Moves.WORDS,),
    Reads.CLOUDS: (Moves.CLOUD,),
}


def acts(step: Augmentation, dataset: DataSet) -> bool:
    """Whether there is anything in the data that the augmentation changes."""
    if step.reads is Reads.ANYTHING:
        return bool(dataset.moves())
    fields = dataset.fields()
    found = [fields[name] for name, move in dataset.moves().items() if move in _DRAWN[step.reads]]
    if step.reads is Reads.COLOURS:
        return any(spec.kind is Kind.IMAGE and spec.dims[0] == 3 for spec in found)
    if isinstance(step, FrequencyMask):
        return any(spec.kind is Kind.SIGNAL or spec.dims[-1] != 1 for spec in found)
    return bool(found)


def concern(step: Augmentation, dataset: DataSet) -> Message | None:
    """Say what is wrong with an augmentation of these data; None when nothing is."""
    name = step.type
    if not acts(step, dataset):
        return say("This changes {what}, and {data} has none: it does nothing here.", what=say(step.reads.value),
                   data=say(dataset.title))  # fmt: skip
    own = dataset.unfit().get(name)
    if own is not None:
        return say(own)
    names = [word.strip().lower() for word in dataset.class_names()]
    turns = isinstance(step, Rotation) and step.degrees > LARGE_TURN
    if isinstance(step, FlipHorizontal | FlipVertical) or turns:
        if (
            names
            and all(len(word) == 1 and word.isalnum() and word.isascii() for word in names)
            and not _numbered(dataset, names)
        ):
            return say("The classes are digits or letters. Turned over, a 3 is no 3, a 6 is a 9 and a b is a d: the "
                       "label would be wrong.")  # fmt: skip
        sided = next((word for word in names if SIDES & set(word.replace("_", " ").split())), None)
        if sided is not None:
            return say("There is a class “{name}”. Turned over, it shows another one: the label would be wrong.",
                       name=sided)  # fmt: skip
    if isinstance(step, FlipVertical) and dataset.own:
        return say("Things in photographs are seldom upside down. Keep this for pictures from above or through a "
                   "microscope.")  # fmt: skip
    if isinstance(step, TimeShift) and dataset.task is Task.REGRESSION and "target" in dataset.fields():
        return say("What is to be foretold follows the last step. Shifted, the series ends somewhere else, and the "
                   "target no longer follows.")  # fmt: skip
    if isinstance(step, TokenSwap) and dataset.task in (Task.GENERATION, Task.TRANSLATION):
        return say("The answer repeats the order of the words. Swapped words would have another answer.")
    return None


def _numbered(dataset: DataSet, names: Sequence[str]) -> bool:
    """Whether the names of classes are mere numbers because nobody has named them yet."""
    return (
        dataset.own
        and list(names) == [str(number) for number in range(len(names))]
        and "folder" not in (type(dataset).model_fields)
    )


def concerns(steps: Sequence[Augmentation], dataset: DataSet) -> list[tuple[int, Message]]:
    """What is wrong with the steps of a pipeline, each with its place; views apart need another step to tell apart."""
    found = [(place, said) for place, step in enumerate(steps) if (said := concern(step, dataset)) is not None]
    if steps and all(isinstance(step, ApartViews) for step in steps):
        found.append((0, say("Alone it changes nothing: put another augmentation beside it.")))
    return found
