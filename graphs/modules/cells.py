"""Recurrent cells that torch lacks: one time step each. Each class stands alone and can be copied.

A state that is not given is zero. Where torch has a relative, weights have its names, shapes and order of gates, so
that they can be carried over.
"""

from __future__ import annotations

import math

import torch
from torch import nn


class JordanCell(nn.Module):
    """One step of a Jordan network: the answer before, not the hidden state, is fed back (Jordan 1986).

    h = f(W x + U y' + b), y = g(V h + c), with x (N, D), y' and y (N, O), h (N, H). ``activation`` names g: none, tanh,
    sigmoid or softmax.
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        output_size: int,
        nonlinearity: str = "tanh",
        activation: str = "none",
        bias: bool = True,
    ):
        super().__init__()
        self.nonlinearity, self.activation = nonlinearity, activation
        self.input = nn.Linear(input_size, hidden_size, bias=bias)
        self.feedback = nn.Linear(output_size, hidden_size, bias=False)
        self.output = nn.Linear(hidden_size, output_size, bias=bias)

    def forward(self, x: torch.Tensor, y: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the answer (N, O) and the hidden state (N, H); ``y`` is the answer of the step before."""
        before = x.new_zeros(x.shape[0], self.output.out_features) if y is None else y
        h = self.input(x) + self.feedback(before)
        h = torch.relu(h) if self.nonlinearity == "relu" else torch.tanh(h)
        answer: torch.Tensor = self.output(h)
        if self.activation == "tanh":
            answer = torch.tanh(answer)
        elif self.activation == "sigmoid":
            answer = torch.sigmoid(answer)
        elif self.activation == "softmax":
            answer = torch.softmax(answer, dim=-1)
        return answer, h


class PeepholeLSTMCell(nn.Module):
    """One step of an LSTM whose gates see the cell: i and f the cell before, o the cell after this step.

    x (N, D), h and c (N, H). ``weight_peephole`` holds those of i, f, o: (3H) one number for each memory, the gate sees
    its own (Gers & Schmidhuber 2000), or with ``full`` (3H, H) whole matrices, each gate sees all of them. The rest as
    in nn.LSTMCell, gates in the order i, f, g, o.
    """

    def __init__(self, input_size: int, hidden_size: int, bias: bool = True, full: bool = False):
        super().__init__()
        self.hidden_size, self.full = hidden_size, full
        self.weight_ih = nn.Parameter(torch.empty(4 * hidden_size, input_size))
        self.weight_hh = nn.Parameter(torch.empty(4 * hidden_size, hidden_size))
        self.bias_ih = nn.Parameter(torch.empty(4 * hidden_size)) if bias else None
        self.bias_hh = nn.Parameter(torch.empty(4 * hidden_size)) if bias else None
        shape = (3 * hidden_size, hidden_size) if full else (3 * hidden_size,)
        self.weight_peephole = nn.Parameter(torch.empty(shape))
        for parameter in self.parameters():
            nn.init.uniform_(parameter, -1 / math.sqrt(hidden_size), 1 / math.sqrt(hidden_size))

    def forward(
        self, x: torch.Tensor, h: torch.Tensor | None = None, c: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the new state and the new cell, both (N, H)."""
        h = x.new_zeros(x.shape[0], self.hidden_size) if h is None else h
        c = x.new_zeros(x.shape[0], self.hidden_size) if c is None else c
        sums = nn.functional.linear(x, self.weight_ih, self.bias_ih)
        sums = sums + nn.functional.linear(h, self.weight_hh, self.bias_hh)
        i, f, g, o = sums.chunk(4, dim=1)
        see_i, see_f, see_o = self.weight_peephole.chunk(3)
        if self.full:
            i, f = i + nn.functional.linear(c, see_i), f + nn.functional.linear(c, see_f)
        else:
            i, f = i + see_i * c, f + see_f * c
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        o = o + (nn.functional.linear(c, see_o) if self.full else see_o * c)
        return torch.sigmoid(o) * torch.tanh(c), c


class CoupledLSTMCell(nn.Module):
    """One step of an LSTM that writes exactly what it forgets: i = 1 − f (Greff et al. 2017, CIFG).

    x (N, D), h and c (N, H); weights as in nn.LSTMCell with three gates, in the order f, g, o.
    """

    def __init__(self, input_size: int, hidden_size: int, bias: bool = True):
        super().__init__()
        self.hidden_size = hidden_size
        self.weight_ih = nn.Parameter(torch.empty(3 * hidden_size, input_size))
        self.weight_hh = nn.Parameter(torch.empty(3 * hidden_size, hidden_size))
        self.bias_ih = nn.Parameter(torch.empty(3 * hidden_size)) if bias else None
        self.bias_hh = nn.Parameter(torch.empty(3 * hidden_size)) if bias else None
        for parameter in self.parameters():
            nn.init.uniform_(parameter, -1 / math.sqrt(hidden_size), 1 / math.sqrt(hidden_size))

    def forward(
        self, x: torch.Tensor, h: torch.Tensor | None = None, c: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the new state and the new cell, both (N, H)."""
        h = x.new_zeros(x.shape[0], self.hidden_size) if h is None else h
        c = x.new_zeros(x.shape[0], self.hidden_size) if c is None else c
        sums = nn.functional.linear(x, self.weight_ih, self.bias_ih)
        sums = sums + nn.functional.linear(h, self.weight_hh, self.bias_hh)
        f, g, o = sums.chunk(3, dim=1)
        f = torch.sigmoid(f)
        c = f * c + (1 - f) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c


class TextbookGRUCell(nn.Module):
    """One step of a GRU as textbooks write it (Chung et al. 2014, section 3.2).

    r and z are gates; the candidate is tanh(W x + U (r ⊙ h) + b): reset before the recurrent product; the new state is
    (1 − z) ⊙ h + z ⊙ candidate. x (N, D), h (N, H); weights in the order r, z, candidate, one bias (3H).
    """

    def __init__(self, input_size: int, hidden_size: int, bias: bool = True):
        super().__init__()
        self.hidden_size = hidden_size
        self.weight_ih = nn.Parameter(torch.empty(3 * hidden_size, input_size))
        self.weight_hh = nn.Parameter(torch.empty(3 * hidden_size, hidden_size))
        self.bias = nn.Parameter(torch.empty(3 * hidden_size)) if bias else None
        for parameter in self.parameters():
            nn.init.uniform_(parameter, -1 / math.sqrt(hidden_size), 1 / math.sqrt(hidden_size))

    def forward(self, x: torch.Tensor, h: torch.Tensor | None = None) -> torch.Tensor:
        """Return the new state (N, H)."""
        h = x.new_zeros(x.shape[0], self.hidden_size) if h is None else h
        of_x = nn.functional.linear(x, self.weight_ih, self.bias)
        both = 2 * self.hidden_size  # the rows of the two gates
        gates = torch.sigmoid(of_x[:, :both] + nn.functional.linear(h, self.weight_hh[:both]))
        r, z = gates.chunk(2, dim=1)
        candidate = torch.tanh(of_x[:, both:] + nn.functional.linear(r * h, self.weight_hh[both:]))
        return (1 - z) * h + z * candidate


class LeakyIntegrateAndFire(nn.Module):
    """One time step of leaky integrate-and-fire neurons: v' = beta·v + x, a spike where v' passes the threshold.

    After a spike the threshold is taken off v' (``reset`` subtract) or v' is set to zero (zero). A spike has no slope;
    backward uses that of the fast sigmoid, 1/(1 + slope·|v' − threshold|)² (Zenke & Ganguli 2018). The reset passes no
    gradient. ``x`` and ``v`` (N, …) in the unit of the threshold.
    """

    def __init__(self, beta: float = 0.9, threshold: float = 1.0, reset: str = "subtract", slope: float = 25.0):
        super().__init__()
        self.beta, self.threshold, self.reset, self.slope = beta, threshold, reset, slope

    def forward(self, x: torch.Tensor, v: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the spikes (0 or 1) and the new voltage, both in the shape of ``x``."""
        voltage = x if v is None else self.beta * v + x
        above = voltage - self.threshold
        soft = above / (1 + self.slope * above.abs())
        spike = (above > 0).to(x.dtype) + (soft - soft.detach())  # the number of the step, the slope of the curve
        fired = spike.detach()
        left = voltage * (1 - fired) if self.reset == "zero" else voltage - fired * self.threshold
        return spike, left
