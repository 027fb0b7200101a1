"""What the advisor knows: one class a rule, each with what it reads, when it speaks, its words and its remedies.

Needs neither torch nor Qt: the training asks the rules when to speak, the window and the terminal ask them what to say.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.engine.advice.rule import Rule


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name, in the order in which they are asked."""
    from workbench.engine.advice import on_activations, on_gradients, on_loss
    from workbench.engine.advice.rule import Rule

    found: dict[str, Rule] = {}
    for module in (on_loss, on_gradients, on_activations):
        for kind in vars(module).values():
            if inspect.isclass(kind) and issubclass(kind, Rule) and not inspect.isabstract(kind):
                found[kind.name] = kind()
    return found
