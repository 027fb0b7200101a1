"""What a layer does on its way forward with the sizes of its matrices, and how the gradient goes back through it.

The rules are those of every textbook of calculus, written for one layer: δ is the gradient that comes in from behind,
∂L/∂y, and what leaves is ∂L/∂x = δ · ∂y/∂x (Rumelhart, Hinton & Williams 1986, eq. 4 to 7).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphs.layer import Family, Layer
from graphs.message import mark

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Rule:
    """How the gradient goes back through a kind of layer: in LaTeX, and in one sentence."""

    latex: str
    words: str


_LINEAR = Rule(
    r"\frac{\partial L}{\partial x} = W^{\top} \delta \qquad \frac{\partial L}{\partial W} = \delta\, x^{\top}"
    r"\qquad \frac{\partial L}{\partial b} = \delta",
    mark("Each input gets back what it was weighed with. Each weight gets its input times the error behind it."),
)
_CONVOLUTION = Rule(
    r"\frac{\partial L}{\partial x} = \delta * \mathrm{flip}(W) \qquad "
    r"\frac{\partial L}{\partial W} = x \star \delta \qquad \frac{\partial L}{\partial b} = \sum \delta",
    mark("The error slides back over the image with the turned filter. A filter sums up every place it looked at."),
)
_MAX = Rule(
    r"\frac{\partial L}{\partial x_i} = \delta \;\; \mathrm{if}\; x_i = \max x, \;\; 0\;\mathrm{otherwise}",
    mark("Only the largest number of each window gets the error; the others had no part in it."),
)
_MEAN = Rule(
    r"\frac{\partial L}{\partial x_i} = \frac{1}{n}\, \delta",
    mark("Every number of a window gets an equal share of its error."),
)
_BENT = Rule(
    r"\frac{\partial L}{\partial x} = \delta \odot f'(x)",
    mark("Each number's error is multiplied by the slope of the curve where that number lies."),
)
_BENDS: Mapping[str, Rule] = {
    "ReLU": Rule(
        r"\frac{\partial L}{\partial x} = \delta \odot [x > 0]",
        mark("The error passes where the number was above zero, and stops where it was not."),
    ),
    "Tanh": Rule(
        r"\frac{\partial L}{\partial x} = \delta \odot (1 - y^2)",
        mark("The closer the answer is to ±1, the flatter the curve, and the less of the error passes."),
    ),
    "Sigmoid": Rule(
        r"\frac{\partial L}{\partial x} = \delta \odot y (1 - y)",
        mark("At most a quarter of the error passes, and next to nothing where the answer is close to 0 or 1."),
    ),
    "Softmax": Rule(
        r"\frac{\partial L}{\partial x_i} = y_i \left(\delta_i - \sum_j \delta_j y_j\right)",
        mark("The shares add up to one: what one gains the others lose, so their errors are balanced."),
    ),
}
_KINDS: Mapping[str, Rule] = {
    **_BENDS,
    "CrossEntropyLoss": Rule(
        r"\frac{\partial L}{\partial x} = \frac{1}{N}\left(\mathrm{softmax}(x) - \mathrm{onehot}(t)\right)",
        mark("The error begins as the probabilities that were given, minus one at the right class."),
    ),
    "BCEWithLogitsLoss": Rule(
        r"\frac{\partial L}{\partial x} = \frac{1}{N}\left(\sigma(x) - t\right)",
        mark("The error begins as the probability that was given, minus what was right."),
    ),
    "MSELoss": Rule(
        r"\frac{\partial L}{\partial x} = \frac{2}{N}\left(x - t\right)",
        mark("The error begins as twice the distance to the truth, shared among all numbers."),
    ),
    "L1Loss": Rule(
        r"\frac{\partial L}{\partial x} = \frac{1}{N}\,\mathrm{sign}(x - t)",
        mark("The error has the same size everywhere and says only which way."),
    ),
    "Add": Rule(
        r"\frac{\partial L}{\partial a} = \delta \qquad \frac{\partial L}{\partial b} = \delta",
        mark("A sum hands the same error to everything it added up: nothing gets lost on the short way."),
    ),
    "Multiply": Rule(
        r"\frac{\partial L}{\partial a} = \delta \odot b \qquad \frac{\partial L}{\partial b} = \delta \odot a",
        mark("Each side gets the error times the other side: a shut gate lets no error through."),
    ),
    "MatMul": Rule(
        r"\frac{\partial L}{\partial a} = \delta\, b^{\top} \qquad \frac{\partial L}{\partial b} = a^{\top} \delta",
        mark("Each matrix gets the error times the other one, turned over."),
    ),
    "Embedding": Rule(
        r"\frac{\partial L}{\partial E_k} = \sum_{t:\, x_t = k} \delta_t",
        mark("Only the rows of the words that were read get an error."),
    ),
    "Dropout": Rule(
        r"\frac{\partial L}{\partial x} = \delta \odot \frac{m}{1 - p}",
        mark("The error passes where the number was kept, and stops where it was dropped."),
    ),
    "LastStep": Rule(
        r"\frac{\partial L}{\partial x_T} = \delta, \qquad \frac{\partial L}{\partial x_t} = 0 \;\; (t < T)",
        mark("The whole error goes to the last step. The earlier ones hear of it only through the memory."),
    ),
}
_THROUGH_TIME = Rule(
    r"\frac{\partial L}{\partial h_t} = \delta_t + \left(\frac{\partial h_{t+1}}{\partial h_t}\right)^{\!\top}"
    r"\frac{\partial L}{\partial h_{t+1}}",
    mark("The error goes back through time, step by step; the same weights get a share from every step."),
)
_FAMILIES: Mapping[Family, Rule] = {
    Family.DENSE: _LINEAR,
    Family.CONVOLUTION: _CONVOLUTION,
    Family.ACTIVATION: _BENT,
    Family.RECURRENT: _THROUGH_TIME,
    Family.SCAN: _THROUGH_TIME,
    Family.NORMALISATION: Rule(
        r"\frac{\partial L}{\partial x} = \frac{\gamma}{\sigma} \left(\delta - \bar{\delta} - \hat{x}\,"
        r"\overline{\delta \hat{x}}\right)",
        mark("What all numbers have in common is taken out of the error, for the layer takes it out of the numbers."),
    ),
    Family.ATTENTION: Rule(
        r"\frac{\partial L}{\partial V} = A^{\top} \delta \qquad \frac{\partial L}{\partial A} = \delta\, V^{\top}",
        mark("Each place gets the error of those who looked at it, as much as they looked."),
    ),
    Family.LOSS: Rule(
        r"\frac{\partial L}{\partial x} = \ell'(x)",
        mark("Here the way back begins: the slope of the loss says how each number of the answer would change it."),
    ),
    Family.BLOCK: Rule(
        r"\frac{\partial L}{\partial x} = \left(\frac{\partial y}{\partial x}\right)^{\!\top} \delta",
        mark("The error goes back through everything inside. Open the block to see it step by step."),
    ),
}
_ANY = Rule(
    r"\frac{\partial L}{\partial x} = \left(\frac{\partial y}{\partial x}\right)^{\!\top} \delta",
    mark("The chain rule: the error behind, times how much the output changes with the input."),
)
_SHAPES = Rule(
    r"\frac{\partial L}{\partial x} = \delta \;\;\mathrm{(in\ the\ form\ of}\; x)",
    mark("Nothing is computed here: the same errors go back, laid out as the input was."),
)
_MOVED = ("Flatten", "Reshape", "Permute", "Transpose", "Squeeze", "Unsqueeze", "ToSequence", "ToImage")


def backward_rule(layer: Layer) -> Rule:
    """How the gradient goes back through a layer."""
    kind = layer.type_name()
    if kind in _KINDS:
        return _KINDS[kind]
    if kind in _MOVED:
        return _SHAPES
    if layer.family is Family.POOLING:
        return _MAX if "Max" in kind else _MEAN if "Av" in kind else _ANY
    return _FAMILIES.get(layer.family, _ANY)


def sized(name: str, shape: Shape) -> str:
    """A value with its size: ``W(256, 784)``; a single number is its name alone."""
    return f"{name}({', '.join(map(str, shape))})" if shape else name


_INFIX = {"Add": "+", "Subtract": "−", "Multiply": "⊙", "Divide": "/", "MatMul": "·", "DotProduct": "·", "Concat": "⌢"}
_LETTERS = {"weight": "W", "bias": "b"}


def sizes(
    layer: Layer,
    inputs: Sequence[tuple[str, Shape]],
    outputs: Sequence[tuple[str, Shape]],
    parameters: Sequence[tuple[str, Shape]],
) -> str:
    """What a layer does in one line, with the size of everything for one example: ``W(6, 2) · x(2) + b(6) = y(6)``.

    Where many are learned, θ stands for all of them together.
    """
    kind, given = layer.type_name(), [sized(name, shape) for name, shape in inputs]
    made = ", ".join(sized(name, shape) for name, shape in outputs)
    learned = {_LETTERS.get(name, name): sized(_LETTERS.get(name, name), shape) for name, shape in parameters}
    if layer.family is Family.INPUT_OUTPUT and not inputs:
        return made
    if kind in ("Linear", "Conv1d", "Conv2d", "Conv3d", "CausalConv1d") and "W" in learned and len(given) == 1:
        sign = "·" if kind == "Linear" else "∗"
        turned = kind == "Linear" and len(inputs[0][1]) > 1
        left = f"{given[0]} · {sized('Wᵀ', parameters[0][1][::-1])}" if turned else f"{learned['W']} {sign} {given[0]}"
        return f"{left}{' + ' + learned['b'] if 'b' in learned else ''} = {made}"
    if kind == "Embedding" and "W" in learned and len(given) == 1:
        return f"{learned['W']}[{given[0]}] = {made}"
    if kind in _INFIX and len(given) > 1:
        return f" {_INFIX[kind]} ".join(given) + f" = {made}"
    rest = list(learned.values())
    inside = ", ".join(given)
    if len(rest) > 4:  # a whole block, or several recurrent layers: everything that is learned there, together
        rest = [sized("θ", (sum(math.prod(shape) for _, shape in parameters),))]
    return f"{kind}({inside}{'; ' + ', '.join(rest) if rest else ''}) = {made}"
