"""Going into blocks and out again: which network the canvas shows, and the line of names that leads back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from graphs.network import NetworkError
from widgets import theme
from widgets.canvas.unrolling import MOST
from widgets.controls import clear
from widgets.editor import Editor
from widgets.icons import icon
from widgets.inside import (
    Door,
    OpenBlock,
    Way,
    as_far_as_it_goes,
    copies_in,
    copies_of,
    meaning_at,
    network_at,
    opened,
    way_to_fault,
)
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

OPENING = 220


class Levels(QObject):
    """The way a canvas has gone into blocks. ``changed`` tells that another network is dealt with.

    ``base`` leads to the network that fills the canvas, ``way`` to the one a person deals with: the same, or the inside
    of a block that is open where it stands.
    """

    changed = Signal()

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self._canvas = canvas
        self.outside: Editor | None = None
        self.way: Way = ()
        self.base: Way = ()
        self._looked: dict[Way, tuple[QPointF, float]] = {}

    def set_outside(self, editor: Editor | None) -> None:
        """Begin outside all blocks of another project."""
        self.outside, self.way, self.base = editor, (), ()
        self._looked = {}

    @property
    def inside(self) -> OpenBlock | None:
        """The block that is open, or None outside all blocks."""
        return OpenBlock(self.outside, self.way) if self.outside is not None and self.way else None

    def copies(self, way: Way) -> int:
        """How many copies the last door of a way leads to."""
        if not way or self.outside is None:
            return 1
        root = self.outside.project.network
        meaning = meaning_at(root, self.outside.plan, way[:-1])
        return max(1, len(copies_of(meaning, way[-1].node)))

    def enter(self, node: int, copy: int | None = None) -> bool:
        """Open the block that a node places, at one of its copies (the one with a fault, else the first); False when
        the node places none."""
        if self.outside is None:
            return False
        if copy is None:
            meaning = meaning_at(self.outside.project.network, self.outside.plan, self.way)
            copy = max(0, len(copies_of(meaning, node)) - 1) if meaning.step(node) is None else 0
        way = (*self.way, Door(node, copy))
        if network_at(self.outside.project.network, way) is None:
            return False
        self.go(way)
        return True

    def go(self, way: Way) -> None:
        """Show the network at the end of a way, where one looked last; what one came out of is selected."""
        canvas, outside = self._canvas, self.outside
        if outside is None or way == self.way == self.base:
            return
        view = canvas.view
        middle = view.to_scene(QPointF(view.viewport().rect().center()))
        canvas.places.step_into(self.base)
        before, self.way, self.base = self.base, way, way
        same_drawing = len(before) == len(way) and before[:-1] == way[:-1] and before[-1].node == way[-1].node
        self._looked[before] = (middle, view.zoom())
        chosen = view.selection() if same_drawing else ()
        if before[: len(way)] == way and len(before) > len(way):
            chosen = (before[len(way)].node,)
        view.cancel_gesture()
        view.set_selection(())
        view.editor = opened(outside, way)
        canvas.show_anew()
        self.changed.emit()
        view.set_selection(chosen)
        if not same_drawing:
            seen = self._looked.get(way)
            if seen is not None:
                view.glide_to(*seen, 0)
            else:
                canvas.fit_now()
                if not canvas.reduced_motion and canvas.isVisible():
                    centre, zoom = view.to_scene(QPointF(view.viewport().rect().center())), view.zoom()
                    reduced, view.reduced_motion = view.reduced_motion, True
                    view.glide_to(centre, zoom * 0.8)
                    view.reduced_motion = reduced
                    view.glide_to(centre, zoom, OPENING)

    @Slot(int)
    def reveal_fault(self, node: int) -> None:
        """Show what is wrong at a node of the project's network, however deep inside blocks it lies."""
        if self.outside is not None:
            way, inner = way_to_fault(self.outside.project.network, self.outside.plan, node)
            self.go(way)
            self._canvas.show_node(inner)

    def follow(self) -> bool:
        """Stay in what is still there after a change of the project.

        Returns whether that is the same place inside a block: then its name or its copies may be other ones now, which
        ``changed`` has to tell as soon as it is drawn anew.
        """
        if self.outside is None or not self.way:
            return False
        way = as_far_as_it_goes(self.outside.project.network, self.base)
        stays = way == self.base
        if not stays:
            self.go(way)
        return stays

    def stand(self, way: Way) -> None:
        """Deal with what is inside a block that is open where it stands; `Places` shows it."""
        self.way = way

    @Slot()
    def out(self) -> None:
        """Show what the open block lies in; out of one that is open where it stands its surroundings are dealt with."""
        if not self._canvas.places.step_out() and self.way:
            self.go(self.way[:-1])

    def walk(self, step: int) -> None:
        """Show another copy of the open block; after the last comes the first."""
        if not self._canvas.places.walk(step) and self.way:
            last = self.way[-1]
            number = (last.copy + step) % self.copies(self.way)
            self.go((*self.way[:-1], last._replace(copy=number)))

    @Slot()
    def next_copy(self) -> None:
        """Show the next copy."""
        self.walk(1)

    def steps(self) -> int:
        """How many steps of time the open scan can be drawn in; 1 where no scan is open."""
        if self.outside is None or not self.base:
            return 1
        root, door = self.outside.project.network, self.base[-1]
        parent = network_at(root, self.base[:-1])
        if parent is None or door.node not in parent or parent.node(door.node).scan is None:
            return 1
        copies = copies_of(meaning_at(root, self.outside.plan, self.base[:-1]), door.node)
        loop = copies[min(door.copy, len(copies) - 1)].loop if copies else None
        return max(1, min(MOST, loop.length)) if loop is not None and isinstance(loop.length, int) else MOST

    def name_of(self, way: Way) -> tuple[str, str, str]:
        """What the last door of a way is called: the node's name, the block, and ``1 of 2`` where it has copies."""
        assert self.outside is not None and way
        parent = network_at(self.outside.project.network, way[:-1])
        if parent is None:  # an undo has just taken away what it lies in
            return "", "", ""
        try:
            node = parent.node(way[-1].node)
        except NetworkError:
            return "", "", ""
        count = self.copies(way)
        words = tr("{n} of {count}", n=way[-1].copy + 1, count=count) if count > 1 else ""
        return node.title or node.name, node.type, words


class Breadcrumbs(QFrame):
    """The way in, as names one can press to go back; what the open block is; the next copy; and out."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self._canvas, self._levels = canvas, canvas.levels
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 4, 4)
        self._row.setSpacing(2)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.links: list[QToolButton] = []
        self.here, self.says = QLabel(self), QLabel(self)
        self.next, self.out = QToolButton(self), QToolButton(self)
        self.unrolling, self.unroll = QLabel(self), QSlider(Qt.Orientation.Horizontal, self)
        self.unroll.setMinimum(1)
        self.unroll.setPageStep(1)
        self.unroll.setFixedSize(110, 26)
        self._unrolled: Way = ()
        self.unroll.valueChanged.connect(self._unroll)
        self.next.clicked.connect(self._levels.next_copy)
        self.out.clicked.connect(self._levels.out)
        self._shown: tuple[object, ...] = ()
        self._levels.changed.connect(self.refresh)
        self.hide()

    @Slot()
    def refresh(self) -> None:
        """Show where one is."""
        levels = self._levels
        inside = OpenBlock(levels.outside, levels.base) if levels.outside is not None and levels.base else None
        self.setVisible(inside is not None)
        steps = levels.steps()
        if levels.base != self._unrolled:
            self._unrolled = levels.base
            self.unroll.setValue(1)
        self.unroll.setMaximum(steps)
        if inside is None or levels.outside is None:
            self._shown = ()
            self._canvas.place_overlays()
            return
        names = [levels.name_of(way) for way in (levels.base[:end] for end in range(1, len(levels.base) + 1))]
        title = inside.outside.project.title
        uses = copies_in(levels.outside.plan, levels.outside.project.network, inside.block)
        copies = levels.copies(levels.base)
        says = tr("{block}: edit once, all {n} copies follow", block=names[-1][1], n=uses)
        if uses < 2 and copies < 2:
            says = tr("{block}: the only copy", block=names[-1][1])
        now = (title, tuple(names), uses, copies, says, theme.current().name, steps)
        if now != self._shown:
            self._shown = now
            self._build(title, names, says, copies)
        self._canvas.place_overlays()

    def _build(self, title: str, names: list[tuple[str, str, str]], says: str, copies: int) -> None:
        look = theme.current()
        self.links = []
        kept = (self.here, self.says, self.unrolling, self.unroll, self.next, self.out)
        for widget in kept:
            self._row.removeWidget(widget)
        clear(self._row)
        for depth, word in enumerate(
            [tr(title), *(" · ".join(n for n in (name[0], name[2]) if n) for name in names[:-1])]
        ):
            link = QToolButton()
            link.setText(word)
            link.setAutoRaise(True)
            link.setFont(theme.ui_font(14.0, theme.MEDIUM))
            link.setStyleSheet(f"QToolButton {{ color: {look.accent}; }}")
            link.setToolTip(tr("Go out to {name}", name=word))
            link.setAccessibleName(link.toolTip())
            link.clicked.connect(partial(self._go, depth))
            self._row.addWidget(link)
            arrow = QLabel()
            arrow.setPixmap(icon("mdi6.chevron-right", "muted").pixmap(QSize(16, 16)))
            self._row.addWidget(arrow)
            self.links.append(link)
        name, _, number = names[-1]
        self.here.setText(" · ".join(part for part in (name, number) if part))
        self.here.setFont(theme.ui_font(14.0, theme.SEMIBOLD))
        self.says.setText(says)
        self.says.setFont(theme.ui_font(theme.TEXT_SECONDARY))
        self.says.setStyleSheet(f"color: {look.muted};")
        self.says.setContentsMargins(10, 0, 10, 0)
        for button, words, glyph in (
            (
                self.next,
                tr("Next copy (Alt+Right): the shapes inside are those of the copy one sees"),
                "mdi6.chevron-right",
            ),
            (self.out, tr("Close the block and go out (Alt+Up or Esc)"), "mdi6.close"),
        ):
            button.setIcon(icon(glyph))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setAutoRaise(True)
            button.setFixedSize(26, 26)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget in kept:
            self._row.addWidget(widget)
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.setVisible(self._row.indexOf(child) >= 0)  # else they count for nothing until the next event
        self.next.setVisible(copies > 1)
        for widget in (self.unrolling, self.unroll):
            widget.setVisible(self.unroll.maximum() > 1)
            widget.setToolTip(tr("How many time steps are drawn beside each other. Only the last one can be edited."))
        self.unrolling.setFont(theme.ui_font(theme.TEXT_SECONDARY))
        self.unroll.setAccessibleName(tr("Unroll: how many time steps are drawn beside each other"))
        self._say_steps()
        self.setAccessibleName(tr("Where you are: {way}", way=" › ".join((tr(title), *(name[0] for name in names)))))

    def _say_steps(self) -> None:
        steps = self.unroll.value()
        self.unrolling.setText(tr("Unroll: {n} steps", n=steps) if steps > 1 else tr("Unroll"))
        self.unrolling.setMinimumWidth(self.unrolling.fontMetrics().horizontalAdvance(tr("Unroll: {n} steps", n=8)) + 6)

    @Slot(int)
    def _unroll(self, steps: int) -> None:
        self._say_steps()
        self._canvas.view.root.set_steps(steps)
        self._canvas.fit_now()

    def _go(self, depth: int, checked: bool = False) -> None:
        self._levels.go(self._levels.base[:depth])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and self.isVisible():
            self._shown = ()
            self.refresh()


def below_crumbs(crumbs: QWidget, usual: int) -> int:
    """How far down what stands under the breadcrumbs begins."""
    return crumbs.geometry().bottom() + 8 if not crumbs.isHidden() else usual
