"""Which weights the players of a recipe may move."""

from __future__ import annotations

from graphs.network import Network
from graphs.recipe import Player


def chosen_nodes(network: Network, player: Player) -> frozenset[int] | None:
    """The nodes a player names: one by one, by their frames, and the owners of the weights they use.

    None when it names none at all: then it moves whatever leads to its losses. A frame that is gone holds no node.
    """
    if not player.moves and not player.frames:
        return None
    framed = (network.frames[frame].nodes for frame in player.frames if frame in network.frames)
    named = frozenset(player.moves).union(*framed)
    nodes = [network.node(node) for node in named if node in network]
    return named | {node.share for node in nodes if node.share is not None and node.average is None}
