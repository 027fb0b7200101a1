"""Weights that travel on a wire: the ports that give one, the ports that take one, and what must fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import prod
from typing import Any, ClassVar

import pydantic

from graphs.layer import Arithmetic, Call, Cost, In, Layer, Port, Proposal, ShapeError, Tally
from graphs.layers.sentences import change, is_float, put, with_parameters
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec

GIVES = Port("weight", (Kind.TENSOR,), quiet=True, description="the weights themselves, for another layer to use")
"""The output port of a layer whose weights another may use."""

TAKES = Port(
    "weight",
    (),
    optional=True,
    quiet=True,
    description="weights to use in place of own ones: those of another layer, or calculated ones",
)
"""The input port of a layer that may use another's weights."""

_MODULES = "graphs.modules.tying.Tied"

_FUNCTIONS: Mapping[str, str] = {
    "torch.nn.Linear": "linear",
    "torch.nn.Bilinear": "bilinear",
    "torch.nn.Embedding": "embedding",
    "torch.nn.EmbeddingBag": "embedding_bag",
    **{f"torch.nn.Conv{rank}d": f"conv{rank}d" for rank in (1, 2, 3)},
    **{f"torch.nn.ConvTranspose{rank}d": f"conv_transpose{rank}d" for rank in (1, 2, 3)},
}
"""The function of torch that does what a module does, for those that own nothing once their weight arrives."""


def of_size(*sizes: int, dtype: str = "float32") -> TensorSpec:
    """The spec of a weight: no batch axis."""
    return TensorSpec(Kind.TENSOR, sizes, dtype, batched=False)


class Tieable(Layer):
    """What the layers share that have one weight, which may arrive on a wire in place of their own.

    Stands before the class with the rules of the layer itself, which know nothing of it. The weight comes from another
    layer, from a LearnedTensor, or from layers that calculate it, as in a hypernetwork.
    """

    weight_axes: ClassVar[str] = ""
    """What the axes of the weight are, in words."""

    def weight_sizes(self, *args: Any, **inputs: Any) -> tuple[int, ...]:
        """The sizes of the weight for what arrives at the other ports, in torch's order."""
        raise NotImplementedError

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        """The parameters with which a weight of these sizes may fit; they will be tried. Sizes have the right number of
        axes."""
        return {}

    def output(self, *args: Any, weight: TensorSpec | None = None, **inputs: Any) -> Any:
        """The shape rule, and that a weight which arrives has the sizes of the own one; raises `ShapeError`."""
        y = super().output(*args, **inputs)
        if weight is not None:
            self._must_be_weight(weight, args, inputs)
        return y

    def _must_be_weight(self, weight: TensorSpec, args: tuple[Any, ...], inputs: dict[str, Any]) -> None:
        sizes = self.weight_sizes(*args, **inputs)
        expected = say(
            "{type} takes weights of {sizes}: {axes}.",
            type=self.type_name(), sizes="×".join(map(str, sizes)), axes=say(self.weight_axes),
        )  # fmt: skip
        if weight.batched:
            hint = say("All examples share the weights. Wire the weight port of another layer, the value port of a "
                       "LearnedTensor, or what is calculated from one: they have no batch.")  # fmt: skip
            raise ShapeError("weight", expected, say("It gets a tensor with a batch, {dims}.", dims=weight.text), hint)
        if not is_float(weight):
            hint = say("Weights are numbers that can have a fraction.")
            raise ShapeError("weight", expected, say("It gets {dtype} numbers.", dtype=weight.dtype), hint)
        if weight.dims != sizes:
            hint = say("Both layers have to agree on these sizes, or each keeps weights of its own.")
            fixes = tuple(self._weight_fixes(weight.dims, sizes, args, inputs))
            raise ShapeError("weight", expected, say("It gets {dims}.", dims=weight.text), hint, fixes)

    def _weight_fixes(
        self, dims: tuple[Dim, ...], sizes: tuple[int, ...], args: tuple[Any, ...], inputs: dict[str, Any]
    ) -> Iterator[Proposal]:
        """Other parameters, or the weight turned round; each was tried."""
        given = tuple(dim for dim in dims if isinstance(dim, int))
        if len(given) == len(dims) == len(sizes):
            now = self.model_dump()
            changes = {name: value for name, value in self.like_weight(given).items() if now[name] != value}
            if changes and self._would_take(given, changes, args, inputs):
                title = say("Take the sizes of the weights that arrive")
                yield change(*next(iter(changes.items()))) if len(changes) == 1 else Proposal(title, set=changes)
        if len(sizes) == 2 and dims == sizes[::-1]:
            yield put("Transpose", "weight")

    def _would_take(
        self, sizes: tuple[int, ...], changes: dict[str, Any], args: tuple[Any, ...], inputs: dict[str, Any]
    ) -> bool:
        try:
            other = with_parameters(self, changes)
            assert isinstance(other, Tieable)
            other.output(*args, **inputs)
            return other.weight_sizes(*args, **inputs) == sizes
        except (ShapeError, pydantic.ValidationError):
            return False

    def cost(self, *args: Any, weight: TensorSpec | None = None, **inputs: Any) -> Cost:
        """What it costs; a weight that arrives is counted where it comes from."""
        alone = super().cost(*args, **inputs)
        if weight is None:
            return alone
        return Cost(Tally(self._owns(*args, **inputs)), alone.multiply_adds, alone.buffers)

    def arithmetic(self, *args: Any, weight: TensorSpec | None = None, **inputs: Any) -> tuple[Arithmetic, ...]:
        """How the output dimensions come about, whosever the weight is."""
        return super().arithmetic(*args, **inputs)

    def weight_outputs(self, *args: Any, weight: TensorSpec | None = None, **inputs: Any) -> dict[str, TensorSpec]:
        """Its weight, or the one that arrives, for further layers."""
        return {"weight": of_size(*self.weight_sizes(*args, **inputs))}

    def torch(self, *args: Any, weight: TensorSpec | None = None, **inputs: Any) -> Any:
        """What runs; with a weight that arrives, what owns no more than the rest: a bias, or nothing."""
        call = super().torch(*args, **inputs)
        if weight is None or call is None:
            return call
        others = [port for port in self.inputs if port.name != "weight"]
        given = {port.name for port, _ in zip(others, args, strict=False)} | set(inputs)
        ports = tuple(In(port.name) for port in others if port.name in given)
        function = _FUNCTIONS.get(call.target)
        if function and "padding_mode" not in call.kwargs and not self._owns(*args, **inputs):
            kwargs = {name: value for name, value in call.kwargs.items() if name not in ("bias", "kernel_size")}
            return Call(f"torch.nn.functional.{function}", (*ports, In("weight")), kwargs)
        target = _MODULES + call.target.rsplit(".", 1)[-1]
        if any(port.optional for port in others):
            return Call(target, call.args, call.kwargs, ports, {"weight": In("weight")})
        return Call(target, call.args, call.kwargs)

    def _owns(self, *args: Any, **inputs: Any) -> int:
        """How many numbers it owns beside the weight: those of its bias."""
        alone: Cost = super().cost(*args, **inputs)
        return alone.parameters.number - prod(self.weight_sizes(*args, **inputs))
