"""What the advisor says of a training, for whoever shows it: the list of problems, the canvas, the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphs.diagnosis import Diagnostic
from graphs.message import Message, say
from graphs.project import Project

if TYPE_CHECKING:
    from workbench.engine.advice.rule import Finding
    from workbench.engine.runs import Run


class Advice:
    """The findings of the present training, or of the last one until another begins; in the order they were made."""

    def __init__(self) -> None:
        self.findings: dict[tuple[str, str], Finding] = {}

    def take(self, event: Any) -> bool:
        """Follow the training; whether there is something else to say now."""
        match type(event).__name__:
            case "RunStarted":
                known, self.findings = self.findings, {}
                return bool(known)
            case "Advised":
                key = (event.found.rule, event.found.key)
                if event.speaks:
                    self.findings[key] = event.found
                else:
                    self.findings.pop(key, None)
                return True
        return False

    def recall(self, run: Run) -> None:
        """Say what stood at the end of a run that was recorded."""
        from workbench.engine.advice.rule import Finding
        from workbench.engine.advisor import META

        found = [Finding.of(kept) for kept in run.meta(META, ())]
        self.findings = {(one.rule, one.key): one for one in found if one.until is None}

    def clear(self) -> None:
        """Another project is open."""
        self.findings.clear()

    def diagnostics(self, project: Project) -> list[Diagnostic]:
        """Each finding with its remedies for the project as it is now."""
        if not self.findings:
            return []
        from workbench.engine.advisor import diagnostic

        return [diagnostic(found, project) for found in self.findings.values()]

    def at_nodes(self, project: Project) -> dict[int, tuple[Message, ...]]:
        """What is said of each node of the network, or of what lies in the block it places; not what is hidden."""
        found: dict[int, tuple[Message, ...]] = {}
        for finding, told in zip(self.findings.values(), self.diagnostics(project), strict=True):
            if not told.hidden and finding.node in project.network:
                found[finding.node] = (*found.get(finding.node, ()), told.message)
        return found

    def sentences(self, project: Project) -> list[Message]:
        """What the terminal prints when a training has ended: a sentence for each finding, with what to try."""
        sentences = []
        for told in self.diagnostics(project):
            if told.fixes:
                sentences.append(say("{message} To try: {what}.", message=told.message, what=told.fixes[0].title))
            else:
                sentences.append(told.message)
        return sentences
