"""Blocks opened where they stand: their insides on the same canvas, one item of the scene inside the other.

Every open block is a drawing of its own, of one copy; a person deals with one of them at a time, the one that was
pressed last. Which are open is no edit: it is kept with the project as the view of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal, Slot

from widgets.canvas.geometry import Box, Point
from widgets.canvas.illustrator import Illustrator
from widgets.canvas.item import GraphItem
from widgets.canvas.opened import HEADER, Face, Sheet, grown, laid_open, part_of, with_room
from widgets.canvas.opened_painter import least_width
from widgets.canvas.picture import NodePicture, Picture
from widgets.canvas.rooms import Opening, Room
from widgets.canvas.wire_painter import Gradients
from widgets.editor import Editor
from widgets.inside import Door, Way, copies_in, copies_of, network_at, opened

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

OPENING = 220

Norms = Mapping[tuple[Any, ...], float | None]
"""The gradient on outputs by (node, port), inside blocks by (node, port, way): None where none arrives."""


class Place:
    """One network on the canvas: the one that fills it, or the inside of an open block."""

    def __init__(self, way: Way, editor: Editor, item: GraphItem):
        self.way, self.editor, self.item = way, editor, item
        self.illustrator = Illustrator()
        self.room = Room()
        self.frame: Box = (0.0, 0.0, 0.0, 0.0)
        self.sizes: dict[int, Point] = {}
        """How large the open nodes of this network are when they are closed."""
        self.shown: dict[int, Point] = {}
        """Where each node is shown, as if it were closed: what glides when room is made."""
        self.faces: dict[int, Face] = {}

    @property
    def origin(self) -> QPointF:
        """Where this network's own origin lies on the canvas."""
        return self.item.scenePos()

    def header(self, node: int) -> Box | None:
        """The line over an open block, in this network's units."""
        box = self.item.drawing.box(node) if node in self.faces else None
        return (box[0], box[1], box[2], box[1] + HEADER) if box is not None else None


class Places(QObject):
    """The networks on a canvas. ``here`` is the one a person deals with; ``left`` tells that it will be another,
    ``toggled`` that a block was opened or closed."""

    left, toggled = Signal(), Signal()

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self._canvas, self._view = canvas, canvas.view
        self._all: dict[Way, Place] = {}
        self._gradients: dict[Way, Gradients] = {}
        self._gliding: dict[Way, dict[int, Point]] = {}
        self._growing: dict[Way, tuple[int, ...]] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(OPENING)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._glide)
        self._animation.finished.connect(self.settle)

    # ------------------------------------------------------------------ which are open

    @property
    def _open(self) -> tuple[Way, ...]:
        outside = self._canvas.levels.outside
        ways = outside.project.opened if outside is not None else ()
        return tuple(tuple(Door(*door) for door in way) for way in ways)

    def _set_open(self, ways: tuple[Way, ...]) -> None:
        outside = self._canvas.levels.outside
        if outside is not None:
            outside.project.opened = ways

    def door(self, node: int) -> Door | None:
        """The copy that is open of a block that a node of the network at hand places, or None."""
        return self._door(self._canvas.levels.way, node)

    def _door(self, way: Way, node: int) -> Door | None:
        ends = (one[-1] for one in self._open if one[:-1] == way)
        return next((end for end in ends if end.node == node), None)

    def toggle(self, node: int) -> None:
        """Open a block where it stands, or close it again."""
        if self.door(node) is not None:
            self.close(node)
        else:
            self.open(node)

    def open(self, node: int, copy: int | None = None) -> bool:
        """Open a block of the network at hand where it stands, at one of its copies; False when it is no block."""
        levels, outside = self._canvas.levels, self._canvas.levels.outside
        if outside is None or node not in self._view.network or self._view.network.block_of(node) is None:
            return False
        plan = self._view.plan
        if copy is None:
            copy = max(0, len(copies_of(plan, node)) - 1) if plan.step(node) is None else 0
        way = levels.way
        here = len(way)
        kept = tuple(one for one in self._open if one[:here] != way or len(one) == here or one[here].node != node)
        deeper = (one[here + 1 :] for one in self._open if one not in kept and len(one) > here + 1)
        inner = tuple((*way, Door(node, copy), *rest) for rest in dict.fromkeys(deeper))
        self._change((*kept, (*way, Door(node, copy)), *inner), node)
        return True

    def close(self, node: int) -> None:
        """Close a block of the network at hand; what was open inside it will be open again with it."""
        way = self._canvas.levels.way
        self._change(tuple(one for one in self._open if not (one[:-1] == way and one[-1][0] == node)))

    def _change(self, ways: tuple[Way, ...], look_at: int | None = None) -> None:
        with self.gliding():
            self._set_open(ways)
            self._canvas.refresh()
            if look_at is not None:
                self._bring(look_at)
        self.toggled.emit()

    @contextmanager
    def gliding(self) -> Iterator[None]:
        """Whatever lies elsewhere after what is done meanwhile glides there, and what opens grows."""
        self.settle()
        before = {way: dict(place.shown) for way, place in self._all.items()}
        faces = {way: set(place.faces) for way, place in self._all.items()}
        yield
        if self._canvas.reduced_motion or not self._canvas.isVisible():
            return
        for way, place in self._all.items():
            moved = {
                node: (x - place.shown[node][0], y - place.shown[node][1])
                for node, (x, y) in before.get(way, {}).items()
                if node in place.shown and place.shown[node] != (x, y)
            }
            new = tuple(node for node in place.faces if node not in faces.get(way, place.faces))
            if moved or new:
                self._gliding[way], self._growing[way] = moved, new
        if self._gliding:
            self._glide(1.0)
            self._animation.start()

    @Slot(object)
    def _glide(self, share: float) -> None:
        for way, moved in self._gliding.items():
            place = self._all.get(way)
            if place is None:
                continue
            sizes = {}
            for node in self._growing.get(way, ()):
                picture, (wide, high) = place.item.drawing.node(node), place.sizes.get(node, (0.0, 0.0))
                if picture is not None:
                    first = (picture.inputs or picture.outputs or (None,))[0]
                    high = max(high, HEADER) + (first.line if first is not None and not picture.down else 0.0)
                    wide, high = min(wide, picture.width), min(high, picture.height)
                    sizes[node] = (
                        picture.width - (picture.width - wide) * share,
                        picture.height - (picture.height - high) * share,
                    )
                    self._veil(place, node, share)
            place.item.drawing.shift({n: (x * share, y * share) for n, (x, y) in moved.items()}, sizes)
            place.item.update()
            self._set_origins(place)

    def _veil(self, place: Place, node: int, share: float) -> None:
        """What is inside appears once its frame is large enough for most of it."""
        door = self._door(place.way, node)
        child = self._all.get((*place.way, door)) if door is not None else None
        if child is not None:
            child.item.setOpacity(min(1.0, max(0.0, 1.0 - 4.0 * share)))

    @Slot()
    def settle(self) -> None:
        """Let everything be where it comes to lie, at once."""
        gliding, self._gliding, self._growing = self._gliding, {}, {}
        self._animation.stop()
        for way in gliding:
            place = self._all.get(way)
            if place is not None:
                for child in place.item.childItems():
                    child.setOpacity(1.0)
                place.item.drawing.shift({})
                place.item.update()
                self._set_origins(place)

    def _bring(self, node: int) -> None:
        """Look at what was opened, if it does not fit into what is seen."""
        box, area = self._view.drawing.box(node), self._view.visible_area()
        if box is None or (area[0] <= box[0] and area[1] <= box[1] and box[2] <= area[2] and box[3] <= area[3]):
            return
        self._view.show_area(box, most=self._view.zoom())

    # ------------------------------------------------------------------ drawing them

    @property
    def outside(self) -> Editor | None:
        """The project as it is open, whatever block of it is at hand."""
        return self._canvas.levels.outside

    @property
    def here(self) -> Place | None:
        """The network a person deals with."""
        return self._all.get(self._canvas.levels.way)

    @property
    def base(self) -> Place | None:
        """The network that fills the canvas."""
        return self._all.get(self._canvas.levels.base)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._all.values())

    def forget(self) -> None:
        """Draw everything anew: another project or level is shown, or the language changed."""
        self.settle()
        base = self._canvas.levels.base
        for way in sorted(self._all, key=len, reverse=True):  # what is inside first: it goes with what is around it
            self._all[way].illustrator.forget()
            if way != base:
                self._drop(way)
        self._all = {}

    def refresh(self) -> Picture:
        """Draw everything as the project is now; returns the picture of the network that fills the canvas."""
        self.settle()
        levels = self._canvas.levels
        seen: set[Way] = set()
        editor = self._view.editor
        assert editor is not None
        if levels.way != levels.base:
            assert levels.outside is not None
            editor = opened(levels.outside, levels.base) if self.base is None else self.base.editor
        base = self._all.get(levels.base)
        if base is None or base.editor is not editor:
            base = self._all[levels.base] = Place(levels.base, editor, self._view.root)
        picture = self._draw(base, seen)
        for way in sorted((way for way in self._all if way not in seen), key=len, reverse=True):
            self._drop(way)
        if levels.way not in self._all:
            self.step_into(next(w for w in (levels.way[:n] for n in range(len(levels.way), -1, -1)) if w in self._all))
        self._set_origins(base)
        self._show_gradients()
        return picture

    def _drop(self, way: Way) -> None:
        place = self._all.pop(way)
        if place.item is not self._view.root:
            self._view.scene().removeItem(place.item)

    def _draw(self, place: Place, seen: set[Way]) -> Picture:
        """Draw a network with what is open in it."""
        seen.add(place.way)
        editor = place.editor
        network = editor.project.network
        picture = place.illustrator.picture(network, editor.plan, editor.diagnostics)
        place.sizes, place.faces = {}, {}
        openings: list[Opening] = []
        corners: dict[int, Point] = {}
        large: dict[int, NodePicture] = {}
        inner = [one[-1] for one in self._open if one[:-1] == place.way and one[-1][0] in network]
        for node, copy in inner:
            child = self._inside(place, Door(node, copy))
            if child is None:
                continue
            closed = picture.nodes[picture.place[node]]
            size = (closed.width, closed.height)
            face = self._face(place, child, closed)
            drawn = self._draw(child, seen)
            names = {one.id: one.name for one in child.editor.project.network}
            laid = laid_open(drawn, names, size, down=closed.down, least=least_width(face))
            child.item.set_picture(laid.picture)
            child.shown = dict(zip(laid.picture.place, laid.picture.positions, strict=True))
            child.frame = laid.frame
            large[node], opening, corners[node] = grown(closed, size, laid)
            openings.append(opening)
            place.sizes[node], place.faces[node] = size, face
        if openings:
            place.room, picture = with_room(picture, openings, large, place.room)
        else:
            place.room = Room()
        place.shown = dict(zip(picture.place, picture.positions, strict=True))
        for node, (dx, dy) in corners.items():
            x, y = place.shown[node]
            place.shown[node] = (x + dx, y + dy)
        place.item.opened = place.faces
        if place.way == self._canvas.levels.base:
            place.item.set_picture(picture)
        return picture

    def _inside(self, place: Place, door: Door) -> Place | None:
        """The place of what is inside a block, made when it is first opened."""
        outside = self._canvas.levels.outside
        way = (*place.way, door)
        if outside is None or network_at(outside.project.network, way) is None:
            return None
        child = self._all.get(way)
        if child is None:
            item = GraphItem()
            item.later = self._view.root.later
            child = self._all[way] = Place(way, opened(outside, way), item)
        if child.item.parentItem() is not place.item:
            child.item.setParentItem(place.item)
        return child

    def _face(self, place: Place, child: Place, closed: NodePicture) -> Face:
        outside = self._canvas.levels.outside
        assert outside is not None
        door = child.way[-1]
        return Face(
            closed.name,
            closed.type,
            tuple(row for row in closed.rows if row.name),
            max(1, len(copies_of(place.editor.plan, door.node))),
            door.copy,
            copies_in(outside.plan, outside.project.network, closed.type),
            place.editor.project.network.node(door.node).scan is not None,
            child.way == self._canvas.levels.way,
        )

    def follow(self) -> None:
        """Let what is inside open blocks go along with them while the network at hand is dragged or glides."""
        if self.here is not None and self.here.faces:
            self._set_origins(self.here)

    def _set_origins(self, place: Place) -> None:
        """Put what is inside into its frames."""
        for way, child in self._all.items():
            if way[:-1] == place.way and way != place.way:
                box = place.item.drawing.box(way[-1][0])
                if box is not None:
                    child.item.setPos(box[0] - child.frame[0], box[1] - child.frame[1])
                self._set_origins(child)

    def sheets(self, nodes: Collection[int] | None = None) -> tuple[Sheet, ...]:
        """Everything that is shown, the outermost network first: what a file of the drawing is made of.

        Of some ``nodes`` of the network at hand only they, with what is open inside them.
        """
        found = sorted(self._all.values(), key=lambda place: len(place.way))
        here = self.here if nodes is not None else None
        if here is None or nodes is None:
            return tuple(self._sheet(place, QPointF()) for place in found)
        doors = {(*here.way, door) for node in nodes if (door := self._door(here.way, node)) is not None}
        inside = (place for place in found if place.way[: len(here.way) + 1] in doors)
        first = replace(self._sheet(here, here.origin), picture=part_of(here.item.drawing.picture, nodes))
        return first, *(self._sheet(place, here.origin) for place in inside)

    @staticmethod
    def _sheet(place: Place, origin: QPointF) -> Sheet:
        corner = place.origin - origin
        return Sheet(place.item.drawing.picture, (corner.x(), corner.y()), dict(place.faces))

    # ------------------------------------------------------------------ going from one to the other

    def under(self, spot: QPointF, without: Collection[int] = ()) -> Place | None:
        """The innermost network under a point of the scene; the line over a block and its edge belong outside.

        Blocks ``without`` which one looks are nodes of the network at hand.
        """
        place = self.base
        while place is not None:
            at = spot - place.origin
            for node in place.faces:
                box = place.item.drawing.box(node) if place is not self.here or node not in without else None
                if box is not None and box[0] <= at.x() <= box[2] and box[1] + HEADER <= at.y() <= box[3]:
                    inner = self._door(place.way, node)
                    child = self._all.get((*place.way, inner)) if inner is not None else None
                    if child is not None:
                        place = child
                        break
            else:
                return place
        return None

    def step_under(self, spot: QPointF) -> None:
        """Deal with what lies under a point of the scene from now on."""
        place = self.under(spot)
        if place is not None and place.way != self._canvas.levels.way:
            self.step_into(place.way)

    def step_into(self, way: Way) -> None:
        """Deal with another network on the canvas: panels, keys and menus are its own from now on."""
        place = self._all.get(way)
        if place is None or self._canvas.levels.outside is None:
            return
        self.left.emit()
        view = self._view
        view.set_selection(())
        view.let_go()
        view.editor = place.editor
        view.item = place.item
        self._canvas.levels.stand(way)
        self._mark()
        self._canvas.levels.changed.emit()

    def step_out(self) -> bool:
        """Deal with what the open block at hand lies in, and select the block; False outside of open blocks."""
        levels = self._canvas.levels
        if levels.way == levels.base:
            return False
        node = levels.way[-1].node
        self.step_into(levels.way[:-1])
        self._view.set_selection((node,))
        return True

    def walk(self, step: int) -> bool:
        """Look into another copy of the open block at hand; False outside of open blocks."""
        levels = self._canvas.levels
        if levels.way == levels.base:
            return False
        way, chosen = levels.way, self._view.selection()
        self.step_into(way[:-1])
        copy = (way[-1].copy + step) % self.copies(way)
        self.open(way[-1].node, copy)
        self.step_into((*way[:-1], Door(way[-1].node, copy)))
        self._view.set_selection(chosen)
        return True

    def copies(self, way: Way) -> int:
        """How many copies the last door of a way to an open block leads to."""
        parent = self._all.get(way[:-1])
        face = parent.faces.get(way[-1].node) if parent is not None else None
        return face.copies if face is not None else 1

    def _mark(self) -> None:
        """Let the frame of what a person deals with stand out."""
        for place in self._all.values():
            for node, face in place.faces.items():
                door = self._door(place.way, node)
                own = door is not None and (*place.way, door) == self._canvas.levels.way
                if own != face.own:
                    place.faces[node] = Face(**{**vars(face), "own": own})
                    place.item.update()

    # ------------------------------------------------------------------ where things lie

    def corner(self, node: int) -> Point:
        """Where a node of the network at hand is shown: of an open block the corner it has closed."""
        here = self.here
        return here.shown[node] if here is not None else (0.0, 0.0)

    def kept(self, place: Point, node: int) -> Point:
        """Where a node of the network at hand has to be kept so that it is shown at a place."""
        here = self.here
        picture = self._view.drawing.node(node)
        if here is None or picture is None:
            return place
        return here.room.kept(place, here.sizes.get(node, (picture.width, picture.height)), node)

    def closed_sizes(self) -> dict[int, Point]:
        """How large the nodes of the network at hand are, closed."""
        known = self.here.sizes if self.here is not None else {}
        return {node.id: known.get(node.id, (node.width, node.height)) for node in self._view.drawing.picture.nodes}

    # ------------------------------------------------------------------ what a run shows

    def show_gradients(self, norms: Norms | None, low: float, high: float) -> None:
        """Colour the wires of every network by the gradient on them: by node, port, and the way into blocks if any."""
        parts: dict[Way, dict[tuple[int, str], float | None]] = {}
        for key, norm in (norms or {}).items():
            parts.setdefault(key[2] if len(key) > 2 else (), {})[key[0], key[1]] = norm
        self._gradients = {way: Gradients(part, low, high) for way, part in parts.items()}
        self._show_gradients()

    def gradients_at(self, way: Way) -> Gradients | None:
        """What is known of the wires of a network, or None."""
        return self._gradients.get(way)

    def _show_gradients(self) -> None:
        for way, place in self._all.items():
            gradients = self.gradients_at(way)
            if gradients is not None or place.item.wire_state.gradients is not None:
                place.item.wire_state.gradients = gradients
                place.item.update_wires()

    def restyle(self, *, anew: bool = False) -> None:
        """Make colours again: the theme changed; with ``anew`` the words too."""
        for place in self._all.values():
            place.item.forget()
            if anew:
                place.illustrator.forget()
