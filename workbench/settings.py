"""What is remembered between two sessions: language, theme, recent files, the last folder, how the window lay."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from graphs.message import mark

RECENT = 10
ARRANGEMENT = 1
"""The number of the present arrangement of docks; an arrangement kept under another number is not restored."""


SCALES = (100, 110, 125, 150, 175, 200)
"""How large everything may be shown, in percent of what the system asks for."""
WORDS = (100, 110, 125, 150)
"""How large words may be written, in percent of what they are designed in."""
AUTOSAVES = (1500, 10_000, 60_000)
"""How long after an edit the work may be kept, in milliseconds."""
RUNS = "WORKBENCH_RUNS"
"""The variable of the environment that says where runs are kept; whoever sets it has the last word."""


class ThemeChoice(StrEnum):
    """Which colours the window wears."""

    LIGHT = mark("Light")
    DARK = mark("Dark")
    SYSTEM = mark("As the system")


class Language(StrEnum):
    """The languages of the window, each by the name it calls itself."""

    ENGLISH = "English"
    CHINESE = "中文"

    @property
    def locale(self) -> str:
        """The name of the language as programs write it."""
        return "zh_CN" if self is Language.CHINESE else "en"


class Settings:
    """What a person chose, kept in the place where programs of this system keep such things."""

    def __init__(self, store: QSettings | None = None):
        self._store = store or QSettings()
        self.keeps_tabs = True
        """Whether this program notes its tabs for the next start; of several that run at once only the first does."""
        self.system_is_still = False
        """Whether the system was asked to move nothing, as far as Qt can tell."""

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def language(self) -> Language:
        """The language of the window; English until another is chosen."""
        return Language.CHINESE if self._text("language") == Language.CHINESE.locale else Language.ENGLISH

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("language", language.locale)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or what the system says."""
        known = {choice.name.lower(): choice for choice in ThemeChoice}
        return known.get(self._text("theme"), ThemeChoice.SYSTEM)

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice.name.lower())

    @property
    def recent(self) -> list[Path]:
        """The files that were open last, the newest first; some may be gone by now."""
        return [Path(line) for line in self._lines("recent")]

    def remember(self, path: Path) -> None:
        """Put a file on top of the recent ones, and its folder where the next dialog opens."""
        path = path.absolute()
        others = [other for other in self.recent if other != path]
        self._store.setValue("recent", [str(each) for each in (path, *others)][:RECENT])
        self._store.setValue("folder", str(path.parent))

    def forget_recent(self) -> None:
        """Clear the list of recent files."""
        self._store.remove("recent")

    @property
    def folder(self) -> Path:
        """Where a file dialog opens: the last folder that was used, else the home folder."""
        kept = self._text("folder")
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    @property
    def resumable(self) -> tuple[Path, str] | None:
        """The folder of a run that was stopped early and the title of its project, while the folder is there."""
        folder, title = self._text("resumable/folder"), self._text("resumable/title")
        return (Path(folder), title) if folder and Path(folder).is_dir() else None

    @resumable.setter
    def resumable(self, run: tuple[Path, str] | None) -> None:
        self._store.setValue("resumable/folder", str(run[0]) if run else "")
        self._store.setValue("resumable/title", run[1] if run else "")

    def _lines(self, key: str) -> list[str]:
        value = self._store.value(key, [])
        lines = [value] if isinstance(value, str) else value
        return [line for line in lines if isinstance(line, str) and line] if isinstance(lines, list) else []

    def claim_tabs(self) -> None:
        """Keep the tabs from now on, unless another program that runs does: what it has open is its own."""
        import psutil

        number, _, began = self._text("keeper").partition(" ")
        if number.isdigit() and int(number) != os.getpid():
            try:
                self.keeps_tabs = abs(psutil.Process(int(number)).create_time() - float(began or 0)) > 1
            except psutil.Error:
                self.keeps_tabs = True  # it has ended
        if self.keeps_tabs:
            self._store.setValue("keeper", f"{os.getpid()} {psutil.Process().create_time():.2f}")
            self._store.sync()

    @property
    def open_at_the_end(self) -> list[Path]:
        """The files that were open when the last session ended without closing them; none after an orderly end."""
        return [Path(line) for line in self._lines("open")] if self.keeps_tabs else []

    @open_at_the_end.setter
    def open_at_the_end(self, paths: Iterable[Path]) -> None:
        if self.keeps_tabs:
            self._store.setValue("open", [str(path) for path in paths])
            self._store.sync()

    @property
    def tabs(self) -> tuple[list[str], int]:
        """The tabs that were open last, as lines, and which of them was in front, or −1."""
        front = self._text("front_tab")
        return self._lines("tabs") if self.keeps_tabs else [], int(front) if front.isdigit() else -1

    @tabs.setter
    def tabs(self, tabs: tuple[list[str], int]) -> None:
        if self.keeps_tabs:
            self._store.setValue("tabs", tabs[0])
            self._store.setValue("front_tab", str(tabs[1]))

    @property
    def restores_tabs(self) -> bool:
        """Whether the next start opens what was open at the end of this one."""
        return self._store.value("restore_tabs", True, type=bool) is not False

    @restores_tabs.setter
    def restores_tabs(self, restored: bool) -> None:
        self._store.setValue("restore_tabs", restored)

    def run_of(self, path: Path) -> Path | None:
        """The last run that a project file was trained in, while its folder is there."""
        kept = dict(line.split("\t", 1) for line in self._lines("runs_of_files") if "\t" in line)
        folder = kept.get(str(path.absolute()))
        return Path(folder) if folder and Path(folder).is_dir() else None

    def keep_run(self, path: Path, folder: Path) -> None:
        """Remember the run of a project file; of the last hundred files."""
        mine = f"{path.absolute()}\t"
        others = [line for line in self._lines("runs_of_files") if not line.startswith(mine)]
        self._store.setValue("runs_of_files", [f"{mine}{folder.absolute()}", *others][:100])

    @property
    def downloads(self) -> tuple[str, ...]:
        """The data sets that a person has agreed to download; one that was cut off goes on without asking again."""
        return tuple(self._lines("downloads"))

    def allow_download(self, name: str) -> None:
        """Remember that a data set may be downloaded."""
        self._store.setValue("downloads", [*(each for each in self.downloads if each != name), name])

    def bytes_of(self, key: str) -> QByteArray | None:
        """What `keep_bytes` kept under a key, or None."""
        value: Any = self._store.value(f"window/{ARRANGEMENT}/{key}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        """Remember the geometry of the window or an arrangement of its docks."""
        self._store.setValue(f"window/{ARRANGEMENT}/{key}", value)

    def views_apart(self, layout: str) -> list[str]:
        """The views that have a dock of their own in a layout."""
        return self._lines(f"window/{ARRANGEMENT}/apart/{layout}")

    def keep_views_apart(self, layout: str, names: Iterable[str]) -> None:
        """Remember which views have a dock of their own in a layout."""
        self._store.setValue(f"window/{ARRANGEMENT}/apart/{layout}", list(names))

    def forget_arrangements(self) -> None:
        """Let the window and its docks lie as they do on the first day."""
        self._store.remove("window")

    @property
    def reduced_motion(self) -> bool:
        """Whether the drawing jumps where it would glide; until a person chooses, as the system has it."""
        if not self._store.contains("reduced_motion"):
            return self.system_is_still
        return self._store.value("reduced_motion", False, type=bool) is True

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._store.setValue("reduced_motion", reduced)

    @property
    def autosave(self) -> int:
        """How long after an edit the work is kept, in milliseconds."""
        kept = self._text("autosave")
        return int(kept) if kept.isdigit() and int(kept) in AUTOSAVES else AUTOSAVES[0]

    @autosave.setter
    def autosave(self, milliseconds: int) -> None:
        self._store.setValue("autosave", str(milliseconds))

    @property
    def runs(self) -> Path | None:
        """The folder of runs that was chosen, or None for the usual one."""
        kept = self._text("runs")
        return Path(kept) if kept else None

    @runs.setter
    def runs(self, folder: Path) -> None:
        self._store.setValue("runs", str(folder))
        os.environ[RUNS] = str(folder)

    def use_folder_of_runs(self) -> None:
        """Let trainings be kept where it was chosen, unless the environment says where."""
        if self.runs is not None:
            os.environ.setdefault(RUNS, str(self.runs))

    @property
    def scale(self) -> int:
        """How large everything is from the next start on, words, buttons and drawing, in percent."""
        kept = self._text("scale")
        return int(kept) if kept.isdigit() and int(kept) in SCALES else SCALES[0]

    @scale.setter
    def scale(self, percent: int) -> None:
        self._store.setValue("scale", str(percent))
        self._store.sync()

    @property
    def words(self) -> int:
        """How large words are written, in percent."""
        kept = self._text("words")
        return int(kept) if kept.isdigit() and int(kept) in WORDS else WORDS[0]

    @words.setter
    def words(self, percent: int) -> None:
        self._store.setValue("words", str(percent))

    @property
    def toured(self) -> bool:
        """Whether the tour was seen or declined."""
        return self._store.value("toured", False, type=bool) is True

    @toured.setter
    def toured(self, seen: bool) -> None:
        self._store.setValue("toured", seen)

    @property
    def minimap(self) -> bool:
        """Whether the canvas shows the small map."""
        return self._store.value("minimap", True, type=bool) is not False

    @minimap.setter
    def minimap(self, shown: bool) -> None:
        self._store.setValue("minimap", shown)
