"""The live views of a project, one card under the other; what has no room is scrolled to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QMenu, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from widgets.controls import clear
from widgets.language import tr
from workbench.bridge import Bridge
from workbench.engine.faults import FolderError
from workbench.engine.runs import Run
from workbench.session import Session
from workbench.views import views, wanted_views


class ViewColumn(QScrollArea):
    """A column of cards. ``cards`` maps the names of the views that are open to their widgets."""

    def __init__(self, session: Session, bridge: Bridge, parent: QWidget | None = None):
        super().__init__(parent)
        self._session, self._bridge = session, bridge
        self._ran = False
        self._more: QToolButton | None = None
        session.changed.connect(self._session_changed)
        self.cards: dict[str, QWidget] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(340)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(8)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name()

    def open(self, names: Iterable[str]) -> None:
        """Show these views; a name that is not known here (a newer file) is left out."""
        known = views()
        wanted = [name for name in names if name in known]
        clear(self._column)
        self.cards = {}
        for name in wanted:
            self._add(name)
        # The column empties itself with its cards, so the button is made anew.
        self._more = QToolButton()
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._offer)
        self._more.setMenu(self._menu)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._name()

    def missing(self) -> tuple[str, ...]:
        """The views that are not open and have something to show for this project."""
        project = self._session.project
        return tuple(name for name, kind in views().items() if name not in self.cards and kind.fits(project) is None)

    def show_too(self, name: str) -> None:
        """Open one more view, with what the present run has measured so far."""
        from workbench.views.card import View

        # While the training goes on, what the others have not heard of yet comes to all of them.
        steps = [card.step or 0 for card in self.cards.values() if isinstance(card, View)]
        self._add(name)
        if self._more is not None:
            self._column.removeWidget(self._more)
            self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        card, folder = self.cards[name], self._session.run_folder
        if folder is None:
            return
        try:
            with Run.open(folder) as run:
                if isinstance(card, View):
                    card.show_run(run, max(steps) if steps and self._session.running else None)
        except FolderError:
            # What is wrong with the folder is told by whoever writes there; the view goes on from here.
            return

    @Slot()
    def _offer(self) -> None:
        self._menu.clear()
        for name in self.missing():
            self._menu.addAction(tr(views()[name].title)).triggered.connect(partial(self._chosen, name))
        if self._menu.isEmpty():
            self._menu.addAction(tr("Every view is open that has something to show")).setEnabled(False)

    def _chosen(self, name: str, checked: bool = False) -> None:
        self.show_too(name)

    def _add(self, name: str) -> None:
        card = views()[name](self._session)
        self._bridge.add_view(card)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.cards[name] = card
        self._column.addWidget(card, 1)

    @Slot()
    def _session_changed(self) -> None:
        """When a training begins, open what the drawing has got something to show for since its views were opened."""
        if not isValid(self):
            return
        began, self._ran = self._session.running and not self._ran, self._session.running
        if began and self.cards:
            for name in wanted_views(self._session.project):
                if name not in self.cards and name in views():
                    self.show_too(name)

    def lend(self, name: str) -> QWidget:
        """Take a card out of the column, to show it elsewhere for a while."""
        card = self.cards[name]
        self._column.removeWidget(card)
        card.setParent(None)
        return card

    def take_back(self, card: QWidget) -> None:
        """Put a card that was lent back in its place; one of a project that is closed by now goes."""
        if card not in self.cards.values():
            card.deleteLater()
            return
        self._column.insertWidget(list(self.cards.values()).index(card), card, 1)
        card.show()

    def follow(self, nodes: Iterable[int]) -> None:
        """Let the views that show one node show the one that is selected in the drawing."""
        if not self.cards:
            return
        # Not before there are views: what they need takes time to load.
        from workbench.views.card import View

        nodes = tuple(nodes)
        for card in self.cards.values():
            if isinstance(card, View):
                card.follow(nodes)

    def sizeHint(self) -> QSize:
        """Two fifths of a usual window."""
        return QSize(560, 640)

    def _name(self) -> None:
        self.setAccessibleName(tr("Live views"))
        if self._more is not None:
            self._more.setText(tr("Add a view"))
            self._more.setAccessibleName(tr("Add a view"))
            self._more.setToolTip(tr("Open another live view of this network"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
