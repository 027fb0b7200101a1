"""The curves that activation nodes draw as their glyph: each function where its shape shows best."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy

Curve = Callable[[numpy.ndarray], numpy.ndarray]


def _sigmoid(x: numpy.ndarray) -> numpy.ndarray:
    return 1 / (1 + numpy.exp(-x))


def _softplus(x: numpy.ndarray) -> numpy.ndarray:
    return numpy.log1p(numpy.exp(-numpy.abs(x))) + numpy.maximum(x, 0)


def _gelu(x: numpy.ndarray) -> numpy.ndarray:
    return 0.5 * x * (1 + numpy.tanh(numpy.sqrt(2 / numpy.pi) * (x + 0.044715 * x**3)))


_CURVES: dict[str, tuple[Curve, float]] = {
    "Sigmoid": (_sigmoid, 5.0),
    "LogSigmoid": (lambda x: -_softplus(-x), 3.0),
    "Hardsigmoid": (lambda x: numpy.clip(x / 6 + 0.5, 0, 1), 5.0),
    "Tanh": (numpy.tanh, 3.0),
    "Hardtanh": (lambda x: numpy.clip(x, -1, 1), 2.5),
    "Tanhshrink": (lambda x: x - numpy.tanh(x), 3.0),
    "Softsign": (lambda x: x / (1 + numpy.abs(x)), 5.0),
    "ReLU": (lambda x: numpy.maximum(x, 0), 2.0),
    "ReLU6": (lambda x: numpy.clip(x, 0, 6), 9.0),
    "LeakyReLU": (lambda x: numpy.where(x > 0, x, 0.15 * x), 2.0),
    "PReLU": (lambda x: numpy.where(x > 0, x, 0.25 * x), 2.0),
    "RReLU": (lambda x: numpy.where(x > 0, x, 0.2 * x), 2.0),
    "ELU": (lambda x: numpy.where(x > 0, x, numpy.expm1(numpy.minimum(x, 0))), 2.5),
    "CELU": (lambda x: numpy.where(x > 0, x, numpy.expm1(numpy.minimum(x, 0))), 2.5),
    "SELU": (lambda x: 1.0507 * numpy.where(x > 0, x, 1.67326 * numpy.expm1(numpy.minimum(x, 0))), 2.5),
    "GELU": (_gelu, 2.5),
    "SiLU": (lambda x: x * _sigmoid(x), 4.0),
    "Swish": (lambda x: x * _sigmoid(x), 4.0),
    "Mish": (lambda x: x * numpy.tanh(_softplus(x)), 4.0),
    "Hardswish": (lambda x: x * numpy.clip(x / 6 + 0.5, 0, 1), 4.0),
    "Softplus": (_softplus, 3.0),
    "Sign": (lambda x: numpy.where(x > 0, 1.0, -1.0), 1.0),
    "Step": (lambda x: numpy.where(x > 0, 1.0, 0.0), 1.0),
    "Heaviside": (lambda x: numpy.where(x > 0, 1.0, 0.0), 1.0),
    "Threshold": (lambda x: numpy.where(x > 0, 1.0, 0.0), 1.0),
    "Identity": (lambda x: x, 1.0),
}


@lru_cache(maxsize=64)
def curve_of(type_name: str) -> tuple[tuple[float, float], ...] | None:
    """The curve of an activation as points in the unit square, y downwards; None for types that have no curve."""
    known = _CURVES.get(type_name)
    if known is None:
        return None
    function, reach = known
    x = numpy.linspace(-reach, reach, 41)
    y = function(x)
    low, high = float(y.min()), float(y.max())
    if high - low < 1e-9:
        return None
    return tuple(zip(((x + reach) / (2 * reach)).tolist(), (1 - (y - low) / (high - low)).tolist(), strict=True))
