"""What of the window belongs to the project in front: another tab, and each of these names means another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMainWindow, QVBoxLayout

from widgets.canvas import Canvas
from workbench.banner import Banner
from workbench.bridge import Bridge
from workbench.panels import Panels
from workbench.project_tab import ProjectTab
from workbench.session import Session
from workbench.tabs import Tabs
from workbench.training import Training
from workbench.view_column import ViewColumn

if TYPE_CHECKING:
    from widgets.outline import Outline
    from workbench.recipe_panel import RecipePanel


class Front(QMainWindow):
    """A window with tabs: everything is asked of the project in front."""

    tabs: Tabs
    panels: Panels

    @property
    def tab(self) -> ProjectTab:
        """The project that the panels show: the one in front, or behind a comparison the last that was."""
        return self.tabs.project

    @property
    def session(self) -> Session:
        """What is open, its history and its file."""
        return self.tab.session

    @property
    def canvas(self) -> Canvas:
        """The drawing."""
        return self.tab.canvas

    @property
    def bridge(self) -> Bridge:
        """What brings the training to the drawing and the views."""
        return self.tab.bridge

    @property
    def views(self) -> ViewColumn:
        """The live views."""
        return self.tab.views

    @property
    def training(self) -> Training:
        """The hand on the training."""
        return self.tab.training

    @property
    def banner(self) -> Banner:
        """Where a training that failed is told."""
        return self.tab.banner

    @property
    def selection(self) -> tuple[int, ...]:
        """The ids of the selected nodes."""
        return self.tab.selection

    @property
    def middle(self) -> QVBoxLayout:
        """Where the drawing lies when nothing has borrowed it."""
        return self.tab.column

    @property
    def outline(self) -> Outline:
        """The list of nodes behind the palette."""
        return self.panels.outline

    @property
    def recipe(self) -> RecipePanel:
        """What the training is made of."""
        return self.panels.recipe

    def open_views(self) -> None:
        """Make the live views of the project in front."""
        self.tab.open_views()

    @Slot()
    def fit_now(self) -> None:
        """Show the whole drawing at once, without gliding."""
        self.tab.fit_now()

    def stop_fitting(self) -> None:
        """Leave the drawing as it is shown when its room changes."""
        self.tab.stop_fitting()
