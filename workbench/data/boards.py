"""Positions of noughts and crosses with the best move, from a complete search."""

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

Board = tuple[int, ...]
"""Nine squares, row by row: 1 for who moves next, -1 for the other, 0 for empty."""

_LINES = ((0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6))


@cache
def worth(board: Board) -> int:
    """Return 1 if who moves next wins with best play, 0 for a draw, -1 for a loss."""
    if any(board[a] == board[b] == board[c] == -1 for a, b, c in _LINES):
        return -1
    moves = [square for square in range(9) if board[square] == 0]
    return max((-worth(after(board, square)) for square in moves), default=0)


def after(board: Board, square: int) -> Board:
    """Return the board after a move, seen by who moves then."""
    return tuple(-1 if place == square else -piece for place, piece in enumerate(board))


@cache
def positions() -> tuple[Board, ...]:
    """Return every position that can come up and in which somebody still has to choose: 4,520, each once."""
    found: dict[Board, None] = {}
    waiting: list[Board] = [(0,) * 9]
    while waiting:
        board = waiting.pop()
        over = 0 not in board or any(board[a] == board[b] == board[c] == -1 for a, b, c in _LINES)
        if board in found or over:
            continue
        found[board] = None
        waiting += [after(board, square) for square in range(9) if board[square] == 0]
    return tuple(sorted(found))


class TicTacToe(Generated, frozen=True):
    """Positions of noughts and crosses: where should you move, and will you win?"""

    name: ClassVar[str] = "tic_tac_toe"
    title: ClassVar[str] = mark("Noughts and crosses")
    chinese: ClassVar[str] = "井字棋"
    paragraph: ClassVar[str] = mark(
        "Positions of noughts and crosses that can really come up, each with the best move (the first where several "
        "are as good) and how the game ends with best play: 1 won, 0 drawn, −1 lost, from a complete search. `image` "
        "has one plane for your stones and one for the other's, `label` is the square from 0 to 8, `value` the end. "
        "Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(2000)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (2, 3, 3), the same as ``features`` (18), ``label`` and ``value`` (1)."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 2, 3, 3),
            "features": TensorSpec.of(Kind.FEATURES, 18),
            "label": TensorSpec.of(Kind.INDEX),
            "value": TensorSpec.of(Kind.FEATURES, 1),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the squares, row by row, as a1 to c3."""
        return ("a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3")

    def scaling(self) -> Mapping[str, Scaling]:
        """Return nothing to scale: a stone is there or not."""
        return {}

    def moves(self) -> Mapping[str, Moves]:
        """Return nothing: a board that is turned, shaded or cut is another position."""
        return {}

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return positions in random order; none comes twice until all have come."""
        every = positions()
        turns = -(-self.samples // len(every))
        order = np.concatenate([random.permutation(len(every)) for _ in range(turns)])[: self.samples]
        boards = [every[number] for number in order.tolist()]
        values = [worth(board) for board in boards]
        best = [
            next(s for s in range(9) if board[s] == 0 and -worth(after(board, s)) == value)
            for board, value in zip(boards, values, strict=True)
        ]
        squares: Array = np.array(boards)
        planes = np.stack([squares == 1, squares == -1], axis=1)
        return {
            "image": planes.reshape(-1, 2, 3, 3),
            "features": planes.reshape(-1, 18),
            "label": np.array(best),
            "value": np.array(values)[:, None],
        }
