"""Recurrent layers step by step: every gate, recomputed from the layer's own weights for whoever looks.

The layers themselves stay fused while they train. What is computed here agrees with them, since it uses the same
weights, inputs and starts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

GATES = ("f", "i", "o", "r", "z")
"""The parts that are gates, from 0 (shut) to 1 (open): forget, input, output, reset, update."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "RNN": ("h",),
    "LSTM": ("f", "i", "o", "g", "c", "h"),
    "PeepholeLSTM": ("f", "i", "o", "g", "c", "h"),
    "CoupledLSTM": ("f", "o", "g", "c", "h"),
    "GRU": ("r", "z", "n", "h"),
    "TextbookGRU": ("r", "z", "n", "h"),
}
"""What each kind of cell has, in the order it is shown: gates, the candidate (g, n), the memory c, the state h."""

_TORCH = {nn.LSTM: "LSTM", nn.GRU: "GRU", nn.RNN: "RNN"}

ROWS = 64
"""Of a larger state so many numbers are followed back through time."""


@dataclass(frozen=True)
class Cell:
    """One recurrent layer in one direction: its kind and its weights, named and ordered as in torch.

    ``weight_ih`` (gates·H, F), ``weight_hh`` (gates·H, H), biases (gates·H) or None, ``peephole`` (3H) or (3H, H).
    """

    kind: str
    weight_ih: Tensor
    weight_hh: Tensor
    bias_ih: Tensor | None = None
    bias_hh: Tensor | None = None
    peephole: Tensor | None = None
    relu: bool = False

    @property
    def size(self) -> int:
        """How many numbers the state has."""
        return int(self.weight_hh.shape[1])

    @property
    def has_memory(self) -> bool:
        """Whether a memory c is carried beside the state h."""
        return "c" in PARTS[self.kind]

    def arriving(self, x: Tensor) -> Tensor:
        """What ``x`` (..., F) adds to every sum, (..., gates·H)."""
        return linear(x, self.weight_ih, self.bias_ih)

    def step(self, of_x: Tensor, h: Tensor, c: Tensor) -> dict[str, Tensor]:
        """One step: every part, (N, H), given ``arriving`` (N, gates·H) and the state and memory before (N, H)."""
        if self.kind in ("GRU", "TextbookGRU"):
            return self._gru(of_x, h)
        sums = of_x + linear(h, self.weight_hh, self.bias_hh)
        if self.kind == "RNN":
            return {"h": torch.relu(sums) if self.relu else torch.tanh(sums)}
        if self.kind == "CoupledLSTM":
            f, g, o = sums.chunk(3, 1)
            f, g, o = torch.sigmoid(f), torch.tanh(g), torch.sigmoid(o)
            c = f * c + (1 - f) * g
            return {"f": f, "o": o, "g": g, "c": c, "h": o * torch.tanh(c)}
        i, f, g, o = sums.chunk(4, 1)
        if self.peephole is None:
            see_o = None
        else:
            see_i, see_f, see_o = self.peephole.chunk(3)
            i, f = i + _seen(see_i, c), f + _seen(see_f, c)
        i, f, g = torch.sigmoid(i), torch.sigmoid(f), torch.tanh(g)
        c = f * c + i * g
        o = torch.sigmoid(o if see_o is None else o + _seen(see_o, c))
        return {"f": f, "i": i, "o": o, "g": g, "c": c, "h": o * torch.tanh(c)}

    def _gru(self, of_x: Tensor, h: Tensor) -> dict[str, Tensor]:
        xr, xz, xn = of_x.chunk(3, 1)
        if self.kind == "GRU":
            hr, hz, hn = linear(h, self.weight_hh, self.bias_hh).chunk(3, 1)
            r, z = torch.sigmoid(xr + hr), torch.sigmoid(xz + hz)
            n = torch.tanh(xn + r * hn)
            return {"r": r, "z": z, "n": n, "h": (1 - z) * n + z * h}
        both = 2 * self.size
        hr, hz = linear(h, self.weight_hh[:both]).chunk(2, 1)
        r, z = torch.sigmoid(xr + hr), torch.sigmoid(xz + hz)
        n = torch.tanh(xn + linear(r * h, self.weight_hh[both:]))
        return {"r": r, "z": z, "n": n, "h": (1 - z) * h + z * n}


def _seen(weight: Tensor, c: Tensor) -> Tensor:
    return linear(c, weight) if weight.dim() == 2 else weight * c


@dataclass(frozen=True)
class Reading:
    """What one layer in one direction did: its parts, each (N, T, H), by name.

    ``layer`` counts stacked layers from 0, ``backwards`` reads from the end. ``cell`` with ``x`` (N, T, F), ``h`` and
    ``c`` (N, H) say where it came from, as far as that is known; ``lengths`` (N) are the real steps.
    """

    kind: str
    parts: Mapping[str, Tensor]
    layer: int = 0
    backwards: bool = False
    lengths: Tensor | None = None
    cell: Cell | None = None
    x: Tensor | None = None
    h: Tensor | None = None
    c: Tensor | None = None


def unrolled(
    cell: Cell,
    x: Tensor,
    h: Tensor | None = None,
    c: Tensor | None = None,
    lengths: Tensor | None = None,
    backwards: bool = False,
) -> Reading:
    """Run a cell over ``x`` (N, T, F) from the states ``h`` and ``c`` (N, H), zeros without them.

    Beyond its length an example keeps its state.
    """
    zeros = x.new_zeros(x.shape[0], cell.size)
    start_h, start_c = zeros if h is None else h, zeros if c is None else c
    h, c = start_h, start_c
    of_x = cell.arriving(x)
    found: list[dict[str, Tensor]] = []
    order = range(x.shape[1] - 1, -1, -1) if backwards else range(x.shape[1])
    for time in order:
        parts = cell.step(of_x[:, time], h, c)
        if lengths is not None:
            real = (lengths > time).unsqueeze(1)
            kept = {"h": h, "c": c}
            parts |= {name: torch.where(real, parts[name], kept[name]) for name in ("h", "c") if name in parts}
        h, c = parts["h"], parts.get("c", c)
        found.append(parts)
    if backwards:
        found.reverse()
    stacked = {name: torch.stack([parts[name] for parts in found], 1) for name in PARTS[cell.kind]}
    return Reading(cell.kind, stacked, 0, backwards, lengths, cell, x, start_h, start_c)


def by_steps(cell: Cell, x: Tensor, h: Tensor | None, c: Tensor | None, backwards: bool = False) -> Reading:
    """Every part of a cell whose state before each step is known: ``x`` (N, T, F), ``h`` and ``c`` (N, T, H)."""
    first = -1 if backwards else 0
    zeros = x.new_zeros(*x.shape[:2], cell.size)
    before_h, before_c = zeros if h is None else h, zeros if c is None else c
    flat = cell.step(cell.arriving(x).flatten(0, 1), before_h.flatten(0, 1), before_c.flatten(0, 1))
    parts = {name: flat[name].reshape(*x.shape[:2], -1) for name in PARTS[cell.kind]}
    return Reading(cell.kind, parts, 0, backwards, None, cell, x, before_h[:, first], before_c[:, first])


def fused_readings(
    module: nn.RNNBase,
    x: Tensor,
    h: Tensor | None = None,
    c: Tensor | None = None,
    lengths: Tensor | None = None,
) -> list[Reading]:
    """Every layer and direction of a fused RNN, LSTM or GRU over ``x`` (N, T, F), as it computes in evaluation mode.

    ``h`` and ``c`` (N, D·H) are what every layer starts with, ``lengths`` (N) the real steps.
    """
    kind = next(_TORCH[one] for one in type(module).__mro__ if one in _TORCH)
    directions = 2 if module.bidirectional else 1
    found: list[Reading] = []
    for layer in range(module.num_layers):
        answers = []
        for direction in range(directions):
            end = f"_l{layer}" + ("_reverse" if direction else "")
            cell = _torch_cell(module, kind, end)
            starts = [None if s is None else s.chunk(directions, 1)[direction] for s in (h, c)]
            one = unrolled(cell, x, starts[0], starts[1], lengths, direction == 1)
            found.append(Reading(kind, one.parts, layer, direction == 1, lengths, cell, x, one.h, one.c))
            answers.append(one.parts["h"])
        x = torch.cat(answers, 2)
    return found


def _torch_cell(module: nn.Module, kind: str, end: str) -> Cell:
    """The cell whose weights end in ``_l0``, ``_l1_reverse`` and the like, or in nothing."""
    ih, hh = _weight(module, f"weight_ih{end}"), _weight(module, f"weight_hh{end}")
    assert ih is not None and hh is not None
    one = _weight(module, f"bias{end}")  # the textbook's cell has one bias
    return Cell(
        kind,
        ih,
        hh,
        _weight(module, f"bias_ih{end}") if one is None else one,
        _weight(module, f"bias_hh{end}"),
        _weight(module, f"weight_peephole{end}"),
        getattr(module, "nonlinearity", "tanh") == "relu",
    )


def _weight(module: nn.Module, name: str) -> Tensor | None:
    found = getattr(module, name, None)
    return found.detach() if isinstance(found, Tensor) else None


def cell_of(module: nn.Module, kind: str) -> Cell:
    """The cell of a module that is one step: torch's own cells, and those of `graphs.modules.cells`."""
    return _torch_cell(module, kind, "")


def drawn_cell(kind: str, nonlinearity: str, parts: Mapping[str, str], branch: nn.Module) -> Cell:
    """The cell that is drawn from gates in a block, from the weights of its Linear nodes.

    ``parts`` are the names of its nodes by the names they have in `graphs.drawn_cells`.
    """

    def weight(node: str, name: str) -> Tensor | None:
        found = getattr(branch, parts[node], None) if node in parts else None
        return found.detach() if isinstance(found, Tensor) else None if found is None else _weight(found, name)

    ih, hh, again = weight("ih", "weight"), weight("hh", "weight"), weight("hn", "weight")
    assert ih is not None and hh is not None
    peepholes = [weight(f"p_{gate}", "weight") for gate in "ifo"]
    return Cell(
        kind,
        ih,
        hh if again is None else torch.cat([hh, again]),
        weight("ih", "bias"),
        weight("hh", "bias"),
        torch.cat([p.flatten() for p in peepholes if p is not None]) if peepholes[0] is not None else None,
        nonlinearity == "relu",
    )


def saturated(gates: Tensor) -> Tensor:
    """Where a gate is all but shut or all but open: below 0.05 or above 0.95."""
    return (gates < 0.05) | (gates > 0.95)


def fading(cell: Cell, x: Tensor, h: Tensor, c: Tensor, backwards: bool = False) -> dict[str, Tensor]:
    """How much of a change of the state so many steps before is left in the last state: ‖∂h_T/∂h_t‖ / √H, by lag.

    ``x`` is (T, F), ``h`` and ``c`` (H) the start. Returns (T), from lag 0, where it is 1: for the state ``h``, and for
    a cell with a memory also for ``c``, ‖∂h_T/∂c_t‖ / √H. The norm is Frobenius', over at most 64 rows.
    """
    rows = torch.linspace(0, cell.size - 1, min(cell.size, ROWS), device=x.device).round().long()
    with torch.enable_grad():
        of_x = cell.arriving(x.flip(0) if backwards else x)
        # A copy of the example for each number of the last state: one backward pass gives the whole Jacobian.
        before_h = h.detach().expand(len(rows), -1).clone().requires_grad_()
        before_c = c.detach().expand(len(rows), -1).clone().requires_grad_()
        states: list[Tensor] = []
        memories: list[Tensor] = []
        for one in of_x:
            parts = cell.step(one.expand(len(rows), -1), before_h, before_c)
            before_h, before_c = parts["h"], parts.get("c", before_c)
            states.append(before_h)
            memories.append(before_c)
        last = before_h.gather(1, rows.unsqueeze(1)).sum()
        wanted = states + (memories if cell.has_memory else [])
        gradients = torch.autograd.grad(last, wanted, allow_unused=True)
    lengths = torch.stack(
        [x.new_zeros(()) if g is None else g.square().sum().sqrt() for g in gradients]
    ) / len(rows) ** 0.5  # fmt: skip
    found = {"h": lengths[: len(states)].flip(0)}
    if cell.has_memory:
        found["c"] = lengths[len(states) :].flip(0)
    return found
