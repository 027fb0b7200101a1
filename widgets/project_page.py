"""What the inspector says when nothing is selected: what this project is, and what it costs as a whole."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from graphs.catalogue import FieldInfo
from graphs.edits import Describe, SetNetworkParameter
from graphs.message import counted, mark, say
from widgets.controls import Text, clear, counted_bytes
from widgets.editor import Editor
from widgets.editors import NumberEditor
from widgets.language import tr
from widgets.node_sections import NameEdit
from widgets.section import Section


class ProjectPage(QObject):
    """Fills a page with the project: title, where it comes from, what to look for, its totals, its parameters."""

    def __init__(self, page: QScrollArea, column: QVBoxLayout):
        super().__init__(page)
        self.page = page
        self._editor: Editor | None = None
        self._parameters: tuple[str, ...] = ()
        self.title = NameEdit()
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.summary = Text(wrap=True)
        self.year = Text(role="muted", size=12, wrap=True)
        self.empty = Text(role="muted", wrap=True)
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(16, 12, 16, 8)
        inside.setSpacing(6)
        for text in (self.title, self.year, self.summary, self.empty):
            inside.addWidget(text)
        self.told: dict[str, tuple[Section, Text]] = {}
        for key in ("look_for", "reached", "errata"):
            self.told[key] = section, words = Section(key.replace("_", "-")), Text(wrap=True)
            section.body.addWidget(words)
        self.cost = Section("totals")
        self.totals: dict[str, tuple[Text, Text]] = {}
        for key in ("parameters", "trainable", "multiply_adds", "weights", "training"):
            word, value = Text(role="muted", wrap=True), Text(weight=600)
            row = QHBoxLayout()
            row.addWidget(word, 1)
            row.addWidget(value)
            self.cost.body.addLayout(row)
            self.totals[key] = (word, value)
        self.parameters = Section("network-parameters")
        self.boxes: dict[str, NumberEditor] = {}
        for part in (head, *(section for section, _ in self.told.values()), self.cost, self.parameters):
            column.addWidget(part)
        column.addStretch(1)
        self.title.editingFinished.connect(self._rename)

    def show_project(self, editor: Editor) -> None:
        """Show the project as it is now."""
        self._editor = editor
        project, summary, about = editor.project, editor.summary, editor.project.about
        self.title.show_name(tr(say(project.title)))
        self.title.setAccessibleName(tr("Title of the project"))
        self.title.setToolTip(tr("What the project is called; its printed class takes this name too"))
        parts = [str(about.year) if about.year is not None else "", tr(say(about.source)) if about.source else ""]
        self._show(self.year, " · ".join(part for part in parts if part))
        self._show(self.summary, tr(say(about.summary)) if about.summary else "")
        self._show(
            self.empty,
            "" if len(project.network) else tr("The drawing is empty. Drag a layer from the palette onto the canvas."),
        )
        told = {
            "look_for": (tr("Look for"), about.look_for),
            "reached": (tr("What it reaches"), about.reached),
            "errata": (tr("Often printed wrong"), about.errata),
        }
        for key, (title, text) in told.items():
            section, words = self.told[key]
            section.setVisible(bool(text))
            section.set_title(title)
            words.setText(tr(say(text)) if text else "")
        batch = project.recipe.batch_size
        self.cost.set_title(tr("The whole network"), tr("{n} nodes", n=len(project.network)))
        said = {
            "parameters": (tr("Parameters"), counted(summary.parameters)),
            "trainable": (tr("of which learn"), counted(summary.trainable)),
            "multiply_adds": (tr("Multiply-adds, one example"), counted(summary.multiply_adds)),
            "weights": (tr("Memory of the weights"), counted_bytes(summary.weight_bytes)),
            "training": (
                tr("Memory to train, {n} at a time", n=batch),
                tr("about {size}", size=counted_bytes(summary.training_bytes(batch))),
            ),
        }
        for key, (word, value) in said.items():
            self.totals[key][0].setText(word)
            self.totals[key][1].setText(value)
        self._show_parameters(editor)

    @staticmethod
    def _show(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _show_parameters(self, editor: Editor) -> None:
        given = editor.project.network.parameters
        if tuple(given) != self._parameters:
            self._parameters = tuple(given)
            clear(self.parameters.body)
            self.boxes = {}
            for name, value in given.items():
                kind: Literal["int", "float"] = "int" if isinstance(value, int) else "float"
                box = NumberEditor(
                    FieldInfo(name, mark("a number that expressions such as =2*classes may use"), value, kind)
                )
                box.edited.connect(partial(self._set, name))
                row = QHBoxLayout()
                row.addWidget(Text(name), 1)
                row.addWidget(box)
                self.parameters.body.addLayout(row)
                self.boxes[name] = box
        self.parameters.setVisible(bool(given))
        self.parameters.set_title(tr("Parameters of the network"), tr("used as =name"))
        for name, box in self.boxes.items():
            box.set_value(given[name])
            box.name_for_readers(name, tr("a number that expressions such as =2*classes may use"))
            box.setToolTip(tr("a number that expressions such as =2*classes may use"))

    def _set(self, name: str, value: int | float) -> None:
        if self._editor is not None:
            self._editor.do(SetNetworkParameter(name, value), f"network {name}")

    @Slot()
    def _rename(self) -> None:
        title = self.title.text().strip()
        known = self._editor.project.title if self._editor is not None else ""
        # A preset's title is shown in the language of the window: left as it is, it is no new one.
        if self._editor is not None and title and title not in (known, tr(say(known))):
            self._editor.do(Describe(title=title))
            self.title.setModified(False)
