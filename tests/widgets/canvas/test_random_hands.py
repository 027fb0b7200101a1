"""A person who does anything, inside blocks and outside: no command fails, and undo leads back to the first byte."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF

from graphs.document import from_snapshot, snapshot
from graphs.project import Project
from tests.widgets.canvas.test_blocks import with_blocks
from tests.widgets.drawings import OpenProject
from widgets.canvas import Canvas
from widgets.canvas.aligning import Side
from widgets.canvas.doorway import Doorway

STEPS = 70


class Anyone:
    """Does one thing after another at a canvas, as chance wants it."""

    def __init__(self, canvas: Canvas, editor: OpenProject, chance: random.Random):
        self.canvas, self.editor, self.chance = canvas, editor, chance
        edit = canvas.editing
        self.can = {
            "open": edit.open,
            "out": canvas.levels.out,
            "open here": self._open_here,
            "step": self._step,
            "join": lambda: len(canvas.selection()) > 1 and canvas.joining.join(),
            "cut": canvas.joining.cut,
            "next copy": canvas.levels.next_copy,
            "delete": edit.delete,
            "duplicate": edit.duplicate,
            "make block": canvas.blocks.make,
            "dissolve": self._dissolve,
            "repeat": self._repeat,
            "mute": lambda: edit.set_mode("muted"),
            "bypass": lambda: edit.set_mode("bypassed"),
            "freeze": edit.toggle_freeze,
            "align": lambda: edit.align(chance.choice(list(Side))),
            "distribute": lambda: edit.distribute(across=chance.random() < 0.5),
            "replace": self._replace,
            "copy": edit.copy,
            "paste": edit.paste,
            "frame": canvas.frames.frame_selection,
            "add": lambda: canvas.add_layer(chance.choice(["ReLU", "Conv2d", "Residual", "Output"])),
            "add after": self._add_after,
            "step in": canvas.blocks.step_in,
            "carry": self._carry,
            "carry again": self._carry,
            "nudge": lambda: edit.nudge(24.0, 0.0),
            "undo": editor.history.undo,
            "redo": editor.history.redo,
        }

    def _blocks(self) -> list[int]:
        return [node.id for node in self.canvas.view.drawing.picture.nodes if node.block]

    def _dissolve(self) -> None:
        self.canvas.select(self._blocks()[:1])
        self.canvas.blocks.dissolve()

    def _open_here(self) -> None:
        blocks = self._blocks()
        self.canvas.select(blocks and [self.chance.choice(blocks)])
        self.canvas.blocks.open_here()

    def _step(self) -> None:
        """Press somewhere: into an open block, or out of it."""
        self.canvas.places.step_into(self.chance.choice([place.way for place in self.canvas.places]))

    def _carry(self) -> None:
        """Drag what is selected over the edge of an open block, into it or out of it."""
        places, chosen = self.canvas.places, self.canvas.selection()
        here = places.here
        assert here is not None
        depth = len(here.way)
        others = [
            place
            for place in places
            if place is not here and not (place.way[:depth] == here.way and place.way[depth].node in chosen)
        ]
        if chosen and others:
            door = Doorway(self.canvas.view, chosen)
            door.place = self.chance.choice(others)
            door.carry({node: places.corner(node) for node in chosen}, QPointF(200.0, 100.0))

    def _add_after(self) -> None:
        self.canvas.editing.add_after()
        if self.canvas.search.isVisible():
            self.canvas.search.close_search()
            self.canvas._found(self.chance.choice(["ReLU", "BatchNorm2d", "Conv2d", "Dropout"]))

    def _repeat(self) -> None:
        for node in self._blocks()[:1]:
            self.canvas.blocks.repeat(node, self.chance.choice([None, 1, 2, 3]))

    def _replace(self) -> None:
        self.canvas.editing.replace()
        if self.canvas.selection():
            self.canvas.search.close_search()
            self.canvas._found(self.chance.choice(["ReLU", "Conv2d", "Add", "Residual", "Linear", "Concat"]))

    def act(self) -> str:
        """Select something and do something."""
        ids = [node.id for node in self.canvas.view.drawing.picture.nodes]
        self.canvas.select(self.chance.sample(ids, min(len(ids), self.chance.randint(1, 3))))
        what = self.chance.choice(list(self.can))
        self.can[what]()
        return what


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_is_done_is_saved_as_it_is_and_taken_back_to_the_first_byte(qtbot, seed):
    editor = OpenProject(Project(with_blocks(), title="Residual net"))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)
    canvas.resize(900, 600)
    canvas.show()
    anyone = Anyone(canvas, editor, random.Random(seed))
    before = snapshot(editor.project)
    done = [anyone.act() for _ in range(STEPS)]
    now = snapshot(editor.project)
    assert now != before and len(set(done)) > 12
    assert snapshot(from_snapshot(now)) == now
    steps = 0
    while editor.history.undo_label is not None:
        editor.history.undo()
        steps += 1
    assert snapshot(editor.project) == before
    for _ in range(steps):  # not to the end: what was undone at last is not done now
        editor.history.redo()
    assert snapshot(editor.project) == now
    qtbot.kept = anyone  # with its canvas, until the events after the test are done
