"""What drawing in code holds in its hands: the outlet of a placed node, and the shelf of a project's blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphs.elements import NetworkError
from graphs.message import say

if TYPE_CHECKING:
    from graphs.network import Network


@dataclass(frozen=True)
class Outlet:
    """What `Network.add` returns: one output of a placed node, ready to be wired on. ``outlet["port"]`` names
    another."""

    network: Network
    node: int
    port: str

    def __getitem__(self, port: str) -> Outlet:
        known = [p.name for p in self.network.output_ports(self.node)]
        if port not in known:
            raise NetworkError(
                say("{port} is not an output here. There are: {known}.", port=port, known=", ".join(known))
            )
        return replace(self, port=port)


class Shelf:
    """The blocks of a project: sub-networks that are drawn once and placed anywhere, also inside each other."""

    def __init__(self, root: Network):
        self.root = root
        self.blocks: dict[str, Network] = {}

    def name_of(self, network: Network) -> str | None:
        """The name of the block a network is, or None for the network of the project."""
        return next((name for name, block in self.blocks.items() if block is network), None)

    def forget(self, changed: Network | None = None, *, rewired: bool = True, ports: bool = True) -> None:
        """Let what was calculated from a block be calculated again, wherever it is placed; without ``changed``, all.

        Where it is placed only its ``ports`` count among the wires, which are nodes inside it.
        """
        networks = (self.root, *self.blocks.values())
        name = None if changed is None else self.name_of(changed)
        for network in networks if name is None else [n for n in networks if n is changed or n.contains_block(name)]:
            network.memo.clear()
            if rewired if network is changed else ports:
                network.wiring.clear()
