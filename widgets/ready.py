"""What comes along drawn: blocks and cells that are offered beside the layer types, under keys no type can have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graphs.edits import Edit
from graphs.elements import Node, Scan
from graphs.layer import Family
from graphs.message import mark, say
from graphs.network import Network
from graphs.project import Project
from graphs.ready_blocks import READY_BLOCKS, shelved_block
from widgets.language import tr

_CELL = mark("A block that is drawn from gates and runs over time: open it and see how it works")


@dataclass(frozen=True)
class Ready:
    """A block or cell that comes along drawn. ``key`` stands for it where else a layer type's name does.

    ``kind`` is its name in `graphs.ready_blocks` or `graphs.drawn_cells`; ``scan`` says that it runs over time.
    """

    key: str
    kind: str
    title: str
    chinese: str
    sentence: str
    words: str = ""
    scan: bool = False

    @property
    def family(self) -> Family:
        """Whose icon and colour it has."""
        return Family.SCAN if self.scan else Family.BLOCK

    def shelved(self, network: Network) -> tuple[str, tuple[Edit, ...]]:
        """The name its definition has, or will have, in a network, and the edit that brings it there."""
        if not self.scan:
            return shelved_block(network, self.kind)
        from graphs.cell_edits import shelved_cell

        return shelved_cell(network, self.kind)

    def matches(self, text: str) -> bool:
        """Whether all the words one typed occur in its names or words, in either language."""
        known = f"{self.key} {self.kind} {self.title} {tr(say(self.title))} {self.chinese} {self.words}".lower()
        return all(word in known for word in text.lower().split())


def _cell(kind: str, title: str, chinese: str, words: str = "") -> Ready:
    return Ready(f"{kind}, drawn", kind, title, chinese, _CELL, f"recurrent scan gates {words}", scan=True)


_CELLS = (
    _cell("RNN", mark("Elman cell, drawn"), "Elman 单元"),
    _cell("LSTM", mark("LSTM cell, drawn"), "LSTM 单元", "长短期记忆"),
    _cell("PeepholeLSTM", mark("LSTM cell with peepholes, drawn"), "带窥视孔的 LSTM 单元"),
    _cell("CoupledLSTM", mark("LSTM cell with coupled gates, drawn"), "耦合门 LSTM 单元"),
    _cell("GRU", mark("GRU cell, drawn"), "GRU 单元", "门控循环单元"),
    _cell("TextbookGRU", mark("GRU cell of the textbooks, drawn"), "教科书式 GRU 单元"),
)
_BLOCKS = tuple(
    Ready(f"{name}, drawn", name, ready.title, ready.chinese, ready.sentence, ready.words)
    for name, ready in READY_BLOCKS.items()
)

READY: Mapping[str, Ready] = MappingProxyType({ready.key: ready for ready in (*_BLOCKS, *_CELLS)})
"""All of them by their keys, blocks first."""


def brought(network: Network, type_name: str, position: tuple[float, float]) -> tuple[Network, Node, tuple[Edit, ...]]:
    """A node of a type, a block, or something that comes along drawn, not yet placed.

    With it the edits that bring its definition along, and the network as it is after them: itself where there are none.
    """
    ready = READY.get(type_name)
    if ready is None:
        return network, Node(network.next_id, type_name, network.free_name(type_name.lower()), {}, position), ()
    name, before = ready.shelved(network)
    after = network
    if before:
        after = network.copy()
        for edit in ready.shelved(network)[1]:  # definitions of its own: those that are brought belong to the project
            edit.apply(Project(after))
    wanted = ready.kind.lower() if ready.scan else ready.kind.removesuffix("Block").lower()
    node = Node(network.next_id, name, network.free_name(wanted), {}, position, scan=Scan() if ready.scan else None)
    return after, node, before
