"""Language: English to 中文 and back while the window is open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QLabel

from graphs.message import say
from widgets.language import has_chinese_glyphs, install, missing_font_advice, tr
from workbench.translations import languages, vocabulary

WORDS = {"Train": "训练", "{n} nodes": "{n} 个节点", "{node} gets {got}": "{node} 收到 {got}", "an image": "图像"}


@pytest.fixture
def app(qapp) -> Iterator[QCoreApplication]:
    before = QLocale()
    yield qapp
    install(qapp, {})
    QLocale.setDefault(before)


class Greeting(QLabel):
    """A widget as every widget of the window is: it sets its texts again when the language changes."""

    def __init__(self) -> None:
        super().__init__()
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(tr("Train"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def test_a_window_changes_its_language_while_it_is_open_and_changes_back(app, qtbot):
    label = Greeting()
    qtbot.addWidget(label)
    assert label.text() == "Train"
    install(app, WORDS, "zh_CN")
    qtbot.waitUntil(lambda: label.text() == "训练")
    install(app, {})
    qtbot.waitUntil(lambda: label.text() == "Train")


def test_gaps_are_filled_after_translation_and_messages_inside_messages_are_translated(app):
    assert tr("{n} nodes", n=3) == "3 nodes"
    message = say("{node} gets {got}", node="C5", got=say("an image"))
    assert tr(message) == "C5 gets an image"
    install(app, WORDS, "zh_CN")
    assert tr("{n} nodes", n=3) == "3 个节点"
    assert tr(message) == "C5 收到 图像"


def test_what_is_not_translated_yet_stays_english_and_braces_without_values_stay(app):
    install(app, WORDS, "zh_CN")
    assert tr("Dissolve block") == "Dissolve block"
    assert tr("f{x}") == "f{x}"
    assert tr("") == ""


def test_qt_itself_speaks_chinese_too_and_numbers_follow(app):
    install(app, WORDS, "zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().language() == QLocale.Language.Chinese
    install(app, {})
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().language() == QLocale.Language.English


def test_switching_many_times_leaves_nothing_behind(app):
    for _ in range(20):
        install(app, {"Train": "训练"}, "zh_CN")
        install(app, {"Stop": "停止"}, "zh_CN")
    assert (tr("Train"), tr("Stop")) == ("Train", "停止")


def test_the_vocabulary_of_chinese_is_read_from_its_files_and_keeps_every_gap():
    assert languages() == (("en", "English"), ("zh_CN", "中文"))
    assert vocabulary("en") == {}
    words = vocabulary("zh_CN")
    assert words["Confusion matrix"] == "混淆矩阵"
    assert words["{right} of {total} right"].format(right=267, total=270) == "270 个中答对 267 个"


def test_a_language_that_is_not_here_names_those_that_are():
    with pytest.raises(ValueError, match="en, zh_CN.*'tlh'"):
        vocabulary("tlh")


def test_a_machine_without_chinese_fonts_is_told_which_package_to_install(app, monkeypatch):
    assert "fonts-noto-cjk" in str(missing_font_advice())
    monkeypatch.setattr("widgets.language.QFontDatabase.families", lambda *system: [])
    assert not has_chinese_glyphs()
