"""Recurrent cells drawn from gates: blocks to be placed as scans, each node with its name from the formulas.

They compute what the layers of torch and the cells of `graphs.layers.cells` compute, step for step, with the same order
of gates in their weights. Each takes the Input ``x``, gives the Output ``y`` and has the parameter ``hidden``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from graphs.network import Network, Outlet


def _states(block: Network, *names: str, initial: str = "zeros") -> list[Outlet]:
    start = {} if initial == "zeros" else {"initial": initial}
    return [block.add("State", name=name, shape=["=hidden"], **start) for name in names]


def _sums(block: Network, x: Outlet, h: Outlet, gates: int, *, bias: bool) -> tuple[Outlet, Outlet]:
    """What x and what h add to every gate, all gates in one product each."""
    more = {} if bias else {"bias": False}
    size = "=hidden" if gates == 1 else f"={gates}*hidden"
    return (
        block.add("Linear", x, name="ih", out_features=size, **more),
        block.add("Linear", h, name="hh", out_features=size, **more),
    )


def _parts(block: Network, x: Outlet, name: str, parts: int) -> list[Outlet]:
    split = block.add("Split", x, name=name, parts=parts)
    return [split[f"y{number + 1}"] for number in range(parts)]


def elman(block: Network, *, bias: bool = True, initial: str = "zeros", bend: str = "Tanh") -> None:
    """h' = f(W x + b + U h + b'): Elman 1990; nn.RNN."""
    x = block.add("Input", name="x")
    (h,) = _states(block, "h", initial=initial)
    new = block.add(bend, block.add("Add", *_sums(block, x, h, 1, bias=bias), name="sum"), name="new_h")
    block.carry(new, to=h)
    block.add("Output", new, name="y")


def _lstm_end(block: Network, o: Outlet, new_c: Outlet, h: Outlet, c: Outlet) -> None:
    new_h = block.add("Multiply", o, block.add("Tanh", new_c, name="shown"), name="new_h")
    block.carry(new_h, to=h)
    block.carry(new_c, to=c)
    block.add("Output", new_h, name="y")


def lstm(block: Network, *, bias: bool = True, initial: str = "zeros") -> None:
    """c' = f ⊙ c + i ⊙ g, h' = o ⊙ tanh c': gates in the order i, f, g, o; nn.LSTM."""
    x = block.add("Input", name="x")
    h, c = _states(block, "h", "c", initial=initial)
    sums = block.add("Add", *_sums(block, x, h, 4, bias=bias), name="sum")
    i, f, g, o = _parts(block, sums, "gates", 4)
    i, f, g, o = (
        block.add(bend, gate, name=name)
        for bend, gate, name in (("Sigmoid", i, "i"), ("Sigmoid", f, "f"), ("Tanh", g, "g"), ("Sigmoid", o, "o"))
    )
    kept, written = block.add("Multiply", f, c, name="kept"), block.add("Multiply", i, g, name="written")
    _lstm_end(block, o, block.add("Add", kept, written, name="new_c"), h, c)


def peephole_lstm(block: Network, *, bias: bool = True, initial: str = "zeros") -> None:
    """The gates i and f also see their own number of c, o that of the new c: Gers & Schmidhuber 2000, diagonal."""
    x = block.add("Input", name="x")
    h, c = _states(block, "h", "c", initial=initial)
    sums = block.add("Add", *_sums(block, x, h, 4, bias=bias), name="sum")
    i, f, g, o = _parts(block, sums, "gates", 4)

    def sees(gate: Outlet, memory: Outlet, name: str) -> Outlet:
        weight = block.add("LearnedTensor", name=f"p_{name}", shape=["=hidden"])
        seen = block.add("Multiply", weight, memory, name=f"sees_{name}")
        return block.add("Sigmoid", block.add("Add", gate, seen, name=f"sum_{name}"), name=name)

    i, f, g = sees(i, c, "i"), sees(f, c, "f"), block.add("Tanh", g, name="g")
    kept, written = block.add("Multiply", f, c, name="kept"), block.add("Multiply", i, g, name="written")
    new_c = block.add("Add", kept, written, name="new_c")
    _lstm_end(block, sees(o, new_c, "o"), new_c, h, c)


def coupled_lstm(block: Network, *, bias: bool = True, initial: str = "zeros") -> None:
    """c' = f ⊙ c + (1 − f) ⊙ g: what is forgotten makes room; gates in the order f, g, o."""
    x = block.add("Input", name="x")
    h, c = _states(block, "h", "c", initial=initial)
    sums = block.add("Add", *_sums(block, x, h, 3, bias=bias), name="sum")
    f, g, o = _parts(block, sums, "gates", 3)
    f, g, o = block.add("Sigmoid", f, name="f"), block.add("Tanh", g, name="g"), block.add("Sigmoid", o, name="o")
    _lstm_end(block, o, block.add("Lerp", c, g, name="new_c", weight=f), h, c)


def gru(block: Network, *, bias: bool = True, initial: str = "zeros") -> None:
    """n = tanh(W x + b + r ⊙ (U h + b')), h' = (1 − z) ⊙ n + z ⊙ h: gates in the order r, z, n; nn.GRU."""
    x = block.add("Input", name="x")
    (h,) = _states(block, "h", initial=initial)
    of_x, of_h = _sums(block, x, h, 3, bias=bias)
    xr, xz, xn = _parts(block, of_x, "gates_x", 3)
    hr, hz, hn = _parts(block, of_h, "gates_h", 3)
    r = block.add("Sigmoid", block.add("Add", xr, hr, name="sum_r"), name="r")
    z = block.add("Sigmoid", block.add("Add", xz, hz, name="sum_z"), name="z")
    reset = block.add("Multiply", r, hn, name="reset")
    n = block.add("Tanh", block.add("Add", xn, reset, name="sum_n"), name="n")
    new = block.add("Lerp", h, n, name="new_h", weight=z)
    block.carry(new, to=h)
    block.add("Output", new, name="y")


def textbook_gru(block: Network, *, bias: bool = True, initial: str = "zeros") -> None:
    """The candidate is tanh(W x + U (r ⊙ h) + b), h' = (1 − z) ⊙ h + z ⊙ candidate: reset first, one bias."""
    x = block.add("Input", name="x")
    (h,) = _states(block, "h", initial=initial)
    more = {} if bias else {"bias": False}
    of_x = block.add("Linear", x, name="ih", out_features="=3*hidden", **more)
    xr, xz, xn = _parts(block, of_x, "gates_x", 3)
    hr, hz = _parts(block, block.add("Linear", h, name="hh", out_features="=2*hidden", bias=False), "gates_h", 2)
    r = block.add("Sigmoid", block.add("Add", xr, hr, name="sum_r"), name="r")
    z = block.add("Sigmoid", block.add("Add", xz, hz, name="sum_z"), name="z")
    left = block.add("Multiply", r, h, name="reset")
    again = block.add("Linear", left, name="hn", out_features="=hidden", bias=False)
    candidate = block.add("Tanh", block.add("Add", xn, again, name="sum_n"), name="candidate")
    new = block.add("Lerp", candidate, h, name="new_h", weight=z)
    block.carry(new, to=h)
    block.add("Output", new, name="y")


CELLS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {
        "RNN": elman,
        "LSTM": lstm,
        "PeepholeLSTM": peephole_lstm,
        "CoupledLSTM": coupled_lstm,
        "GRU": gru,
        "TextbookGRU": textbook_gru,
    }
)
"""What draws each cell into an empty block that has the parameter ``hidden``."""


LENGTHS = "lengths"
"""The Input of a drawn cell that says how many steps of each example are real; nothing in it reads that."""


def take_lengths(block: Network) -> None:
    """Give a block an Input for lengths, which may be left out; a placed block names it in its Scan."""
    block.add("Input", name=LENGTHS, optional=True)


def draw_cell(
    network: Network,
    kind: str,
    name: str,
    *,
    hidden: int = 64,
    bias: bool = True,
    initial: str = "zeros",
    lengths: bool = False,
) -> str:
    """Put a block with a drawn cell on the shelf of a network and return its name, to be placed with ``scan=Scan()``.

    ``kind`` is a key of `CELLS`; ``initial`` is how its States start: zeros, learned or given. With ``lengths`` it has
    an Input for them, to be named in the scan: ``Scan(lengths=LENGTHS)``.
    """
    block = network.define(name, hidden=hidden)
    CELLS[kind](block, bias=bias, initial=initial)
    if lengths:
        take_lengths(block)
    return name
