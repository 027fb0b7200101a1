"""The change that lets a block run once per time step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphs.edits import Edit
from graphs.elements import NetworkError, Scan
from graphs.message import Message, say

if TYPE_CHECKING:
    from graphs.project import Project


@dataclass(frozen=True)
class SetScan:
    """Let a placed block run once per time step, change how it does, or (None) let it run once for all."""

    node: int
    scan: Scan | None

    def apply(self, project: Project) -> Edit:
        """Set it; the inverse sets what was there. Raises NetworkError for a node that places no block."""
        node = project.network.node(self.node)
        if self.scan is not None and project.network.block_of(self.node) is None:
            raise NetworkError(
                say("{node} is one layer. Make a block of it, and the block can run once per step.", node=node.name)
            )
        project.network.put_node(replace(node, scan=self.scan))
        return SetScan(self.node, node.scan)

    def label(self, project: Project) -> Message:
        """``Run decoder over time``."""
        name = project.network.node(self.node).name
        return say("Run {node} over time", node=name) if self.scan else say("Run {node} once", node=name)
