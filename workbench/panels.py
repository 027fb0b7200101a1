"""The panels round the canvas: made once for the window, each shows the project whose tab is in front."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from widgets.code import Code
from widgets.inspector import Inspector
from widgets.palette import Palette
from widgets.problems import Problems
from workbench.counting import Counter, advise_on_data
from workbench.docks import Sides
from workbench.live_numbers import LiveStatistics

if TYPE_CHECKING:
    from graphs.meaning import Fix
    from widgets.outline import Outline
    from workbench.project_tab import ProjectTab
    from workbench.recipe_panel import RecipePanel

BETWEEN = 15
"""The pause between two parts that are made after the first picture, in milliseconds: so long no click waits."""


class Panels(QObject):
    """What the docks hold. ``completed`` tells that the panels made after the first picture are all there."""

    completed = Signal()

    def __init__(self, tab: ProjectTab, counter: Counter, parent: QObject | None = None):
        super().__init__(parent)
        self.tab = tab
        self.complete = False
        self._rooms: dict[str, QWidget] = {}
        session = tab.session
        self.palette = Palette(later=True)
        self.palette.set_editor(session)
        self.inspector, self.problems, self.code = Inspector(session), Problems(session), Code(session)
        self.views = QStackedWidget()
        self.views.addWidget(tab.views)
        self._measure(tab)
        advise_on_data(self.problems, counter, lambda: self.tab.session)
        self.problems.while_training = lambda: self.tab.advice.diagnostics(self.tab.session.project)
        self.problems.fixed.connect(self._fixed)
        self._maker = QTimer(self)
        self._maker.setInterval(BETWEEN)
        self._maker.timeout.connect(self._make_rest)
        self.problems.revealRequested.connect(self._reveal_fault)
        self.problems.revealInside.connect(self._reveal)
        self.code.nodeClicked.connect(self._reveal)
        self.palette.dragStarted.connect(self._drag)
        self.palette.chosen.connect(self._add)

    def contents(self) -> dict[str, QWidget]:
        """What each dock holds, by the name of the dock."""
        return {
            "palette": Sides(self.palette, self._room("outline")),
            "inspector": self.inspector,
            "recipe": self._room("recipe"),
            "views": self.views,
            "problems": self.problems,
            "code": self.code,
        }

    # ------------------------------------------------------------------ what the first picture does not show

    def _room(self, name: str) -> QWidget:
        """An empty place for a panel that is made when it is first needed, or shortly after the first picture."""
        room = self._rooms[name] = QWidget()
        QVBoxLayout(room).setContentsMargins(0, 0, 0, 0)
        room.installEventFilter(self)
        return room

    def _furnish(self, name: str, panel: QWidget) -> None:
        room = self._rooms[name]
        room.removeEventFilter(self)
        room.layout().addWidget(panel)  # type: ignore[union-attr]

    @cached_property
    def outline(self) -> Outline:
        """The list of nodes behind the palette."""
        from widgets.outline import Outline

        outline = Outline(self.tab.canvas.editor)
        outline.set_selection(self.tab.selection)
        outline.selectionChanged.connect(self._choose)
        outline.revealRequested.connect(self._show_node)
        outline.revealInside.connect(self._reveal)
        self._furnish("outline", outline)
        return outline

    @cached_property
    def recipe(self) -> RecipePanel:
        """What the training is made of."""
        from workbench.recipe_panel import RecipePanel

        recipe = RecipePanel(self.tab.session)
        self._furnish("recipe", recipe)
        return recipe

    def make_rest(self) -> None:
        """Begin to make the parts that wait, one after the other."""
        self._maker.start()

    @Slot()
    def _make_rest(self) -> None:
        """Make the next of the parts that wait; a person who is quicker gets them at once."""
        inspector = self.inspector
        parts = (self, "outline"), (inspector, "node_page"), (inspector, "several_page"), (self, "recipe")
        for owner, name in parts:
            if name not in vars(owner):
                getattr(owner, name)
                return
        self._maker.stop()
        self.complete = True
        self.completed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Furnish a room that is entered."""
        if event.type() == QEvent.Type.Show:
            for name, room in self._rooms.items():
                if watched is room:
                    getattr(self, name)
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ following the project in front

    def follow(self, tab: ProjectTab) -> None:
        """Show another project, or another one in the same tab."""
        self.tab = tab
        self._measure(tab)
        if self.views.indexOf(tab.views) < 0:
            self.views.addWidget(tab.views)
        self.views.setCurrentWidget(tab.views)
        tab.main.apart.place()
        for panel in (self.palette, self.problems, self.code):
            panel.set_editor(tab.session)
        if "recipe" in vars(self):
            self.recipe.set_editor(tab.session)
        self.inspector.set_selection(())
        self.inspector.set_editor(tab.canvas.editor)
        if "outline" in vars(self):
            self.outline.set_selection(())
            self.outline.set_editor(tab.canvas.editor)
        self.follow_selection()

    def _measure(self, tab: ProjectTab) -> None:
        """Let the training of a project measure the node that the inspector shows."""
        if tab.findChild(LiveStatistics) is None:
            LiveStatistics(tab.session, self.inspector, tab)
            tab.advised.connect(self.problems.refresh_soon)

    def follow_level(self) -> None:
        """Inspector and outline follow what the canvas shows, into a block and out again."""
        editor = self.tab.canvas.editor
        if self.inspector.editor is not editor:
            self.inspector.set_selection(())
            self.inspector.set_editor(editor)
            if "outline" in vars(self):
                self.outline.set_selection(())
                self.outline.set_editor(editor)

    def follow_selection(self) -> None:
        """Show what is selected on the canvas."""
        selection, inside = self.tab.selection, self.tab.canvas.levels.inside
        if "outline" in vars(self):
            self.outline.set_selection(selection)
        self.inspector.set_selection(selection)
        self.code.set_selection(selection, None if inside is None else inside.block)

    def forget(self, tab: ProjectTab) -> None:
        """Let go of the views of a project that is closed."""
        self.views.removeWidget(tab.views)

    # ------------------------------------------------------------------ what the panels ask of the canvas

    @Slot(tuple)
    def _choose(self, nodes: tuple[int, ...]) -> None:
        self.tab.canvas.select(nodes)

    @Slot(object)
    def _fixed(self, fix: Fix) -> None:
        self.tab.training.take_rates(fix.edit)

    @Slot(int)
    def _show_node(self, node: int) -> None:
        self.tab.canvas.show_node(node)

    @Slot(int, str)
    def _reveal(self, node: int, block: str) -> None:
        self.tab.reveal(node, block)

    def _reveal_fault(self, *where: object) -> None:
        self.tab.canvas.levels.reveal_fault(*where)  # type: ignore[arg-type]

    def _drag(self, *what: object) -> None:
        self.tab.canvas.begin_palette_drag(*what)  # type: ignore[arg-type]

    def _add(self, *what: object) -> None:
        self.tab.canvas.add_layer(*what)  # type: ignore[arg-type]
