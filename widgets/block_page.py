"""What the inspector says while a block is open and nothing in it is selected: its name, its ports, its parameters."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from graphs.block_edits import RenameBlock
from graphs.edits import SetNetworkParameter
from graphs.expressions import is_expression, names_in
from graphs.message import counted
from graphs.network import Network, NetworkError
from widgets.controls import Button, IconButton, Picture, Text, clear
from widgets.editors import NumberEditor
from widgets.inside import OpenBlock, block_fields, copies_in
from widgets.language import tr
from widgets.node_sections import NameEdit
from widgets.page import Page
from widgets.section import Section


def uses_of(block: Network, name: str) -> int:
    """How many nodes of a block have arithmetic over one of its parameters."""
    raw = [(*node.parameters.values(), node.repeat) for node in block]
    return sum(any(name in names_in(v) for v in values if is_expression(v)) for values in raw)


class BlockPage(Page):
    """The open block: rename it, see what goes in and out, give it parameters."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor: OpenBlock | None = None
        self._names: tuple[str, ...] = ()
        self.picture = Picture("mdi6.package-variant-closed", size=20)
        self.name = NameEdit()
        self.kind = Text(role="muted")
        self.says = Text(role="muted", wrap=True)
        self.problem = Text(role="danger", size=12, wrap=True)
        self.problem.hide()
        top = QHBoxLayout()
        for widget in (self.picture, self.name, self.kind):
            top.addWidget(widget)
        top.addStretch(1)
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(16, 12, 16, 8)
        inside.setSpacing(4)
        inside.addLayout(top)
        inside.addWidget(self.problem)
        inside.addWidget(self.says)
        self.parameters = Section("block-parameters")
        self.rows = QVBoxLayout()
        self.boxes: dict[str, NumberEditor] = {}
        self.removes: dict[str, IconButton] = {}
        self.new_name, self.add = QLineEdit(), Button("", "mdi6.plus")
        adding = QHBoxLayout()
        adding.addWidget(self.new_name, 1)
        adding.addWidget(self.add)
        self.refused = Text(role="danger", size=12, wrap=True)
        self.refused.hide()
        self.parameters.body.addLayout(self.rows)
        self.parameters.body.addLayout(adding)
        self.parameters.body.addWidget(self.refused)
        self.ports = Section("block-ports")
        self.port_text = Text(wrap=True)
        self.ports.body.addWidget(self.port_text)
        self.cost = Section("block-cost")
        self.cost_text = Text(wrap=True)
        self.cost.body.addWidget(self.cost_text)
        for part in (head, self.parameters, self.ports, self.cost):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.name.editingFinished.connect(self._rename)
        self.add.clicked.connect(self._add)
        self.new_name.returnPressed.connect(self._add)

    def show_block(self, editor: OpenBlock) -> None:
        """Show the open block as it is now."""
        self._editor = editor
        block, name = editor.project.network, editor.block
        self.name.show_name(name)
        self.name.setAccessibleName(tr("Name of the block"))
        self.name.setToolTip(tr("A new name is a new name at every place of the block"))
        self.kind.setText(tr("Block"))
        root = editor.outside.project.network
        places = copies_in(editor.outside.plan, root, name)
        self.says.setText(
            tr("One copy in this project.")
            if places < 2
            else tr("{n} copies in this project. What is changed here changes in all of them.", n=places)
        )
        self._show_parameters(block)
        inputs = [node.name for node in block if node.type == "Input"]
        outputs = [node.name for node in block if node.type == "Output"]
        self.ports.set_title(tr("Ports"))
        self.port_text.setText(
            tr("In: {inputs}. Out: {outputs}.", inputs=", ".join(inputs) or "–", outputs=", ".join(outputs) or "–")
            + " "
            + tr("An Input or Output that you add inside is one more port.")
        )
        here = sum(step.cost.parameters.number for step in editor.plan.steps)
        whole = editor.outside.summary.parameters
        self.cost.set_title(tr("Cost"), tr("of this copy"))
        self.cost_text.setText(tr("{n} of {whole} parameters", n=counted(here), whole=counted(whole)))
        self.settle()

    def _show_parameters(self, block: Network) -> None:
        self.parameters.set_title(tr("Parameters of the block"), tr("used as =name"))
        if tuple(block.parameters) != self._names:
            self._names = tuple(block.parameters)
            clear(self.rows)
            self.boxes, self.removes = {}, {}
            for info in block_fields(block):
                box, remove = NumberEditor(info), IconButton("mdi6.close")
                box.edited.connect(partial(self._set, info.name))
                remove.clicked.connect(partial(self._remove, info.name))
                row = QHBoxLayout()
                row.addWidget(Text(info.name), 1)
                row.addWidget(box)
                row.addWidget(remove)
                self.rows.addLayout(row)
                self.boxes[info.name], self.removes[info.name] = box, remove
        for name, box in self.boxes.items():
            uses = uses_of(block, name)
            box.set_value(block.parameters[name])
            said = tr("the value where a place of the block gives none; nodes inside that use it: {n}", n=uses)
            box.name_for_readers(name, said)
            box.setToolTip(said)
            self.removes[name].setEnabled(not uses)
            self.removes[name].set_words(
                tr("Remove {name}", name=name) if not uses else tr("{name} is in use inside, so it stays", name=name)
            )
        self.new_name.setPlaceholderText(tr("new parameter, such as channels"))
        self.new_name.setAccessibleName(tr("Name of a new parameter of the block"))
        self.add.setText(tr("Add"))
        self.add.setToolTip(tr("Give the block one more parameter; inside, write it as =name"))

    def _do(self, edit: SetNetworkParameter, gesture: str | None = None) -> None:
        if self._editor is not None:
            self._editor.do(edit, gesture)

    def _set(self, name: str, value: int | float) -> None:
        self._do(SetNetworkParameter(name, value), f"block {name}")

    def _remove(self, name: str, checked: bool = False) -> None:
        self._do(SetNetworkParameter(name, None))

    @Slot()
    def _add(self) -> None:
        name = self.new_name.text().strip()
        if self._editor is None or not name:
            return
        taken = name in self._editor.project.network.parameters
        self.refused.setVisible(taken or not name.isidentifier())
        if taken:
            self.refused.setText(tr("There is a parameter called {name} already.", name=name))
        elif not name.isidentifier():
            self.refused.setText(tr("A parameter has letters, digits and _, and begins with a letter."))
        else:
            self.new_name.clear()
            self._do(SetNetworkParameter(name, 1))

    @Slot()
    def _rename(self) -> None:
        editor, name = self._editor, self.name.text().strip()
        if editor is None or not name or name == editor.block:
            return
        try:
            editor.outside.do(RenameBlock(editor.block, name))
            self.problem.hide()
        except NetworkError as error:
            self.problem.setText(tr(error.message))
            self.problem.show()
        self.name.setModified(False)
