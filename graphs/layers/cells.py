"""Recurrent cells: one time step each, for drawings that show what happens between two steps."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, In, Port, ShapeError, Tally
from graphs.layers.sentences import gets, must_be_batched, must_be_float, put, unless
from graphs.layers.steps import Tried, must_be_features, must_be_state
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_X = Port("x", (Kind.FEATURES,), description="what arrives in this step")
_H = Port("h", (Kind.FEATURES,), optional=True, description="the state of the step before; zeros without it")
_C = Port("c", (Kind.FEATURES,), optional=True, description="the memory of the step before; zeros without it")
_H_OUT = Port("h", (Kind.FEATURES,), description="the new state")
_C_OUT = Port("c", (Kind.FEATURES,), description="the new memory")
_CELLS = "graphs.modules.cells."


class _Cell(Tried):
    """What the cells with gates share: a state of so many numbers, and how many they have and multiply."""

    gates: ClassVar[int] = 1
    biases: ClassVar[int] = 2
    of_torch: ClassVar[bool] = False

    hidden_size: int = Field(64, ge=1, le=65_536, description="how many numbers the state has", face="units", rank=2)
    bias: bool = Field(True, description="add learned numbers to every sum")

    def shape(self, x: TensorSpec, **states: TensorSpec) -> TensorSpec | dict[str, TensorSpec]:
        must_be_features(self, "x", x)
        for port, state in states.items():
            must_be_state(self, port, state, self.hidden_size)
        new = TensorSpec(Kind.FEATURES, (self.hidden_size,), x.dtype)
        outlets = type(self).outputs
        return {port.name: new for port in outlets} if len(outlets) > 1 else new

    def cost(self, x: TensorSpec, **states: TensorSpec) -> Cost:
        rows, into, size = self.gates * self.hidden_size, int(x.features), self.hidden_size
        more = f" + {self.biases}" if self.bias else ""
        return Cost(
            Tally(rows * (into + size + (self.biases if self.bias else 0)), f"{rows} × ({into} + {size}{more})"),
            Tally(rows * (into + size), f"{rows} × ({into} + {size})"),
        )

    def torch(self, x: TensorSpec, **states: TensorSpec) -> Call:
        target = ("torch.nn." if self.of_torch else _CELLS) + self.type_name()
        given = unless(bias=(self.bias, True), **self._more)
        outlets = type(self).outputs
        paths = {port.name: (place,) for place, port in enumerate(outlets)} if len(outlets) > 1 else {}
        return Call(target, (int(x.features), self.hidden_size), given, *self._on(tuple(states)), paths)

    def _on(self, states: tuple[str, ...]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """How the states go in: by their names."""
        return (In("x"),), {port: In(port) for port in states}

    @property
    def _more(self) -> dict[str, tuple[Any, Any]]:
        return {}


class RNNCell(_Cell):
    """One step of an Elman network: mix what arrives with the state before, and bend the sum."""

    family = Family.RECURRENT
    inputs = (_X, _H)
    outputs = (_H_OUT,)
    of_torch = True
    chinese = "循环神经网络单元（Elman）"
    analogy = "One turn of kneading: the new flour goes into the dough that is already there."
    advice = "Use it inside a loop that you draw yourself, when every step has to do something in between."
    pitfall = "Alone it remembers nothing: its h has to come back to it in the next step."
    keywords = ("elman", "elman cell", "simple recurrent network", "step", "recurrent", "标准RNN", "单步")
    formula = r"h' = \tanh(W_{ih} x + b_{ih} + W_{hh} h + b_{hh})"
    source = "Elman 1990, Finding structure in time; PyTorch: torch.nn.RNNCell"

    nonlinearity: Literal["tanh", "relu"] = Field("tanh", description="the bend after each sum")

    def _on(self, states: tuple[str, ...]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        return (In("x"), *(In(port) for port in states)), {}

    @property
    def _more(self) -> dict[str, tuple[Any, Any]]:
        return {"nonlinearity": (self.nonlinearity, "tanh")}


class GRUCell(_Cell):
    """One step of a gated recurrent unit, in the form PyTorch and GPUs use."""

    family = Family.RECURRENT
    inputs = (_X, _H)
    outputs = (_H_OUT,)
    gates = 3
    of_torch = True
    chinese = "门控循环单元（单步）"
    analogy = "A diary page with a margin: part of yesterday is copied, part is written new, the margin says how much."
    advice = "Use it where one step of a GRU has to stand alone: decoders with attention, agents that act in between."
    pitfall = "Here z = 1 keeps the old state. In TextbookGRUCell it means the opposite, so gates read the other way."
    keywords = ("gated recurrent unit", "step", "update gate", "reset gate", "更新门", "重置门", "单步")
    formula = (
        r"\begin{array}{l} r, z = \sigma(W x + b + U h + b') \\ n = \tanh(W_n x + b_n + r \odot (U_n h + b'_n)) \\"
        r" h' = (1 - z) \odot n + z \odot h \end{array}"
    )
    source = "Cho et al. 2014; PyTorch: torch.nn.GRUCell"

    def _on(self, states: tuple[str, ...]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        return (In("x"), *(In(port) for port in states)), {}


class TextbookGRUCell(_Cell):
    """One step of a gated recurrent unit as textbooks write it: reset first, then multiply."""

    family = Family.RECURRENT
    inputs = (_X, _H)
    outputs = (_H_OUT,)
    gates = 3
    biases = 1
    chinese = "教科书版 GRU 单元"
    analogy = "First decide what of yesterday may be forgotten, then think about today with what is left."
    advice = "Use it to follow the formulas of a book or a lecture line by line, and to compare with PyTorch's form."
    pitfall = "It is another function than GRUCell, not another notation: equal weights give different numbers."
    keywords = ("gru", "gated recurrent unit", "cho", "lecture", "update gate", "教材", "更新门", "重置门")
    formula = (
        r"\begin{array}{l} r, z = \sigma(W x + U h + b) \\ \tilde h = \tanh(W_h x + U_h (r \odot h) + b_h) \\"
        r" h' = (1 - z) \odot h + z \odot \tilde h \end{array}"
    )
    source = "Chung et al. 2014, Empirical evaluation of gated recurrent neural networks, section 3.2"


class _TwoStates(_Cell):
    """A cell with a state and a memory."""

    gates: ClassVar[int] = 4


class LSTMCell(_TwoStates):
    """One step of an LSTM: forget part of the memory, write something new, show part of it."""

    family = Family.RECURRENT
    inputs = (_X, _H, _C)
    outputs = (_H_OUT, _C_OUT)
    of_torch = True
    chinese = "LSTM 单元"
    analogy = "A warehouse at closing time: some goods leave, some arrive, and a few are put in the window."
    advice = "Use it in loops you draw yourself, and to look at gates and memory of every step."
    pitfall = "Both h and c have to come back in the next step; wiring h alone loses the memory, which is c."
    keywords = ("long short-term memory", "gates", "step", "forget gate", "遗忘门", "输入门", "输出门", "单步")
    formula = (
        r"\begin{array}{l} i, f, o = \sigma(W x + b + U h + b') \\ g = \tanh(W_g x + b_g + U_g h + b'_g) \\"
        r" c' = f \odot c + i \odot g \\ h' = o \odot \tanh(c') \end{array}"
    )
    source = "Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000; PyTorch: torch.nn.LSTMCell"

    def shape(self, x: TensorSpec, **states: TensorSpec) -> TensorSpec | dict[str, TensorSpec]:
        """Say which state is missing where only one of the two is wired."""
        says = super().shape(x, **states)
        if len(states) == 1:
            (wired,) = states
            missing = "c" if wired == "h" else "h"
            raise ShapeError(
                missing,
                say("LSTMCell takes both h and c, or neither of them."),
                say("Only {port} is wired.", port=wired),
                say("Wire both from the step before; without both it starts with zeros."),
            )
        return says

    def _on(self, states: tuple[str, ...]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        return ((In("x"), (In("h"), In("c"))) if states else (In("x"),)), {}


class PeepholeLSTMCell(_TwoStates):
    """One step of an LSTM whose gates may look at the memory itself, not only at what was shown of it."""

    family = Family.RECURRENT
    inputs = (_X, _H, _C)
    outputs = (_H_OUT, _C_OUT)
    chinese = "窥视孔 LSTM 单元"
    analogy = "A doorkeeper with a spyhole: he sees who is in the room before he decides whom to let in or out."
    advice = "Use it where exact counting or timing matters: rhythms, intervals, the number of beats since an event."
    pitfall = "GPUs have no fast form of it, and on text and prices it is rarely better than a plain LSTM."
    keywords = ("peephole", "gers", "timing", "long short-term memory", "窥视孔", "偷窥孔", "计时")
    formula = (
        r"\begin{array}{l} i, f = \sigma(W x + U h + P c + b) \\ c' = f \odot c + i \odot \tanh(W_g x + U_g h + b_g) \\"
        r" o = \sigma(W_o x + U_o h + P_o c' + b_o) \\ h' = o \odot \tanh(c') \end{array}"
    )
    source = "Gers & Schmidhuber 2000, Recurrent nets that time and count"

    full: bool = Field(
        False, description="every gate sees all of the memory, through a matrix; else each sees only its own number"
    )

    @property
    def _more(self) -> dict[str, tuple[Any, Any]]:
        return {"full": (self.full, False)}

    def cost(self, x: TensorSpec, **states: TensorSpec) -> Cost:
        """Count the weights with which the gates look at the memory."""
        plain, size = super().cost(x, **states), self.hidden_size
        learned, multiplied = plain.parameters, plain.multiply_adds
        if not self.full:  # one number per memory: no matrix product
            return Cost(Tally(learned.number + 3 * size, f"{learned.sum} + 3·{size}"), multiplied)
        return Cost(
            Tally(learned.number + 3 * size * size, f"{learned.sum} + 3·{size}·{size}"),
            Tally(multiplied.number + 3 * size * size, f"{multiplied.sum} + 3·{size}·{size}"),
        )


class CoupledLSTMCell(_TwoStates):
    """One step of an LSTM in which whatever is forgotten makes room for exactly as much that is new."""

    family = Family.RECURRENT
    inputs = (_X, _H, _C)
    outputs = (_H_OUT, _C_OUT)
    gates = 3
    chinese = "耦合门 LSTM 单元"
    analogy = "A full bookshelf: a new book goes in only where an old one is taken out."
    advice = "Use it to save a quarter of the weights of an LSTM at hardly any loss."
    pitfall = "It cannot add to its memory without forgetting: counting up is beyond it."
    keywords = ("cifg", "coupled gates", "long short-term memory", "耦合", "耦合输入遗忘门")
    formula = (
        r"\begin{array}{l} f, o = \sigma(W x + U h + b) \\ c' = f \odot c + (1 - f) \odot \tanh(W_g x + U_g h + b_g) \\"
        r" h' = o \odot \tanh(c') \end{array}"
    )
    source = "Greff et al. 2017, LSTM: a search space odyssey, the variant CIFG"


class JordanCell(Tried):
    """One step of a Jordan network: the answer of the step before is fed back, not the hidden state."""

    family = Family.RECURRENT
    inputs = (
        _X,
        Port("y", (Kind.FEATURES,), optional=True, description="the answer of the step before; zeros without it"),
    )
    outputs = (
        Port("y", (Kind.FEATURES,), description="the answer"),
        Port("h", (Kind.FEATURES,), description="the hidden numbers it was made from"),
    )
    chinese = "Jordan 循环单元"
    analogy = "A speaker who hears only their own last words, never what they thought while saying them."
    advice = "Use it for plans and movements in which the last action decides the next, and to contrast with RNNCell."
    pitfall = "All it remembers has to pass through the answer: with few outputs there is hardly any memory."
    keywords = ("jordan network", "output feedback", "recurrent", "输出反馈", "循环")
    formula = r"h' = f(W x + U y + b), \qquad y' = g(V h' + b')"
    source = "Jordan 1986, Attractor dynamics and parallelism in a connectionist sequential machine"

    hidden_size: int = Field(64, ge=1, le=65_536, description="how many hidden numbers there are", face="units", rank=2)
    output_size: int = Field(10, ge=1, le=65_536, description="how many numbers the answer has", face="out", rank=1)
    nonlinearity: Literal["tanh", "relu"] = Field("tanh", description="the bend after each sum")
    activation: Literal["none", "tanh", "sigmoid", "softmax"] = Field(
        "none", description="what the answer goes through before it leaves and is fed back"
    )
    bias: bool = Field(True, description="add learned numbers to every sum")

    def shape(self, x: TensorSpec, y: TensorSpec | None = None) -> dict[str, TensorSpec]:
        must_be_features(self, "x", x)
        must_be_state(self, "y", y, self.output_size)
        return {"y": x.with_dims(self.output_size), "h": x.with_dims(self.hidden_size)}

    def cost(self, x: TensorSpec, y: TensorSpec | None = None) -> Cost:
        into, size, out = int(x.features), self.hidden_size, self.output_size
        weights, sum_ = size * (into + out + out), f"{size} × ({into} + {out}) + {out} × {size}"
        biases, more = (size + out, f" + {size} + {out}") if self.bias else (0, "")
        return Cost(Tally(weights + biases, sum_ + more), Tally(weights, sum_))

    def torch(self, x: TensorSpec, y: TensorSpec | None = None) -> Call:
        given = unless(
            nonlinearity=(self.nonlinearity, "tanh"), activation=(self.activation, "none"), bias=(self.bias, True)
        )
        sizes = (int(x.features), self.hidden_size, self.output_size)
        return Call(_CELLS + "JordanCell", sizes, given, paths={"y": (0,), "h": (1,)})


class LeakyIntegrateAndFire(Tried):
    """Let a voltage leak and add up what arrives, and give a spike where it passes a threshold."""

    family = Family.RECURRENT
    inputs = (
        Port("x", description="the current of this step"),
        Port("v", optional=True, description="the voltage of the step before; zero without it"),
    )
    outputs = (
        Port("spike", description="1 where the neuron fires, else 0"),
        Port("v", description="the voltage that is left"),
    )
    chinese = "漏积分发放神经元"
    analogy = "A bucket with a small hole under a dripping tap: when it is full it tips over, and fills up again."
    advice = "Use it in a loop over time steps to build spiking networks, for neuromorphic chips and event cameras."
    pitfall = "A threshold out of reach gives silence, and silent neurons learn nothing: watch how many fire."
    keywords = ("lif", "spiking", "snn", "surrogate gradient", "neuron", "spike", "脉冲神经网络", "脉冲", "膜电位")
    formula = r"\tilde v = \beta v + x, \quad s = [\tilde v > \theta], \quad v' = \tilde v - s\,\theta"
    source = "Neftci, Mostafa & Zenke 2019, equations 3 to 5; Zenke & Ganguli 2018 (slope of a spike)"

    beta: float = Field(
        0.9, ge=0, le=1, description="share of the voltage that stays from one step to the next", face="leak", rank=2
    )
    threshold: float = Field(1.0, gt=0, le=1e6, description="voltage at which it fires", face="fires at", rank=1)
    reset: Literal["subtract", "zero"] = Field(
        "subtract", description="after a spike, take the threshold off the voltage or set it to zero"
    )
    slope: float = Field(
        25.0, gt=0, le=1000, description="how narrow the curve is whose slope stands in for that of a spike"
    )

    def shape(self, x: TensorSpec, v: TensorSpec | None = None) -> dict[str, TensorSpec]:
        must_be_float(self, "x", x)
        must_be_batched(self, "x", x)
        if v is not None and (v.dims != x.dims or not v.batched):
            flat = v.kind is Kind.FEATURES and x.kind is Kind.FEATURES and isinstance(v.features, int)
            raise ShapeError(
                "v",
                say("{type} keeps one voltage for every number of x, {dims}.", type=self.type_name(), dims=x.text),
                gets(v),
                say("The voltage is what this layer gave one step before: wire it from there."),
                (put("Linear", "v", out_features=x.features),) if flat and isinstance(x.features, int) else (),
            )
        if v is not None:
            must_be_float(self, "v", v)
        return {"spike": x, "v": x}

    def torch(self, x: TensorSpec, v: TensorSpec | None = None) -> Call:
        given = unless(
            beta=(self.beta, 0.9), threshold=(self.threshold, 1.0), reset=(self.reset, "subtract"),
            slope=(self.slope, 25.0),
        )  # fmt: skip
        return Call(_CELLS + "LeakyIntegrateAndFire", (), given, paths={"spike": (0,), "v": (1,)})
