"""What names nodes from outside, when nodes become a block or a block nodes: frames, players, shared weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from graphs.edits import Edit, PutFrame, SetRecipe
from graphs.elements import Node
from graphs.message import say
from graphs.network import Network, NetworkError
from graphs.planning import plan
from graphs.recipe import Player

if TYPE_CHECKING:
    from graphs.project import Project


def renamed_places(project: Project, gone: Iterable[int], come: Iterable[int]) -> list[Edit]:
    """The edits after which frames and players name the nodes that ``come`` in the place of those that are ``gone``.

    A frame that held only some of them, and a player that moved only some of those with weights, are left as they are:
    what they meant has no name any more, and the diagnosis says so.
    """
    network, old, new = project.network, set(gone), tuple(come)
    edits: list[Edit] = [
        PutFrame(replace(frame, nodes=tuple(sorted({*frame.nodes} - old | {*new}))))
        for frame in network.frames.values()
        if old <= set(frame.nodes)
    ]
    if network.block_name is not None:  # players name nodes of the network alone
        return edits
    learning = {step.node for step in plan(network).steps if step.node in old and step.cost.parameters.number}
    players = tuple(_renamed(player, old, new, learning) for player in project.recipe.players)
    if players != project.recipe.players:
        edits.append(SetRecipe(project.recipe.model_copy(update={"players": players})))
    return edits


def _renamed(player: Player, old: set[int], new: tuple[int, ...], learning: set[int]) -> Player:
    if not old & set(player.moves) or not learning <= set(player.moves):
        return player
    return player.model_copy(update={"moves": tuple(sorted({*player.moves} - old | {*new}))})


def must_not_part_sharers(network: Network, inside: Iterable[int]) -> None:
    """Refuse to put a node into a block, or take it out of one, while its sharer stays. Raises `NetworkError`."""
    together = set(inside)
    for node in network:
        if node.share is not None and node.share in network and (node.id in together) != (node.share in together):
            raise NetworkError(
                say(
                    "{node} uses the weights of {other}, and that only works side by side. Choose both, or give each "
                    "its own weights first.",
                    node=node.name,
                    other=network.node(node.share).name,
                )
            )


def as_around(node: Node, around: Node, share: int | None) -> Node:
    """A node of a block where the block is taken apart: frozen where the block was, sharing by its new id, starting and
    learning as in the block."""
    if around.frozen:
        node = replace(node, frozen=True, frozen_mode=around.frozen_mode)
    return replace(node, share=share, start=node.start or around.start, rate=node.rate * around.rate)
