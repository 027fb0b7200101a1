"""Opening and saving projects, with the questions that go with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtWidgets import QFileDialog

import graphs
from graphs.project import Project
from widgets.language import tr
from widgets.printing import class_name
from workbench import dialogs
from workbench.keeping import why
from workbench.project_tab import ProjectTab
from workbench.recovery import offer_kept
from workbench.session import Session
from workbench.tabs import Source

if TYPE_CHECKING:
    from workbench.window import Window

SUFFIX = ".workbench"
THUMBNAIL = QSize(480, 320)


class Files:
    """What the File menu does: what is opened gets a tab, what is saved is the project in front."""

    def __init__(self, window: Window):
        self._window = window

    @property
    def _session(self) -> Session:
        return self._window.session

    def autosave(self) -> None:
        """Keep at once what is not saved, of every open project."""
        for tab in self._window.tabs.projects:
            tab.keeper.keep()

    def keep_after(self, milliseconds: int) -> None:
        """Keep unsaved work so long after an edit."""
        for tab in self._window.tabs.projects:
            tab.keeper.keep_after(milliseconds)

    # ------------------------------------------------------------------ opening

    def new(self) -> None:
        """Begin with an empty drawing, in a tab of its own."""
        self._window.tabs.new()

    def presets(self) -> None:
        """Choose a preset from the gallery."""
        from workbench.gallery import Gallery

        gallery = Gallery(self._window, self._session.project, tr(self._session.heading))
        if gallery.exec():
            if gallery.own is not None:
                self.open_own(gallery.own)
            elif gallery.chosen:
                self.open_preset(gallery.chosen, gallery.size_chosen)
        gallery.deleteLater()

    def open_preset(self, name: str, size: str = "small") -> ProjectTab:
        """Open a preset in a tab; raises `presets.registry.UnknownPreset`."""
        session = Session()
        session.open_preset(name, size)
        return self._window.tabs.open(session)

    def open_own(self, path: Path) -> None:
        """Open one of one's own presets in a tab; when it cannot be read, say why."""
        session = Session()
        try:
            session.open_copy(path)
        except (graphs.DocumentError, OSError) as error:
            dialogs.tell(self._window, tr("{name} cannot be opened", name=path.name), why(error))
            return
        self._window.tabs.open(session)

    def open_project(self, project: Project) -> ProjectTab:
        """Open a project that lies in no file, in a tab: it is not saved yet."""
        session = Session()
        session.adopt(project, None)
        return self._window.tabs.open(session)

    def load(self, source: Source) -> Session | None:
        """Load what a tab was closed or restored with; when it cannot be read, say why and return None."""
        session = Session()
        if source.path is None:
            session.open_preset(source.preset, source.size)
            return session
        try:
            session.open(source.path)
        except (graphs.DocumentError, OSError) as error:
            dialogs.tell(self._window, tr("{name} cannot be opened", name=source.path.name), why(error))
            return None
        offer_kept(self._window, session)
        return session

    def open_source(self, source: Source) -> None:
        """Open again what a tab was closed with."""
        if source.sides:
            self._window.tabs.add(source, show=False)
            self._window.tabs.show(source)
        elif source.path is not None:
            self.open(source.path)
        else:
            self.open_preset(source.preset, source.size)

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        kinds = tr("Workbench projects (*.workbench)")
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a project"), str(self._window.settings.folder), kinds
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path, checked: bool = False) -> bool:
        """Open a project file in a tab, or show the tab that has it; when it cannot be read, say why."""
        held = self._window.tabs.holding(path)
        if held is not None:
            self._window.tabs.show(held)
            return True
        session = self.load(Source(path))
        if session is None:
            return False
        self._window.tabs.open(session)
        self._window.settings.remember(path)
        return True

    # ------------------------------------------------------------------ saving

    def save(self) -> bool:
        """Write the project to its file, asking for one when it has none."""
        return self.save_as() if self._session.path is None else self._write(self._session.path)

    def save_as(self) -> bool:
        """Ask for a file and write the project there."""
        suggested = self._window.settings.folder / f"{self._session.title}{SUFFIX}"
        kinds = tr("Workbench projects (*.workbench)")
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save the project"), str(suggested), kinds)
        if not path:
            return False
        target = Path(path)
        target = target if target.suffix else target.with_suffix(SUFFIX)
        held = self._window.tabs.holding(target)
        if held is not None and held is not self._window.tab:
            body = tr("Another tab shows that file. Close that tab first, or choose another name.")
            dialogs.tell(self._window, tr("{name} cannot be saved", name=target.name), body)
            return False
        return self._write(target)

    def _write(self, path: Path) -> bool:
        try:
            self._session.save(path, thumbnail=self._thumbnail())
        except (graphs.DocumentError, OSError) as error:
            dialogs.tell(self._window, tr("{name} cannot be saved", name=path.name), why(error))
            return False
        self._window.tab.keeper.saved_now()
        self._window.settings.remember(path)
        self._window.remember_tabs()
        self._window.refresh()
        return True

    def _thumbnail(self) -> bytes | None:
        if not len(self._session.project.network):
            return None
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._window.canvas.to_image(THUMBNAIL).save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(data.data())

    def export_python(self) -> None:
        """Write the drawing as a PyTorch module."""
        suggested = self._window.settings.folder / f"{class_name(self._session.project.title).lower()}.py"
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Export Python"), str(suggested), tr("Python (*.py)"))
        if not path:
            return
        try:
            project = self._session.project
            Path(path).write_text(graphs.to_python(project.network, project.title), encoding="utf-8")
        except (OSError, graphs.NetworkError, ValueError) as error:
            dialogs.tell(self._window, tr("The code cannot be written"), why(error))
            return
        self._window.toast.say(tr("The code is in {name}.", name=Path(path).name))

    # ------------------------------------------------------------------ leaving

    def close(self) -> None:
        """Close the tab in front."""
        self._window.tabs.close(self._window.tabs.front)

    def may_leave(self) -> bool:
        """Ask what becomes of a running training and of unsaved work in every tab; True when all may be left."""
        return all(tab.may_close() for tab in list(self._window.tabs))
