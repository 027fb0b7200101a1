"""From parts and blocks to a Network, laid out to be read."""

from __future__ import annotations

from typing import Any

from graphs.arrangement import arrange
from graphs.catalogue import fields_of, layer_type, layer_types
from graphs.importing.folding import Definition, fold, wires, written
from graphs.importing.grouping import Part
from graphs.importing.pieces import Item, Reading, Value
from graphs.importing.tracing import Unreadable
from graphs.message import say
from graphs.network import Network, Outlet


def drawn(top: Part, reading: Reading) -> Network:
    """Draw a module that was read and sorted into parts."""
    definitions = fold(top, set(layer_types()))
    network = Network()
    for definition in definitions:
        block = network.define(definition.name, **definition.defaults)
        _draw(block, definition.model, definition)
    _draw_top(network, top, reading)
    for place in (network, *network.blocks.values()):
        place.place(arrange(place))
    return network


class _Sheet:
    """A network while it is drawn: which values and which entries stand where."""

    def __init__(self, network: Network, definition: Definition | None):
        self.network, self.definition = network, definition
        self.values: dict[int, Outlet] = {}
        self.entries: dict[int, Outlet] = {}

    def outlet(self, value: Value) -> Outlet:
        """The port a value leaves."""
        return self.values[id(value)]

    def put(self, place: int, entry: Item | Part, name: str) -> None:
        """Place one layer or one block."""
        given: dict[str, Any] = {}
        for port, values in wires(entry):
            outlets = [self.outlet(value) for value in values]
            given[port] = outlets if isinstance(entry, Item) and _takes_many(entry.type, port) else outlets[0]
        if entry.share is not None:
            if id(entry.share) not in self.entries:
                raise Unreadable("", say("{name} uses weights that lie in another part", name=name), export=False)
            given["share"] = self.entries[id(entry.share)]
        if isinstance(entry, Part):
            self._put_part(place, entry, name, given)
        else:
            parameters = {key: self._number(place, key, value) for key, value in written(entry).items()}
            outlet = self.network.add(entry.type, name=name, **_plainly(entry.type, parameters), **given)
            self.entries[id(entry)] = outlet
            for port, value in entry.outputs.items():
                self.values[id(value)] = outlet[port]

    def _put_part(self, place: int, entry: Part, name: str, given: dict[str, Any]) -> None:
        definition = entry.definition
        arguments = {key: self._number(place, key, value) for key, value in entry.arguments.items()}
        arguments = {key: value for key, value in arguments.items() if value != definition.defaults[key]}
        repeat = self._number(place, "repeat", entry.copies)
        placing: dict[str, Any] = {}
        if repeat != 1:
            placing = {"repeat": repeat} | ({"copies": entry.place} if entry.place != "inside" else {})
        outlet = self.network.add(definition.name, name=name, **arguments, **placing, **given)
        self.entries[id(entry)] = outlet
        for port, value in zip(entry.output_names, entry.exits, strict=True):
            self.values[id(value)] = outlet[port]

    def _number(self, place: int, key: str, value: Any) -> Any:
        """A parameter with its arithmetic in place of the numbers that differ between copies."""
        texts = self.definition.texts if self.definition else {}
        rows = {row: text for (at, name, row), text in texts.items() if at == place and name == key}
        if not rows:
            return value
        if None in rows:
            return rows[None]
        return [rows.get(place, old) for place, old in enumerate(value)]


def _takes_many(type: str, port: str) -> bool:
    return any(one.name == port and one.many for one in layer_type(type).inputs)


def _plainly(type: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is the default, and write pairs of the same number as one."""
    known = {info.name: info for info in fields_of(layer_type(type))}
    found = {}
    for name, value in parameters.items():
        info = known[name]
        if info.editor == "pair" and isinstance(value, list | tuple) and len({str(n) for n in value}) == 1:
            value = value[0]
        default = info.default
        if info.editor == "pair" and isinstance(default, tuple) and len(set(default)) == 1:
            default = default[0]
        if info.required or value != default or isinstance(value, bool) != isinstance(default, bool):
            found[name] = value
    return found


def _draw(block: Network, part: Part, definition: Definition) -> None:
    sheet = _Sheet(block, definition)
    for name, value in zip(part.input_names, part.inputs, strict=True):
        dims = [int(dim) for dim in value.spec.dims]
        sheet.values[id(value)] = block.add("Input", name=name, field=name, shape=dims, kind=value.spec.kind.value)
    for place, entry in enumerate(part.entries):
        sheet.put(place, entry, part.names[id(entry)])
    for name, value in zip(part.output_names, part.outputs, strict=True):
        block.add("Output", sheet.outlet(value), name=name)


def _draw_top(network: Network, top: Part, reading: Reading) -> None:
    sheet = _Sheet(network, None)
    names = set(top.names.values())
    for item in reading.inputs:
        name = item.name if item.name not in names else f"{item.name}_input"
        sheet.values[id(item.outputs["y"])] = network.add(
            "Input", name=network.free_name(name), **_plainly("Input", item.parameters)
        )
    for place, entry in enumerate(top.entries):
        sheet.put(place, entry, top.names[id(entry)])
    for name, value in reading.outputs.items():
        only = {"training_only": True} if name in reading.training_only else {}
        network.add("Output", sheet.outlet(value), name=network.free_name(name), **only)
