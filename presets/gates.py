"""Cells drawn as textbooks write them: one linear layer for each gate over [h, x], with a start that remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from graphs.network import Network, Outlet
from graphs.starts import Start

KEEPS = 4.0
"""How far open a gate that keeps starts: about the logarithm of 50 steps (Tallec and Ollivier 2018, section 2.2)."""


def _gate(block: Network, name: str, bend: str, *seen: Outlet, bias: float | None = None) -> Outlet:
    """Draw σ(W [seen] + b), or tanh of it; ``bias`` is where b starts."""
    joined = block.add("Concat", *seen, name=f"{name}_sees")
    y = block.add("Linear", joined, name=f"W_{name}", out_features="=hidden")
    if bias is not None:
        block.put_node(replace(block.node(f"W_{name}"), start=Start(bias=bias)))
    return block.add(bend, y, name=name)


def _begin(block: Network, *states: str) -> tuple[Outlet, ...]:
    x = block.add("Input", name="x")
    return (x, *(block.add("State", name=name, shape=["=hidden"]) for name in states))


def _end(block: Network, o: Outlet, new_c: Outlet, h: Outlet, c: Outlet) -> None:
    new_h = block.add("Multiply", o, block.add("Tanh", new_c, name="shown"), name="new_h")
    block.carry(new_h, to=h)
    block.carry(new_c, to=c)
    block.add("Output", new_h, name="y")


def _mixed(block: Network, f: Outlet, c: Outlet, i: Outlet, g: Outlet) -> Outlet:
    kept, written = block.add("Multiply", f, c, name="kept"), block.add("Multiply", i, g, name="written")
    return block.add("Add", kept, written, name="new_c")


def elman(block: Network) -> None:
    """h' = tanh(W [h, x] + b)."""
    x, h = _begin(block, "h")
    new = _gate(block, "new_h", "Tanh", h, x)
    block.carry(new, to=h)
    block.add("Output", new, name="y")


def lstm(block: Network) -> None:
    """c' = f ⊙ c + i ⊙ g, h' = o ⊙ tanh c', the gates σ(W [h, x] + b)."""
    x, h, c = _begin(block, "h", "c")
    f = _gate(block, "f", "Sigmoid", h, x, bias=KEEPS)
    i, g, o = _gate(block, "i", "Sigmoid", h, x), _gate(block, "g", "Tanh", h, x), _gate(block, "o", "Sigmoid", h, x)
    _end(block, o, _mixed(block, f, c, i, g), h, c)


def peephole(block: Network) -> None:
    """As the LSTM, but f and i also see c, and o sees c': σ(W [c, h, x] + b)."""
    x, h, c = _begin(block, "h", "c")
    f = _gate(block, "f", "Sigmoid", c, h, x, bias=KEEPS)
    i, g = _gate(block, "i", "Sigmoid", c, h, x), _gate(block, "g", "Tanh", h, x)
    new_c = _mixed(block, f, c, i, g)
    _end(block, _gate(block, "o", "Sigmoid", new_c, h, x), new_c, h, c)


def coupled(block: Network) -> None:
    """c' = f ⊙ c + (1 − f) ⊙ g: what is forgotten makes room."""
    x, h, c = _begin(block, "h", "c")
    f, g = _gate(block, "f", "Sigmoid", h, x, bias=KEEPS / 2), _gate(block, "g", "Tanh", h, x)
    o = _gate(block, "o", "Sigmoid", h, x)
    _end(block, o, block.add("Lerp", c, g, name="new_c", weight=f), h, c)


def gru(block: Network) -> None:
    """g = tanh(W [r ⊙ h, x] + b), h' = (1 − z) ⊙ h + z ⊙ g: Cho et al. 2014 as textbooks write it."""
    x, h = _begin(block, "h")
    r, z = _gate(block, "r", "Sigmoid", h, x), _gate(block, "z", "Sigmoid", h, x, bias=-KEEPS / 2)
    g = _gate(block, "g", "Tanh", block.add("Multiply", r, h, name="reset"), x)
    new = block.add("Lerp", g, h, name="new_h", weight=z)
    block.carry(new, to=h)
    block.add("Output", new, name="y")


DRAWN: Mapping[str, Callable[[Network], None]] = {
    "RNN": elman, "LSTM": lstm, "PeepholeLSTM": peephole, "CoupledLSTM": coupled, "GRU": gru,
}  # fmt: skip
"""What draws each cell into an empty block with the parameter ``hidden``."""
