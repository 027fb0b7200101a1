"""What a data set is: what it holds, known before anything is loaded, and the arrays it gives.

Nothing here needs torch or a window: a data set gives numpy arrays, and whoever trains puts them where they belong.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

import numpy as np
import pydantic

from graphs.message import Message, mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.moves import Moves, moves_of
from workbench.data.streaming import Filed

Array = np.ndarray[Any, np.dtype[Any]]
"""A numpy array of any shape and number type."""

TWO_CLASS_NAMES = (mark("class 0"), mark("class 1"))
"""What two classes without a name of their own are called."""


class DataError(Exception):
    """A data set that cannot be had; ``message`` says what was expected, what came and what to try."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class Task(StrEnum):
    """What is to be learned from a data set."""

    CLASSIFICATION = mark("classification")
    REGRESSION = mark("regression")
    SEGMENTATION = mark("segmentation")
    DETECTION = mark("detection")
    TAGGING = mark("tagging")
    TRANSLATION = mark("sequence to sequence")
    GENERATION = mark("generation")
    SIMILARITY = mark("similarity")


class Scaling(StrEnum):
    """How a column is brought to mean 0 and deviation 1 before training."""

    KEEP = mark("as it is")
    WHOLE = mark("one mean and deviation for the whole column")
    EACH_FEATURE = mark("a mean and deviation for each feature")
    EACH_CHANNEL = mark("a mean and deviation for each channel")


@dataclass(frozen=True)
class Table:
    """Examples as columns: every column has one row per example, in the same order.

    Columns are float32, int64 or bool and C-contiguous, their first axis counts the examples, so that a batch is one
    indexing operation. ``notes`` say what a person should know of the loading, such as which files were passed over.
    The last ``tests`` rows are those that were published to be tested on. A column may stay in its files (`Filed`).
    Raises ValueError when the columns differ in length.
    """

    columns: Mapping[str, Array]
    notes: tuple[Message, ...] = ()
    tests: int = 0

    def __post_init__(self) -> None:
        lengths = {name: len(column) for name, column in self.columns.items()}
        if len(set(lengths.values())) > 1:
            raise ValueError(f"Every column of a table has the same number of rows, but these have {lengths}.")

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()))) if self.columns else 0

    def __getitem__(self, name: str) -> Array:
        return self.columns[name]

    def take(self, indices: Array) -> Table:
        """Return the rows with these numbers, in this order, as a new table; no numbers give an empty table."""
        rows = np.asarray(indices, dtype=np.int64)
        return Table(
            {
                name: column.take(rows) if isinstance(column, Filed) else np.ascontiguousarray(column[rows])
                for name, column in self.columns.items()
            }
        )

    @property
    def streams(self) -> bool:
        """Whether a column stays in its files."""
        return any(isinstance(column, Filed) for column in self.columns.values())


class DataSet(pydantic.BaseModel, ABC, frozen=True, extra="forbid"):
    """Examples to learn from. Its parameters are fields with bounds, as a layer's are.

    ``name`` is its id in files and on the command line, ``title`` its English name (the key of its translation),
    ``chinese`` its name in Chinese, ``paragraph`` what a person should know before using it: what, how many, where from
    and under which licence. ``generated`` sets are made from a seed; the others are real and ignore it. When
    ``whole`` is True the set is so small that every part is the whole table, instead of a share of it.
    ``target_unit`` is the unit in which the error of a regression is told. ``own`` sets are the person's own files:
    until they are named, only what they would hold is known. ``downloaded`` sets have to be fetched before they are
    loaded. The rows of an ``ordered`` set follow each other in time: its parts are cut one after the other, since
    shuffled neighbours would tell the future.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    chinese: ClassVar[str]
    paragraph: ClassVar[str]
    source: ClassVar[str]
    task: ClassVar[Task]
    generated: ClassVar[bool] = False
    whole: ClassVar[bool] = False
    own: ClassVar[bool] = False
    downloaded: ClassVar[bool] = False
    ordered: ClassVar[bool] = False
    target_unit: ClassVar[str] = ""

    @abstractmethod
    def fields(self) -> Mapping[str, TensorSpec]:
        """Return what each column holds for one example, known before loading: kind, dimensions, number type."""

    @abstractmethod
    def load(self, seed: int = 0) -> Table:
        """Return all examples, unscaled, one column for each of ``fields()``.

        A generated set draws its random numbers from ``seed``: the same seed gives the same numbers. A real set ignores
        it. Raises DataError when its files cannot be read.
        """

    def examples(self) -> int | None:
        """Return how many examples there are, where that is known before loading; else None."""
        return None

    def class_names(self) -> tuple[str, ...]:
        """Return the name of each class, in the order of its label; nothing for a regression."""
        return ()

    def feature_names(self) -> tuple[str, ...]:
        """Return the name of each number in ``features``; nothing where the numbers are pixels."""
        return ()

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return what each number of a column of tokens stands for, in order; nothing where they are no words."""
        return ()

    def scope(self) -> dict[str, int]:
        """Return the network parameters that choosing this data sets, as far as it has them.

        These are ``classes``; ``channels``, ``depth``, ``height``, ``width`` of the first image, volume or signal;
        ``features`` of ``features``, ``pixels`` or the first sequence; ``length`` of the first sequence, signal or
        tokens; ``vocabulary`` of the first tokens that have one; ``points`` of the first cloud of points.
        """
        found: dict[str, int] = {}
        for name, spec in self.fields().items():
            mine: dict[str, Any] = {}
            match spec.kind:
                case Kind.IMAGE:
                    mine = {"channels": spec.channels, "height": spec.height, "width": spec.width}
                case Kind.VOLUME:
                    mine = dict(zip(("channels", "depth", "height", "width"), spec.dims, strict=True))
                case Kind.SIGNAL:
                    mine = {"channels": spec.channels, "length": spec.length}
                case Kind.SEQUENCE:
                    mine = {"features": spec.features, "length": spec.length}
                case Kind.FEATURES if name in ("features", "pixels"):
                    mine = {"features": spec.features}
                case Kind.TOKENS if self.vocabulary(name):
                    mine = {"vocabulary": len(self.vocabulary(name)), "length": spec.length}
                case Kind.POINTS:
                    mine = {"points": spec.dims[0]}
            found = {**{key: int(value) for key, value in mine.items()}, **found}
        if self.class_names():
            found["classes"] = len(self.class_names())
        return found

    def scaling(self) -> Mapping[str, Scaling]:
        """Return how each column is scaled before training; a column that is not named stays as it is.

        Images are scaled channel by channel, features one by one, and so is the target of a regression, since losses
        and first steps are made for numbers near one.
        """
        ways: dict[str, Scaling] = {}
        for name, spec in self.fields().items():
            if spec.kind is Kind.IMAGE:
                ways[name] = Scaling.EACH_CHANNEL
            elif name == "features" or (name == "target" and self.task is Task.REGRESSION):
                ways[name] = Scaling.EACH_FEATURE
        return ways

    def moves(self) -> Mapping[str, Moves]:
        """Return how each column varies when an augmentation varies its example; the others always stay."""
        return moves_of(self.fields(), self.vocabulary)

    def learnable(self, table: Table) -> Array | None:
        """Return which rows may be learned from, yes or no for each (N,); None for all.

        The others are left out of the training part, and watched and tested all the same: what is not normal shall not
        become usual.
        """
        return None

    def apart(self) -> tuple[tuple[str, ...], ...]:
        """Return groups of columns that vary each in its own way; what is not named varies together."""
        return ()

    def unfit(self) -> Mapping[str, str]:
        """Return why an augmentation, by its type, would make the answers of this set wrong; each text is a key."""
        return {}

    def stratify(self) -> str | None:
        """Return the column whose values keep their shares in every part: the label; None for a regression."""
        return "label" if self.task is Task.CLASSIFICATION else None


def label_fields(classes: int) -> dict[str, TensorSpec]:
    """Describe what a label can be bound as: ``label`` counts the classes from 0.

    With two classes there is also ``target``, one number that is 0 or 1 (for a single output with a binary cross-
    entropy or a squared error), and ``sign``, one number that is -1 or +1 (for the perceptron and the hinge loss).
    """
    specs = {"label": TensorSpec.of(Kind.INDEX)}
    if classes == 2:
        specs["target"] = TensorSpec.of(Kind.FEATURES, 1)
        specs["sign"] = TensorSpec.of(Kind.FEATURES, 1)
    return specs


def label_columns(labels: Array, classes: int) -> dict[str, Array]:
    """Return the columns of ``label_fields``. ``labels`` has shape (N,), whole numbers from 0 to ``classes`` - 1."""
    columns: dict[str, Array] = {"label": np.ascontiguousarray(labels, dtype=np.int64)}
    if classes == 2:
        columns["target"] = np.ascontiguousarray(labels[:, None], dtype=np.float32)
        columns["sign"] = columns["target"] * np.float32(2) - np.float32(1)
    return columns
