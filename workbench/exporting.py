"""The drawing as a file for a paper: asked for in the window, or written from the command line without one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog

from graphs.diagnosis import diagnose
from graphs.planning import plan
from graphs.project import Project
from widgets.canvas.illustrator import Illustrator
from widgets.canvas.picture import Picture
from widgets.canvas.publishing import CannotPublish, publish
from widgets.language import tr
from widgets.printing import class_name
from workbench import dialogs

if TYPE_CHECKING:
    from workbench.window import Window


def export_drawing(window: Window, *, selection: bool = False) -> None:
    """Ask for a file and write what the canvas shows there, all of it or what is selected."""
    sheets = window.canvas.places.sheets(window.selection if selection else None)
    suggested = window.settings.folder / f"{class_name(window.session.project.title).lower()}.svg"
    kinds = {
        ".svg": tr("Vector picture (*.svg)"),
        ".pdf": tr("Page as large as the drawing (*.pdf)"),
        ".png": tr("Pixels, 300 to the inch (*.png)"),
    }
    name, kind = QFileDialog.getSaveFileName(
        window, tr("Export the drawing"), str(suggested), ";;".join(kinds.values())
    )
    if not name:
        return
    path = Path(name)
    if not path.suffix:
        path = path.with_suffix(next((ending for ending, words in kinds.items() if words == kind), ".svg"))
    try:
        publish(sheets[0].picture, path, tr(window.session.heading), sheets)
    except CannotPublish as error:
        dialogs.tell(window, tr("The drawing cannot be written"), tr(error.message))
        return
    window.toast.say(tr("The drawing is in {name}.", name=path.name))


def write_drawing(project: Project, path: Path) -> None:
    """Write the drawing of a project where no window is open; Qt is told that it needs no screen.

    Raises `widgets.canvas.publishing.CannotPublish`.
    """
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["workbench"])
    publish(picture_of(project), path, project.title)
    del app


def picture_of(project: Project) -> Picture:
    """The picture of a project's network, with what is wrong in it."""
    network = project.network
    return Illustrator().picture(network, plan(network), diagnose(network))
