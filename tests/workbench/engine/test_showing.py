"""How examples become pictures for the views."""

import torch

from workbench.engine.probes.showing import pictures


def test_stones_of_two_players_are_red_and_blue() -> None:
    board = torch.zeros(1, 2, 3, 3)
    board[0, 0, 0, 0] = board[0, 1, 1, 2] = 1.0
    seen = pictures(board)[0]
    assert seen[0, 0].tolist() == [255, 0, 0] and seen[1, 2].tolist() == [0, 0, 255]
    assert int(seen.sum()) == 2 * 255


def test_of_many_channels_the_first_is_shown_in_grey() -> None:
    seen = pictures(torch.arange(16.0).reshape(1, 4, 2, 2))[0]
    assert seen[:, :, 0].tolist() == [[0, 85], [170, 255]] and (seen[:, :, 0] == seen[:, :, 2]).all()
