"""A module that calculates a formula over up to four tensors. It stands alone and can be copied."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn


class Expression(nn.Module):
    """Calculate a formula such as ``a * sigmoid(b) + 0.5`` number by number; inputs of size 1 are repeated to fit.

    The text is read as a tree and walked through; nothing of it is executed. Numbers, the inputs a, b, c, d,
    ``+ - * / **``, brackets and the functions below can stand in it; anything else raises ValueError.
    """

    def __init__(self, expression: str):
        super().__init__()
        import ast

        self.expression = expression
        self.tree = ast.parse(expression.strip(), mode="eval").body

    def forward(
        self,
        a: torch.Tensor | None = None,
        b: torch.Tensor | None = None,
        c: torch.Tensor | None = None,
        d: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """Return the value of the formula, in the shape the inputs have together."""
        result: torch.Tensor = self.value(self.tree, {"a": a, "b": b, "c": c, "d": d})
        return result

    def value(self, node: Any, inputs: dict[str, Any]) -> Any:
        """The value of one part of the tree: a tensor, or a number where no input is in it."""
        match type(node).__name__:
            case "Constant" if type(node.value) in (int, float):
                return float(node.value)
            case "Name" if inputs.get(node.id) is not None:
                return inputs[node.id]
            case "UnaryOp" if type(node.op).__name__ in ("USub", "UAdd"):
                operand = self.value(node.operand, inputs)
                return -operand if type(node.op).__name__ == "USub" else operand
            case "BinOp":
                left, right = self.value(node.left, inputs), self.value(node.right, inputs)
                match type(node.op).__name__:
                    case "Add":
                        return left + right
                    case "Sub":
                        return left - right
                    case "Mult":
                        return left * right
                    case "Div":
                        return left / right
                    case "Pow":
                        return left**right
            case "Call" if type(node.func).__name__ == "Name" and not node.keywords:
                return self.call(node.func.id, [self.value(argument, inputs) for argument in node.args])
        raise ValueError(f"{type(node).__name__} cannot stand in the formula {self.expression}")

    def call(self, name: str, arguments: list[Any]) -> Any:
        """The value of a function; of numbers alone it is a number again."""
        if not any(isinstance(argument, torch.Tensor) for argument in arguments):
            tensors = [torch.tensor(argument, dtype=torch.float64) for argument in arguments]
            return float(self.call(name, tensors))
        single = {
            "abs": torch.abs,
            "exp": torch.exp,
            "log": torch.log,
            "sqrt": torch.sqrt,
            "sin": torch.sin,
            "cos": torch.cos,
            "tanh": torch.tanh,
            "sigmoid": torch.sigmoid,
            "relu": torch.relu,
            "softplus": nn.functional.softplus,
        }
        if name in single:
            return single[name](*arguments)
        if name in ("min", "max"):
            x, y = arguments
            return self.bounded(x, y, upper=name == "min")
        if name == "clamp":
            x, low, high = arguments
            return self.bounded(self.bounded(x, low, upper=False), high, upper=True)
        raise ValueError(f"{name} is no function of the formula {self.expression}")

    def bounded(self, x: Any, y: Any, upper: bool) -> Any:
        """The smaller (``upper``) or the larger of two values, of which one may be a number."""
        if isinstance(x, torch.Tensor) and isinstance(y, torch.Tensor):
            return torch.minimum(x, y) if upper else torch.maximum(x, y)
        if not isinstance(x, torch.Tensor) and not isinstance(y, torch.Tensor):
            return min(x, y) if upper else max(x, y)
        tensor, number = (x, y) if isinstance(x, torch.Tensor) else (y, x)
        return tensor.clamp(max=number) if upper else tensor.clamp(min=number)
