"""How torch makes the optimizers that recipes describe.

A new optimizer is one entry in `graphs.optimizers` (its formula and its numbers) and one in ``BUILDERS`` here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import nn

from graphs import optimizers
from graphs.message import say
from workbench.engine.faults import DrawingError

Groups = list[dict[str, Any]]
"""Parameters in torch's groups; ``rate`` is how many times as fast as the others those of a group learn."""

Builder = Callable[[Groups, Any], torch.optim.Optimizer]
"""Makes torch's optimizer from groups of parameters and the recipe's description of it."""

_FUSED = (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.Adagrad)


def _made(kind: Callable[..., torch.optim.Optimizer], groups: Groups, **settings: Any) -> torch.optim.Optimizer:
    """Make the fused form, one kernel for all weights, where the device has it, else the one that works on lists."""
    if kind in _FUSED:
        try:
            return kind(groups, fused=True, **settings)
        except RuntimeError:
            pass  # this device has no fused kernel; the form below computes the same
    return kind(groups, foreach=True, **settings)


def _sgd(groups: Groups, chosen: optimizers.SGD) -> torch.optim.Optimizer:
    averaged = chosen.form == "averaged"
    made = _made(
        torch.optim.SGD,
        groups,
        lr=chosen.learning_rate,
        momentum=chosen.momentum,
        dampening=chosen.momentum if averaged else 0.0,
        nesterov=chosen.nesterov and chosen.momentum > 0,
        weight_decay=chosen.weight_decay,
    )
    if averaged and chosen.momentum > 0:
        # Without a buffer torch begins with v = g, undamped; the running mean begins with v = 0.
        for group in made.param_groups:
            for parameter in group["params"]:
                made.state[parameter]["momentum_buffer"] = torch.zeros_like(parameter)
    return made


def _plain(kind: Callable[..., torch.optim.Optimizer], *names: str) -> Builder:
    """A builder for an optimizer whose numbers torch knows by the same ``names``."""

    def build(groups: Groups, chosen: Any) -> torch.optim.Optimizer:
        settings = {name: getattr(chosen, name) for name in (*names, "eps", "weight_decay")}
        return _made(kind, groups, lr=chosen.learning_rate, **settings)

    return build


def _betas(kind: Callable[..., torch.optim.Optimizer], *names: str) -> Builder:
    """A builder for one of Adam's family."""

    def build(groups: Groups, chosen: Any) -> torch.optim.Optimizer:
        settings = {name: getattr(chosen, name) for name in (*names, "eps", "weight_decay")}
        return _made(kind, groups, lr=chosen.learning_rate, betas=(chosen.beta1, chosen.beta2), **settings)

    return build


class MuonWithAdamW(torch.optim.Optimizer):
    """Muon for the matrices among the weights and AdamW for all others, as one optimizer with one state.

    The two share this one's groups and state, so that a learning rate or a checkpoint reaches both.
    """

    def __init__(self, groups: Groups, lr: float, momentum: float, weight_decay: float):
        split: list[Groups] = [[], []]
        for group in groups:
            for place, matrices in enumerate((True, False)):
                own = [parameter for parameter in group["params"] if (parameter.dim() == 2) is matrices]
                if own:
                    split[place].append({**group, "params": own})
        self._parts: list[torch.optim.Optimizer] = []
        if split[0]:
            self._parts.append(
                torch.optim.Muon(
                    split[0], lr=lr, momentum=momentum, weight_decay=weight_decay, adjust_lr_fn="match_rms_adamw"
                )
            )
        if split[1]:
            self._parts.append(_made(torch.optim.AdamW, split[1], lr=lr, weight_decay=weight_decay))
        super().__init__([group for part in self._parts for group in part.param_groups], {})
        self._link()

    def _link(self) -> None:
        """Let the two parts see this one's groups and state."""
        start = 0
        for part in self._parts:
            count = len(part.param_groups)
            part.param_groups = self.param_groups[start : start + count]
            part.state = self.state
            start += count

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """Take one step with both; gradients must be there already."""
        for part in self._parts:
            part.step()

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Take over a state that `state_dict` has given."""
        super().load_state_dict(state_dict)
        self._link()


def _muon(groups: Groups, chosen: optimizers.Muon) -> torch.optim.Optimizer:
    return MuonWithAdamW(groups, chosen.learning_rate, chosen.momentum, chosen.weight_decay)


def _lbfgs(groups: Groups, chosen: optimizers.LBFGS) -> torch.optim.Optimizer:
    if len(groups) > 1:
        raise DrawingError(
            say("LBFGS moves all weights together. Some nodes here learn faster or slower than others."),
            say("Set the learning rate × of all nodes to 1, or choose another optimizer."),
        )
    return torch.optim.LBFGS(
        groups,
        lr=chosen.learning_rate,
        max_iter=chosen.iterations,
        history_size=chosen.history,
        line_search_fn="strong_wolfe" if chosen.search else None,
    )


BUILDERS: Mapping[type[Any], Builder] = {
    optimizers.SGD: _sgd,
    optimizers.Adagrad: _plain(torch.optim.Adagrad),
    optimizers.RMSprop: _plain(torch.optim.RMSprop, "alpha", "momentum"),
    optimizers.Adadelta: _plain(torch.optim.Adadelta, "rho"),
    optimizers.Adam: _betas(torch.optim.Adam),
    optimizers.AdamW: _betas(torch.optim.AdamW),
    optimizers.NAdam: _betas(torch.optim.NAdam, "momentum_decay"),
    optimizers.RAdam: _betas(torch.optim.RAdam),
    optimizers.Adamax: _betas(torch.optim.Adamax),
    optimizers.Muon: _muon,
    optimizers.LBFGS: _lbfgs,
}
"""How each optimizer of the recipe is made."""


def build_optimizer(
    parameters: list[nn.Parameter], chosen: optimizers.Optimizer, rates: Mapping[int, float] | None = None
) -> torch.optim.Optimizer:
    """Make the optimizer a recipe describes; ``rates`` says by ``id(parameter)`` which learn faster or slower.

    Raises KeyError for a kind that ``BUILDERS`` does not know.
    """
    known = rates or {}
    groups: dict[float, list[nn.Parameter]] = {}
    for parameter in parameters:
        groups.setdefault(known.get(id(parameter), 1.0), []).append(parameter)
    given: Groups = [
        {"params": own, "rate": rate, "lr": chosen.learning_rate * rate} for rate, own in sorted(groups.items())
    ]
    return BUILDERS[type(chosen)](given, chosen)
