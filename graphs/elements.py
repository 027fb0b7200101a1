"""What a network is made of: nodes, wires, frames and notes, as frozen values, and the rules of their names."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from graphs.message import Message, say
from graphs.starts import Start

_NAME = re.compile(r"[A-Za-z_][\w-]*|\d+", re.ASCII)

# What nn.Module already calls something; a test compares this with torch.
RESERVED = frozenset(
    [
        "T_destination",
        "add_module",
        "apply",
        "bfloat16",
        "buffers",
        "call_super_init",
        "children",
        "compile",
        "cpu",
        "cuda",
        "double",
        "dump_patches",
        "eval",
        "extra_repr",
        "float",
        "forward",
        "get_buffer",
        "get_extra_state",
        "get_parameter",
        "get_submodule",
        "half",
        "ipu",
        "load_state_dict",
        "modules",
        "mtia",
        "named_buffers",
        "named_children",
        "named_modules",
        "named_parameters",
        "parameters",
        "register_backward_hook",
        "register_buffer",
        "register_forward_hook",
        "register_forward_pre_hook",
        "register_full_backward_hook",
        "register_full_backward_pre_hook",
        "register_load_state_dict_post_hook",
        "register_load_state_dict_pre_hook",
        "register_module",
        "register_parameter",
        "register_state_dict_post_hook",
        "register_state_dict_pre_hook",
        "requires_grad_",
        "set_extra_state",
        "set_submodule",
        "share_memory",
        "state_dict",
        "to",
        "to_empty",
        "train",
        "training",
        "type",
        "xpu",
        "zero_grad",
        "self",
    ]
)


class NetworkError(ValueError):
    """A change the network cannot take; ``message`` says what was expected and what came."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def _key(value: Any) -> Any:
    if isinstance(value, Mapping):
        return tuple(sorted((name, _key(item)) for name, item in value.items()))
    if isinstance(value, list | tuple):
        return ("row", *(_key(item) for item in value))
    return (type(value).__name__, value)


def plain(value: Any) -> Any:
    """Return a parameter as JSON would give it back: rows as lists."""
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


Copies = Literal["inside", "beside"]
"""Where the copies of a repeated block lie: inside one name, or beside each other."""


FrozenMode = Literal["eval", "train"]
"""What a frozen node does while the rest learns: it keeps its running statistics and drops nothing (``eval``), or
normalises by the batch, moves its statistics and drops as in training (``train``)."""

Direction = Literal["right", "down"]
"""Where a drawing flows: from left to right, or from top to bottom."""

Mode = Literal["works", "muted", "bypassed"]
"""Whether a node takes part: a muted one is left out with all that cannot do without it, a bypassed one hands on what
arrives at its first input."""

Buffers = Literal["copied", "averaged", "own"]
"""Where the running statistics of a moving average come from: copied from the other node, averaged like the weights,
or its own, from what it sees itself."""


@dataclass(frozen=True)
class Average:
    """How the weights of a node follow those of another: an exponential moving average.

    After every ``every``-th step of the player that moves the other, each number becomes ``decay`` × itself +
    (1 − ``decay``) × the other's; a decay of 0 copies. ``buffers`` says where running statistics come from. Raises
    `NetworkError` for numbers that make no sense.
    """

    decay: float = 0.999
    buffers: Buffers = "copied"
    every: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.decay <= 1 or self.every < 1:
            raise NetworkError(
                say("A moving average keeps a share from 0 to 1 of itself, every 1 or more steps. It got {decay}, "
                    "every {every}.", decay=self.decay, every=self.every)
            )  # fmt: skip


STATE = "State"
"""The layer type that carries a value from one step of a scan to the next, through its port `NEXT`."""

NEXT = "next"
"""The port of a State whose wire arrives one step later: the only wire that may close a circle."""


@dataclass(frozen=True)
class Scan:
    """How a placed block runs once per time step.

    Every Input of the block gets one step after another of what arrives there, but for those named in ``constant``,
    which get all of it in every step. ``steps`` (a number or an ``=`` text) says how often the block runs where nothing
    arrives step by step. ``reverse`` starts with the last step. ``end`` is a token: once every example has given it at
    the first Output that gives tokens, the scan stops when it is not training; what is left is filled up with it.
    ``lengths`` names an Input that says which steps of each example are real: how many, or a mask with yes for each.
    Beyond them States keep their values and Outputs are zero, as with packed sequences.
    """

    constant: tuple[str, ...] = ()
    reverse: bool = False
    steps: int | str | None = None
    end: int | None = None
    lengths: str = ""


@dataclass(frozen=True)
class Node:
    """A placed layer. ``parameters`` are raw: a number, a choice, a row, or an ``=`` text; absent ones have their
    default. ``type`` is a layer type or the name of a block of the project.

    ``repeat`` places a block so many times, each copy fed by the one before; its copies lie ``inside`` one name
    (``b.0``, ``b.1``) or ``beside`` each other, the number at the end of the name counting on (``layer1``,
    ``layer2``). Empty is one copy under the node's own name. ``share`` names a node whose weights this one uses
    instead of its own; with ``average`` it has its own, which follow the other's. ``frozen_mode`` says how it works
    while it is frozen. ``scan`` runs a block once per time step. ``mode`` leaves the node out, or lets what arrives
    pass it by. ``start`` is how its weights start, ``rate`` how many times as fast as its player it learns.
    ``quiet`` are the rules of advice a person does not want to hear here.
    ``position`` is the upper left corner on the canvas, y downwards. ``extra`` keeps what a newer program
    wrote and this one does not know.
    """

    id: int
    type: str
    name: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    position: tuple[float, float] = (0.0, 0.0)
    title: str = ""
    frozen: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)
    repeat: int | str | None = None
    copies: Copies = "inside"
    share: int | None = None
    average: Average | None = None
    frozen_mode: FrozenMode = "eval"
    scan: Scan | None = None
    mode: Mode = "works"
    start: Start | None = None
    rate: float = 1.0
    quiet: tuple[str, ...] = ()

    @cached_property
    def key(self) -> Any:
        """What decides the shapes and the cost of this node, hashable: type, raw parameters, copies, sharing, scan."""
        return (self.type, _key(self.parameters), self.repeat, self.copies, self.share, self.average, self.scan)

    @cached_property
    def uses_names(self) -> bool:
        """Whether a parameter is arithmetic over the network's parameters."""
        return any(
            "=" in str(value) for value in (*self.parameters.values(), self.repeat, self.scan and self.scan.steps)
        )

    def moved(self, position: tuple[float, float]) -> Node:
        """The same node at another place; cheap, for a layout moves all of them. What was worked out of it stays."""
        other = object.__new__(Node)
        other.__dict__.update(self.__dict__, position=position)
        return other


@dataclass(frozen=True, order=True)
class Wire:
    """An edge from an output port to an input port; ``index`` orders the wires that share a port taking many."""

    source: int
    source_port: str
    target: int
    target_port: str
    index: int = 0


@dataclass(frozen=True)
class Frame:
    """A titled, coloured group of nodes on the canvas; purely a name for them. ``colour`` numbers the eight frame
    colours."""

    id: int
    title: str
    nodes: tuple[int, ...]
    colour: int = 0


@dataclass(frozen=True)
class Note:
    """A sticky note on the canvas: Markdown at a place, with a size in canvas units."""

    id: int
    text: str
    position: tuple[float, float]
    size: tuple[float, float] = (204.0, 72.0)


def why_not_named(name: str) -> Message | None:
    """Say why nothing in a network may have this name, or None when it may."""
    if not _NAME.fullmatch(name):
        return say("A name has letters, digits, _ and -, and begins with a letter: “{name}” does not.", name=name)
    if keyword.iskeyword(name) or name in RESERVED or name.startswith("_"):
        return say("“{name}” means something to Python or PyTorch. Add a letter or a number.", name=name)
    return None
