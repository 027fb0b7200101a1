"""Which advice a node is spared, as an edit: a person may hide a piece of advice in a project, and hear it again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphs.block_edits import Inside
from graphs.diagnosis import Diagnostic
from graphs.edits import Edit
from graphs.message import Message, say
from graphs.project import Project


@dataclass(frozen=True)
class HideAdvice:
    """Let a node hear nothing of a rule of advice any more, or (``hidden`` is false) hear it again."""

    node: int
    rule: str
    hidden: bool = True

    def apply(self, project: Project) -> Edit:
        """Hide or show it; the inverse does the opposite where that changes something."""
        node = project.network.node(self.node)
        others = tuple(rule for rule in node.quiet if rule != self.rule)
        quiet = tuple(sorted((*others, self.rule))) if self.hidden else others
        project.network.put_node(replace(node, quiet=quiet))
        return HideAdvice(self.node, self.rule, self.rule in node.quiet)

    def label(self, project: Project) -> Message:
        """``Hide advice at fc``."""
        name = project.network.node(self.node).name
        return say("Hide advice at {node}", node=name) if self.hidden else say("Show advice at {node}", node=name)


def hide(advice: Diagnostic, hidden: bool = True) -> Edit:
    """Make the edit that hides a piece of advice in this project, or shows it again."""
    edit = HideAdvice(advice.node, advice.rule, hidden)
    return Inside(advice.block, edit) if advice.block else edit
