"""Frames and sticky notes by hand: draw one, name it, colour it, write on it, take it away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit

from graphs.edits import Batch, DropFrame, DropNote, Edit, PutFrame, PutNote
from graphs.message import say
from graphs.network import Frame, Note
from widgets import theme
from widgets.canvas.decorations import NOTE_TEXT
from widgets.canvas.drawing import FRAME_AIR, FRAME_TITLE
from widgets.canvas.geometry import GRID, LEAST_NOTE, snapped
from widgets.canvas.notes import NoteField
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


def name_field(
    canvas: Canvas,
    text: str,
    words: str,
    place: QRect,
    size: float,
    take: Callable[[str], None],
    closed: Callable[[], None] = lambda: None,
) -> QLineEdit:
    """A field over the canvas for one name; Enter or leaving it takes the name, Esc does not; then ``closed``."""
    field = QLineEdit(text, canvas.view.viewport())
    field.setAccessibleName(words)
    field.setToolTip(words)
    field.setPlaceholderText(words)
    field.setFont(theme.ui_font(size, theme.SEMIBOLD))
    field.setGeometry(place)
    field.selectAll()

    def close(*, keep: bool) -> None:
        if field.isHidden():
            return
        field.hide()
        field.deleteLater()
        closed()
        canvas.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep and field.text().strip() != text:
            take(field.text().strip())

    field.editingFinished.connect(lambda: close(keep=True))
    cancel = QAction(field)
    cancel.setShortcut(QKeySequence(Qt.Key.Key_Escape))
    cancel.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    cancel.triggered.connect(lambda: close(keep=False))
    field.addAction(cancel)
    field.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return field


class FrameCommands(QObject):
    """What a person does with frames and notes; each is one edit."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view
        self.title_field: QLineEdit | None = None
        self.note_field: NoteField | None = None

    # ------------------------------------------------------------------ frames

    def framed(self, nodes: Iterable[int]) -> Frame | None:
        """The frame that holds exactly these nodes."""
        chosen = set(nodes)
        if self.view.editor is None or not chosen:
            return None
        return next((f for f in self.view.network.frames.values() if set(f.nodes) == chosen), None)

    @Slot()
    def frame_selection(self) -> None:
        """Draw a frame round what is selected and let a person name it; round the same nodes again it goes away."""
        chosen = self.canvas.selection()
        if self.view.editor is None or not chosen:
            return
        there = self.framed(chosen)
        if there is not None:
            self.view.request(DropFrame(there.id))
            return
        network = self.view.network
        colour = (max((f.colour for f in network.frames.values()), default=-1) + 1) % len(theme.current().frames)
        frame = Frame(network.next_id, "", tuple(sorted(chosen)), colour)
        step = f"frame {frame.id}"  # drawing and naming it are one step
        if self.view.request(PutFrame(frame), step):
            self.rename_frame(frame.id, step)

    @Slot(int)
    def rename_frame(self, identity: int, gesture: str | None = None) -> None:
        """Put a field over the title of a frame."""
        frame = self.view.network.frames.get(identity)
        box = self.view.drawing.frame_box(identity)
        if frame is None or box is None:
            return
        top = self.canvas.scene_to_viewport((box[0] + 8, box[1] + 4, box[2] - 8, box[1] + FRAME_TITLE + FRAME_AIR))
        place = QRect(max(4, top.x()), max(4, top.y()), max(160, min(320, top.width())), 28)
        words = tr("Title of the frame")

        def take(title: str) -> None:
            now = self.view.network.frames.get(identity)
            if now is not None and title != now.title:
                self.view.request(PutFrame(replace(now, title=title)), gesture)

        shown = tr(frame.title) if frame.title else ""
        self.title_field = name_field(self.canvas, shown, words, place, NOTE_TEXT, take)

    def colour_frame(self, identity: int, colour: int) -> None:
        """Give a frame another of the eight colours."""
        frame = self.view.network.frames.get(identity)
        if frame is not None and frame.colour != colour:
            self.view.request(PutFrame(replace(frame, colour=colour)))

    def drop_frame(self, identity: int) -> None:
        """Take a frame away; its nodes stay."""
        self.view.request(DropFrame(identity))

    def take_out(self) -> None:
        """Take what is selected out of its frames; a frame without nodes goes."""
        chosen = set(self.canvas.selection())
        edits: list[Edit] = []
        for frame in self.view.network.frames.values():
            rest = tuple(node for node in frame.nodes if node not in chosen)
            if len(rest) < len(frame.nodes):
                edits.append(PutFrame(replace(frame, nodes=rest)) if rest else DropFrame(frame.id))
        if edits:
            self.view.request(Batch(tuple(edits), say("Take out of the frame")))

    # ------------------------------------------------------------------ notes

    @Slot(int)
    def write_note(self, note: int) -> None:
        """Let a person write on a note."""
        if note in self.view.network.notes:
            self.note_field = NoteField(self.view, self.view.network.notes[note])

    @Slot()
    def add_note(self, at: QPointF | None = None) -> None:
        """Stick a new note at a point, or in the middle of the view, and let a person write on it."""
        if self.view.editor is None:
            return
        place = at or self.view.to_scene(QPointF(self.view.viewport().rect().center()))
        x, y = snapped((place.x() - 102, place.y() - 36))
        while at is None and self.view.drawing.nodes_in((x, y, x + 204, y + 72)):
            y += GRID
        note = Note(self.view.network.next_id, "", self.view.room.kept((x, y), (204.0, 72.0)))
        self.note_field = NoteField(self.view, note, is_new=True)

    def drop_note(self, note: int) -> None:
        """Take a note away."""
        self.view.request(DropNote(note))

    def resize_note(self, note: int, dx: float, dy: float) -> None:
        """Make a note larger or smaller by the grid; presses in a row are one step of undo."""
        stuck = self.view.network.notes[note]
        size = max(LEAST_NOTE[0], stuck.size[0] + dx), max(LEAST_NOTE[1], stuck.size[1] + dy)
        assert self.view.editor is not None
        if size != stuck.size:
            self.view.editor.do(PutNote(replace(stuck, size=size)), gesture=f"resize note {note}")

    def nudge_note(self, note: int, dx: float, dy: float) -> None:
        """Move a note by the grid; presses in a row are one step of undo."""
        stuck = self.view.network.notes[note]
        place = (stuck.position[0] + dx, stuck.position[1] + dy)
        assert self.view.editor is not None
        self.view.editor.do(PutNote(replace(stuck, position=place)), gesture=f"nudge note {note}")
