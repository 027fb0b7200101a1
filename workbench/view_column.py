"""The live views of a project, one card under the other; what has no room is scrolled to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from widgets.controls import clear
from widgets.language import tr
from workbench.bridge import Bridge
from workbench.session import Session
from workbench.views import views, wanted_views

SMALLEST = 236
"""How high a card is at least."""


class ViewColumn(QScrollArea):
    """A column of cards. ``cards`` maps the names of the views that are open to their widgets."""

    def __init__(self, session: Session, bridge: Bridge, parent: QWidget | None = None):
        super().__init__(parent)
        self._session, self._bridge = session, bridge
        self._ran = False
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

    def _add(self, name: str) -> None:
        card = views()[name](self._session)
        self._bridge.add_view(card)
        card.setMinimumHeight(SMALLEST)
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
                    self._add(name)

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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
