"""What a layer type is: one declaration that feeds palette, form, shapes, cost, compiler, printed code, help and
tests."""

# Annotations stay objects here: as texts, pydantic would read them again for each of the hundreds of layer types.
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

import pydantic

from graphs.message import Message, mark
from graphs.tensors import Kind, TensorSpec


class Family(StrEnum):
    """The drawer of the palette a layer type lies in."""

    INPUT_OUTPUT = mark("Input, output")
    DENSE = mark("Dense")
    CONVOLUTION = mark("Convolution")
    POOLING = mark("Pooling")
    NORMALISATION = mark("Normalisation")
    ACTIVATION = mark("Activation")
    SHAPE = mark("Shape, merge")
    RECURRENT = mark("Recurrent")
    ATTENTION = mark("Attention")
    EMBEDDING = mark("Embedding, position")
    STOCHASTIC = mark("Stochastic, noise")
    LOSS = mark("Loss")
    METRIC = mark("Metric")
    BLOCK = mark("Block")
    SCAN = mark("Scan")


@dataclass(frozen=True)
class Port:
    """A named place where a wire ends. ``kinds`` empty means any kind; ``many`` takes several wires, in their order.

    A ``quiet`` port, for weights, is left out of the picture until a wire ends there.
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    optional: bool = False
    many: bool = False
    description: str = ""
    quiet: bool = False


@dataclass(frozen=True)
class In:
    """Stands for what arrives at a port inside the arguments of a `Call`."""

    port: str


@dataclass(frozen=True)
class Call:
    """What runs, as data: the compiler builds it, the printer prints it.

    ``target`` is a dotted name. A class (last word capitalised, ``torch.nn.Conv2d``) is built once with ``args`` and
    ``kwargs`` and owns weights or state; it is then called with ``on`` (default: every connected port in order) and
    ``on_kwargs``. A function (``torch.flatten``) is called with ``args`` and ``kwargs``, where `In` marks the ports.
    ``paths`` says where each output port lies in what comes back (``{"y": (0,), "h": (1, 0)}``); empty for one output.
    """

    target: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    on: tuple[Any, ...] | None = None
    on_kwargs: Mapping[str, Any] = field(default_factory=dict)
    paths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def is_module(self) -> bool:
        """Whether the target is a class that is built once, rather than a function."""
        return self.target.rsplit(".", 1)[-1][0].isupper()

    @property
    def is_tensor(self) -> bool:
        """Whether what is built is a bare tensor: a parameter or a buffer of the module around it, under its name."""
        return self.target in _TENSORS


_TENSORS = frozenset({"graphs.modules.sources.LearnedTensor", "graphs.modules.sources.Buffer"})


@dataclass(frozen=True)
class Tally:
    """One counted number with the sum that gave it: ``6 × (1·5·5 + 1) = 156``."""

    number: int = 0
    sum: str = ""


@dataclass(frozen=True)
class Cost:
    """What a node costs for one example: parameters (and how many of them learn), multiply-adds, activation bytes.

    Multiply-adds follow ``torch.utils.flop_counter`` divided by two: convolutions and matrix products count, nothing
    else. ``buffers`` are numbers that are saved with the weights but not learned (running averages).
    """

    parameters: Tally = Tally()
    multiply_adds: Tally = Tally()
    buffers: int = 0


@dataclass(frozen=True)
class Term:
    """One number of a shape sum, with the word that names it (``kernel``) and the text it has in the sum (``5``)."""

    text: str
    name: str = ""


@dataclass(frozen=True)
class Arithmetic:
    """How an output dimension came about: ``⌊(32 + 2·0 − 5) / 1⌋ + 1 = 28``. ``terms`` in the order they are printed;
    terms without a name are the signs between them."""

    axis: str
    terms: tuple[Term, ...]
    result: int | str

    @property
    def text(self) -> str:
        """The sum in one line."""
        return "".join(term.text for term in self.terms) + f" = {self.result}"


@dataclass(frozen=True)
class Proposal:
    """A change that would mend a problem, in the words of a layer: set parameters of a node, put nodes in between, or
    make it another layer type.

    ``set`` gives parameters for the node itself; ``insert`` names layer types (with parameters) to put on the wire
    before ``port``; ``replace`` names the layer type to use instead, whose parameters are then those of ``set`` and no
    others. The diagnosis turns it into edits.
    """

    title: Message
    set: Mapping[str, Any] = field(default_factory=dict)
    insert: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    port: str = ""
    replace: str = ""


class ShapeError(Exception):
    """A layer cannot take what arrives. ``hint`` says where the number came from or why there is no one-click fix."""

    def __init__(
        self,
        port: str,
        expected: Message,
        got: Message | TensorSpec,
        hint: Message | None = None,
        fixes: tuple[Proposal, ...] = (),
    ):
        super().__init__(str(expected))
        self.port, self.expected, self.got, self.hint, self.fixes = port, expected, got, hint, fixes


class Layer(pydantic.BaseModel):
    """A layer type with resolved parameters. Subclasses in `graphs.layers` are found by the catalogue.

    The class docstring's first line is the sentence a student reads. ``formula`` is LaTeX; ``analogy``, ``advice``
    (when to use it) and ``pitfall`` (what goes wrong) are one to three plain sentences; ``source`` is paper, year,
    equation.
    """

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)

    family: ClassVar[Family]
    inputs: ClassVar[tuple[Port, ...]] = (Port("x"),)
    outputs: ClassVar[tuple[Port, ...]] = (Port("y"),)
    formula: ClassVar[str] = ""
    analogy: ClassVar[str] = ""
    advice: ClassVar[str] = ""
    pitfall: ClassVar[str] = ""
    source: ClassVar[str] = ""
    chinese: ClassVar[str] = ""  # the field's Chinese name, searched and shown in the palette
    keywords: ClassVar[tuple[str, ...]] = ()  # further words the palette finds it by
    pill: ClassVar[bool] = False  # drawn small: no parameters on its face
    needs_grad: ClassVar[bool] = False  # differentiates inside its forward
    formerly: ClassVar[tuple[str, ...]] = ()  # older names in files

    @classmethod
    def type_name(cls) -> str:
        """The name of the layer type, PyTorch's where PyTorch has it."""
        return cls.__name__

    @classmethod
    def sentence(cls) -> str:
        """The first line of the docstring: one sentence a student can read."""
        return (cls.__doc__ or "").strip().splitlines()[0].strip()

    def output(self, *args: Any, **inputs: Any) -> TensorSpec | dict[str, TensorSpec]:
        """Shape rule: one spec for a single output, else specs by port. Raises `ShapeError`. A ``many`` port gives a
        tuple."""
        raise NotImplementedError

    def cost(self, *args: Any, **inputs: Any) -> Cost:
        """Count parameters and multiply-adds for one example."""
        return Cost()

    def torch(self, *args: Any, **inputs: Any) -> Call | None:
        """What runs; None for Input and Output, which the program itself stands for."""
        raise NotImplementedError

    def weight_outputs(self, *args: Any, **inputs: Any) -> Mapping[str, TensorSpec]:
        """The weights themselves that further output ports give, by port: each is the attribute of the module with the
        port's name, or what arrives at the input of that name. None of them has a batch axis."""
        return {}

    def arithmetic(self, *args: Any, **inputs: Any) -> tuple[Arithmetic, ...]:
        """How the output dimensions come about; empty when there is nothing to calculate."""
        return ()
