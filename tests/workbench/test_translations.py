"""Every text has its Chinese, and the Chinese fits into the same places."""

from __future__ import annotations

import string

from workbench.translations import ambiguous, languages, vocabulary
from workbench.translations.texts import missing, texts


def gaps(text: str) -> set[str]:
    """The named gaps of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_text_has_its_chinese() -> None:
    lacking = [f"{where}: {text}" for text, where in missing("zh_CN").items()]
    assert not lacking, "\n".join(lacking)


def test_no_text_has_two_different_chinese_forms() -> None:
    assert not ambiguous("zh_CN")


def test_the_chinese_keeps_every_gap() -> None:
    words = vocabulary("zh_CN")
    for text in texts():
        if "{" in text and text in words:
            assert gaps(words[text]) == gaps(text), text


def test_both_languages_are_offered_in_their_own_name() -> None:
    assert languages() == (("en", "English"), ("zh_CN", "中文"))


def test_a_collected_text_is_one_a_person_sees() -> None:
    found = texts()
    assert found["Slide small learned filters over an image."].startswith("graphs/layers/convolution.py")
    assert "Remove {node}" in found
