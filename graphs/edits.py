"""Every change of a project, as a frozen value that knows its inverse.

An edit carries the ids it makes, so doing it again after an undo makes the same nodes. ``edit.apply(project)`` changes
the project and returns the edit that takes it back; people and widgets call `graphs.project.Project.apply`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

from graphs.elements import Average, Direction, FrozenMode, Mode
from graphs.message import Message, say
from graphs.network import Frame, NetworkError, Node, Note, Wire, plain
from graphs.recipe import Recipe

if TYPE_CHECKING:
    from graphs.project import Project


class Unset(Enum):
    """Stands for "the parameter's default" where a value is expected."""

    DEFAULT = "default"


class Edit(Protocol):
    """A change of a project."""

    def apply(self, project: Project) -> Edit:
        """Change the project and return the inverse; raises `graphs.network.NetworkError` and changes nothing when it
        cannot."""

    def label(self, project: Project) -> Message:
        """What the Undo menu calls it."""


def _called(project: Project, node: int) -> str:
    return project.network.node(node).name if node in project.network else str(node)


@dataclass(frozen=True)
class AddNode:
    """Place a node."""

    node: Node

    def apply(self, project: Project) -> Edit:
        """Place it; the inverse removes it."""
        if self.node.id in project.network:
            raise ValueError(f"Node {self.node.id} is there already.")
        project.network.put_node(self.node)
        return RemoveNode(self.node.id)

    def label(self, project: Project) -> Message:
        """``Add C1``."""
        return say("Add {node}", node=self.node.name)


@dataclass(frozen=True)
class RemoveNode:
    """Take a node away, with its wires and its place in frames."""

    node: int

    def apply(self, project: Project) -> Edit:
        """Remove it; the inverse brings back the node, every wire and every frame as it was."""
        network = project.network
        node = network.node(self.node)
        wires = (*network.wires_into(self.node), *network.wires_out_of(self.node))
        frames = [frame for frame in network.frames.values() if self.node in frame.nodes]
        back = Batch(
            (AddNode(node), *(Connect(wire, undoes=True) for wire in wires), *(PutFrame(frame) for frame in frames)),
            say("Remove {node}", node=node.name),
        )
        for wire in wires:
            network.drop_wire(wire)
        for frame in frames:
            network.put_frame(replace(frame, nodes=tuple(n for n in frame.nodes if n != self.node)))
        network.drop_node(self.node)
        return back

    def label(self, project: Project) -> Message:
        """``Remove C1``."""
        return say("Remove {node}", node=_called(project, self.node))


@dataclass(frozen=True)
class Connect:
    """Draw a wire. An edit that ``undoes`` another puts back what was there, also at a port that has gone since."""

    wire: Wire
    undoes: bool = False

    def apply(self, project: Project) -> Edit:
        """Draw it; the inverse takes it away."""
        project.network.put_wire(self.wire, back=self.undoes)
        return Disconnect(self.wire)

    def label(self, project: Project) -> Message:
        """``Connect C1 to S2``."""
        return say("Connect {a} to {b}", a=_called(project, self.wire.source), b=_called(project, self.wire.target))


@dataclass(frozen=True)
class Disconnect:
    """Take a wire away."""

    wire: Wire

    def apply(self, project: Project) -> Edit:
        """Take it away; the inverse draws it."""
        project.network.drop_wire(self.wire)
        return Connect(self.wire, undoes=True)

    def label(self, project: Project) -> Message:
        """``Cut C1 from S2``."""
        return say("Cut {a} from {b}", a=_called(project, self.wire.source), b=_called(project, self.wire.target))


@dataclass(frozen=True)
class SetParameter:
    """Give a parameter of a node a raw value, or its default."""

    node: int
    name: str
    value: Any

    def apply(self, project: Project) -> Edit:
        """Set it; the inverse sets what was there. The value is not checked: the diagnosis speaks at the node."""
        node = project.network.node(self.node)
        old = node.parameters.get(self.name, Unset.DEFAULT)
        parameters = {key: value for key, value in node.parameters.items() if key != self.name}
        if self.value is not Unset.DEFAULT:
            parameters[self.name] = plain(self.value)
        project.network.put_node(replace(node, parameters=parameters))
        return SetParameter(self.node, self.name, old)

    def label(self, project: Project) -> Message:
        """``Set kernel_size of C1``."""
        return say("Set {name} of {node}", name=self.name, node=_called(project, self.node))


@dataclass(frozen=True)
class ReplaceType:
    """Make a node another layer type with these raw parameters and this name; its wires and its place stay."""

    node: int
    type: str
    parameters: Mapping[str, Any]
    name: str

    def apply(self, project: Project) -> Edit:
        """Replace it; the inverse puts the old type back. Wires to ports that are gone stay, and the diagnosis speaks
        of them."""
        old = project.network.node(self.node)
        parameters = {key: plain(value) for key, value in self.parameters.items()}
        project.network.put_node(replace(old, type=self.type, parameters=parameters, name=self.name))
        return ReplaceType(self.node, old.type, old.parameters, old.name)

    def label(self, project: Project) -> Message:
        """``Make C1 a Conv1d``."""
        return say("Make {node} a {type}", node=_called(project, self.node), type=self.type)


@dataclass(frozen=True)
class MoveNodes:
    """Put nodes elsewhere on the canvas."""

    positions: tuple[tuple[int, tuple[float, float]], ...]

    def apply(self, project: Project) -> Edit:
        """Move them; the inverse moves them back."""
        old = tuple((identity, project.network.node(identity).position) for identity, _ in self.positions)
        project.network.place(dict(self.positions))
        return MoveNodes(old)

    def label(self, project: Project) -> Message:
        """``Move C1`` or ``Move 3 nodes``."""
        if len(self.positions) == 1:
            return say("Move {node}", node=_called(project, self.positions[0][0]))
        return say("Move {n} nodes", n=len(self.positions))


@dataclass(frozen=True)
class ChangeNode:
    """Rename a node, give it a title in any language, freeze it or let it learn, say how it works while it is frozen,
    mute or bypass it: whatever is not None."""

    node: int
    name: str | None = None
    title: str | None = None
    frozen: bool | None = None
    frozen_mode: FrozenMode | None = None
    mode: Mode | None = None

    def apply(self, project: Project) -> Edit:
        """Change it; the inverse changes the same things back."""
        node = project.network.node(self.node)
        known = ("name", "title", "frozen", "frozen_mode", "mode")
        new = {key: value for key in known if (value := getattr(self, key)) is not None}
        project.network.put_node(replace(node, **new))
        return ChangeNode(self.node, **{key: getattr(node, key) for key in new})

    def label(self, project: Project) -> Message:
        """``Rename C1``, ``Freeze C1``, …"""
        node = _called(project, self.node)
        if self.frozen is not None:
            return say("Freeze {node}", node=node) if self.frozen else say("Let {node} learn", node=node)
        if self.frozen_mode is not None:
            return say("Set how {node} works while frozen", node=node)
        if self.mode is not None:
            said = {"muted": say("Mute {node}", node=node), "bypassed": say("Bypass {node}", node=node)}
            return said.get(self.mode, say("Use {node} again", node=node))
        return say("Rename {node}", node=node)


@dataclass(frozen=True)
class SetDirection:
    """Let a drawing flow from left to right, or from top to bottom."""

    direction: Direction

    def apply(self, project: Project) -> Edit:
        """Turn it; the inverse turns it back. Nodes stay where they are."""
        old = project.network.direction
        project.network.direction = self.direction
        return SetDirection(old)

    def label(self, project: Project) -> Message:
        """``Turn the drawing``."""
        return say("Turn the drawing")


@dataclass(frozen=True)
class ShareWeights:
    """Let a node use another's weights in place of its own, or (None) have its own again.

    With ``average`` it has its own, which follow the other's as a moving average. An edit that ``undoes`` another puts
    back what was there, also an owner that has gone since: the diagnosis speaks of that one.
    """

    node: int
    owner: int | None
    average: Average | None = None
    undoes: bool = False

    def apply(self, project: Project) -> Edit:
        """Set it; the inverse sets what was there."""
        node = project.network.node(self.node)
        if self.owner is None and self.average is not None:
            raise NetworkError(say("{node} is a moving average of nothing. Choose whose weights it follows.",
                                   node=node.name))  # fmt: skip
        if self.owner is not None and not self.undoes:
            project.network.node(self.owner)
        project.network.put_node(replace(node, share=self.owner, average=self.average))
        return ShareWeights(self.node, node.share, node.average, undoes=True)

    def label(self, project: Project) -> Message:
        """``Share weights of D``, ``Let key follow query``."""
        if self.average is not None and self.owner is not None:
            return say(
                "Let {node} follow {owner}", node=_called(project, self.node), owner=_called(project, self.owner)
            )
        return say("Share weights of {node}", node=_called(project, self.owner or self.node))


@dataclass(frozen=True)
class PutFrame:
    """Draw a frame, or change the one with the same id."""

    frame: Frame

    def apply(self, project: Project) -> Edit:
        """Draw it; the inverse restores what was there."""
        old = project.network.frames.get(self.frame.id)
        project.network.put_frame(self.frame)
        return PutFrame(old) if old is not None else DropFrame(self.frame.id)

    def label(self, project: Project) -> Message:
        """``Frame Classifier``."""
        if not self.frame.title:
            return say("Frame")
        return say("Frame {title}", title=self.frame.title)


@dataclass(frozen=True)
class DropFrame:
    """Take a frame away; its nodes stay."""

    frame: int

    def apply(self, project: Project) -> Edit:
        """Take it away; the inverse draws it."""
        if self.frame not in project.network.frames:
            raise NetworkError(say("There is no frame {key} in this network.", key=self.frame))
        return PutFrame(project.network.frames.pop(self.frame))

    def label(self, project: Project) -> Message:
        """``Remove frame``."""
        return say("Remove frame")


@dataclass(frozen=True)
class PutNote:
    """Stick a note on the canvas, or change the one with the same id."""

    note: Note

    def apply(self, project: Project) -> Edit:
        """Stick it; the inverse restores what was there."""
        old = project.network.notes.get(self.note.id)
        project.network.put_note(self.note)
        return PutNote(old) if old is not None else DropNote(self.note.id)

    def label(self, project: Project) -> Message:
        """``Write note``."""
        return say("Write note")


@dataclass(frozen=True)
class DropNote:
    """Take a note away."""

    note: int

    def apply(self, project: Project) -> Edit:
        """Take it away; the inverse sticks it back."""
        if self.note not in project.network.notes:
            raise NetworkError(say("There is no note {key} in this network.", key=self.note))
        return PutNote(project.network.notes.pop(self.note))

    def label(self, project: Project) -> Message:
        """``Remove note``."""
        return say("Remove note")


@dataclass(frozen=True)
class SetNetworkParameter:
    """Give a parameter of the network (``classes``) a value; None takes it away."""

    name: str
    value: int | float | None

    def apply(self, project: Project) -> Edit:
        """Set it; the inverse sets what was there."""
        old = project.network.parameters.get(self.name)
        project.network.set_parameter(self.name, self.value)
        return SetNetworkParameter(self.name, old)

    def label(self, project: Project) -> Message:
        """``Set classes``."""
        return say("Set {name}", name=self.name)


@dataclass(frozen=True)
class SetRecipe:
    """Train in another way: data, players, epochs, seed."""

    recipe: Recipe

    def apply(self, project: Project) -> Edit:
        """Set it; the inverse sets the old recipe."""
        old = project.recipe
        project.recipe = self.recipe
        return SetRecipe(old)

    def label(self, project: Project) -> Message:
        """``Change recipe``."""
        return say("Change recipe")


@dataclass(frozen=True)
class Describe:
    """Change the project's title or its notes (Markdown): whatever is not None."""

    title: str | None = None
    notes: str | None = None

    def apply(self, project: Project) -> Edit:
        """Change them; the inverse changes them back."""
        old = Describe(
            project.title if self.title is not None else None, project.notes if self.notes is not None else None
        )
        project.title = self.title if self.title is not None else project.title
        project.notes = self.notes if self.notes is not None else project.notes
        return old

    def label(self, project: Project) -> Message:
        """``Describe project``."""
        return say("Describe project")


@dataclass(frozen=True)
class Batch:
    """Several edits that are one step of a person; when one of them cannot be done, none is."""

    edits: tuple[Edit, ...]
    text: Message | None = None

    def apply(self, project: Project) -> Edit:
        """Do them in order; the inverse undoes them in reverse order."""
        done: list[Edit] = []
        try:
            for edit in self.edits:
                done.append(edit.apply(project))
        except Exception:
            for inverse in reversed(done):
                inverse.apply(project)
            raise
        return Batch(tuple(reversed(done)), self.text)

    def label(self, project: Project) -> Message:
        """The batch's own text, else that of its first edit."""
        return self.text or (self.edits[0].label(project) if self.edits else say("Nothing"))


def insert_on_wire(wire: Wire, node: Node, input_port: str, output_port: str) -> Batch:
    """Make the edit that puts a new node on a wire: cut, place, join both sides."""
    return Batch(
        (
            Disconnect(wire),
            AddNode(node),
            Connect(Wire(wire.source, wire.source_port, node.id, input_port)),
            Connect(Wire(node.id, output_port, wire.target, wire.target_port, wire.index)),
        ),
        say("Insert {node}", node=node.name),
    )


def set_parameters(node: int, values: Mapping[str, Any], text: Message | None = None) -> Batch:
    """Make the edit that sets several parameters of one node."""
    return Batch(tuple(SetParameter(node, name, value) for name, value in values.items()), text)
