"""Saving what a view shows, as a picture or as a table of its values; asks where, and says what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from widgets.language import tr

if TYPE_CHECKING:
    from widgets.plots.plot import Plot
    from workbench.inquiry import Inquiry
    from workbench.views.card import View


def save_picture(view: View | Inquiry) -> None:
    """Ask for a file and write the picture there, as lines when it ends in .svg."""
    kinds = "PNG (*.png);;SVG (*.svg)"
    path, _ = QFileDialog.getSaveFileName(view, tr("Save the picture"), f"{view.name}.png", kinds)
    if path:
        _write(view, path, view.export_svg if path.lower().endswith(".svg") else view.export_png)


def save_values(view: View | Inquiry) -> None:
    """Ask for a file and write the values behind the picture there."""
    path, _ = QFileDialog.getSaveFileName(view, tr("Save the values"), f"{view.name}.csv", "CSV (*.csv)")
    if path:
        _write(view, path, view.export_csv)


def save_plot(plot: Plot, parent: QWidget, title: str, name: str) -> None:
    """Ask for a file and write a plot there that stands in no view: a picture, lines, or with .csv its values."""
    kinds = "PNG (*.png);;SVG (*.svg);;CSV (*.csv)"
    path, _ = QFileDialog.getSaveFileName(parent, tr("Save the picture"), f"{name}.png", kinds)
    if not path:
        return
    write = {".svg": plot.export_svg, ".csv": plot.export_csv}.get(Path(path).suffix.lower(), plot.export_png)
    try:
        write(path)
    except OSError as error:
        QMessageBox.warning(parent, title, tr("{path} could not be written: {why}", path=path, why=error))


def _write(view: View | Inquiry, path: str, write: Callable[[str | Path], None]) -> None:
    try:
        write(path)
    except OSError as error:
        QMessageBox.warning(view, tr(view.title), tr("{path} could not be written: {why}", path=path, why=error))
