"""Four in a row on five by five squares: positions of a small Gomoku, with the move that looks best two moves ahead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import ClassVar

import numpy as np

from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Scaling, Task
from workbench.data.generated import Generated, sample_count
from workbench.data.moves import Moves

SIDE, ROW = 5, 4
"""Squares of a side, and how many stones in a row win."""
_WORTH = np.array([0.0, 0.01, 0.05, 0.2, 10.0])
WON = 5.0
"""A score above this is a win: four in a row."""


@cache
def lines() -> Array:
    """Return every row of four: (28, 4) numbers of squares from 0 to 24."""
    found = []
    for row in range(SIDE):
        for column in range(SIDE):
            for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
                last = (row + down * (ROW - 1), column + right * (ROW - 1))
                if 0 <= last[0] < SIDE and 0 <= last[1] < SIDE:
                    found.append([(row + down * n) * SIDE + column + right * n for n in range(ROW)])
    return np.array(found)


def score(boards: Array) -> Array:
    """Say how good boards (..., 25) of 1 (mine), −1 (theirs) and 0 are for me: open rows count, the longer the more."""
    cells = boards[..., lines()]
    mine, theirs = (cells == 1).sum(axis=-1), (cells == -1).sum(axis=-1)
    return np.asarray((np.where(theirs == 0, _WORTH[mine], 0) - np.where(mine == 0, _WORTH[theirs], 0)).sum(axis=-1))


def best_move(board: Array) -> tuple[int, float]:
    """Return my best square and what it comes to: my move, their best answer, then the score (minimax of depth two)."""
    free = np.flatnonzero(board == 0)
    after = np.repeat(board[None], len(free), axis=0)
    after[np.arange(len(free)), free] = 1
    now = score(after)
    answers = np.repeat(after[:, None], SIDE * SIDE, axis=1)
    squares = np.arange(SIDE * SIDE)
    taken = answers[:, squares, squares] != 0
    answers[:, squares, squares] = -1
    replies = np.where(taken, np.inf, score(answers)).min(axis=1)
    comes = np.where((now > WON) | ~np.isfinite(replies), now, replies)
    place = int(np.argmax(comes))
    return int(free[place]), float(comes[place])


class Gomoku(Generated, frozen=True):
    """Positions of four in a row: where should you move?"""

    name: ClassVar[str] = "gomoku"
    title: ClassVar[str] = mark("Small Gomoku")
    chinese: ClassVar[str] = "小五子棋"
    paragraph: ClassVar[str] = mark(
        "Positions of Gomoku on 5 by 5 squares, where four in a row win, reached by moves of chance. `label` is the "
        "square that is best after looking two moves ahead (minimax), `value` from −1 to 1 how good the position is "
        "then. `image` has one plane for your stones and one for the other's. A policy and a value network learn from "
        "such positions, as for the game of Go. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(800)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (2, 5, 5), the same as ``features`` (50), ``label`` and ``value`` (1)."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 2, SIDE, SIDE),
            "features": TensorSpec.of(Kind.FEATURES, 2 * SIDE * SIDE),
            "label": TensorSpec.of(Kind.INDEX),
            "value": TensorSpec.of(Kind.FEATURES, 1),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the squares, row by row, as a1 to e5."""
        return tuple(f"{column}{row}" for row in range(1, SIDE + 1) for column in "abcde")

    def scaling(self) -> Mapping[str, Scaling]:
        """Return nothing to scale: a stone is there or not."""
        return {}

    def moves(self) -> Mapping[str, Moves]:
        """Return nothing: a board that is turned, shaded or cut is another position."""
        return {}

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return positions of 2 to 14 stones in which nobody has won and I am to move."""
        boards: list[Array] = []
        while len(boards) < self.samples:
            stones = int(random.integers(1, 8))
            squares = random.permutation(SIDE * SIDE)
            board = np.zeros(SIDE * SIDE, dtype=np.int64)
            board[squares[:stones]], board[squares[stones : 2 * stones]] = 1, -1
            rows = board[lines()].sum(axis=1)
            if abs(rows).max() < ROW:
                boards.append(board)
        found = [best_move(board) for board in boards]
        planes = np.stack([np.stack(boards) == 1, np.stack(boards) == -1], axis=1)
        return {
            "image": planes.reshape(-1, 2, SIDE, SIDE),
            "features": planes.reshape(-1, 2 * SIDE * SIDE),
            "label": np.array([move for move, _ in found]),
            "value": np.tanh([[worth] for _, worth in found]),
        }
