"""What stands inside a block that runs once per time step: what it remembers, and what it is told while it learns."""

from __future__ import annotations

from math import prod
from typing import Literal

import pydantic

from graphs.elements import NEXT
from graphs.fields import Field, Shape
from graphs.layer import Call, Cost, Family, Layer, Port, Proposal, ShapeError, Tally
from graphs.layers.input_output import DTypeChoice, KindChoice, fits, kind_of, wrong_kind
from graphs.layers.sentences import change, get_both, is_float, must_be_batched
from graphs.message import say
from graphs.tensors import Kind, TensorSpec


class State(Layer):
    """Remember a value from one time step to the next."""

    family = Family.SCAN
    inputs = (Port(NEXT, optional=True, description="the value it has in the next step"),)
    outputs = (Port("y", description="the value from the step before"),)
    chinese = "状态"
    analogy = "The slip of paper a night shift leaves on the desk for the morning shift."
    advice = (
        "Place one in a block for every value that lives on, wire the new value to next, and let the block run as a "
        "scan."
    )
    pitfall = "Its shape is not read off the wires: what comes back at next must have exactly the shape it says here."
    keywords = ("memory", "hidden state", "recurrent", "carry", "loop", "隐藏状态", "记忆", "循环")
    formula = r"s_t = \mathrm{next}_{t-1}, \qquad s_1 = s_{\mathrm{initial}}"
    source = "Elman 1990, Finding structure in time: the context units"

    shape: Shape = Field((64,), description="dimensions of one example, without the batch", face="shape", rank=1)
    initial: Literal["zeros", "value", "learned", "given"] = Field(
        "zeros", description="how it starts; a given start arrives at a port of the placed block", face="start"
    )
    value: float = Field(
        0.0, ge=-1e30, le=1e30, description="the number at every place when it starts with a value: a start token"
    )
    kind: KindChoice = Field("auto", description="what the axes mean; auto decides by how many there are")
    dtype: DTypeChoice = Field(
        "auto", description="numbers with a fraction, whole numbers, or yes and no; auto follows the kind"
    )

    @pydantic.field_validator("shape")
    @classmethod
    def _every_size_counts(cls, shape: tuple[int, ...]) -> tuple[int, ...]:
        if any(size < 1 for size in shape) or prod(shape) > 2**31:
            raise ValueError(
                say("Every number of a shape is at least 1. It got ({shape}).", shape=", ".join(map(str, shape)))
            )
        return shape

    def output(self, next: TensorSpec | None = None) -> TensorSpec:
        kind = kind_of(len(self.shape)) if self.kind == "auto" else Kind(self.kind)
        if kind is Kind.INDEX and self.dtype in ("float32", "bool"):
            kind = Kind.MASK if self.dtype == "bool" else Kind.TENSOR
        if not fits(kind, self.shape):
            raise wrong_kind(kind, self.shape)
        spec = TensorSpec.of(kind, *self.shape)
        spec = TensorSpec(kind, spec.dims, spec.dtype if self.dtype == "auto" else self.dtype)
        if self.initial == "learned" and not is_float(spec):
            raise ShapeError(
                "",
                say("Only numbers that can have a fraction are learned."),
                say("This State holds {dtype}.", dtype=spec.dtype),
                say("Let it start with a value, or with what another node gives."),
                (change("initial", "zeros"), change("initial", "given")),
            )
        if next is not None:
            self.returns(spec, next)
        return spec

    def returns(self, spec: TensorSpec, next: TensorSpec) -> None:
        """Refuse a next value that is not what this State holds; raises `ShapeError`."""
        if (spec.kind, spec.dims, spec.dtype, True) == (next.kind, next.dims, next.dtype, next.batched):
            return
        fixes: tuple[Proposal, ...] = ()
        sizes = tuple(dim for dim in next.dims if isinstance(dim, int))
        hint = say("What comes back has to be what went in, or the second step could not run.")
        if next.batched and len(sizes) == len(next.dims) and next.dtype in ("float32", "int64", "bool"):
            set_to = {"shape": list(sizes), "kind": next.kind.value, "dtype": next.dtype}
            fixes = (Proposal(say("Let it hold what comes back: {shape}", shape=next.text), set=set_to),)
        raise ShapeError(
            NEXT, say("A State hands on what it holds: {shape}.", shape=spec.text), get_both(spec, next), hint, fixes
        )

    def cost(self, next: TensorSpec | None = None) -> Cost:
        if self.initial != "learned":
            return Cost()
        return Cost(parameters=Tally(prod(self.shape), "·".join(map(str, self.shape)) or "1"))

    def torch(self, next: TensorSpec | None = None) -> Call | None:
        if self.initial != "learned":
            return None
        return Call("graphs.modules.sources.LearnedTensor", (self.shape,), {"initial": "zeros"})


class TeacherForcing(Layer):
    """While training, feed back the right answer in place of the network's own, always or by chance."""

    family = Family.SCAN
    inputs = (
        Port("own", description="the network's own answer of the step before"),
        Port("teacher", optional=True, description="the right answer of the step before"),
    )
    chinese = "教师强制"
    analogy = "A child on a bicycle: somebody holds the saddle at first, later only now and then."
    advice = (
        "Use it in decoders: p = 1 learns fast and steadily, p below 1 (scheduled sampling) gets the network used to "
        "its own mistakes."
    )
    pitfall = "A decoder that always had a teacher has never seen its own mistakes, and falls over at the first one."
    keywords = ("scheduled sampling", "free running", "decoder", "seq2seq", "feedback", "exposure bias", "计划采样")
    formula = (
        r"y = \begin{cases} \mathrm{teacher} & \text{with probability } p \text{, in training} \\"
        r" \mathrm{own} & \text{else} \end{cases}"
    )
    source = "Williams & Zipser 1989; Bengio et al. 2015, Scheduled sampling for sequence prediction"

    p: float = Field(1.0, ge=0, le=1, description="probability of the right answer, per example and step", face="p")

    def output(self, own: TensorSpec, teacher: TensorSpec | None = None) -> TensorSpec:
        must_be_batched(self, "own", own)
        if teacher is not None and (own.kind, own.dims, own.dtype) != (teacher.kind, teacher.dims, teacher.dtype):
            raise ShapeError(
                "teacher",
                say("TeacherForcing swaps one answer for the other, so both must be alike."),
                get_both(own, teacher),
                say("Wire the right answer in the form in which the network gives its own, such as a token."),
            )
        return own

    def torch(self, own: TensorSpec, teacher: TensorSpec | None = None) -> Call:
        return Call("graphs.modules.scan.TeacherForcing", (), {} if self.p == 1 else {"p": self.p})
