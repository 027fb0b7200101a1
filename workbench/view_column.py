"""The live views of a project, one card under the other; what has no room is scrolled to.

A view that a person has pulled out lies in a place of its own (see `workbench.apart`) and stays one of ``cards``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QMenu, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from widgets.controls import clear
from widgets.language import tr
from workbench.bridge import Bridge
from workbench.engine.faults import FolderError
from workbench.engine.runs import Run
from workbench.session import Session
from workbench.views import view, views, wanted_views

if TYPE_CHECKING:
    from workbench.apart import Apart
    from workbench.views.card import View


class ViewColumn(QScrollArea):
    """A column of cards. ``cards`` maps the names of the views that are open to their widgets."""

    def __init__(self, session: Session, bridge: Bridge, parent: QWidget | None = None, apart: Apart | None = None):
        super().__init__(parent)
        self._apart = apart
        self._lent: QWidget | None = None
        self._session, self._bridge = session, bridge
        self._ran = False
        self._more: QToolButton | None = None
        session.changed.connect(self._session_changed)
        self.cards: dict[str, View] = {}
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
        wanted = [name for name in names if view(name) is not None]
        for card in self.cards.values():
            if card is not self._lent:
                card.hide()
                card.deleteLater()
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
        if self._apart is not None and self.cards:
            self._apart.place()

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
        if self._apart is not None:
            self._apart.place()
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
        kind = view(name)
        assert kind is not None
        card = kind(self._session)
        self._bridge.add_view(card)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.cards[name] = card
        if self._apart is not None:
            self._apart.offer(card)
        self._put(name)

    def _put(self, name: str) -> None:
        """Put a card where it belongs: into a place of its own where it has one, else into its order in the column."""
        card, room = self.cards[name], self._apart.rooms.get(name) if self._apart is not None else None
        card.set_apart(room is not None)
        if room is not None:
            room.take(card)
            return
        before = list(self.cards)[: list(self.cards).index(name)]
        place = sum(self._column.indexOf(self.cards[other]) >= 0 for other in before)
        self._column.insertWidget(place, card, 1)
        card.show()

    def settle(self) -> None:
        """Put the cards where they belong after views were given places of their own, or gave them back."""
        rooms = self._apart.rooms if self._apart is not None else {}
        for name, card in self.cards.items():
            apart = self._column.indexOf(card) < 0
            if card is not self._lent and (apart != (name in rooms) or (name in rooms and not rooms[name].holds(card))):
                self._put(name)

    @Slot()
    def _session_changed(self) -> None:
        """When a training begins, open what the drawing has got something to show for since its views were opened."""
        if not isValid(self):
            return
        began, self._ran = self._session.running and not self._ran, self._session.running
        if began and self.cards:
            for name in wanted_views(self._session.project):
                if name not in self.cards and view(name) is not None:
                    self.show_too(name)

    def lend(self, name: str) -> QWidget:
        """Take a card out of the column, to show it elsewhere for a while."""
        card = self._lent = self.cards[name]
        self._column.removeWidget(card)
        card.setParent(None)
        return card

    def take_back(self, card: QWidget) -> None:
        """Put a card that was lent back in its place; one of a project that is closed by now goes."""
        self._lent = None
        name = next((name for name, own in self.cards.items() if own is card), None)
        if name is None:
            card.deleteLater()
            return
        self._put(name)
        if self._apart is not None:
            self._apart.place()

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
