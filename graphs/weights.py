"""Learned weights in a project: the safetensors format, read and written one tensor at a time.

The format is a length (8 bytes), a JSON header with type, shape and place of every tensor, then the numbers. The
``safetensors`` package reads what is written here and writes what is read here; it takes and gives whole files, which
would hold big weights in memory twice inside a zip, hence these few lines.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Annotated, Any

import pydantic
from pydantic import StrictInt, StrictStr

from graphs.archive import WEIGHTS, DocumentError, Fill, Source, reading, too_large
from graphs.message import Message, say
from graphs.network import Network
from graphs.planning import plan
from graphs.records import parse, read

if TYPE_CHECKING:
    import numpy

Weights = Mapping[tuple[int, str], "numpy.ndarray[Any, Any]"]
"""(Node id, name inside the node) → the numbers."""

_TYPES = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "<i1",
    "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "<u1", "BOOL": "|b1",
}  # fmt: skip
_NAMES = {name.lstrip("<|"): kind for kind, name in _TYPES.items()}
_BYTES_PER_NUMBER = 8
_SPARE_NUMBERS = 16  # per node: counters that are saved with the weights
_HEADER_BYTES = 16 * 2**20
_CHUNK = 2**22


def needed_bytes(network: Network, stored: int) -> int:
    """Return the most bytes the weights of a network can take.

    Nodes that work say how many numbers they have. What a node that does not work holds (an unknown layer of a
    newer program, one that waits for a wire) cannot be known: then the bytes that really lie on the disk are allowed.
    """
    planned = plan(network)
    numbers = sum(step.cost.parameters.number + step.cost.buffers + _SPARE_NUMBERS for step in planned.steps)
    return numbers * _BYTES_PER_NUMBER + (stored if len(planned.steps) < len(network) else 0)


def fitting(network: Network, weights: Weights) -> dict[str, numpy.ndarray[Any, Any]]:
    """Return the weights to save, by ``<node name>.<name>`` in order.

    Left out are those of nodes that are gone, and those that have become too many for their node since it was trained.
    """
    planned = plan(network)
    kept: dict[str, numpy.ndarray[Any, Any]] = {}
    for node in network.nodes:
        own = {key: array for (identity, key), array in weights.items() if identity == node.id}
        step = planned.step(node.id)
        allowed = math.inf if step is None else step.cost.parameters.number + step.cost.buffers + _SPARE_NUMBERS
        if sum(array.size for array in own.values()) <= allowed:
            kept |= {f"{node.name}.{key}": array for key, array in own.items()}
    return dict(sorted(kept.items()))


def filling(weights: Mapping[str, numpy.ndarray[Any, Any]]) -> tuple[int, Fill]:
    """Return the length of a safetensors file with these weights, and the function that writes it to a stream."""
    import numpy

    header: dict[str, Any] = {}
    offset = 0
    for name, array in weights.items():
        kind = _NAMES.get(array.dtype.newbyteorder("<").str.lstrip("<|"))
        if kind is None:
            raise DocumentError(
                say("The weights {name} are {kind}, which a project cannot hold.", name=name, kind=str(array.dtype))
            )
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [offset, offset + array.nbytes]}
        offset += array.nbytes
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)

    def write(stream: IO[bytes]) -> None:
        stream.write(len(text).to_bytes(8, "little") + text)
        for array in weights.values():
            flat = (
                numpy.ascontiguousarray(array)
                .astype(array.dtype.newbyteorder("<"), copy=False)
                .reshape(-1)
                .view(numpy.uint8)
            )
            for start in range(0, flat.size, _CHUNK):
                stream.write(flat[start : start + _CHUNK].tobytes())

    return 8 + len(text) + offset, write


class _Tensor(pydantic.BaseModel):
    dtype: StrictStr
    shape: list[Annotated[StrictInt, pydantic.Field(ge=0, lt=2**48)]] = pydantic.Field(max_length=32)
    data_offsets: tuple[Annotated[StrictInt, pydantic.Field(ge=0)], Annotated[StrictInt, pydantic.Field(ge=0)]]


def load_weights(source: Source, network: Network) -> dict[tuple[int, str], numpy.ndarray[Any, Any]]:
    """Read the weights of a project for the nodes of its network; tensors of other names are passed over.

    Raises `DocumentError` where the file is damaged or holds more than the network can need.
    """
    limit = needed_bytes(network, source.stored(WEIGHTS)) + _HEADER_BYTES
    if source.size(WEIGHTS) > limit:
        raise too_large(source, WEIGHTS, limit)
    with reading(source), source.stream(WEIGHTS) as stream:
        length = int.from_bytes(_exactly(stream, 8), "little")
        if not 2 <= length <= _HEADER_BYTES:
            raise _damaged(say("its header would be {n} bytes long", n=length))
        header = parse(WEIGHTS, _exactly(stream, length).rstrip(b" \0"))
        if not isinstance(header, dict):
            raise _damaged(say("its header is not an object"))
        header.pop("__metadata__", None)
        tensors = {name: read(_Tensor, WEIGHTS, entry) for name, entry in header.items()}
        found = _tensors(stream, tensors, limit, network)
        if stream.read(1):
            raise _damaged(say("it goes on after the last tensor"))
        return found


def _tensors(
    stream: IO[bytes], tensors: Mapping[str, _Tensor], limit: int, network: Network
) -> dict[tuple[int, str], numpy.ndarray[Any, Any]]:
    import numpy

    found: dict[tuple[int, str], numpy.ndarray[Any, Any]] = {}
    end = 0
    for name, entry in sorted(tensors.items(), key=lambda item: item[1].data_offsets):
        if entry.dtype not in _TYPES:
            raise DocumentError(
                say(
                    "{file}: {name} is stored as {kind}. Save the weights as 32-bit numbers.",
                    file=WEIGHTS,
                    name=name,
                    kind=entry.dtype,
                )
            )
        start, stop = entry.data_offsets
        kind = numpy.dtype(_TYPES[entry.dtype])
        if start != end or stop - start != math.prod(entry.shape) * kind.itemsize or stop > limit:
            raise _damaged(say("the place and the shape of {name} do not agree", name=name))
        end = stop
        array = numpy.empty(math.prod(entry.shape), kind)
        _into(stream, array.view(numpy.uint8))
        if kind.kind == "b" and (array.view(numpy.uint8) > 1).any():
            raise _damaged(say("{name} holds what is neither true nor false", name=name))
        node, _, key = name.partition(".")
        if node in network and key:
            found[network.node(node).id, key] = array.reshape(entry.shape)
    return found


def _into(stream: IO[bytes], target: numpy.ndarray[Any, Any]) -> None:
    for start in range(0, target.size, _CHUNK):
        part = target[start : start + _CHUNK]
        part[:] = memoryview(_exactly(stream, part.size))


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise _damaged(say("it ends too early"))
    return content


def _damaged(reason: Message) -> DocumentError:
    return DocumentError(
        say("{file} is damaged: {reason}. Remove it to open the project without weights.", file=WEIGHTS, reason=reason)
    )
