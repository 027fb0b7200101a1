"""Projects as files: a ``.workbench`` zip, or a folder with the same files, as JSON a person can read and compare.

Saving a loaded project writes the same bytes, layer types this program does not know included. Loading gives a new
project or one sentence that says what is wrong (`DocumentError`); it touches no project that is open, and nothing in a
file can run.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import pydantic

from graphs.archive import (
    KNOWN,
    MEMBER_BYTES,
    OTHER_BYTES,
    WEIGHTS,
    DocumentError,
    Fill,
    Source,
    opened,
    read_member,
    too_large,
    write_folder,
    write_zip,
)
from graphs.arrangement import arrange
from graphs.elements import Average, Scan
from graphs.message import say
from graphs.migrations import VERSION, Documents, migrate
from graphs.network import Frame, Network, NetworkError, Node, Note, Wire, plain
from graphs.project import About, Project
from graphs.recipe import Recipe
from graphs.records import (
    BlockLayoutRecord,
    BlockRecord,
    LayoutRecord,
    ManifestRecord,
    NetworkRecord,
    decode,
    parse,
    read,
    written,
)
from graphs.starts import Start
from graphs.weights import filling, fitting, load_weights

__all__ = ["FORMAT", "DocumentError", "from_snapshot", "load", "save", "snapshot", "to_json"]

FORMAT = "workbench"
"""What ``manifest.json`` calls this format."""

_NEEDED = ("manifest.json", "network.json", "recipe.json")
_JSON = (*_NEEDED, "layout.json")
_NODE_KEYS = frozenset({"id", "type", "name", "title", "frozen", "parameters"})


# ---------------------------------------------------------------------- saving


def save(project: Project, path: str | Path, thumbnail: bytes | None = None) -> None:
    """Write a project to a ``.workbench`` file, or into ``path`` when that is a folder.

    ``thumbnail`` is a PNG for the gallery; without it the one the project was loaded with stays. The old file is
    replaced only when the new one lies completely on the disk. Raises `DocumentError`.
    """
    path = Path(path)
    members = {**_other_files(project), **to_json(project)}
    if thumbnail is not None:
        members["thumbnail.png"] = thumbnail
    weights = fitting(project.network, project.weights)
    fills: dict[str, tuple[int, Fill]] = {WEIGHTS: filling(weights)} if weights else {}
    if path.is_dir():
        write_folder(path, members, fills)
    else:
        write_zip(path, members, fills)


def to_json(project: Project) -> dict[str, bytes]:
    """Return the files of a project by name, without weights; equal projects give equal bytes."""
    return {
        name: content.encode("utf-8", "replace") if isinstance(content, str) else _bytes(name, content)
        for name, content in _documents(project).items()
    }


def snapshot(project: Project) -> bytes:
    """Return the network, its layout, the recipe and the notes as one JSON text, without weights.

    It is what a run keeps, and what tells whether two projects are the same.
    """
    documents = _documents(project)
    for name in ("next_id", "next_ids"):
        documents["manifest.json"].pop(name, None)
    documents["layout.json"].pop("opened", None)  # how one looks at it makes no other project
    return _bytes("snapshot", documents)


def _bytes(name: str, content: Any) -> bytes:
    try:
        return written(content)
    except (TypeError, ValueError) as error:
        raise DocumentError(
            say(
                "{file} cannot be written: {reason}. Give that parameter a number or a text.",
                file=name,
                reason=str(error),
            )
        ) from error


def _documents(project: Project) -> dict[str, Any]:
    network, extra = project.network, project.extra
    blocks = sorted(network.blocks.items())
    about = {
        f.name: _tidy(value)
        for f in dataclasses.fields(About)
        if (value := getattr(project.about, f.name)) != f.default
    }
    manifest = dict(extra.get("manifest.json", {}))
    about |= manifest.pop("about", {})
    return {
        "manifest.json": {
            "format": FORMAT,
            "version": VERSION,
            "program": _program(),
            "title": project.title,
            "about": about,
            # Not part of what undo walks through: an id is never given twice, not even after its node was taken back.
            "next_id": network.next_id,
            **({"next_ids": {name: block.next_id for name, block in blocks}} if blocks else {}),
            **_tidy(manifest),
        },
        "network.json": {
            **_drawn(network),
            **({"blocks": {name: _drawn(block) for name, block in blocks}} if blocks else {}),
            **_tidy(extra.get("network.json", {})),
        },
        "recipe.json": _tidy(project.recipe.model_dump(mode="json"), keep_order=True),
        "layout.json": {
            **_laid_out(network),
            **({"blocks": {name: _laid_out(block) for name, block in blocks}} if blocks else {}),
            **({"opened": plain(project.opened)} if project.opened else {}),
            **_tidy(extra.get("layout.json", {})),
        },
        "notes.md": project.notes,
    }


def _drawn(network: Network) -> dict[str, Any]:
    """What a network or a block is made of."""
    return {
        "parameters": _tidy(network.parameters),
        "nodes": [_node(node) for node in network.nodes],
        "wires": [_wire(wire) for wire in network.wires],
    }


def _laid_out(network: Network) -> dict[str, Any]:
    """Where everything of a network or a block lies."""
    frames, notes = sorted(network.frames.items()), sorted(network.notes.items())
    return {
        **({"direction": network.direction} if network.direction != "right" else {}),
        "positions": {str(node.id): _point(node.position) for node in network.nodes},
        "frames": [{"id": f.id, "title": f.title, "colour": f.colour, "nodes": list(f.nodes)} for _, f in frames],
        "notes": [
            {"id": n.id, "text": n.text, "position": _point(n.position), "size": _point(n.size)} for _, n in notes
        ],
    }


def _node(node: Node) -> dict[str, Any]:
    record: dict[str, Any] = {"id": node.id, "type": node.type, "name": node.name}
    if node.title:
        record["title"] = node.title
    if node.frozen:
        record["frozen"] = True
    if node.repeat is not None:
        record |= {"repeat": node.repeat, "copies": node.copies}
    if node.share is not None:
        record["share"] = node.share
    if node.average is not None:
        record["average"] = dataclasses.asdict(node.average) | {"decay": float(node.average.decay)}
    if node.frozen_mode != "eval":
        record["frozen_mode"] = node.frozen_mode
    if node.mode != "works":
        record["mode"] = node.mode
    if node.start is not None:
        record["start"] = {
            name: _tidy(value)
            for name, value in dataclasses.asdict(node.start).items()
            if name == "way" or value not in (None, {})
        }
    if node.rate != 1.0:
        record["rate"] = node.rate
    if node.quiet:
        record["quiet"] = list(node.quiet)
    if node.scan is not None:
        scan = {f.name: getattr(node.scan, f.name) for f in dataclasses.fields(Scan)}
        record["scan"] = {name: plain(value) for name, value in scan.items() if value != getattr(Scan(), name)}
    return {**record, "parameters": _tidy(node.parameters), **_tidy(node.extra)}


def _wire(wire: Wire) -> dict[str, Any]:
    record: dict[str, Any] = {"source": [wire.source, wire.source_port], "target": [wire.target, wire.target_port]}
    return {**record, "index": wire.index} if wire.index else record


def _point(point: Iterable[float]) -> list[int | float]:
    """Write 24, not 24.0: the canvas counts in whole steps."""
    return [int(value) if float(value).is_integer() else float(value) for value in point]


def _tidy(value: Any, *, keep_order: bool = False) -> Any:
    """Return JSON data whose order says nothing, so that an edit and its undo leave the same bytes."""
    if isinstance(value, Mapping):
        items = value.items() if keep_order else sorted(value.items(), key=lambda item: str(item[0]))
        return {str(key): _tidy(item, keep_order=keep_order) for key, item in items}
    value = plain(value)
    return [_tidy(item, keep_order=keep_order) for item in value] if isinstance(value, list) else value


@cache
def _program() -> str:
    try:
        return metadata.version("workbench")
    except metadata.PackageNotFoundError:
        return ""


def _other_files(project: Project) -> dict[str, bytes]:
    return {name: content for name, content in project.extra.items() if isinstance(content, bytes)}


# ---------------------------------------------------------------------- loading


def load(path: str | Path) -> Project:
    """Open the project in a ``.workbench`` file or a folder. Raises `DocumentError` where it cannot."""
    with opened(Path(path)) as source:
        present = source.names()
        for name in _NEEDED:
            if name not in present:
                raise DocumentError(
                    say(
                        "{file} is not a Workbench project, or not all of it: {member} is missing.",
                        file=source.name,
                        member=name,
                    )
                )
        documents: dict[str, Any] = {name: parse(name, read_member(source, name)) for name in _JSON if name in present}
        if "notes.md" in present:
            documents["notes.md"] = decode("notes.md", read_member(source, "notes.md"))
        project = _project(documents)
        if "layout.json" not in present:
            for drawn in (project.network, *project.network.blocks.values()):
                drawn.place(arrange(drawn))
        if WEIGHTS in present:
            project.weights = load_weights(source, project.network)
        project.extra = {**project.extra, **_kept(source, present)}
    return project


def from_snapshot(content: bytes) -> Project:
    """Make the project a `snapshot` was taken of; raises `DocumentError`."""
    documents = parse("snapshot", content)
    if not isinstance(documents, dict) or any(name not in documents for name in _NEEDED):
        raise DocumentError(say("This is not a snapshot of a project. Choose another run."))
    if not isinstance(documents.get("notes.md", ""), str):
        raise DocumentError(say("This is not a snapshot of a project. Choose another run."))
    return _project(documents)


def _kept(source: Source, present: tuple[str, ...]) -> dict[str, bytes]:
    """Read the files this version only carries along: data, lessons, what a newer program put beside them."""
    kept: dict[str, bytes] = {}
    total = 0
    for name in present:
        if name not in KNOWN or name == "thumbnail.png":
            total += source.size(name)
            if total > OTHER_BYTES:
                raise too_large(source, name, OTHER_BYTES)
            kept[name] = read_member(source, name, MEMBER_BYTES)
    return kept


def _project(documents: Documents) -> Project:
    version = _version(documents["manifest.json"])
    try:
        documents = migrate(documents, version)
    except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
        raise DocumentError(
            say(
                "This project of version {version} does not have the form it should. Restore it from a copy.",
                version=version,
            )
        ) from error
    manifest = read(ManifestRecord, "manifest.json", documents["manifest.json"])
    drawn = read(NetworkRecord, "network.json", documents["network.json"])
    layout = read(LayoutRecord, "layout.json", documents.get("layout.json", {}))
    recipe = read(Recipe, "recipe.json", documents["recipe.json"])
    network = _network(drawn, layout)
    network.keep_ids_below(manifest.next_id)
    for name, block in network.blocks.items():
        block.keep_ids_below(manifest.next_ids.get(name, 1))
    about = About(**{f.name: getattr(manifest.about, f.name) for f in dataclasses.fields(About)})
    project = Project(network, recipe, manifest.title, documents.get("notes.md", ""), about)
    project.opened = layout.opened
    more = dict(manifest.model_extra or {})
    if manifest.about.model_extra:
        more["about"] = dict(manifest.about.model_extra)
    unknown = {"manifest.json": more, "network.json": drawn.model_extra or {}, "layout.json": layout.model_extra or {}}
    project.extra = {name: keys for name, keys in unknown.items() if keys}
    return project


class _Stamp(pydantic.BaseModel):
    format: pydantic.StrictStr = ""
    version: pydantic.StrictInt = pydantic.Field(ge=1)


def _version(manifest: Any) -> int:
    """Look whether this program can read the file, before anything else in it is looked at."""
    stamp = read(_Stamp, "manifest.json", manifest)
    if stamp.format != FORMAT:
        raise DocumentError(
            say(
                "This is not a Workbench project: manifest.json says its format is “{format}”.",
                format=stamp.format[:60],
            )
        )
    if stamp.version > VERSION:
        raise DocumentError(
            say(
                "A newer Workbench wrote this project (format {version}, here up to {known}). Update Workbench.",
                version=stamp.version, known=VERSION,
            )
        )  # fmt: skip
    return stamp.version


def _network(drawn: NetworkRecord, layout: LayoutRecord) -> Network:
    """Put up the shelf of blocks first, then the nodes of everything, then the wires: blocks may hold each other."""
    network = Network()
    every: list[tuple[Network, BlockRecord, BlockLayoutRecord]] = []
    for name, record in drawn.blocks.items():
        try:
            block = network.define(name)
        except NetworkError as error:
            raise DocumentError(say("{file}: {reason}", file="network.json", reason=error.message)) from error
        every.append((block, record, layout.blocks.get(name, BlockLayoutRecord())))
    every.append((network, drawn, layout))
    for one, record, places in every:
        one.parameters = dict(record.parameters)
        one.direction = places.direction
        _place_nodes(one, record, places)
    for one, record, places in every:
        wires = [Wire(*wire.source, *wire.target, wire.index) for wire in record.wires]
        try:
            one.put_wires(wires)
        except NetworkError as error:
            raise DocumentError(say("{file}: {reason}", file="network.json", reason=error.message)) from error
        for frame in places.frames:
            one.put_frame(Frame(frame.id, frame.title, tuple(n for n in frame.nodes if n in one), frame.colour))
        for note in places.notes:
            one.put_note(Note(note.id, note.text, note.position, note.size))
        if len(one.frames) < len(places.frames) or len(one.notes) < len(places.notes):
            raise DocumentError(
                say("{file}: two frames or two notes have the same id. Give one of them another.", file="layout.json")
            )
    return network


def _place_nodes(network: Network, drawn: BlockRecord, layout: BlockLayoutRecord) -> None:
    for place, record in enumerate(drawn.nodes, 1):
        if record.id in network:
            raise _at(
                "node",
                place,
                NetworkError(say("Its id {id} belongs to another node already. Give it another.", id=record.id)),
            )
        node = Node(
            record.id,
            record.type,
            record.name,
            record.parameters,
            layout.positions.get(record.id, (0.0, 0.0)),
            record.title,
            record.frozen,
            dict(record.model_extra or {}),
            record.repeat,
            record.copies,
            record.share,
            Average(**record.average.model_dump()) if record.average is not None else None,
            record.frozen_mode,
            Scan(**record.scan.model_dump()) if record.scan is not None else None,
            record.mode,
            Start(**record.start.model_dump()) if record.start is not None else None,
            record.rate,
            record.quiet,
        )
        try:
            network.put_node(node)
        except NetworkError as error:
            raise _at("node", place, error) from error


def _at(what: str, place: int, error: NetworkError) -> DocumentError:
    return DocumentError(
        say("{file}: {place}: {reason}", file="network.json", place=f"{what} {place}", reason=error.message)
    )
