"""The panel that explains what is selected: one node, several, or with nothing selected the whole project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from graphs.edits import ChangeNode
from graphs.layer import Layer, Tally
from graphs.message import say
from graphs.network import Node
from widgets import theme
from widgets.block_page import BlockPage
from widgets.controls import Picture, Switch, Text
from widgets.editor import Editor
from widgets.forms import ParameterForm
from widgets.formula import FormulaView
from widgets.inside import OpenBlock
from widgets.language import tr
from widgets.learning_box import LearningBox
from widgets.live_box import LiveBox, LiveNumbers
from widgets.node_sections import CostLine, Header, ProblemCard, ShapeView
from widgets.page import Page
from widgets.panel import Panel
from widgets.project_page import ProjectPage
from widgets.scan_box import ScanBox
from widgets.section import Section
from widgets.weights_box import WeightsBox

READ_EVERY = 250
"""Milliseconds between two changes of live numbers; a number that flickers cannot be read."""

Looked = tuple[tuple[tuple[int, int], ...], int]
"""A node that is looked at: the way into blocks as (node, copy), and its id there."""


class NodePage(Page):
    """One node, its sections always in the same order; only live statistics come first while a run is on."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor: Editor | None = None
        self._node: Node | None = None
        self.header = Header()
        self.problem = ProblemCard()
        held = QWidget()
        hold = QVBoxLayout(held)
        hold.setContentsMargins(16, 0, 16, 8)
        hold.addWidget(self.problem)
        offers = QWidget()
        self._offers = QHBoxLayout(offers)
        self._offers.setContentsMargins(16, 0, 16, 4)
        self._offers.setSpacing(theme.GAP_TINY)
        self._offers.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.parameters = Section("parameters")
        self.form = ParameterForm()
        self.parameters.body.addWidget(self.form)
        self.time = Section("time")
        self.scan_box = ScanBox()
        self.time.body.addWidget(self.scan_box)
        self.shape = Section("shape")
        self.shape_view = ShapeView()
        self.shape.body.addWidget(self.shape_view)
        self.formula = Section("formula")
        self.formula_view = FormulaView()
        self.formula.body.addWidget(self.formula_view)
        self.cost = Section("cost")
        self.parameter_cost, self.work_cost = CostLine(), CostLine()
        self.cost.body.addWidget(self.parameter_cost)
        self.cost.body.addWidget(self.work_cost)
        self.learning = Section("learning")
        self.freeze = Switch()
        self._freeze_word = Text()
        self._freeze_says = Text(role="muted", size=12, wrap=True)
        freezing = QHBoxLayout()
        freezing.setSpacing(8)
        self._snow = Picture("mdi6.snowflake", "muted")
        freezing.addWidget(self._snow)
        freezing.addWidget(self._freeze_word, 1)
        freezing.addWidget(self.freeze)
        self.learning.body.addLayout(freezing)
        self.learning.body.addWidget(self._freeze_says)
        self.learning_box = LearningBox()
        self.learning.body.addWidget(self.learning_box)
        self.weights = WeightsBox()
        self.learning.body.addWidget(self.weights)
        self.live = Section("live")
        self.live_box = LiveBox()
        self.live.body.addWidget(self.live_box)
        self.live.hide()
        self.words = Section("words")
        self.help_texts: list[tuple[Text, Text]] = []
        for _ in range(4):
            title, text = Text(size=12, weight=600), Text(role="muted", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.words.body.addWidget(title)
            self.words.body.addWidget(text)
            self.help_texts.append((title, text))
        for part in (
            self.header,
            held,
            offers,
            self.parameters,
            self.time,
            self.shape,
            self.formula,
            self.cost,
            self.learning,
            self.words,
            self.live,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._held = held
        self.header.helpRequested.connect(self.explain)
        self.form.changed_count.connect(self._count)
        self.freeze.clicked.connect(self._freeze)

    def offer(self, actions: Iterable[QAction]) -> None:
        """Offer what the program can do with a node, as buttons under its head."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(QSize(18, 18))
            button.setFixedSize(theme.SMALL_BUTTON_HEIGHT, theme.SMALL_BUTTON_HEIGHT)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._offers.addWidget(button)

    @property
    def node(self) -> int:
        """The id of the node that is shown; 0 before the first."""
        return self._node.id if self._node is not None else 0

    def show_node(self, editor: Editor, node: Node) -> None:
        """Show a node as it is now."""
        new = self._node is None or self._node.id != node.id
        self._editor, self._node = editor, node
        kind = editor.project.network.layer_class(node.id)
        self.header.show_node(editor, node)
        mine = [diagnostic for diagnostic in editor.diagnostics if diagnostic.node == node.id]
        self.problem.show_problem(editor, mine)
        self._held.setVisible(bool(mine))
        self.form.set_editor(editor)
        self.form.set_nodes((node.id,))
        self.parameters.setVisible(bool(self.form.rows))
        self.time.setVisible(self.scan_box.show_node(editor, node))
        self.time.set_title(tr("Time"))
        self.shape.set_title(tr("Shape"), self.shape_view.show_node(editor, node))
        self.formula.setVisible(kind is not None and bool(kind.formula))
        if kind is not None and kind.formula:
            self.formula.set_title(tr("Formula"))
            self.formula_view.set_latex(kind.formula)
        self._show_cost(editor, node)
        self._show_learning(editor, node)
        self._show_words(kind)
        self.settle()
        if new:
            self.verticalScrollBar().setValue(0)

    def show_live(self, numbers: LiveNumbers | None, *, measured: bool, running: bool, paused: bool = False) -> None:
        """Show live statistics: while a run is on under the problem, afterwards last.

        ``measured`` says that a run has told something of any node; without one there is nothing to show.
        """
        seen = running or measured
        place = self.column.indexOf(self._held if running else self.words) + 1
        if seen and self.column.indexOf(self.live) != place:
            self.column.removeWidget(self.live)
            self.column.insertWidget(self.column.indexOf(self._held if running else self.words) + 1, self.live)
        self.live.setVisible(seen)
        if not seen:
            return
        waiting = ""
        if numbers is None:
            waiting = (
                tr("Measured with the next step: press Step or go on.")
                if running and paused
                else tr("Measured with one of the next steps.")
                if running
                else tr("Not measured in this run. Only what is selected is measured: press Step, or train on.")
            )
        self.live.set_title(tr("Live statistics"), tr("step {n}", n=f"{numbers.step:,}") if numbers is not None else "")
        self.live_box.show_numbers(numbers, waiting)

    def _show_cost(self, editor: Editor, node: Node) -> None:
        step = editor.plan.step(node.id)
        counts = step is not None and (step.cost.parameters.number or step.cost.multiply_adds.number)
        self.cost.setVisible(bool(counts))
        if step is None or not counts:
            return
        self.cost.set_title(tr("Cost"), tr("share of the network"))
        fill = QColor(theme.family_colour(step.layer.family))
        whole = editor.summary
        self.parameter_cost.show_cost(tr("Parameters"), step.cost.parameters, whole.parameters, fill)
        self.work_cost.show_cost(tr("Multiply-adds"), step.cost.multiply_adds, whole.multiply_adds, fill)

    def _show_learning(self, editor: Editor, node: Node) -> None:
        step = editor.plan.step(node.id)
        learns = step is not None and step.cost.parameters.number > 0
        has_choice = self.weights.show_node(editor, node)
        freezes = node.frozen or (learns and node.average is None)
        has_start = self.learning_box.show_nodes(editor, (node,))
        self.learning.setVisible(freezes or has_choice or has_start)
        for widget in (self._snow, self._freeze_word, self.freeze, self._freeze_says):
            widget.setVisible(freezes)
        self.learning.set_title(tr("Learning"), tr("frozen") if node.frozen else "")
        self.freeze.setChecked(node.frozen)
        self._freeze_word.setText(tr("Freeze"))
        self.freeze.setAccessibleName(tr("Freeze {node}", node=node.name))
        self.freeze.setToolTip(tr("A frozen node keeps its weights while the rest of the network learns"))
        says = (
            tr("Its weights stay as they are; training moves around them.")
            if node.frozen
            else tr("Training moves its weights.")
        )
        self._freeze_says.setText(says)

    def _show_words(self, kind: type[Layer] | None) -> None:
        self.words.set_title(tr("In other words"))
        texts = (
            ("", kind.analogy if kind is not None else ""),
            (tr("When to use it"), kind.advice if kind is not None else ""),
            (tr("What goes wrong"), kind.pitfall if kind is not None else ""),
            (tr("Source"), kind.source if kind is not None else ""),
        )
        for (title, text), (name, said) in zip(self.help_texts, texts, strict=True):
            title.setText(name)
            title.setVisible(bool(name and said))
            text.setText(tr(say(said)) if said else "")
            text.setVisible(bool(said))
        self.words.setVisible(any(said for _, said in texts))

    @Slot(int)
    def _count(self, number: int) -> None:
        remark = tr("all at their defaults")
        if number:
            remark = tr("1 differs from the default") if number == 1 else tr("{n} differ from the defaults", n=number)
        self.parameters.set_title(tr("Parameters"), remark)

    @Slot()
    def _freeze(self) -> None:
        if self._editor is not None and self._node is not None:
            self._editor.do(ChangeNode(self._node.id, frozen=self.freeze.isChecked()))

    @Slot()
    def explain(self) -> None:
        """Open the explanation and scroll to it."""
        self.words.set_open(True)
        self.column.activate()
        self.ensureWidgetVisible(self.words, 0, 0)
        self.verticalScrollBar().setValue(max(self.verticalScrollBar().value(), self.words.y()))


class SeveralPage(Page):
    """Several nodes: what they have in common, and what they cost together."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.title = Text(size=theme.TEXT_TITLE, weight=600)
        self.names = Text(role="muted", wrap=True)
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(16, 12, 16, 8)
        inside.setSpacing(4)
        inside.addWidget(self.title)
        inside.addWidget(self.names)
        self.parameters = Section("parameters")
        self.form = ParameterForm()
        self.nothing = Text(role="muted", size=12, wrap=True)
        self.parameters.body.addWidget(self.form)
        self.parameters.body.addWidget(self.nothing)
        self.cost = Section("cost")
        self.parameter_cost, self.work_cost = CostLine(), CostLine()
        self.cost.body.addWidget(self.parameter_cost)
        self.cost.body.addWidget(self.work_cost)
        self.learning = Section("learning")
        self.learning_box = LearningBox(freezes=True)
        self.learning.body.addWidget(self.learning_box)
        for part in (head, self.parameters, self.cost, self.learning):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_nodes(self, editor: Editor, nodes: tuple[Node, ...]) -> None:
        """Show what these nodes have in common."""
        self.title.setText(tr("{n} nodes selected", n=len(nodes)))
        self.names.setText(", ".join(node.name for node in nodes))
        self.form.set_editor(editor)
        self.form.set_nodes(node.id for node in nodes)
        self.parameters.set_title(tr("Parameters in common"))
        self.nothing.setText(tr("These layers have no parameter in common."))
        self.nothing.setVisible(not self.form.rows)
        costs = [step.cost for node in nodes if (step := editor.plan.step(node.id)) is not None]
        self.cost.set_title(tr("Cost"), tr("share of the network"))
        fill = QColor(theme.current().accent)
        parameters, work = (sum(c.parameters.number for c in costs), sum(c.multiply_adds.number for c in costs))
        self.parameter_cost.show_cost(tr("Parameters"), Tally(parameters), editor.summary.parameters, fill)
        self.work_cost.show_cost(tr("Multiply-adds"), Tally(work), editor.summary.multiply_adds, fill)
        self.learning.setVisible(self.learning_box.show_nodes(editor, nodes))
        self.learning.set_title(tr("Learning"))
        self.settle()


class Inspector(Panel):
    """Explains the selection. ``set_selection`` takes the ids that are selected on the canvas."""

    lookedAt = Signal()  # noqa: N815 - signals are named as Qt names them
    """Another node is looked at, or none: see `looked_at`."""

    def __init__(self, editor: Editor | None = None, parent: QWidget | None = None):
        super().__init__(editor, parent)
        self.node_actions: Sequence[QAction] = ()
        """What the program can do with a node beyond the drawing; set before the first node is shown."""
        self._selection: tuple[int, ...] = ()
        self._looked: Looked | None = None
        self._looked_in: Editor | None = None
        self._live: Mapping[Looked, LiveNumbers] = {}
        self._running = self._paused = False
        self._reader = QTimer(self)
        self._reader.setSingleShot(True)
        self._reader.setInterval(READ_EVERY)
        self._reader.timeout.connect(self._read)
        self.stack = QStackedWidget()
        page = self._blank = Page()
        self.project_page = ProjectPage(page, page.column)
        self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._make_room()
        self._begin()

    @cached_property
    def node_page(self) -> NodePage:
        """The page of one node; made when it is first needed, since a window opens with nothing selected."""
        page = NodePage()
        page.offer(self.node_actions)
        self.stack.addWidget(page)
        return page

    @cached_property
    def block_page(self) -> BlockPage:
        """The page of the open block; made when one is first opened."""
        page = BlockPage()
        self.stack.addWidget(page)
        return page

    @cached_property
    def several_page(self) -> SeveralPage:
        """The page of several nodes; made when it is first needed."""
        page = SeveralPage()
        self.stack.addWidget(page)
        return page

    def sizeHint(self) -> QSize:
        """356 pixels wide."""
        return QSize(356, 700)

    @property
    def selection(self) -> tuple[int, ...]:
        """The ids that are explained."""
        return self._selection

    def set_selection(self, nodes: Iterable[int]) -> None:
        """Explain these nodes, or the project when there are none."""
        selection = tuple(nodes)
        if selection != self._selection:
            self._selection = selection
            self.refresh_now()

    # ------------------------------------------------------------------ live statistics

    @property
    def looked_at(self) -> Looked | None:
        """The one node that is shown to somebody, with the way into its block; None while there is none."""
        return self._looked

    def show_live(self, numbers: Mapping[Looked, LiveNumbers], running: bool, paused: bool = False) -> None:
        """Show what a run has told of nodes; several times a second while it is ``running``."""
        at_once = (running, paused) != (self._running, self._paused) or not self._reader.isActive()
        self._live, self._running, self._paused = numbers, running, paused
        if at_once:
            self._read()
            self._reader.start()

    @Slot()
    def _read(self) -> None:
        if self._looked is not None and "node_page" in vars(self):
            own = self._live.get(self._looked)
            self.node_page.show_live(own, measured=bool(self._live), running=self._running, paused=self._paused)
            self.node_page.settle()

    def _look(self) -> None:
        """Tell which node is looked at when that is another one now."""
        looked: Looked | None = None
        editor = self.editor
        if editor is not None and self.isVisible() and self.stack.currentWidget() is vars(self).get("node_page"):
            way = tuple((door.node, door.copy) for door in editor.way) if isinstance(editor, OpenBlock) else ()
            looked = way, self.node_page.node
        if looked != self._looked or editor is not self._looked_in:
            # Two projects may have nodes of the same number.
            self._looked, self._looked_in = looked, editor
            self.lookedAt.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self._look()
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._look()

    def retranslate(self) -> None:
        """Say again everything that does not come from the project."""
        self.setAccessibleName(tr("Inspector"))
        self.restyle()

    def _make_room(self) -> None:
        """Larger words need a wider panel."""
        self.setMinimumWidth(round(320 * theme.words()))
        self.setMaximumWidth(round(480 * theme.words()))

    def restyle(self) -> None:
        """Make the pictures of the problem card again, and room for its words."""
        self._make_room()
        if "node_page" in vars(self):
            self.node_page.problem.forget()

    def refresh(self) -> None:
        """Show the selection as it is now; ids that are gone are left out."""
        editor = self.editor
        self.stack.setVisible(editor is not None)
        if editor is None:
            return
        network = editor.project.network
        nodes = tuple(network.node(identity) for identity in self._selection if identity in network)
        if not nodes and isinstance(editor, OpenBlock):
            self.block_page.show_block(editor)
            self.stack.setCurrentWidget(self.block_page)
        elif not nodes:
            self.project_page.show_project(editor)
            self._blank.settle()
            self.stack.setCurrentWidget(self.project_page.page)
        elif len(nodes) == 1:
            self.node_page.show_node(editor, nodes[0])
            self.stack.setCurrentWidget(self.node_page)
        else:
            self.several_page.show_nodes(editor, nodes)
            self.stack.setCurrentWidget(self.several_page)
        self._look()
        self._read()
