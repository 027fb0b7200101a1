"""The state of a training on the disk: one safetensors file, written whole or not at all.

Every tensor (weights, optimizer, random states, order of the examples) is in the file by name; everything else is JSON
in the same file's header. One file means that numbers and tensors can never be from different steps. Reading runs no
code: nothing here is pickled.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphs.message import say
from workbench.engine.events import CheckpointKind
from workbench.engine.faults import FolderError

if TYPE_CHECKING:
    import numpy
    from torch import Tensor

FORMAT = 1
"""The version of the checkpoint's layout."""


@dataclass(frozen=True)
class State:
    """What a checkpoint knows besides its tensors.

    ``position`` is how many examples of the current epoch were given; ``learning_rates`` are those in force, by player;
    ``seconds`` is training time so far; ``best`` is the lowest validation loss so far with its step. ``held`` are the
    players whose learning rate a person has chosen; ``plateaus`` is what their schedules know of the validation, and
    ``patience`` what early stopping does. ``engine`` is what optimizers, scalers and averages keep besides
    tensors, ``batch`` how many examples a step looked at.
    """

    step: int
    epoch: int
    position: int
    seed: int
    threads: int
    device: str
    learning_rates: Mapping[str, float]
    seconds: float = 0.0
    validation: Mapping[str, float] = field(default_factory=dict)
    best: tuple[float, int] | None = None
    held: tuple[str, ...] = ()
    plateaus: Mapping[str, tuple[float | None, int, int]] = field(default_factory=dict)
    patience: tuple[float | None, int, int] = (None, 0, 0)
    engine: Mapping[str, Any] = field(default_factory=dict)
    batch: int = 0


def checkpoint_path(folder: Path, kind: CheckpointKind) -> Path:
    """Where a checkpoint of this kind lies in a run folder."""
    return folder / f"{kind.value}.safetensors"


def save_checkpoint(path: Path, tensors: Mapping[str, Tensor], state: State) -> None:
    """Write a checkpoint so that at every instant the file is the old one or the new one.

    ``tensors`` may lie on any device; they are copied to the CPU. Raises OSError when the disk has no room; the old
    file is untouched then.
    """
    from safetensors.torch import save

    copies = {name: tensor.detach().to("cpu", copy=True).contiguous() for name, tensor in tensors.items()}
    # The sum comes first as noughts of the same length, so that it can be written over where it stands.
    content = bytearray(save(copies, {"format": str(FORMAT), "state": json.dumps(asdict(state)), "sum": "0" * 8}))
    _sign(content)
    temporary = path.with_suffix(".writing")
    try:
        with open(temporary, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


_UNSIGNED = b'"sum":"00000000"'


def _header_end(content: bytes | bytearray) -> int:
    return 8 + int.from_bytes(content[:8], "little")


def _sign(content: bytearray) -> None:
    """Write the sum of everything into the header, so that one changed bit is noticed."""
    place = content.find(_UNSIGNED, 0, _header_end(content))
    if place >= 0:
        content[place : place + len(_UNSIGNED)] = f'"sum":"{zlib.crc32(content):08x}"'.encode()


def verify(path: Path) -> None:
    """Read a whole checkpoint and compare it with the sum in its header. Raises FolderError when they differ."""
    content = bytearray(path.read_bytes())
    found = re.search(rb'"sum":"([0-9a-f]{8})"', content[: _header_end(content)])
    if found is None:
        read_state(path)  # one without a sum, or not even a header
        return
    content[found.start() : found.end()] = _UNSIGNED
    if f"{zlib.crc32(content):08x}".encode() != found.group(1):
        raise damaged(path, "its sum does not agree")


def damaged(path: Path, reason: object) -> FolderError:
    """The words for a checkpoint that cannot be read."""
    return FolderError(
        say("The checkpoint {path} is damaged: {reason}.", path=path.name, reason=reason),
        say("Take best instead of last, or start the training anew."),
    )


def load_checkpoint(path: Path) -> tuple[dict[str, Tensor], State]:
    """Read a checkpoint: its tensors on the CPU and its state. Raises FolderError when it is missing or damaged."""
    from safetensors.torch import load_file

    state = read_state(path)
    return load_file(path, device="cpu"), state


def read_state(path: Path) -> State:
    """Read only what a checkpoint knows besides its tensors; needs no torch. Raises FolderError."""
    from safetensors import SafetensorError, safe_open

    if not path.exists():
        raise FolderError(
            say("There is no checkpoint {path}.", path=path.name),
            say("Start the training anew; a run can be resumed once it has saved its first checkpoint."),
        )
    try:
        with safe_open(path, framework="numpy") as file:
            header: dict[str, str] = file.metadata() or {}
        if int(header.get("format", 0)) != FORMAT:
            raise FolderError(
                say("The checkpoint {path} has format {found}; this program reads {known}.", path=path.name,
                    found=header.get("format", "?"), known=FORMAT),
                say("Open it with the version of Workbench that wrote it."),
            )  # fmt: skip
        known: dict[str, Any] = json.loads(header["state"])
        best = known.pop("best", None)
        return State(**known, best=None if best is None else (float(best[0]), int(best[1])))
    except (SafetensorError, KeyError, ValueError, TypeError) as error:
        raise damaged(path, error) from error


def read_weights(path: Path) -> dict[tuple[int, str], numpy.ndarray[Any, Any]]:
    """Read only the weights of a checkpoint, by (node id, name inside the node); needs no torch. Raises FolderError."""
    from safetensors import safe_open

    read_state(path)
    found: dict[tuple[int, str], numpy.ndarray[Any, Any]] = {}
    with safe_open(path, framework="numpy") as file:
        for name in file.keys():  # noqa: SIM118 - not a mapping
            if name.startswith("weights/"):
                _, node, key = name.split("/", 2)
                found[int(node), key] = file.get_tensor(name)
    return found
