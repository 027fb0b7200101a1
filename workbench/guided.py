"""What explains the window and what lies over it: the help, the tour, the classroom; made when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot

from workbench.front import Front

if TYPE_CHECKING:
    from workbench.classroom import Classroom
    from workbench.help_dialog import Help
    from workbench.tour import Tour
    from workbench.window import Window


class Guided(Front):
    """A window that can be laid out for a classroom and can be explained."""

    @property
    def _whole(self) -> Window:
        return cast("Window", self)

    @property
    def layout_name(self) -> str:
        """How the window is laid out: ``design``, ``train`` or ``classroom``."""
        room = vars(self).get("classroom")
        return "classroom" if room is not None and not room.isHidden() else self._whole.docks.layout_name

    @cached_property
    def classroom(self) -> Classroom:
        """What lies over the window in a classroom."""
        from workbench.classroom import Classroom

        room = Classroom(self._whole)
        room.left.connect(self._left_classroom)
        return room

    @Slot()
    def _left_classroom(self) -> None:
        self._whole.docks.laid.emit(self._whole.docks.layout_name)

    @Slot(str)
    def lay_requested(self, name: str) -> None:
        """Do what the segments of the run bar ask for."""
        self.lay(name)

    def lay(self, name: str) -> None:
        """Lay the window out for drawing, for watching a training, or for a classroom."""
        window = self._whole
        window.tab.end_walk()
        if name == self.layout_name:
            window.bar.set_layout(window.docks.layout_name)
        elif name == "classroom":
            self.classroom.enter()
        else:
            if self.layout_name == "classroom":
                self.classroom.leave()
            window.docks.lay(name)

    @cached_property
    def tour(self) -> Tour:
        """The tour of the window."""
        from workbench.tour import Tour

        return Tour(self._whole)

    @cached_property
    def help(self) -> Help:
        """The help; it stays open beside the window."""
        from workbench.help_dialog import Help

        return Help(self)
