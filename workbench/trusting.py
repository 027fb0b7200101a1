"""Somebody else's code is run only after a person has seen what it is and said yes; the answer is never saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from graphs.project import Project
from widgets.controls import Text
from widgets.language import tr
from workbench.dialogs import Answer, Dialog
from workbench.foreign_code import Code, code_of

LINES = 400
"""How much of a class is shown."""


class TrustDialog(Dialog):
    """What would run, where it lies and what it says; nothing runs unless a person chooses so."""

    def __init__(self, codes: Sequence[Code], title: str, body: str, parent: QWidget | None = None):
        answers = [
            Answer("no", tr("Do not run"), primary=True, leaves=True),
            Answer("yes", tr("Run this code"), tip=tr("Only for code that you know: it may do all that you may do")),
        ]
        super().__init__(title, body, answers, parent, ("mdi6.shield-alert-outline", "warning"))
        for code in codes:
            place = str(code.path) if code.path is not None else tr("not found on this machine")
            self.content.addWidget(Text(code.name, weight=600, wrap=True))
            where = Text(place, size=12, role="muted", wrap=True)
            self.content.addWidget(where)
        self.code = QPlainTextEdit("\n\n".join(_shown(code) for code in codes if code.source))
        self.code.setReadOnly(True)
        self.code.setMinimumHeight(200)
        self.code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.code.setFont(Text("", mono=True, size=11).font())
        self.code.setAccessibleName(tr("The code that would run"))
        self.code.setToolTip(tr("Read what it does before you let it run"))
        self.code.setVisible(any(code.source for code in codes))
        self.content.addWidget(self.code)


def _shown(code: Code) -> str:
    lines = code.source.splitlines()
    rest = len(lines) - LINES
    return "\n".join(lines[:LINES]) + (f"\n# … {rest}" if rest > 0 else "")


def may_run(project: Project, parent: QWidget | None, title: str) -> bool:
    """Whether a project may run what it holds; asks when that is code of somebody's own and nobody has said yes.

    A yes holds until the project is closed.
    """
    codes = () if project.trusted else code_of(project)
    if not codes:
        return True
    heading = tr("Run the Python code of {name}?", name=title)
    body = tr(
        "To train, this network runs code that Workbench has not written. It can do whatever you can do on this "
        "machine. Say yes only when you know where it is from."
    )
    dialog = TrustDialog(codes, heading, body, parent)
    project.trusted = dialog.ask() == "yes"
    dialog.deleteLater()
    return project.trusted


def may_import(path: Path, name: str, source: str, parent: QWidget | None) -> bool:
    """Whether a file may be run to import a network from it; always asks."""
    heading = tr("Run {name} to import it?", name=path.name)
    body = tr(
        "Importing a network means running the whole file. It can do whatever you can do on this machine. Say yes only "
        "when you know where it is from."
    )
    dialog = TrustDialog((Code(name, path, source),), heading, body, parent)
    answer = dialog.ask()
    dialog.deleteLater()
    return answer == "yes"
