"""Views whose parts stand beside each other, and give way where a card is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from workbench.views.card import NARROW, View


class RoomyView(View):
    """A view of several pictures: it divides its room among them whenever that changes."""

    def make_room(self) -> None:
        """Show or hide parts, and set their widths, for the room there is and what is drawn."""
        raise NotImplementedError

    @property
    def is_wide(self) -> bool:
        """Whether two pictures have room beside each other."""
        return self.width() >= NARROW

    def prepare(self) -> None:
        if not self.prepared:
            super().prepare()
            self.make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pictures the room they need."""
        super().resizeEvent(event)
        if self.prepared:
            self.make_room()
