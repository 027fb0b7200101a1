"""Layers that run over all the steps of a sequence at once, carrying a state from each step to the next."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, In, Port, Tally
from graphs.layers.sentences import unless
from graphs.layers.steps import Tried, known, must_be_lengths, must_be_sequence, must_be_state
from graphs.tensors import Kind, TensorSpec

_X = Port("x", (Kind.SEQUENCE,), description="the steps, one vector each")
_H = Port("h", (Kind.FEATURES,), optional=True, description="the state every layer starts with; zeros without it")
_C = Port("c", (Kind.FEATURES,), optional=True, description="the memory every layer starts with; zeros without it")
_LENGTHS = Port(
    "lengths", (Kind.INDEX,), optional=True, description="how many steps of each example are real; the rest is skipped"
)
_STEPS = Port("y", (Kind.SEQUENCE,), description="the state after every step")
_LAST = Port("h", (Kind.FEATURES,), description="the state after the last step, of the last layer")


class _Fused(Tried):
    """What the fused layers share: stacked layers, directions, how many numbers they have and multiply."""

    gates: ClassVar[int] = 1
    states: ClassVar[tuple[str, ...]] = ("h",)

    hidden_size: int = Field(64, ge=1, le=65_536, description="how many numbers the state has", face="units", rank=3)
    num_layers: int = Field(
        1, ge=1, le=64, description="how many layers are stacked, each reading the one below", face="layers", rank=2
    )
    bias: bool = Field(True, description="add learned numbers to every sum")
    dropout: float = Field(
        0.0, ge=0, lt=1, description="share of numbers set to zero between the stacked layers, while training only"
    )
    bidirectional: bool = Field(
        False, description="read the sequence backwards as well and join both states", face="both ways", rank=1
    )

    @property
    def _directions(self) -> int:
        return 2 if self.bidirectional else 1

    @property
    def _width(self) -> int:
        return self._directions * self.hidden_size

    def shape(self, x: TensorSpec, lengths: TensorSpec | None = None, **starts: TensorSpec) -> dict[str, TensorSpec]:
        must_be_sequence(self, "x", x)
        for port, state in starts.items():
            must_be_state(self, port, state, self._width)
        must_be_lengths(self, lengths)
        last = TensorSpec(Kind.FEATURES, (self._width,), x.dtype)
        return {"y": x.with_dims(x.length, self._width), **dict.fromkeys(self.states, last)}

    def cost(self, x: TensorSpec, lengths: TensorSpec | None = None, **starts: TensorSpec) -> Cost:
        rows, size, into = self._directions * self.gates * self.hidden_size, self.hidden_size, int(x.features)
        biases = 2 if self.bias else 0
        more = " + 2" if self.bias else ""
        learned, sum_ = rows * (into + size + biases), f"{rows} × ({into} + {size}{more})"
        once, per_step = rows * (into + size), f"{rows} × ({into} + {size})"
        if self.num_layers > 1:
            above = self.num_layers - 1
            learned += above * rows * (self._width + size + biases)
            sum_ += f" + {above}·{rows} × ({self._width} + {size}{more})"
            once += above * rows * (self._width + size)
            per_step += f" + {above}·{rows} × ({self._width} + {size})"
        (steps,) = known(x.length) or (1,)
        return Cost(Tally(learned, sum_), Tally(steps * once, f"{steps} × ({per_step})"))

    def torch(self, x: TensorSpec, lengths: TensorSpec | None = None, **starts: TensorSpec) -> Call:
        given: dict[str, Any] = unless(
            num_layers=(self.num_layers, 1),
            bias=(self.bias, True),
            dropout=(self.dropout if self.num_layers > 1 else 0.0, 0.0),  # torch warns of one that does nothing
            bidirectional=(self.bidirectional, False),
            **self._more,
        )
        sizes = (int(x.features), self.hidden_size)
        kwargs = {**given, "batch_first": True}
        wired = {**starts, **({} if lengths is None else {"lengths": lengths})}
        if not wired and not self.bidirectional:
            if len(self.states) == 1:
                return Call(f"torch.nn.{self.type_name()}", sizes, kwargs, paths={"y": (0,), "h": (1, -1)})
            paths = {"y": (0,), **{state: (1, place, -1) for place, state in enumerate(self.states)}}
            return Call(f"torch.nn.{self.type_name()}", sizes, kwargs, paths=paths)
        return Call(
            f"graphs.modules.recurrent.{self.type_name()}",
            sizes,
            kwargs,
            (In("x"),),
            {port: In(port) for port in wired},
            {port: (place,) for place, port in enumerate(("y", *self.states))},
        )

    @property
    def _more(self) -> dict[str, tuple[Any, Any]]:
        return {}


class RNN(_Fused):
    """Read a sequence step by step, mixing each step with what was kept of the steps before."""

    family = Family.RECURRENT
    inputs = (_X, _H, _LENGTHS)
    outputs = (_STEPS, _LAST)
    chinese = "循环神经网络"
    analogy = "Reading with one small sheet for notes, which is written anew after every word."
    advice = "Use it on short sequences, and to see where longer memory is missing: LSTM and GRU are its cure."
    pitfall = (
        "Its gradient shrinks or grows with every step backwards: after some dozen steps nothing is learned, or "
        "everything explodes. Clip the gradient."
    )
    keywords = ("recurrent", "elman", "simple rnn", "sequence", "time series", "vanilla rnn", "标准RNN", "时间序列")
    formula = r"h_t = \tanh(W_{ih} x_t + b_{ih} + W_{hh} h_{t-1} + b_{hh})"
    source = "Elman 1990, Finding structure in time; PyTorch: torch.nn.RNN"

    nonlinearity: Literal["tanh", "relu"] = Field("tanh", description="the bend after each sum")

    @property
    def _more(self) -> dict[str, tuple[Any, Any]]:
        return {"nonlinearity": (self.nonlinearity, "tanh")}


class LSTM(_Fused):
    """Read a sequence step by step with a memory that gates write, keep and show."""

    family = Family.RECURRENT
    inputs = (_X, _H, _C, _LENGTHS)
    outputs = (_STEPS, _LAST, Port("c", (Kind.FEATURES,), description="the memory after the last step"))
    gates = 4
    states = ("h", "c")
    chinese = "长短期记忆网络"
    analogy = "A notebook with three clerks: one strikes out, one writes in, one decides what is read aloud."
    advice = "The first choice for sequences of up to some hundred steps: text, sensors, speech, prices."
    pitfall = (
        "By default the forget gate keeps about half of the memory each step, so a hundred steps are still far. Start "
        "its bias at 1 or more where long memory matters."
    )
    keywords = ("long short-term memory", "gates", "memory", "recurrent", "text", "遗忘门", "门控", "记忆")
    formula = (
        r"\begin{array}{l} i, f, o = \sigma(W x_t + U h_{t-1} + b) \\ g = \tanh(W_g x_t + U_g h_{t-1} + b_g) \\"
        r" c_t = f \odot c_{t-1} + i \odot g \\ h_t = o \odot \tanh(c_t) \end{array}"
    )
    source = "Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000 (forget gate); PyTorch: torch.nn.LSTM"


class GRU(_Fused):
    """Read a sequence step by step with two gates: how much of the past to use, and how much to keep."""

    family = Family.RECURRENT
    inputs = (_X, _H, _LENGTHS)
    outputs = (_STEPS, _LAST)
    gates = 3
    chinese = "门控循环单元"
    analogy = "A thermostat that mixes the warm water already there with fresh, as much as it finds right."
    advice = "Use it in place of LSTM where a quarter fewer weights and one state instead of two are welcome."
    pitfall = (
        "PyTorch resets after the recurrent product and lets z keep the old state; many books write both the other "
        "way, and weights cannot be carried between the two."
    )
    keywords = ("gated recurrent unit", "gates", "recurrent", "sequence", "更新门", "重置门")
    formula = (
        r"\begin{array}{l} r, z = \sigma(W x_t + U h_{t-1} + b) \\"
        r" n = \tanh(W_n x_t + b_n + r \odot (U_n h_{t-1} + b'_n)) \\ h_t = (1 - z) \odot n + z \odot h_{t-1}"
        r" \end{array}"
    )
    source = "Cho et al. 2014, Learning phrase representations; PyTorch: torch.nn.GRU"
