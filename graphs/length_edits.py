"""The change that lets a scan stop where each example ends: an Input for lengths in the block, named in the scan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphs.block_edits import Inside
from graphs.drawn_cells import LENGTHS
from graphs.edits import AddNode, Batch, Edit
from graphs.elements import NetworkError, Node
from graphs.message import say
from graphs.scan_edits import SetScan

if TYPE_CHECKING:
    from graphs.network import Network
    from graphs.project import Project


def count_real_steps(project: Project, node: int, *, on: bool) -> Edit:
    """Make the edit after which a scan takes lengths, or lets every step of every example count.

    The block gets an Input called lengths, unless it has one; every place of the block may leave it out. Raises
    NetworkError for a node that is no scan.
    """
    network = project.network
    placed, block = network.node(node), network.block_of(node)
    if placed.scan is None or block is None:
        raise NetworkError(say("{node} does not run over time, so no lengths can end it.", node=placed.name))
    if not on:
        return SetScan(node, replace(placed.scan, lengths=""))
    held = SetScan(node, replace(placed.scan, lengths=LENGTHS))
    if any(one.type == "Input" and one.name == LENGTHS for one in block):
        return held
    return Batch((Inside(placed.type, AddNode(_entrance(block))), held), held.label(project))


def _entrance(block: Network) -> Node:
    """The Input for lengths, below the others; raises NetworkError where another node has its name."""
    if any(one.name == LENGTHS for one in block):
        raise NetworkError(say("A node in the block is called {name} already. Give it another name.", name=LENGTHS))
    inputs = [one.position for one in block if one.type == "Input"] or [(0.0, 0.0)]
    place = (min(x for x, _ in inputs), max(y for _, y in inputs) + 120.0)
    return Node(block.next_id, "Input", LENGTHS, {"optional": True}, place)
