"""What the doctor found, in a window: looked at in a thread, since it tries to load PyTorch."""

from __future__ import annotations

import threading

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from graphs.message import say
from widgets.language import tr
from workbench.dialogs import Listing
from workbench.doctor import Finding, State, examine


class DoctorDialog(Listing):
    """Rows of what was looked at, each with its sentence and, where something is to be done, what."""

    examined = Signal(object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(tr("How this machine suits Workbench"), tr("Looking at it takes some seconds."), [], parent)
        self.findings: list[Finding] = []
        self.examined.connect(self._show)
        threading.Thread(target=self._look, name="doctor", daemon=True).start()

    def _look(self) -> None:
        findings = examine()
        try:
            self.examined.emit(findings)
        except RuntimeError:
            # The dialog was closed and deleted before the look was over: nobody is left to tell.
            return

    @Slot(object)
    def _show(self, findings: list[Finding]) -> None:
        self.findings = findings
        marks = {State.GOOD: "✓", State.ADVICE: "!", State.PROBLEM: "✕"}
        rows = []
        for finding in findings:
            words = tr(finding.sentence) + (f"\n{tr(finding.remedy)}" if finding.remedy is not None else "")
            rows.append((f"{marks[finding.state]} {tr(say(finding.subject))}", words))
        self.set_rows(rows)
        problems = sum(finding.state is State.PROBLEM for finding in findings)
        self.body.setText(
            tr("All is well.") if not problems else tr("{n} things keep it from working well.", n=problems)
        )
