"""What the inspector says about one node: who it is, what is wrong, how its shape came about, what it costs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from graphs.diagnosis import Diagnostic
from graphs.edits import ChangeNode
from graphs.layer import Arithmetic, Family, Tally
from graphs.meaning import Fix, Plan
from graphs.message import counted, say
from graphs.network import NetworkError, Node
from graphs.tensors import TensorSpec
from widgets import theme
from widgets.controls import THEME_CHANGES, Button, Card, IconButton, Picture, ShareBar, Text, clear, colour
from widgets.editor import Editor
from widgets.icons import family_icon
from widgets.language import tr
from widgets.theme import TEXT_BLOCK, TEXT_TITLE

_HUES = ("accent", "string", "number", "keyword", "warning")
"""The tokens that colour the numbers of a sum, each readable on its ground."""


def hues(names: list[str]) -> dict[str, str]:
    """Give each name of a sum a token of its own; the usual ones always get the same."""
    usual = {"input": "accent", "padding": "string", "kernel": "number", "stride": "keyword", "dilation": "warning"}
    given = {name: usual[name] for name in names if name in usual}
    free = [hue for hue in _HUES if hue not in given.values()] or list(_HUES)
    for place, name in enumerate(name for name in names if name not in given):
        given[name] = free[place % len(free)]
    return given


class NameEdit(QLineEdit):
    """A name that looks like a title until one clicks it. Escape brings the old name back."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._shown = ""
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)
        self.restyle()

    def sizeHint(self) -> QSize:
        """As wide as the name, so that what follows stands beside it."""
        return QSize(max(48, self.fontMetrics().horizontalAdvance(self.text()) + 18), 30)

    def minimumSizeHint(self) -> QSize:
        """A long name gives way to what stands beside it."""
        return QSize(48, 30)

    def restyle(self) -> None:
        """Be a title: larger, heavier, with an outline only while it is written in."""
        edge, accent, size = colour("edge").name(), colour("accent").name(), theme.sized(TEXT_TITLE)
        self.setStyleSheet(
            f"QLineEdit {{ background: transparent; border: 1px solid transparent; font-size: {size}px;"
            f" font-weight: 600; padding: 0 4px; }} QLineEdit:hover {{ border-color: {edge}; }}"
            f" QLineEdit:focus {{ border: 2px solid {accent}; padding: 0 3px; }}"
        )

    def show_name(self, name: str) -> None:
        """Show a name, unless another one is being typed."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(name)
        self._shown = name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the old name back."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)


class Header(QWidget):
    """Icon, name (which can be changed), type, one sentence, and a button that explains the layer."""

    helpRequested = Signal()  # noqa: N815 - signals are named as Qt names them

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor: Editor | None = None
        self._node: Node | None = None
        self.picture = Picture(size=20)
        self.name = NameEdit()
        self.type = Text(role="muted", elide=True)
        self.help = IconButton("mdi6.help-circle-outline", size=18)
        self.sentence = Text(role="muted", wrap=True)
        self.problem = Text(role="danger", size=12, wrap=True)
        self.problem.hide()
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.picture)
        top.addWidget(self.name)
        top.addWidget(self.type, 1)
        top.addWidget(self.help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.problem)
        layout.addWidget(self.sentence)
        self.name.editingFinished.connect(self._rename)
        self.help.clicked.connect(self.helpRequested)

    def show_node(self, editor: Editor, node: Node) -> None:
        """Show a node."""
        if self._node is None or self._node.id != node.id:
            self.name.clearFocus()
            self.problem.hide()
            self.name.setModified(False)
        self._editor, self._node = editor, node
        kind = editor.project.network.layer_class(node.id)
        self.name.show_name(node.name)
        self.name.setAccessibleName(tr("Name of the node"))
        self.name.setToolTip(tr("The name of the node in the drawing, in the code and in the keys of its weights"))
        self.type.setText(node.type if not node.title else f"{node.type} · {node.title}")
        self.help.set_words(tr("Explain {type}", type=node.type))
        if kind is None and editor.project.network.block_of(node.id) is not None:
            step = editor.plan.step(node.id)
            self.picture.set_picture(family_icon(Family.BLOCK if node.scan is None else Family.SCAN))
            words = tr(
                "A block, drawn once. Here it stands {n} times, each copy fed by the one before.",
                n=len(step.copies) if step else 1,
            )
            self.sentence.setText(
                words
                if step and len(step.copies) > 1
                else tr("A block: a network of its own with ports and parameters.")
                if node.scan is None
                else tr("A block that runs once for every time step. Its States carry values on to the next step.")
            )
        elif kind is None:
            self.picture.set_icon("mdi6.help-circle-outline", "muted")
            self.sentence.setText(tr("This program does not know this layer. It is kept and saved back unchanged."))
        else:
            self.picture.set_picture(family_icon(kind.family))
            self.sentence.setText(tr(say(kind.sentence())))

    @Slot()
    def _rename(self) -> None:
        name = self.name.text().strip()
        if self._editor is None or self._node is None or name == self._node.name:
            self.problem.hide()
            return
        try:
            self._editor.do(ChangeNode(self._node.id, name=name))
        except NetworkError as error:
            self.problem.setText(tr(error.message))
            self.problem.show()
            return
        self.name.setModified(False)
        self.problem.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "help"):
            self.name.restyle()


class ProblemCard(Card):
    """What is wrong with the node, in words, with a button for everything that would mend it."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__("raised", "danger", 0.06, parent)
        self._editor: Editor | None = None
        self._shown: object = None
        self.buttons: list[Button] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(14, 10, 14, 12)
        self._inside.setSpacing(6)

    def show_problem(self, editor: Editor, diagnostics: list[Diagnostic]) -> None:
        """Show the problems of one node; without one the card is not there."""
        self._editor = editor
        self.setVisible(bool(diagnostics))
        if diagnostics == self._shown:
            return
        self._shown = list(diagnostics)
        clear(self._inside)
        self.buttons = []
        for diagnostic in diagnostics:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Picture("mdi6.alert-circle", "danger", 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(tr(diagnostic.message), wrap=True), 1)
            self._inside.addLayout(row)
            reason = diagnostic.reason if not diagnostic.fixes else None
            for said in (diagnostic.consequence, reason):
                if said is not None and str(said) not in str(diagnostic.message):
                    self._inside.addWidget(Text(tr(said), role="muted", size=12, wrap=True))
            for fix in diagnostic.fixes:
                button = Button(tr(fix.title), "mdi6.auto-fix")
                button.clicked.connect(partial(self._fix, fix))
                self.buttons.append(button)
                self._inside.addWidget(button)

    def forget(self) -> None:
        """Make the card again the next time, in another language."""
        self._shown = None

    def _fix(self, fix: Fix, checked: bool = False) -> None:
        if self._editor is None:
            return
        try:
            self._editor.do(fix.edit)
        except NetworkError as error:
            self._inside.addWidget(Text(tr(error.message), role="danger", size=12, wrap=True))


class ArithmeticView(Card):
    """How a size came about: the sum with its numbers coloured, and under it what each number is."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__("sunken", parent=parent)
        self._shown: tuple[Arithmetic, ...] = ()
        self.lines: list[QLabel] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(12, 10, 12, 10)
        self._inside.setSpacing(4)

    def show_sums(self, sums: tuple[Arithmetic, ...]) -> None:
        """Show the sums; two that are alike (height and width) are shown once."""
        self._shown = sums
        clear(self._inside)
        self.lines = []
        by_text: dict[str, list[Arithmetic]] = {}
        for one in sums:
            by_text.setdefault(one.text, []).append(one)
        self.setVisible(bool(by_text))
        for alike in by_text.values():
            axes = tr(" and ").join(tr(say(one.axis)) for one in alike)
            if len(by_text) > 1 or len(sums) > 1:
                self._inside.addWidget(Text(axes, role="muted", size=11))
            self._inside.addWidget(self._line(alike[0]))
            self._inside.addWidget(self._legend(alike[0]))

    def _line(self, one: Arithmetic) -> QLabel:
        given = hues([term.name for term in one.terms if term.name])
        spelled = "".join(
            f'<span style="color:{colour(given[term.name]).name()}">{_escaped(term.text)}</span>'
            if term.name
            else _escaped(term.text)
            for term in one.terms
        )
        line = QLabel(f"{spelled} = <b>{one.result}</b>")
        line.setTextFormat(Qt.TextFormat.RichText)
        line.setFont(theme.mono_font(theme.sized(TEXT_BLOCK)))
        line.setWordWrap(True)
        names = ", ".join(f"{term.text} {tr(say(term.name))}" for term in one.terms if term.name)
        line.setAccessibleName(f"{tr(say(one.axis))}: {one.text}")
        line.setAccessibleDescription(names)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.lines.append(line)
        return line

    def _legend(self, one: Arithmetic) -> QLabel:
        given = hues([term.name for term in one.terms if term.name])
        named = {term.name: term.text for term in one.terms if term.name}
        words = "&ensp; ".join(
            f'<span style="color:{colour(given[name]).name()}; font-weight:600">{_escaped(text)}</span>'
            f"&nbsp;{_escaped(tr(say(name)))}"
            for name, text in named.items()
        )
        legend = QLabel(words)
        legend.setTextFormat(Qt.TextFormat.RichText)
        legend.setFont(theme.ui_font(theme.sized(theme.TEXT_HINT)))
        legend.setWordWrap(True)
        return legend

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, *THEME_CHANGES) and hasattr(self, "_inside"):
            self.show_sums(self._shown)


class ShapeView(QWidget):
    """What arrives at each port and from whom, what leaves, and how its size came about."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._row_number = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.sums = ArithmeticView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._grid)
        layout.addWidget(self.sums)

    def show_node(self, editor: Editor, node: Node) -> str:
        """Show a node and return ``1×32×32 → 6×28×28`` for the title."""
        clear(self._grid)
        self._row_number = 0
        network, meaning = editor.project.network, editor.plan
        faulty_port = next((d.port for d in editor.diagnostics if d.node == node.id), "")
        entering: list[str] = []
        for port in network.input_ports(node.id):
            wires = network.wires_into(node.id, port.name)
            for wire in wires:
                spec = meaning.spec(wire.source, wire.source_port)
                entering.append(spec.text if spec is not None else "?")
                source = network.node(wire.source).name
                self._row(tr("{port}, from {node}", port=port.name, node=source), spec, wrong=port.name == faulty_port)
            if not wires and not port.optional:
                self._row(tr("{port}, no wire", port=port.name), None, wrong=True)
        going = {wire.source_port for wire in network.wires_out_of(node.id)}
        ports = [port.name for port in network.output_ports(node.id) if not port.quiet or port.name in going]
        leaving = self._outputs(node, meaning, ports)
        step = meaning.step(node.id)
        self.sums.show_sums(step.arithmetic if step is not None else ())
        return (
            f"{', '.join(entering)} → {', '.join(leaving)}" if entering and leaving else ", ".join(entering or leaving)
        )

    def _outputs(self, node: Node, meaning: Plan, ports: list[str]) -> list[str]:
        leaving = []
        for port in ports:
            spec = meaning.spec(node.id, port)
            leaving.append(spec.text if spec is not None else "?")
            self._row(tr("output") if len(ports) == 1 else tr("output {port}", port=port), spec)
        return leaving

    def _row(self, words: str, spec: TensorSpec | None, wrong: bool = False) -> None:
        row, self._row_number = self._row_number, self._row_number + 1
        self._grid.addWidget(Text(words, role="muted", size=12, elide=True), row, 0, 1, 2)
        if spec is None:
            value = Text(tr("not known yet"), role="danger" if wrong else "muted", size=12)
        else:
            value = Text(
                f"{spec.text}  {tr(say(str(spec.kind)))}", role="danger" if wrong else "text", size=12, mono=True
            )
        self._grid.addWidget(value, row, 2, Qt.AlignmentFlag.AlignRight)


class CostLine(QWidget):
    """One number with its share of the whole network, a bar of it, and the sum it was counted by."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.word = Text(role="muted")
        self.number = Text(weight=600)
        self.share = Text(role="muted", size=12)
        self.share.setMinimumWidth(52)
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = ShareBar()
        self.sum = Text(role="muted", size=12, mono=True, wrap=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.word, 1)
        top.addWidget(self.number)
        top.addWidget(self.share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self.sum)

    def show_cost(self, word: str, tally: Tally, whole: int, fill: QColor) -> None:
        """Show a counted number and its share of ``whole``."""
        self.word.setText(word)
        self.number.setText(counted(tally.number))
        part = tally.number / whole if whole else 0.0
        self.share.setText(percent(part) if tally.number else "")
        self.bar.set_share(part, fill)
        self.bar.setVisible(bool(tally.number))
        self.sum.setText(f"{tally.sum} = {counted(tally.number)}" if tally.sum and tally.number else "")
        self.sum.setVisible(bool(self.sum.full_text))
        self.setAccessibleName(f"{word}: {counted(tally.number)}, {percent(part)}")


def percent(share: float) -> str:
    """Write a share: ``28.2 %``; what is more than nothing is never ``0.0 %``."""
    return f"{share:.1%}".replace("%", "\u202f%") if share == 0 or share >= 0.0005 else "<\u202f0.1\u202f%"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("  ", "&nbsp; ")
