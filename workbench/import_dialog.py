"""A network out of PyTorch, chosen in the window: a model of torchvision by name, or a class of a Python file.

The import runs in a process of its own: code that ends badly takes nothing with it, and Cancel ends it at once.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QProcessEnvironment, Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from widgets.controls import Text
from widgets.language import tr
from workbench import foreign_code, trusting
from workbench.dialogs import Answer, Dialog
from workbench.help_panels import explain_dialog
from workbench.settings import Language

if TYPE_CHECKING:
    from workbench.window import Window

FIRST = "resnet18"
"""The model that is chosen at first."""


class ImportDialog(Dialog):
    """Where the network comes from, what its arguments are, and how large one example is."""

    def __init__(self, chinese: bool = False, parent: QWidget | None = None):
        answers = [
            Answer("cancel", tr("Cancel"), leaves=True),
            Answer("import", tr("Import"), primary=True, tip=tr("Opens it in a tab")),
        ]
        super().__init__(
            tr("Import a PyTorch module"),
            tr("It is read as a drawing, with the same names and numbers. Equal parts become copies of one block."),
            answers,
            parent,
        )
        self.library = QRadioButton(tr("A model of torchvision"))
        self.own = QRadioButton(tr("A class or a function of a Python file"))
        self.library.setToolTip(tr("The networks of the papers, as PyTorch's own library builds them"))
        self.own.setToolTip(tr("Your own nn.Module, or a function that returns one"))
        self.library.setChecked(True)
        group = QButtonGroup(self)
        for one in (self.library, self.own):
            group.addButton(one)
            self.content.addWidget(one)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._library_rows()
        self._own_rows()
        self.shape = QLineEdit("3,224,224")
        self.shape.setToolTip(
            tr("Without the batch; for several inputs write one after the other with a space between")
        )
        self.shape.setAccessibleName(tr("Shape of one example"))
        self._form.addRow(tr("Shape of one example"), self.shape)
        self.content.addLayout(self._form)
        self.news = Text("", role="muted", wrap=True)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self.content.addWidget(self.news)
        self.content.addStretch(1)
        self._chinese = chinese
        self.path: Path | None = None
        self.folder: Path | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="workbench-import-")
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self.library.toggled.connect(self._chosen)
        self._chosen(True)
        self.buttons["import"].clicked.disconnect(self._answered)
        self.buttons["import"].clicked.connect(self.begin)
        explain_dialog(self, "import")

    def _library_rows(self) -> None:
        self.model = QComboBox()
        self.model.setAccessibleName(tr("Model"))
        self.model.setToolTip(tr("Built with fresh weights; nothing is loaded from the net"))
        for model in foreign_code.torchvision_models():
            self.model.addItem(model.name, model)
        self.model.setCurrentIndex(max(0, self.model.findText(FIRST)))
        self._form.addRow(tr("Model"), self.model)

    def _own_rows(self) -> None:
        self.file = QLineEdit()
        self.file.setAccessibleName(tr("Python file"))
        self.file.setToolTip(tr("Its source is shown before anything of it runs"))
        self.file.textChanged.connect(self._file_changed)
        self.browse = QPushButton(tr("Choose…"))
        self.browse.setAutoDefault(False)
        self.browse.setToolTip(tr("Find the Python file on this computer"))
        self.browse.clicked.connect(self._browse)
        self.name = QComboBox()
        self.name.setAccessibleName(tr("Class or function"))
        self.name.setToolTip(tr("What of the file makes the network"))
        self.given = QLineEdit("{}")
        self.given.setAccessibleName(tr("Arguments"))
        self.given.setToolTip(tr("What it is called with, as JSON, such as {example}", example='{"size": 3}'))
        self._form.addRow(tr("Python file"), self.file)
        self._form.addRow("", self.browse)
        self._form.addRow(tr("Class or function"), self.name)
        self._form.addRow(tr("Arguments"), self.given)

    @Slot(bool)
    def _chosen(self, library: bool) -> None:
        self._form.setRowVisible(self.model, library)
        for one in (self.file, self.browse, self.name, self.given):
            self._form.setRowVisible(one, not library)
        self.adjustSize()

    @Slot()
    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a Python file"), self.file.text(), tr("Python (*.py)"))
        if path:
            self.file.setText(path)

    @Slot(str)
    def _file_changed(self, text: str) -> None:
        self.name.clear()
        self.name.addItems(foreign_code.offered_by(Path(text)))

    # ------------------------------------------------------------------ importing

    @Slot()
    def begin(self) -> None:
        """Start the import, for a file of one's own after asking."""
        folder = Path.cwd()
        if self.library.isChecked():
            model = self.model.currentData()
            if model is None:
                self.news.setText(tr("torchvision is not installed here."))
                return
            what, arguments = model.what, model.arguments
        else:
            file, name = Path(self.file.text()), self.name.currentText()
            if not name:
                self.news.setText(tr("Choose a Python file that has a class or a function."))
                return
            if not trusting.may_import(file, name, foreign_code.source_of(file, name), self):
                return
            folder, module = foreign_code.called(file)
            self.folder = folder
            what, arguments = f"{module}:{name}", self.given.text() or "{}"
        self.path = Path(self._folder.name) / "imported.workbench"
        shapes = [word for shape in self.shape.text().split() for word in ("--input", shape)]
        self.buttons["import"].setEnabled(False)
        self.news.setText(tr("PyTorch is being loaded and the network is being read. This takes some seconds."))
        environment = QProcessEnvironment.systemEnvironment()
        home = str(Path(__file__).parents[1])
        known = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", os.pathsep.join([home, known]) if known else home)
        environment.insert("LC_ALL", "zh_CN.UTF-8" if self._chinese else "C.UTF-8")
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(str(folder))
        words = ["-m", "workbench", "import", what, "--arguments", arguments, *shapes, "--trust", "-o", str(self.path)]
        self._process.start(sys.executable, words)

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            self.answer = "import"
            self.accept()
            return
        self.buttons["import"].setEnabled(True)
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip().splitlines()
        self.news.setText(said[-1] if said else tr("The code ended without saying why."))

    def done(self, result: int) -> None:
        """End an import that still runs."""
        self._process.finished.disconnect(self._finished)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(2_000)
        super().done(result)

    def let_go(self) -> None:
        """Remove what was written for the way between the processes."""
        self._folder.cleanup()


def import_module(window: Window, file: Path | None = None) -> None:
    """Ask for a module, in ``file`` if that is given, and open what comes of it as a project that is not saved yet."""
    dialog = ImportDialog(window.settings.language is Language.CHINESE, window)
    if file is not None:
        dialog.own.setChecked(True)
        dialog.file.setText(str(file))
    if dialog.ask() == "import" and dialog.path is not None:
        window.files.open_own(dialog.path)
        own = foreign_code.code_of(window.session.project)
        if dialog.folder is not None and own and str(dialog.folder) not in sys.path:
            sys.path.append(str(dialog.folder))  # what stayed Python lies there; it still runs only after a yes
    dialog.let_go()
    dialog.deleteLater()
