"""A module of somebody's own code, known by its name alone."""

from __future__ import annotations

import json
import re
from typing import Any

import pydantic

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Layer, Port, Tally
from graphs.layers.axes import usual
from graphs.message import say
from graphs.tensors import TensorSpec

_NAME = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+", re.ASCII)
_DTYPES = ("float32", "int64", "bool")


def written(gives: list[tuple[tuple[int, ...], str]], single: bool) -> str:
    """Shapes as text: ``512×7×7; 10 int64``; a comma at the end stands for a row with one tensor in it."""
    parts = ["×".join(map(str, dims)) + ("" if dtype == "float32" else f" {dtype}") for dims, dtype in gives]
    return "; ".join(parts) + ("" if single or len(parts) > 1 else ";")


def _shapes(text: str) -> tuple[tuple[tuple[int, ...], str], ...]:
    """Read what `written` wrote; raises ValueError."""
    found = []
    for part in text.removesuffix(";").split(";"):
        words = part.split()
        dtype = words.pop() if words and words[-1] in _DTYPES else "float32"
        dims = tuple(int(n) for n in words[0].split("×")) if words else ()
        if len(words) > 1 or any(n < 1 for n in dims):
            raise ValueError(part)
        found.append((dims, dtype))
    if len(found) > 4:
        raise ValueError(text)
    return tuple(found)


class PythonModule(Layer):
    """A module of your own Python code, which runs only after you have said that you trust it."""

    family = Family.BLOCK
    inputs = (Port("x1"), Port("x2", optional=True), Port("x3", optional=True), Port("x4", optional=True))
    outputs = (Port("y1"), Port("y2"), Port("y3"), Port("y4"))
    chinese = "Python 模块"
    analogy = "A sealed parcel between open boxes: its label says who sent it, and only unpacking shows what is inside."
    advice = (
        "It comes from importing a network whose code does something no layer here does. Everything around it can be "
        "edited."
    )
    pitfall = (
        "It runs whatever its author wrote. Compile it only when you know where it is from, on a machine that has it."
    )
    keywords = ("import", "custom", "code", "placeholder", "trust", "自定义", "代码", "信任")
    formula = r"y = f_{\mathrm{Python}}(x)"
    source = "PyTorch: torch.nn.Module"

    target: str = Field("torch.nn.Identity", description="the full name of the class", face="class", rank=1)
    arguments: str = Field("", description='what it is built with, as JSON: {"size": 3}; empty is nothing')
    gives: str = Field("1", description="the shapes it gives, without the batch: 512×7×7; 10 int64")
    parameters: int = Field(0, ge=0, le=2**53, description="how many numbers it learns")
    buffers: int = Field(0, ge=0, le=2**53, description="how many numbers it saves beside them")

    @pydantic.field_validator("target")
    @classmethod
    def _named(cls, target: str) -> str:
        if not _NAME.fullmatch(target):
            raise ValueError(
                say("A class has a full name such as package.module.Class. It got “{text}”.", text=target[:60])
            )
        return target

    @pydantic.field_validator("arguments")
    @classmethod
    def _literal(cls, arguments: str) -> str:
        try:
            found = json.loads(arguments or "{}")
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise ValueError(say("Arguments are written as JSON, such as {example}. It got “{text}”.",
                                 example='{"size": 3}', text=arguments[:60]))  # fmt: skip
        return arguments

    @pydantic.field_validator("gives")
    @classmethod
    def _shaped(cls, gives: str) -> str:
        try:
            _shapes(gives)
        except ValueError as error:
            raise ValueError(
                say("Shapes are written like 512×7×7; 10 int64, at most four. It got “{text}”.", text=gives[:60])
            ) from error
        return gives

    def output(self, x1: TensorSpec, **more: TensorSpec) -> dict[str, TensorSpec]:
        specs = [usual(dims, dtype) for dims, dtype in _shapes(self.gives)]
        return {port.name: spec for port, spec in zip(self.outputs, specs, strict=False)}

    def cost(self, x1: TensorSpec, **more: TensorSpec) -> Cost:
        return Cost(Tally(self.parameters, str(self.parameters)), buffers=self.buffers)

    def torch(self, x1: TensorSpec, **more: TensorSpec) -> Call:
        found = _shapes(self.gives)
        single = len(found) == 1 and not self.gives.endswith(";")
        paths: dict[str, Any] = {} if single else {port.name: (n,) for n, port in enumerate(self.outputs[: len(found)])}
        return Call("graphs.modules.python_module.PythonModule", (self.target, self.arguments), paths=paths)
