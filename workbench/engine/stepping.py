"""From a loss to new weights: backwards, penalties, clipping, the optimizer's step, in full or in half precision."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from graphs import recipe
from graphs.techniques import Precision
from workbench.engine.fused import fused_step

HALVES = {Precision.BFLOAT16: torch.bfloat16, Precision.FLOAT16: torch.float16}
"""The number types of half precision."""


@dataclass(frozen=True)
class Piece:
    """Examples that are computed in one go, and the share their loss has in the loss of the step.

    ``inputs`` maps Input names to tensors (n, ...). ``again`` draws the random numbers of the piece before once more:
    the same network, dropout and all, sees these examples.
    """

    share: float
    inputs: Mapping[str, Tensor]
    again: bool = False


class Draws:
    """The state of torch's generators, to be drawn from once more."""

    def __init__(self, device: torch.device):
        self._cpu = torch.get_rng_state()
        self._cuda = torch.cuda.get_rng_state(device) if device.type == "cuda" else None
        self._device = device

    def again(self) -> None:
        """Let the next random numbers be those that came after this was made."""
        torch.set_rng_state(self._cpu)
        if self._cuda is not None:
            torch.cuda.set_rng_state(self._cuda, self._device)


class Descent:
    """How one player gets from losses to new weights.

    ``forward`` gives the loss of a piece, a tensor of shape (); it is called once a piece, by LBFGS several times with
    the same random numbers. ``awake`` are the weights that learn now, all of them unless nodes sleep.
    """

    def __init__(
        self,
        player: recipe.Player,
        parameters: list[nn.Parameter],
        optimizer: torch.optim.Optimizer,
        precision: Precision = Precision.FULL,
    ):
        self.player, self.optimizer = player, optimizer
        self.parameters = self.awake = parameters
        self.device = parameters[0].device
        self._half = HALVES.get(precision)
        self.scaler = torch.amp.GradScaler(self.device.type) if precision is Precision.FLOAT16 else None
        self._searches = isinstance(optimizer, torch.optim.LBFGS)
        self._plain = not (player.l1 or player.clip_value or player.clip_norm)
        self._factor: float | None = None
        self._swift = fused_step(optimizer)
        self._step: Callable[[], object] = optimizer.step if self._swift is None else self._swift
        self.quick = self._half is None and self.scaler is None and not self._searches and not player.decoupled
        """Whether nothing but a backward pass and a step is to be done, with clipping at most."""

    def half(self) -> AbstractContextManager[Any]:
        """Where a forward pass is computed in half precision, as far as it is safe; nothing in full precision."""
        if self._half is None:
            return contextlib.nullcontext()
        return torch.autocast(self.device.type, self._half)

    @property
    def loss_factor(self) -> float:
        """What the gradients of tapped tensors are multiplied by; waits for the device where a scaler decides."""
        return self._factor if self._factor is not None else 1.0

    def take(
        self,
        forward: Callable[[Piece], Tensor],
        pieces: Sequence[Piece],
        gather: Callable[[], None] | None = None,
    ) -> Tensor:
        """Take one step on the pieces; return their loss, a tensor of shape () that still lies on the device.

        ``gather`` is called when the gradients are there, as they came and before anything is done to them.
        """
        if self._searches:
            loss = self._search(forward, pieces, gather)
        else:
            loss = self._gradients(forward, pieces, gather)
            self._shrink()
            if self.scaler is None:
                self._step()
            else:
                self.scaler.step(self.optimizer)
                self.scaler.update()
        self._clip_weights()
        return loss

    def take_quickly(self, loss: Tensor) -> None:
        """Take the step of a loss that was calculated in one piece, where `quick` says that this is all."""
        for parameter in self.parameters:
            parameter.grad = None
        loss.backward()  # type: ignore[no-untyped-call]
        if not self._plain:
            self._penalise_and_clip()
        self._step()
        self._clip_weights()

    def _clip_weights(self) -> None:
        most = self.player.clip_weights
        if most is not None:
            with torch.no_grad():
                for parameter in self.awake:
                    parameter.clamp_(-most, most)

    def _search(
        self, forward: Callable[[Piece], Tensor], pieces: Sequence[Piece], gather: Callable[[], None] | None
    ) -> Tensor:
        """Let LBFGS measure the loss and its gradient as often as it likes; probes see the first time."""
        self._shrink()
        draws = Draws(self.device)
        first: list[Tensor] = []

        def closure() -> Tensor:
            draws.again()
            loss = self._gradients(forward, pieces, None if first else gather)
            first.append(loss)
            return loss

        self.optimizer.step(closure)  # type: ignore[arg-type]  # a closure may give a tensor
        return first[0]

    def _gradients(
        self, forward: Callable[[Piece], Tensor], pieces: Sequence[Piece], gather: Callable[[], None] | None
    ) -> Tensor:
        for parameter in self.parameters:
            parameter.grad = None
        total: Tensor | None = None
        draws: Draws | None = None
        self._factor = (
            (self.scaler.get_scale() if self.scaler is not None else 1.0) * pieces[0].share if gather else None
        )
        follows = any(piece.again for piece in pieces)
        for piece in pieces:
            if piece.again and draws is not None:
                draws.again()
            elif follows:
                draws = Draws(self.device)
            with self.half():
                loss = forward(piece)
            if piece.share != 1:
                loss = loss * piece.share
            (self.scaler.scale(loss) if self.scaler is not None else loss).backward()  # type: ignore[no-untyped-call]
            total = loss.detach() if total is None else total + loss.detach()
        assert total is not None
        if self.scaler is not None and (gather is not None or not self._plain):
            self.scaler.unscale_(self.optimizer)
        if gather is not None:
            gather()
        if not self._plain:
            self._penalise_and_clip()
        return total

    @torch.no_grad()
    def _penalise_and_clip(self) -> None:
        player = self.player
        if player.l1:
            own: list[Tensor] = [parameter for parameter in self.awake if parameter.grad is not None]
            slopes = [parameter.grad for parameter in own if parameter.grad is not None]
            torch._foreach_add_(slopes, torch._foreach_sign(own), alpha=player.l1)
        if player.clip_value is not None:
            nn.utils.clip_grad_value_(self.awake, player.clip_value)
        if player.clip_norm is not None:
            nn.utils.clip_grad_norm_(self.awake, player.clip_norm)

    @torch.no_grad()
    def _shrink(self) -> None:
        """Decoupled weight decay: every weight loses a share of itself, ηλ, where η is the rate of its group."""
        if self.player.decoupled:
            learns = {id(parameter) for parameter in self.awake}
            for group in self.optimizer.param_groups:
                own: list[Tensor] = [parameter for parameter in group["params"] if id(parameter) in learns]
                if own:
                    torch._foreach_mul_(own, 1 - group["lr"] * self.player.decoupled)

    # ------------------------------------------------------------------ keeping

    def numbers(self) -> dict[str, Any]:
        """What the scaler knows, as JSON can keep it; empty without one."""
        return dict(self.scaler.state_dict()) if self.scaler is not None else {}

    def restore(self, numbers: Mapping[str, Any]) -> None:
        """Go back to what `numbers` gave; the optimizer's state has been replaced."""
        if self._swift is not None:
            self._swift.forget()
        if self.scaler is not None and numbers:
            self.scaler.load_state_dict(dict(numbers))
