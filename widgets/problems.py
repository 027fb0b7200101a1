"""What keeps the network from being trained, with buttons that mend it; then advice; or that all is well."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from graphs.advice_edits import hide
from graphs.diagnosis import Diagnostic, advise, diagnose_players
from graphs.layer import Family
from graphs.meaning import Fix, Source, Step
from graphs.message import Message
from graphs.network import NetworkError
from widgets.controls import Button, IconButton, Picture, Text, clear, colour, tinted
from widgets.editor import Editor
from widgets.language import tr
from widgets.page import Page
from widgets.panel import Panel

BESIDE_FROM = 560
"""From this width on, in pixels, the buttons of a problem stand beside its words, else below them."""
LONGEST_BUTTON = 210
"""The widest words on a button, in pixels; longer ones end in dots and are whole in the tool tip."""


class ProblemRow(QWidget):
    """One problem or one piece of advice: icon, node, sentence, what follows from it, and buttons.

    ``fixRequested`` carries the chosen `Fix`, ``revealRequested`` the row itself: a click on it shows the node.
    ``hideRequested`` asks to hide this advice, or to show it again where it is hidden.
    """

    fixRequested = Signal(object)  # noqa: N815 - signals are named as Qt names them
    revealRequested = Signal(object)  # noqa: N815
    hideRequested = Signal(object)  # noqa: N815

    def __init__(self, diagnostic: Diagnostic, name: str, is_error: bool, parent: QWidget | None = None):
        super().__init__(parent)
        self.diagnostic = diagnostic
        self._is_error = is_error
        self.sentence = Text(wrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        sentence = tr(diagnostic.message)
        named = next((name + after for after in (" ", ": ", "：") if sentence.startswith(name + after)), "")
        rest = sentence.removeprefix(named).lstrip() if name else sentence
        where = f"{diagnostic.block} › {name}" if diagnostic.block else name
        self.sentence.setText(f"<b>{_escaped(where)}</b>&ensp;{_escaped(rest)}")
        self.sentence.setAccessibleName(f"{where}. {rest}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.sentence)
        self._further: list[Text] = []
        for said in (diagnostic.consequence, diagnostic.reason if not diagnostic.fixes else None):
            if said is not None and said != diagnostic.message and str(said) not in str(diagnostic.message):
                to_try = said is diagnostic.reason and not is_error
                words_said = tr("What to try: {what}", what=tr(said)) if to_try else tr(said)
                further = Text(words_said, role="muted", size=12, wrap=True)
                self._further.append(further)
                words.addWidget(further)
        name_of_icon, token = ("mdi6.alert-circle", "danger") if is_error else ("mdi6.lightbulb-on-outline", "warning")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        self.fix_buttons: list[Button] = []
        self.more: IconButton | None = None
        if diagnostic.fixes:
            self._offer(buttons, diagnostic.fixes[0], diagnostic.fixes[1:])
        self.show_button = Button(tr("Show"))
        self.show_button.setAccessibleName(tr("Show {node}", node=name))
        self.show_button.clicked.connect(self._reveal)
        if not name:
            # Never told to show here: a widget that has no parent yet would open as a window of its own.
            self.show_button.hide()
        buttons.addWidget(self.show_button)
        self.hide_button: IconButton | None = None
        if diagnostic.rule:
            self.hide_button = IconButton("mdi6.eye-outline" if diagnostic.hidden else "mdi6.close")
            hidden = tr("Show this advice again")
            self.hide_button.set_words(hidden if diagnostic.hidden else tr("Hide this advice in this project"))
            self.hide_button.clicked.connect(self._hide)
            buttons.addWidget(self.hide_button)
        buttons.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(12)
        self._beside.addLayout(words, 1)
        self._beside.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(Picture(name_of_icon, token, 18), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._beside, 1)
        self.setAccessibleName(f"{tr('Problem') if is_error else tr('Advice')}: {where}. {rest}")
        if name:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(tr("Click to show {node} on the canvas", node=where))

    def _offer(self, layout: QHBoxLayout, first: Fix, others: tuple[Fix, ...]) -> None:
        """The first fix is a button; the others wait in a menu, so that the sentence keeps its room."""
        title = tr(first.title)
        short = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, LONGEST_BUTTON)
        button = Button(short, "mdi6.auto-fix" if self._is_error else "")
        button.setAccessibleName(title)
        button.setToolTip(tr("Fix: {title}", title=title))
        button.clicked.connect(partial(self._fix, first))
        self.fix_buttons.append(button)
        layout.addWidget(button)
        if not others:
            return
        self.more = IconButton("mdi6.chevron-down")
        self.more.set_words(tr("{n} other ways to mend it", n=len(others)))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        for fix in others:
            menu.addAction(tr(fix.title)).triggered.connect(partial(self._fix, fix))
        self.more.setMenu(menu)
        layout.addWidget(self.more)

    def _fix(self, fix: Fix, checked: bool = False) -> None:
        self.fixRequested.emit(fix)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons go below the words."""
        super().resizeEvent(event)
        wide = self.width() >= BESIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() is not direction:
            self._beside.setDirection(direction)
            self._beside.setSpacing(12 if wide else 6)
            # A button one can reach says more than what follows, which the tool tip keeps.
            for further in self._further:
                further.setVisible(wide or not self.fix_buttons)
            self.sentence.setToolTip("" if wide else "\n".join(further.full_text for further in self._further))

    def _reveal(self) -> None:
        self.revealRequested.emit(self.diagnostic)

    def _hide(self) -> None:
        self.hideRequested.emit(self.diagnostic)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row shows its node."""
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside and self.diagnostic.node:
            self._reveal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below; a problem lies on a faint red."""
        painter = QPainter(self)
        if self._is_error:
            painter.fillRect(self.rect(), tinted("danger", 0.06, "window"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colour("line"))


class Problems(Panel):
    """The list of problems and advice. *Fix* applies the change as one step of undo, *Show* reveals the node."""

    revealRequested = Signal(int)  # noqa: N815 - signals are named as Qt names them
    revealInside = Signal(int, str)  # noqa: N815
    """A node to show that lies in a block: the node, and the block."""
    fixed = Signal(object)
    """A fix was applied: the `Fix`."""
    counted = Signal(int, int)
    """How many errors and how many pieces of advice there are."""

    def __init__(self, editor: Editor | None = None, parent: QWidget | None = None):
        super().__init__(editor, parent)
        self.rows: list[ProblemRow] = []
        self.title = Text(weight=600)
        self.remark = Text(role="muted", size=12, elide=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.remark, 1)
        self.hidden_button = Button(icon_name="mdi6.eye-outline")
        self.hidden_button.setCheckable(True)
        self.hidden_button.hide()
        self.hidden_button.toggled.connect(self.refresh)
        head.addWidget(self.hidden_button)
        self._page = Page()
        self._rows = self._page.column
        self._refused = Text(role="danger", size=12, wrap=True)
        self._refused.setContentsMargins(16, 4, 16, 4)
        self._refused.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._refused)
        layout.addWidget(self._page, 1)
        self.good: Text | None = None
        self.reach = ""
        self.hint = ""
        self._shown: object = None
        self.more_advice: Callable[[], list[Diagnostic]] = list
        self.while_training: Callable[[], list[Diagnostic]] = list
        self._begin()

    def sizeHint(self) -> QSize:
        """Room for the title and three rows."""
        return QSize(560, 200)

    def retranslate(self) -> None:
        """Set the title and make the rows again."""
        self.title.setText(tr("Problems"))
        self.setAccessibleName(tr("Problems"))
        self._shown = None

    def restyle(self) -> None:
        """Make the rows again in the colours of the theme."""
        self._shown = None

    def refresh(self) -> None:
        """Errors first, then advice; when there is neither, what is good."""
        if self.editor is None:
            clear(self._rows)
            return
        network = self.editor.project.network
        errors = [*self.editor.diagnostics]
        if len(network):
            errors += [d for d in diagnose_players(network, self.editor.project.recipe.players) if d not in errors]
        of_drawing = [*advise(network, hidden=True), *self.more_advice()]
        live = [one for one in self.while_training() if one.node in network or one.block or not one.node]
        every = [*of_drawing, *live]
        hidden = sum(one.hidden for one in every)
        shows_hidden = self.hidden_button.isChecked()
        advice = [one for one in of_drawing if shows_hidden or not one.hidden]
        live = [one for one in live if shows_hidden or not one.hidden]
        names = tuple(self._name(one) for one in (*errors, *advice, *live))
        self.hidden_button.setVisible(hidden > 0)
        self.hidden_button.setText(tr("{n} hidden", n=hidden))
        self.hidden_button.setToolTip(tr("Show the advice that was hidden in this project"))
        tensors = self._weight_tensors()
        now = (tuple(errors), tuple(advice), tuple(live), names, tensors, len(network))
        spoken = len(every) - hidden
        self.counted.emit(len(errors), spoken)
        self.remark.setText(_count(len(errors), spoken))
        if now == self._shown:
            return
        self._shown = now
        clear(self._rows)
        self.rows, self.good = [], None
        self._refused.hide()
        if not errors and len(network):
            self._rows.addWidget(self._good_news(tensors))
        elif not len(network):
            self.hint = tr("The drawing is empty. Drag a layer from the palette onto the canvas.")
            empty = Text(self.hint, role="muted", wrap=True)
            empty.setContentsMargins(16, 8, 16, 8)
            self._rows.addWidget(empty)
        first_live = len(errors) + len(advice)
        for place, diagnostic in enumerate((*errors, *advice, *live)):
            if place == len(errors) and errors and advice:
                self._set_apart(tr("Advice"))
            if place == first_live:
                self._set_apart(tr("While training"))
            row = ProblemRow(diagnostic, names[place], place < len(errors))
            row.fixRequested.connect(self._fix)
            row.revealRequested.connect(self._reveal)
            row.hideRequested.connect(self._hide)
            self.rows.append(row)
            self._rows.addWidget(row)
        self._rows.addStretch(1)
        self._page.settle()

    def _set_apart(self, words: str) -> None:
        apart = Text(words, role="muted", size=12, weight=600)
        apart.setContentsMargins(16, 10, 16, 2)
        self._rows.addWidget(apart)

    def _name(self, diagnostic: Diagnostic) -> str:
        assert self.editor is not None
        root = self.editor.project.network
        network = root.blocks.get(diagnostic.block, root) if diagnostic.block else root
        return network.node(diagnostic.node).name if diagnostic.node in network else ""

    @Slot(object)
    def _reveal(self, diagnostic: Diagnostic) -> None:
        if diagnostic.block:
            self.revealInside.emit(diagnostic.node, diagnostic.block)
        else:
            self.revealRequested.emit(diagnostic.node)

    @Slot(object)
    def _hide(self, diagnostic: Diagnostic) -> None:
        if self.editor is not None:
            self.editor.do(hide(diagnostic, not diagnostic.hidden))

    def _weight_tensors(self) -> int:
        """How many weight tensors get a gradient from a loss; 0 when one that should learn gets none."""
        assert self.editor is not None
        meaning = self.editor.plan
        losses = tuple(
            Source(s.node, port) for s in meaning.steps if s.layer.family is Family.LOSS for port in s.outputs
        )
        reached = {step.node for step in meaning.needed(losses)}
        learning = [step for step in meaning.steps if step.cost.parameters.number and not step.frozen]
        counts = [weight_tensors(step) for step in learning if step.share is None]
        return sum(counts) if all(counts) and all(step.node in reached for step in learning) else 0

    def _good_news(self, tensors: int) -> QWidget:
        card = QWidget()
        layout = QHBoxLayout(card)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(Picture("mdi6.check-circle", "success", 18))
        words = QVBoxLayout()
        words.setSpacing(2)
        self.good = Text(tr("This network can be trained."), weight=600)
        words.addWidget(self.good)
        self.reach = tr("Every shape fits.")
        if tensors:
            self.reach = tr("Every shape fits, and gradients reach all {n} weight tensors.", n=tensors)
        words.addWidget(Text(self.reach, role="muted", size=12, wrap=True))
        layout.addLayout(words, 1)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return card

    def _fix(self, fix: Fix) -> None:
        if self.editor is None:
            return
        try:
            self.editor.do(fix.edit)
        except NetworkError as error:
            self._refuse(error.message)
            return
        self.fixed.emit(fix)

    def _refuse(self, message: Message) -> None:
        self._refused.setText(tr(message))
        self._refused.show()


_BIASED = (Family.DENSE, Family.CONVOLUTION, Family.NORMALISATION)
_COUNTED = (*_BIASED, Family.EMBEDDING, Family.ACTIVATION)


def weight_tensors(step: Step) -> int:
    """How many tensors of weights a layer owns: one, and one more where it has a bias; of a block those inside it.

    Counted without torch; 0 where this cannot tell, as of an LSTM, which has many.
    """
    if step.copies:
        own = [s for copy in step.copies for s in copy.body.steps if s.share is None and s.cost.parameters.number]
        inside = [weight_tensors(one) for one in own]
        return sum(inside) if all(inside) else 0
    if not step.cost.parameters.number or step.layer.family not in _COUNTED:
        return 0
    with_bias = step.layer.family in _BIASED and step.layer.type_name() != "RMSNorm"
    return 2 if with_bias and getattr(step.layer, "bias", True) else 1


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _count(errors: int, advice: int) -> str:
    said_errors = tr("no errors") if not errors else tr("1 error") if errors == 1 else tr("{n} errors", n=errors)
    if not advice:
        return said_errors
    said = tr("1 piece of advice") if advice == 1 else tr("{n} pieces of advice", n=advice)
    return tr("{errors}, {advice}", errors=said_errors, advice=said)
