"""How each layer type is tried where its declaration alone does not tell: one file per family, found by looking here.

A layer type without a case is tried with random legal parameters and with any tensors its ports take.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import TensorSpec


@dataclass(frozen=True)
class Case:
    """What the contract tests need to know about a layer type.

    ``parameters`` are strategies used instead of those from the declared bounds. ``arriving`` draws what arrives at the
    ports of a layer (``draw, layer`` to specs by port; a port left out stays empty). ``values`` makes the real tensors
    from the specs (batch of ``n``) where random numbers will not do. ``no_gradient`` is the reason why no gradient is
    asked for; ``still`` names inputs that get none. ``counted`` says that torch's counter counts this layer.
    ``once`` are the multiply-adds it does once a batch. ``random`` says that it draws random numbers while it runs.
    """

    parameters: Mapping[str, st.SearchStrategy[Any]] = field(default_factory=dict)
    arriving: Callable[[st.DrawFn, Layer], dict[str, Any]] | None = None
    values: Callable[[Mapping[str, TensorSpec], int], dict[str, Any]] | None = None
    no_gradient: str = ""
    still: tuple[str, ...] = ()
    counted: bool = False
    once: Callable[[Layer], int] | None = None
    random: bool = False


@cache
def cases() -> Mapping[str, Case]:
    """Every case by the name of its layer type; each file of this folder has its own ``CASES``."""
    found: dict[str, Case] = {}
    for module in pkgutil.iter_modules(__path__):
        found |= importlib.import_module(f"{__name__}.{module.name}").CASES
    return found


def case(name: str) -> Case:
    """The case of a layer type, or one that asks for nothing special."""
    return cases().get(name, Case())
