"""What a look at prepared data finds before anything is trained: leaks, missing classes, labels that never change."""

from __future__ import annotations

import numpy as np

from graphs.message import Message, mark, say
from graphs.tensors import Kind
from workbench.data import Prepared
from workbench.data.checks import balance, duplicates
from workbench.data.dataset import DataSet, Table, Task
from workbench.data.moves import Moves
from workbench.data.streaming import Filed
from workbench.data.words import PADDING

UNEVEN = 10
"""A class that is so many times as frequent as another is said."""
MOST_LOOKED = 200_000_000
"""So many numbers are compared at most when leaks are looked for."""
_ANSWERS = frozenset({"label", "labels", "target", "sign", "tags", "decoder_input", "value", "known", "next", "clean"})
_ASKED = frozenset({Moves.PICTURE, Moves.WAVE, Moves.WORDS, Moves.CLOUD, Moves.NUMBERS})
_NAMED = 5


def question_columns(dataset: DataSet) -> tuple[str, ...]:
    """The columns that go into a network, as far as names and kinds tell: two examples that agree there are one."""
    moves = dataset.moves()
    asked = tuple(name for name, move in moves.items() if move in _ASKED)
    return asked or tuple(name for name in dataset.fields() if name not in _ANSWERS)


def counts(prepared: Prepared) -> dict[str, tuple[int, int, int]]:
    """How many examples each class has to train on, to validate and to test; nothing where there are no classes."""
    dataset, parts = prepared.dataset, prepared.parts
    fields = dataset.fields()
    column = next((name for name in ("label", "labels") if name in fields), None)
    if column is None or isinstance(parts.training[column], Filed):  # what stays in its files is not counted
        return {}
    if not dataset.class_names() or fields[column].dtype != "int64":
        return {}
    found = [
        balance(dataset, part, column) if len(part) else dict.fromkeys(dataset.class_names(), 0)
        for part in (parts.training, parts.validation, parts.test)
    ]
    return {name: (found[0][name], found[1][name], found[2][name]) for name in dataset.class_names()}


def findings(prepared: Prepared, batch_size: int | None = None) -> tuple[Message, ...]:
    """Everything strange about prepared data, in sentences, the gravest first; nothing where all is well."""
    training = prepared.parts.training
    if not len(training):
        return (say("There are no examples to train on."),)
    return (
        *_still(prepared),
        *_leaks(prepared),
        *_classes(prepared),
        *_empty(prepared.dataset, training),
        *_features(prepared),
        *_parts(prepared, batch_size),
    )


def _still(prepared: Prepared) -> list[Message]:
    """Answers that never change."""
    training, names = prepared.parts.training, prepared.dataset.class_names()
    if prepared.dataset.task is Task.CLASSIFICATION and "label" in training.columns and names:
        labels = np.unique(training["label"])
        if len(labels) == 1:
            name = names[int(labels[0])] if 0 <= labels[0] < len(names) else str(labels[0])
            return [say("Every training example is of the class {name}: there is nothing to tell apart.", name=name)]
    if prepared.dataset.task is Task.REGRESSION and "target" in training.columns and np.ptp(training["target"]) == 0:
        return [say("The target is the same for every training example: there is nothing to foretell.")]
    return []


def _leaks(prepared: Prepared) -> list[Message]:
    columns = question_columns(prepared.dataset)
    parts = prepared.parts
    if prepared.dataset.whole or any(isinstance(parts.training[name], Filed) for name in columns):
        return []
    numbers = sum(parts.training[name].size for name in columns)
    if numbers > MOST_LOOKED:
        return [say("Whether an example stands in two parts was not looked for: there are too many numbers.")]
    return [
        say(
            "{count} of the {total} examples of the {part} stand in the {earlier} too: its figures will be "
            "too good. The first are {rows}.",
            count=len(leak.rows), total=len(getattr(parts, leak.part)), part=say(_PART[leak.part]),
            earlier=say(_PART[leak.earlier]), rows=", ".join(map(str, leak.rows[:_NAMED])),
        )
        for leak in duplicates(parts, columns)
    ]  # fmt: skip


_PART = {"training": mark("training part"), "validation": mark("validation part"), "test": mark("test part")}


def _classes(prepared: Prepared) -> list[Message]:
    """Classes that a part lacks, and classes that are far rarer than others."""
    known = counts(prepared)
    found: list[Message] = []
    for place, part in enumerate(("training", "validation", "test")):
        lacking = [name for name, numbers in known.items() if not numbers[place]]
        if lacking and len(lacking) < len(known) and prepared.parts.sizes[place]:
            found.append(
                say("The {part} has no example of {names}.", part=say(_PART[part]),
                    names=", ".join(lacking[:_NAMED]) + ("…" if len(lacking) > _NAMED else ""))
            )  # fmt: skip
    there = {name: numbers[0] for name, numbers in known.items() if numbers[0]}
    if len(there) > 1:
        most, least = max(there, key=there.__getitem__), min(there, key=there.__getitem__)
        if there[most] >= UNEVEN * there[least]:
            found.append(
                say("{most} comes {times} times as often as {least}. Class weights or balanced drawing, in the recipe, "
                    "keep the rare ones from being left out.", most=most, least=least,
                    times=round(there[most] / there[least]))
            )  # fmt: skip
    return found


def _empty(dataset: DataSet, training: Table) -> list[Message]:
    """Texts without a word."""
    found = []
    for name, spec in dataset.fields().items():
        if spec.kind is Kind.TOKENS and dataset.vocabulary(name):
            empty = int((training[name] == PADDING).all(axis=1).sum())
            if empty:
                found.append(say("{count} texts in {column} have no words: nothing but padding.", count=empty,
                                 column=name))  # fmt: skip
    return found


def _features(prepared: Prepared) -> list[Message]:
    """Features that say nothing."""
    training, names = prepared.parts.training, prepared.dataset.feature_names()
    if "features" not in training.columns or training["features"].ndim != 2:
        return []
    still = np.flatnonzero(np.ptp(training["features"], axis=0) == 0)
    if not len(still):
        return []
    said = ", ".join(names[each] if each < len(names) else str(each) for each in still[:_NAMED])
    return [say("{count} features never change and say nothing: {names}.", count=len(still), names=said)]


def _parts(prepared: Prepared, batch_size: int | None) -> list[Message]:
    """Parts that are empty, and a batch that is larger than the training part."""
    training, validation, test = prepared.parts.sizes
    found = []
    if batch_size is not None and batch_size > training:
        found.append(
            say("A batch of {batch} is more than the {count} training examples: every step looks at all of them.",
                batch=batch_size, count=training)
        )  # fmt: skip
    if not validation:
        found.append(say("There are no examples to validate: nobody sees when learning turns into learning by heart."))
    if not test:
        found.append(say("There are no examples for a test at the end."))
    return found
