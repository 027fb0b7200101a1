"""The loss around the weights of a run, as a map with the training's own path: a window beside the main one.

It is measured beside the window until a training begins, which needs torch for itself.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from graphs.message import say
from widgets import theme
from widgets.controls import IconButton, Text
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.directions import Directions
from workbench.engine.faults import RunError
from workbench.errands import Errand
from workbench.views.chips import Chip, ChoiceChip

if TYPE_CHECKING:
    from workbench.engine.loss_surface import LossSurface, Surroundings
    from workbench.project_tab import ProjectTab
    from workbench.window import Window

SIZE = QSize(760, 620)
PATH, RANDOM = "PATH", "RANDOM"
BEAT = 60


class LossSurfaceDialog(QDialog):
    """The map of one run: its directions, its path, and the step that the time machine shows."""

    def __init__(self, tab: ProjectTab, folder: Path):
        from widgets.plots.contour import ContourPlot

        super().__init__(tab.main)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._tab, self.folder = tab, folder
        self.surface: LossSurface | None = None
        self._around: Surroundings | None = None
        self._seed, self._share, self._leaving, self._again = 0, 0.0, False, False
        self._errand = Errand(self)
        self.directions, self.other, self.save = ChoiceChip(), Chip(), IconButton("mdi6.content-save-outline")
        self.player = ChoiceChip()
        self.other.setCheckable(False)
        self.look_for = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.said = Text(size=theme.TEXT_SECONDARY, wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.map = ContourPlot()
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        for widget in (self.directions, self.other, self.player):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.look_for)
        layout.addWidget(self.map, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.said)
        self.resize(SIZE)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._show_progress)
        players = {str(n): player.name for n, player in enumerate(tab.session.project.recipe.players)}
        self.player.set_choices(players, tr("Whose weights and losses"))
        self.player.setVisible(len(players) > 1)
        self.directions.chosen.connect(self._choose)
        self.player.chosen.connect(self._choose_player)
        self.other.clicked.connect(self._draw_others)
        self.save.clicked.connect(self._save)
        tab.timeline.moved.connect(self._moved)
        tab.going.connect(self.close)
        tab.session.changed.connect(self._session_changed)
        self.retranslate()
        self.measure()

    # ------------------------------------------------------------------ measuring

    @Slot()
    def measure(self) -> None:
        """Measure beside the window; what is under way is given up first."""
        if self._errand.busy:
            self._again = True
            return
        self._share = 0.0
        self.progress.show()
        self.said.setText(tr("The loss is measured around the weights…"))
        self._beat.start()
        work = partial(self._measured, self.directions.value, self._seed, int(self.player.value or 0))
        self._errand.begin(work, self._take)

    def _measured(self, directions: str, seed: int, player: int) -> LossSurface | RunError | None:
        """Ask the network, in a thread of its own."""
        from workbench.engine.faults import failure
        from workbench.engine.loss_surface import Surroundings

        try:
            self._around = self._around or Surroundings(self.folder, player)
            return self._around.measure(Directions[directions], seed, tell=self._hear)
        except RunError as error:
            return error
        except Exception as error:  # a drawing that cannot be built says why by the words of a failed training
            told = failure(error, 0, 1, None)
            return RunError(told.message, told.remedy, told.node)

    def _hear(self, share: float) -> bool:
        self._share = share
        return not (self._leaving or self._again)

    @Slot()
    def _show_progress(self) -> None:
        self.progress.setValue(round(100 * self._share))

    def _take(self, found: LossSurface | RunError | None) -> None:
        self._beat.stop()
        if self._leaving:
            return
        if self._again:
            self._again = False
            self.measure()
            return
        self.progress.hide()
        if isinstance(found, RunError):
            self.said.setText(f"{tr(found.message)} {tr(found.remedy)}")
            self.map.clear()
            return
        self.surface = found
        self._show()

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        from widgets.plots.contour import Way

        found = self.surface
        if found is None:
            return
        self.map.set_surface(found.heights, found.extent)
        random = found.directions.name == RANDOM
        if random:
            # So few of the path's steps lead along two random directions that it would be a dot.
            self.map.set_ways([])
            self.map.set_axes(tr("first random direction"), tr("second random direction"))
            self.map.set_marks([(0.0, 0.0)])
        else:
            shares = [f"{100 * share:.0f}" for share in found.share]
            self.map.set_axes(
                tr("direction {n} ({share} % of the path)", n=1, share=shares[0]),
                tr("direction {n} ({share} % of the path)", n=2, share=shares[1]),
            )
            self.map.set_ways([Way(tr("the training's path"), found.path)])
            self.map.set_marks([])
        self._moved()

    @Slot(object)
    def _moved(self, step: object = None) -> None:
        """Draw the path up to the step that the time machine shows."""
        found = self.surface
        if found is None:
            return
        position = self._tab.timeline.position
        place = len(found.steps) - 1
        if position is not None:
            place = max(int(np.searchsorted(found.steps, position, side="right")) - 1, 0)
        self.map.set_head(place)
        words = [
            tr(
                "Step {step}: loss {loss}. The map lies between {low} and {high}.",
                step=f"{int(found.steps[place]):,}",
                loss=short_number(float(found.losses[place])),
                low=short_number(float(np.nanmin(found.heights))),
                high=short_number(float(np.nanmax(found.heights))),
            ),
            tr("Measured at {n}×{n} places on {examples} training examples, in evaluation mode.",
               n=len(found.across), examples=found.examples),
        ]  # fmt: skip
        if found.directions.name == RANDOM:
            words.append(
                tr("Of the path, {share} % lies in this plane: random directions show the valley, not the way.",
                   share=f"{100 * float(found.share[0]):.2g}")
            )  # fmt: skip
        self.said.setText(" ".join(words))

    # ------------------------------------------------------------------ choosing

    @Slot(str)
    def _choose(self, key: str = "") -> None:
        self.other.setVisible(self.directions.value == RANDOM)
        self._words()
        self.measure()

    @Slot(str)
    def _choose_player(self, key: str = "") -> None:
        self._around = None
        self.measure()

    @Slot()
    def _draw_others(self) -> None:
        self._seed += 1
        self.measure()

    @Slot()
    def _save(self) -> None:
        from workbench.views.saving import save_plot

        save_plot(self.map, self, self.windowTitle(), "loss_surface")

    # ------------------------------------------------------------------ words and going

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setWindowTitle(tr("Loss surface of {run}", run=self.folder.name))
        self.setAccessibleName(tr("Loss surface"))
        self.directions.set_choices(
            {kind.name: tr(say(kind.value)) for kind in Directions}, tr("Along which directions the plane lies")
        )
        self.other.set_words(tr("Other directions"), tr("Draw two other random directions"))
        self.other.setVisible(self.directions.value == RANDOM)
        self.save.set_words(tr("Save the picture or the values…"))
        self.map.setAccessibleName(tr("Loss surface"))
        self.map.set_empty_text(tr("The loss is measured around the weights…"))
        self._words()
        self._show()

    def _words(self) -> None:
        self.look_for.setText(
            tr("Look for: {what}", what=tr(
                "a wide floor or a narrow one. Round the network every filter is moved by as much as it is long, so "
                "that maps of different networks can be compared."
            ) if self.directions.value == RANDOM else tr(
                "the path that comes down steeply, then turns and follows the floor of its valley. Distances are those "
                "between the weights."
            ))
        )  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_beat"):
            self.retranslate()

    @Slot()
    def _session_changed(self) -> None:
        """A training needs torch's random numbers for itself."""
        if self._tab.session.running:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the measuring up, and wait for the place it is at."""
        self._leaving = True
        self._errand.wait()
        self._tab.timeline.moved.disconnect(self._moved)
        self._tab.session.changed.disconnect(self._session_changed)
        super().closeEvent(event)


def show_loss_surface(window: Window) -> LossSurfaceDialog | None:
    """Open the map of the run that is open; without one, say what to do for it."""
    tab = window.tab
    if tab.timeline.folder is None:
        tab.say(tr("There is no run yet. Train the network, then look at the loss around it."))
        return None
    if any(each.is_busy for each in tab.main.tabs.projects):
        tab.say(tr("The loss surface is measured while nothing trains. Stop the training first."))
        return None
    found = LossSurfaceDialog(tab, tab.timeline.folder)
    found.show()
    return found
