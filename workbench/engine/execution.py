"""How the operations of a step come to the device: one after the other, compiled into fewer, or recorded once.

Each way computes the step that is drawn, up to rounding, and each time the same: a way never changes within a run, and
a step that probes look into is computed as every other one is (`Mover.move_watched`).
"""

from __future__ import annotations

import inspect
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from graphs.message import Message, mark, say
from graphs.optimizers import LBFGS
from graphs.recipe import Recipe
from graphs.techniques import Execution, NoMixing
from workbench.engine.faults import DrawingError, chain

if TYPE_CHECKING:
    from torch import Tensor

    from graphs.modules.tree import Program, Tree
    from workbench.engine.players import Mover

BACKEND = "inductor"
"""What torch.compile compiles with."""

COMPILERS = ("g++", "clang++", "c++", "cl")
"""C++ compilers by the names of their programs."""


def why_not(recipe: Recipe, device: str) -> Message | None:
    """Say why a training on a device (``cpu``, ``cuda``, ``mps``) cannot have its steps the way the recipe wants them.

    None where it can. Needs no torch.
    """
    if recipe.execution is Execution.COMPILED:
        return _why_not_compiled(device)
    if recipe.execution is Execution.RECORDED:
        return _why_not_recorded(recipe, device)
    return None


def _why_not_compiled(device: str) -> Message | None:
    if device == "mps":
        return say("torch.compile works on a CPU and on an NVIDIA GPU, and this training runs on an Apple GPU.")
    if device == "cuda" and find_spec("triton") is None:
        return say("torch.compile needs Triton on an NVIDIA GPU, and it is not installed: pip install triton.")
    if device == "cpu" and not any(shutil.which(name) for name in COMPILERS):
        return say(
            "torch.compile needs a C++ compiler, and none is found. On Debian and Ubuntu: sudo apt install g++, on "
            "a Mac: xcode-select --install, on Windows: Visual Studio with C++."
        )
    return None


def _why_not_recorded(recipe: Recipe, device: str) -> Message | None:
    if device != "cuda":
        return say("A CUDA graph needs an NVIDIA GPU.")
    if len(recipe.players) > 1 or any(player.thaw_every is not None for player in recipe.players):
        return say("A CUDA graph plays the same step again and again: one player, and no nodes that thaw.")
    if any(isinstance(player.optimizer, LBFGS) for player in recipe.players) or not isinstance(recipe.mixing, NoMixing):
        return say("A CUDA graph cannot hold what LBFGS and mixed examples do: they compute a batch several times.")
    return None


def likely_device(recipe: Recipe) -> str:
    """The device a recipe's training will run on, as far as is known without loading torch; empty while it is not."""
    here = _devices_here()
    if recipe.device == "auto":
        return here[0] if here else ""
    return recipe.device


def place_of(recipe: Recipe) -> tuple[Message | None, Message | None]:
    """Where a training will run, in words, and why its steps cannot be as the recipe wants them; None for nothing.

    Nothing is said about the place before torch has been loaded, for only then is it known.
    """
    here, device = _devices_here(), likely_device(recipe)
    names = {"cpu": say("the CPU"), "cuda": say("the NVIDIA GPU"), "mps": say("the Apple GPU")}
    where = None
    if here and device not in here:
        where = say(
            "The recipe asks for {device}, and this machine does not have it. Choose the fastest there is.",
            device=names[device],
        )
    elif here:
        where = say("A training runs on {device} of this machine.", device=names[device])
    why = why_not(recipe, device) if device else None
    return where, None if why is None else say(WITHOUT, why=why)


def _devices_here() -> list[str]:
    """The devices of this machine, the fastest first; none while torch is not loaded."""
    torch: Any = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "cuda") or not hasattr(torch, "backends"):
        return []
    found = [("cuda", torch.cuda.is_available()), ("mps", torch.backends.mps.is_available()), ("cpu", True)]
    return [name for name, there in found if there]


class Compiled:
    """A program whose operations torch.compile has joined; it compiles for a while before the first step.

    Every size of batch is compiled for itself, so that a step comes out the same whatever came before it.
    Raises DrawingError where torch.compile cannot.
    """

    def __init__(self, program: Program):
        import torch

        self._program = replace(program, function=torch.compile(program.function, dynamic=False, backend=BACKEND))

    def __call__(self, inputs: Mapping[str, Tensor]) -> tuple[Tensor, ...]:
        """Compute the outputs of the program."""
        from torch._dynamo.exc import TorchDynamoException

        try:
            return self._program(inputs)
        except Exception as error:
            found = next((each for each in chain(error) if isinstance(each, TorchDynamoException)), None)
            if found is None:
                raise
            raise DrawingError(
                say("torch.compile cannot compile this drawing: {error}", error=str(found).strip().split("\n")[0]),
                REMEDY,
            ) from error

    def forget(self) -> None:
        """What has changed in the network, torch notices by itself."""


class Recorded:
    """A program whose kernels, forwards and backwards, are recorded once as a CUDA graph and played back at each step.

    A batch of another size, as the last of an epoch may have, is computed one operation after the other. Recording runs
    the network a few times; running averages and random numbers are put back. Raises DrawingError where it cannot be
    recorded.
    """

    def __init__(self, program: Program, device: Any):
        self._program, self._device = program, device
        self._played: Callable[..., tuple[Tensor, ...]] | None = None
        self._shapes: tuple[Any, ...] = ()

    def __call__(self, inputs: Mapping[str, Tensor]) -> tuple[Tensor, ...]:
        """Compute the outputs of the program; they are copies, for the next step writes over what was played."""
        given = tuple(inputs[name] for name in self._program.inputs)
        shapes = tuple(value.shape for value in given)
        if self._played is None:
            self._played, self._shapes = self._record(given), shapes
        if shapes != self._shapes:
            return self._program(inputs)
        return tuple(value.clone() for value in self._played(*given))

    def forget(self) -> None:
        """Record anew at the next step: other weights learn now."""
        self._played = None

    def _record(self, given: Sequence[Tensor]) -> Callable[..., tuple[Tensor, ...]]:
        import torch
        from torch import nn

        from workbench.engine.stepping import Draws

        tree, function = self._program.tree, self._program.function

        class Whole(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.tree = tree

            def forward(self, *values: Tensor) -> tuple[Tensor, ...]:
                return function(tree, *values)

        buffers, kind = list(tree.buffers()), self._device.type
        kept, draws = [buffer.clone() for buffer in buffers], Draws(self._device)
        half = torch.autocast(
            kind, torch.get_autocast_dtype(kind), enabled=torch.is_autocast_enabled(kind), cache_enabled=False
        )
        # Other threads may ask the GPU for its memory meanwhile; only what this one does is recorded.
        known = inspect.signature(torch.cuda.make_graphed_callables).parameters
        more: dict[str, Any] = {"capture_error_mode": "thread_local"} if "capture_error_mode" in known else {}
        try:
            with half:
                played: Any = torch.cuda.make_graphed_callables(Whole(), tuple(given), allow_unused_input=True, **more)
        except RuntimeError as error:
            raise DrawingError(
                say("This drawing cannot be recorded as a CUDA graph: {error}", error=str(error).split("\n")[0]), REMEDY
            ) from error
        with torch.no_grad():
            for buffer, old in zip(buffers, kept, strict=True):
                buffer.copy_(old)
        draws.again()
        result: Callable[..., tuple[Tensor, ...]] = played
        return result


REMEDY = say("Choose in the recipe that the operations come one after the other.")


def set_up(recipe: Recipe, tree: Tree, movers: Sequence[Mover], teachers: int) -> tuple[Message, ...]:
    """Give a network the layout in memory, and its players the way of computing, that the recipe asks for.

    Returns what is to be said where the device or the drawing does not allow it: it is computed as it is drawn, then.
    ``teachers`` is how many nodes choose anew at each step what they show; these choices cannot be recorded.
    """
    import torch

    device = movers[0].descent.device
    if recipe.channels_last:
        tree.to(memory_format=torch.channels_last)
    why = why_not(recipe, device.type)
    if why is None and recipe.execution is Execution.RECORDED and teachers:
        why = say("A CUDA graph plays the same step again and again, and a teacher lets go step by step.")
    if why is not None:
        return (say(WITHOUT, why=why),)
    for mover in movers:
        if recipe.execution is Execution.COMPILED:
            mover.run_by(Compiled)
        elif recipe.execution is Execution.RECORDED:
            mover.run_by(lambda program: Recorded(program, device))
    return ()


WITHOUT = mark("{why} The operations of a step come one after the other.")
