"""Opening, saving, keeping and recovering projects, with the questions that go with it."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QTimer
from PySide6.QtWidgets import QFileDialog

import graphs
from graphs.journal import Journal
from graphs.message import Message, say
from graphs.printer import class_name
from widgets.language import tr
from workbench import dialogs

if TYPE_CHECKING:
    from workbench.window import Window

SUFFIX = ".workbench"
THUMBNAIL = QSize(480, 320)


def ago(seconds: float) -> Message:
    """Say how long ago something was saved."""
    if seconds < 60:
        return say("Saved {n} s ago", n=int(seconds))
    if seconds < 3600:
        return say("Saved {n} min ago", n=int(seconds // 60))
    return say("Saved {n} h ago", n=int(seconds // 3600))


class Files:
    """What the File menu does."""

    def __init__(self, window: Window):
        self._window = window
        self._session = window.session
        self._saved_at: float | None = None
        self.kept = True
        """Whether the last attempt to keep unsaved work beside the file went well."""
        self._timer = QTimer(window)
        self._timer.setSingleShot(True)
        self._timer.setInterval(window.settings.autosave)
        self._timer.timeout.connect(self.autosave)
        self._session.changed.connect(self._changed)
        self._session.replaced.connect(self._replaced)

    # ------------------------------------------------------------------ keeping unsaved work

    def _changed(self) -> None:
        if not self._session.is_clean and not self._timer.isActive():
            self._timer.start()

    def _replaced(self) -> None:
        self._saved_at = None

    def keep_after(self, milliseconds: int) -> None:
        """Keep unsaved work so long after an edit."""
        self._timer.setInterval(milliseconds)

    def autosave(self) -> None:
        """Keep what is not saved beside the file; a disk that does not take it is told once."""
        self._timer.stop()
        try:
            self._session.autosave()
        except (OSError, graphs.DocumentError) as error:
            if self.kept:
                self._window.toast.say(tr("Unsaved work could not be kept beside the file: {why}", why=_why(error)))
            self.kept = False
        else:
            self.kept = True

    @property
    def saved(self) -> Message | None:
        """How long ago the project was saved, or that it has not been."""
        if not self._session.is_clean:
            return say("Not saved yet") if self._session.path is None else say("Changed since it was saved")
        return ago(time.monotonic() - self._saved_at) if self._saved_at is not None else None

    def offer_recovery(self) -> None:
        """Offer what an interrupted session left: of the file that was open then, or of a project without a file."""
        marked = self._window.settings.open_at_the_end
        journals = [*Journal.abandoned(), *([Journal(Path(marked))] if marked else [])]
        for journal in journals:
            try:
                project = journal.offer()
            except graphs.DocumentError as error:
                self._window.toast.say(
                    tr("What was kept of {name} cannot be read: {why}", name=journal.path.name, why=_why(error))
                )
                continue
            if project is None:
                continue
            when = datetime.fromtimestamp(journal.file.stat().st_mtime).strftime("%Y-%m-%d %H:%M")
            path = journal.path if journal.path.exists() else None
            answer = dialogs.ask_recover(self._window, path.name if path is not None else project.title, when)
            if answer == "recover":
                self._session.adopt(project, path)
                self.autosave()
                if path is None and self.kept:
                    # From here on it is kept in the journal of this program.
                    journal.discard()
                return
            if answer == "discard":
                journal.discard()

    # ------------------------------------------------------------------ opening

    def new(self) -> None:
        """Begin with an empty drawing."""
        if self.may_leave():
            self._session.new()

    def presets(self) -> None:
        """Choose a preset from the gallery."""
        from workbench.gallery import Gallery

        gallery = Gallery(self._window, self._session.project, tr(self._session.heading))
        if gallery.exec() and self.may_leave():
            if gallery.own is not None:
                self.open_own(gallery.own)
            elif gallery.chosen:
                self.open_preset(gallery.chosen, gallery.size_chosen)
        gallery.deleteLater()

    def open_preset(self, name: str, size: str = "small") -> None:
        """Open a preset as a new project; raises `presets.registry.UnknownPreset`."""
        self._session.open_preset(name, size)

    def open_own(self, path: Path) -> None:
        """Open one of one's own presets as a new project; when it cannot be read, say why."""
        try:
            self._session.open_copy(path)
        except (graphs.DocumentError, OSError) as error:
            dialogs.tell(self._window, tr("{name} cannot be opened", name=path.name), _why(error))

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        kinds = tr("Workbench projects (*.workbench)")
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a project"), str(self._window.settings.folder), kinds
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path, checked: bool = False) -> bool:
        """Open a project file; when it cannot be read, say why and leave the open project as it is."""
        if not self.may_leave():
            return False
        try:
            self._session.open(path)
        except (graphs.DocumentError, OSError) as error:
            dialogs.tell(self._window, tr("{name} cannot be opened", name=path.name), _why(error))
            return False
        self._window.settings.remember(path)
        self._mark_open()
        return True

    def _mark_open(self) -> None:
        path = self._session.path
        self._window.settings.open_at_the_end = str(path.absolute()) if path is not None else ""

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
        return self._write(target if target.suffix else target.with_suffix(SUFFIX))

    def _write(self, path: Path) -> bool:
        try:
            self._session.save(path, thumbnail=self._thumbnail())
        except (graphs.DocumentError, OSError) as error:
            dialogs.tell(self._window, tr("{name} cannot be saved", name=path.name), _why(error))
            return False
        self._saved_at = time.monotonic()
        self._window.settings.remember(path)
        self._mark_open()
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
            dialogs.tell(self._window, tr("The code cannot be written"), _why(error))
            return
        self._window.toast.say(tr("The code is in {name}.", name=Path(path).name))

    # ------------------------------------------------------------------ leaving

    def may_leave(self) -> bool:
        """Ask what becomes of a running training and of unsaved work; True when the project may be left."""
        if self._session.running:
            if dialogs.ask_stop(self._window, self._session.title) != "stop":
                return False
            self._window.stop_and_wait()
        if self._session.is_clean:
            return True
        answer = dialogs.ask_save(self._window, self._session.title)
        if answer == "save":
            return self.save()
        if answer == "discard":
            self._session.discard_autosave()
            return True
        return False


def _why(error: BaseException) -> str:
    """The sentence of an error in the language of the window."""
    message = getattr(error, "message", None)
    return tr(message) if isinstance(message, Message) else str(getattr(error, "strerror", None) or error)
