"""Cells drawn as textbooks write them: one linear layer for each gate over [h, x], with a start that remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from graphs.network import Network, Outlet
from graphs.starts import Start
from presets.placing import Place, line, stand

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


def _gates_at(block: Network, rows: Mapping[str, float], column: float = 1.0) -> dict[str, Place]:
    """Each gate in a row of its own: what it sees, its weights, its squashing."""
    places: dict[str, Place] = {}
    for name, row in rows.items():
        places |= line(block, (f"{name}_sees", f"W_{name}", name), column, row)
    return places


def _along_the_top(block: Network, gates: Sequence[str]) -> None:
    """Stand as most figures of an LSTM do: the cell state along the top, the gates below it, the way out at the end."""
    below = {name: 1.25 + row for row, name in enumerate(gates)}
    places: dict[str, Place] = _gates_at(block, below) | {"x": (0.0, 2.25), "h": (0.0, 3.25), "c": (2.0, 0.0)}
    last = max(below.values())
    if "kept" in block:
        places |= {"kept": (4.0, 0.25), "written": (4.0, below["i"] + 0.5)}
    places |= line(block, ("new_c", "shown"), 5.0, 0.5)
    if "o" not in below:  # it sees the new cell state, so it comes after it
        places |= _gates_at(block, {"o": last + 1.0}, 6.25)
    column = 9.0 if "o" not in below else 7.0
    stand(block, places | {"new_h": (column, last - 0.5), "y": (column + 1.0, last - 0.5)})


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
    _along_the_top(block, ("f", "i", "g", "o"))


def peephole(block: Network) -> None:
    """As the LSTM, but f and i also see c, and o sees c': σ(W [c, h, x] + b)."""
    x, h, c = _begin(block, "h", "c")
    f = _gate(block, "f", "Sigmoid", c, h, x, bias=KEEPS)
    i, g = _gate(block, "i", "Sigmoid", c, h, x), _gate(block, "g", "Tanh", h, x)
    new_c = _mixed(block, f, c, i, g)
    _end(block, _gate(block, "o", "Sigmoid", new_c, h, x), new_c, h, c)
    _along_the_top(block, ("f", "i", "g"))


def coupled(block: Network) -> None:
    """c' = f ⊙ c + (1 − f) ⊙ g: what is forgotten makes room."""
    x, h, c = _begin(block, "h", "c")
    f, g = _gate(block, "f", "Sigmoid", h, x, bias=KEEPS / 2), _gate(block, "g", "Tanh", h, x)
    o = _gate(block, "o", "Sigmoid", h, x)
    _end(block, o, block.add("Lerp", c, g, name="new_c", weight=f), h, c)
    _along_the_top(block, ("f", "g", "o"))


def gru(block: Network) -> None:
    """g = tanh(W [r ⊙ h, x] + b), h' = (1 − z) ⊙ h + z ⊙ g: Cho et al. 2014 as textbooks write it."""
    x, h = _begin(block, "h")
    r, z = _gate(block, "r", "Sigmoid", h, x), _gate(block, "z", "Sigmoid", h, x, bias=-KEEPS / 2)
    g = _gate(block, "g", "Tanh", block.add("Multiply", r, h, name="reset"), x)
    new = block.add("Lerp", g, h, name="new_h", weight=z)
    block.carry(new, to=h)
    block.add("Output", new, name="y")
    # The old state along the top, as figures of a GRU have it; below it what is forgotten, written, and thought.
    places = {"h": (0.0, 0.25), "x": (0.0, 2.5), "reset": (3.75, 2.0), "new_h": (7.5, 0.25), "y": (8.5, 0.25)}
    stand(block, places | _gates_at(block, {"z": 1.25, "r": 2.25}) | _gates_at(block, {"g": 2.5}, 4.75))


DRAWN: Mapping[str, Callable[[Network], None]] = {
    "RNN": elman, "LSTM": lstm, "PeepholeLSTM": peephole, "CoupledLSTM": coupled, "GRU": gru,
}  # fmt: skip
"""What draws each cell into an empty block with the parameter ``hidden``."""
