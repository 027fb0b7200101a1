"""How nodes learn, as edits: what their weights start with, and how fast they move. Each knows its inverse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphs.edits import Batch, ChangeNode, Edit
from graphs.elements import NetworkError
from graphs.message import Message, say
from graphs.project import Project
from graphs.starts import LARGEST_RATE, Start


@dataclass(frozen=True)
class SetStart:
    """Say how the weights of a node start, or (None) let them start as PyTorch starts them."""

    node: int
    start: Start | None

    def apply(self, project: Project) -> Edit:
        """Set it; the inverse sets what was there. Raises `NetworkError` for a start there is not."""
        node = project.network.node(self.node)
        problem = self.start.problem if self.start is not None else None
        if problem is not None:
            raise NetworkError(problem)
        start = None if self.start is None or self.start.says_nothing else self.start
        project.network.put_node(replace(node, start=start))
        return SetStart(self.node, node.start)

    def label(self, project: Project) -> Message:
        """``Set how C1 starts``."""
        return say("Set how {node} starts", node=project.network.node(self.node).name)


@dataclass(frozen=True)
class SetRate:
    """Let a node learn so many times as fast as its player; inside a block this is multiplied with the block's own."""

    node: int
    rate: float

    def apply(self, project: Project) -> Edit:
        """Set it; the inverse sets what was there. Raises `NetworkError` for a rate no node can have."""
        node = project.network.node(self.node)
        if not 0 <= self.rate <= LARGEST_RATE:
            raise NetworkError(
                say("{node} can learn 0 to {most} times as fast. It got {rate}.",
                    node=node.name, most=LARGEST_RATE, rate=self.rate)
            )  # fmt: skip
        project.network.put_node(replace(node, rate=float(self.rate)))
        return SetRate(self.node, node.rate)

    def label(self, project: Project) -> Message:
        """``Set how fast C1 learns``."""
        return say("Set how fast {node} learns", node=project.network.node(self.node).name)


def start_all(nodes: Iterable[int], start: Start | None) -> Edit:
    """Make the edit after which all these nodes start in the same way, as one step of undo."""
    edits = tuple(SetStart(node, start) for node in nodes)
    return edits[0] if len(edits) == 1 else Batch(edits, say("Set how {n} nodes start", n=len(edits)))


def rate_all(nodes: Iterable[int], rate: float) -> Edit:
    """Make the edit after which all these nodes learn equally fast, as one step of undo."""
    edits = tuple(SetRate(node, rate) for node in nodes)
    return edits[0] if len(edits) == 1 else Batch(edits, say("Set how fast {n} nodes learn", n=len(edits)))


def freeze_all(nodes: Iterable[int], frozen: bool) -> Edit:
    """Make the edit that freezes all these nodes, or lets them learn, as one step of undo."""
    edits = tuple(ChangeNode(node, frozen=frozen) for node in nodes)
    if len(edits) == 1:
        return edits[0]
    text = say("Freeze {n} nodes", n=len(edits)) if frozen else say("Let {n} nodes learn", n=len(edits))
    return Batch(edits, text)
