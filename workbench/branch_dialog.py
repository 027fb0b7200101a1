"""Going back to a kept checkpoint and on from there with something changed: what is asked before, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphs.document import DocumentError
from widgets.language import tr
from workbench import dialogs
from workbench.branches import changes, planned_steps
from workbench.engine.faults import FolderError
from workbench.session import trained_by

if TYPE_CHECKING:
    from workbench.project_tab import ProjectTab


def branch_here(tab: ProjectTab) -> None:
    """Ask whether to go on from the last checkpoint before the step that is shown, and do so."""
    timeline, session, window = tab.timeline, tab.session, tab.main
    kept = [step for step in timeline.checkpoints if step <= timeline.shown]
    if timeline.folder is None or not kept:
        return
    at, folder = kept[-1], timeline.folder
    try:
        before = trained_by(folder)
        planned = planned_steps(folder, session.project)
    except (FolderError, DocumentError) as error:
        dialogs.tell(window, tr("One cannot branch off here"), tr(error.message))
        return
    if planned is not None and at >= planned:
        dialogs.tell(
            window,
            tr("Step {step} is the end already", step=f"{at:,}"),
            tr("The recipe has {n} epochs, which end here. Set more epochs in the recipe, or go back further.",
               n=session.project.recipe.epochs),
        )  # fmt: skip
        return
    found = changes(before, session.project)
    what = tr("Changed since: {what}.", what=", ".join(tr(one) for one in found)) if found else tr(
        "Nothing has changed since, so it will come to the same numbers: change the drawing, the recipe or the data "
        "first to see what that does."
    )  # fmt: skip
    going = " " + tr("The training that runs is stopped and kept.") if session.running else ""
    dialog = dialogs.Dialog(
        tr("Branch off at step {step}", step=f"{at:,}"),
        tr("A new run goes on from the checkpoint with the drawing and the recipe as they are now; weights that still "
           "fit are kept. {changed}", changed=what) + going,
        [dialogs.Answer("cancel", tr("Cancel"), leaves=True), dialogs.Answer("branch", tr("Branch"), primary=True)],
        window,
    )  # fmt: skip
    answer = dialog.ask()
    dialog.deleteLater()
    if answer != "branch":
        return
    if session.running:
        window.stop_and_wait(tab)
    tab.training.branch(folder, at)
