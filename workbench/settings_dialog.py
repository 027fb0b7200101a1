"""What a person may choose once for all: language, colours, size, motion, tabs, how soon work is kept, where runs go.

Everything holds at once but how large all of it is together, which Qt asks for before there is a window. All is
remembered; there is nothing to confirm.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from graphs.message import mark, say
from widgets import theme
from widgets.boxes import ChoiceBox
from widgets.controls import Switch, Text
from widgets.language import tr
from workbench.engine.runs import runs_folder
from workbench.help_panels import explain_dialog
from workbench.settings import AUTOSAVES, SCALES, WORDS, Language, ThemeChoice

if TYPE_CHECKING:
    from workbench.window import Window

_KEPT = {1500: mark("after a second and a half"), 10_000: mark("after ten seconds"), 60_000: mark("after a minute")}
_LABEL = 190


class SettingsDialog(QDialog):
    """A form of rows. Escape closes it; what was chosen stays chosen."""

    def __init__(self, window: Window):
        super().__init__(window)
        self._main = window
        theme.hold_width(self, 560)
        self.title = Text(size=20, weight=600)
        self.language, self.theme, self.words = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.scale, self.autosave = ChoiceBox(), ChoiceBox()
        self.motion, self.tabs = Switch(), Switch()
        self.folder = QPushButton()
        rows = (
            *(self.language, self.theme, self.words, self.scale, self.motion, self.tabs, self.autosave),
            self.folder,
        )
        self.labels = [Text() for _ in rows]
        self.hints = [Text(role="muted", size=12, wrap=True) for _ in rows]
        self.close_button = QPushButton()
        self.close_button.setProperty("role", "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, control in enumerate(rows):
            theme.hold_width(self.labels[row], _LABEL)
            where = Qt.AlignmentFlag.AlignLeft if isinstance(control, Switch) else Qt.AlignmentFlag(0)
            grid.addWidget(self.labels[row], 2 * row, 0)
            grid.addWidget(control, 2 * row, 1, where)
            grid.addWidget(self.hints[row], 2 * row + 1, 1)
            grid.setRowMinimumHeight(2 * row + 1, 30)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addLayout(foot)
        self.retranslate()
        self.language.activated.connect(self._speak)
        self.theme.activated.connect(self._wear)
        self.words.activated.connect(self._write)
        self.scale.activated.connect(self._enlarge)
        self.motion.toggled.connect(self._move)
        self.tabs.toggled.connect(self._restore)
        self.autosave.activated.connect(self._keep)
        self.folder.clicked.connect(self._choose_folder)
        explain_dialog(self, "settings")

    @Slot(int)
    def _speak(self, index: int) -> None:
        self._main.appearance.speak(list(Language)[index])

    @Slot(int)
    def _wear(self, index: int) -> None:
        self._main.appearance.wear(list(ThemeChoice)[index])

    @Slot(int)
    def _write(self, index: int) -> None:
        self._main.appearance.write(WORDS[index])

    @Slot(int)
    def _enlarge(self, index: int) -> None:
        self._main.settings.scale = SCALES[index]

    @Slot(bool)
    def _move(self, reduced: bool) -> None:
        self._main.settings.reduced_motion = reduced
        for tab in self._main.tabs.projects:
            tab.canvas.reduced_motion = reduced

    @Slot(bool)
    def _restore(self, restored: bool) -> None:
        self._main.settings.restores_tabs = restored

    @Slot(int)
    def _keep(self, index: int) -> None:
        self._main.settings.autosave = AUTOSAVES[index]
        self._main.files.keep_after(AUTOSAVES[index])

    @Slot()
    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of runs"), str(runs_folder()))
        if chosen:
            self._main.settings.runs = Path(chosen)
            self._show_folder()

    def _show_folder(self) -> None:
        place = str(runs_folder())
        self.folder.setText(self.folder.fontMetrics().elidedText(place, Qt.TextElideMode.ElideMiddle, 280))
        self.folder.setToolTip(tr("{folder}. Choose another one.", folder=place))
        self.folder.setAccessibleName(tr("Folder of runs"))
        self.folder.setAccessibleDescription(place)

    def retranslate(self) -> None:
        """Set every text, and show what is chosen."""
        settings = self._main.settings
        self.setWindowTitle(tr("Settings"))
        self.setAccessibleName(tr("Settings"))
        self.title.setText(tr("Settings"))
        self.close_button.setText(tr("Close"))
        self.close_button.setToolTip(tr("Everything is remembered already"))
        interrupted = tr("It is offered at the next start when a session was interrupted.")
        rows: tuple[tuple[QWidget, str, str], ...] = (
            (self.language, tr("Language"), tr("Layers and parameters keep torch's names in either.")),
            (self.theme, tr("Theme"), tr("Light is for a bright room and a projector.")),
            (self.words, tr("Size of words"), tr("Menus, buttons, panels and code, at once. The drawing zooms.")),
            (self.scale, tr("Size of everything"), tr("Words, buttons and drawing together, from the next start on.")),
            (self.motion, tr("Reduced motion"), tr("The drawing jumps where it would glide.")),
            (self.tabs, tr("Open the tabs again"), tr("The next start opens what was open at the end of this one.")),
            (self.autosave, tr("Keep unsaved work"), interrupted),
            (self.folder, tr("Folder of runs"), tr("Where trainings keep their curves and weights from now on.")),
        )  # fmt: skip
        for (control, name, hint), label, under in zip(rows, self.labels, self.hints, strict=True):
            label.setText(name)
            under.setText(hint)
            control.setAccessibleName(name)
            control.setToolTip(hint)
        themes, kept = [tr(say(choice)) for choice in ThemeChoice], [tr(say(_KEPT[each])) for each in AUTOSAVES]
        for box, words, chosen in (
            (self.language, [each.value for each in Language], list(Language).index(settings.language)),
            (self.theme, themes, list(ThemeChoice).index(settings.theme)),
            (self.words, [f"{percent} %" for percent in WORDS], WORDS.index(settings.words)),
            (self.scale, [f"{percent} %" for percent in SCALES], SCALES.index(settings.scale)),
            (self.autosave, kept, AUTOSAVES.index(settings.autosave)),
        ):
            box.clear()
            box.addItems(words)
            box.setCurrentIndex(chosen)
        self.motion.setChecked(settings.reduced_motion)
        self.tabs.setChecked(settings.restores_tabs)
        self._show_folder()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that was just chosen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "close_button"):
            self.retranslate()
