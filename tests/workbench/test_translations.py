"""Every text has its Chinese, and the Chinese fits into the same places."""

from __future__ import annotations

import re
import string
from pathlib import Path
from xml.etree import ElementTree

from workbench import translations
from workbench.translations import ambiguous, languages, vocabulary
from workbench.translations.texts import missing, texts

NAMES = re.compile(
    r"(alpha|beta|gamma|delta|epsilon|lambda|omega|rho|tau|python|sigmoid|ctc|rad|float|transformers|dropout|gpus|relu"
    r"| )+",
    re.IGNORECASE,
)
"""Letters, units and names that are the same in every language."""
HAN = re.compile(r"[\u4e00-\u9fff]")


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


def words_of(text: str) -> str:
    """What of a text is for people: without gaps, units, names in code, numbers and signs."""
    plain = "".join(piece for piece, *_ in string.Formatter().parse(text))
    plain = re.sub(r"`[^`]*`|\*\*|--\S+|\b\w+[._]\w+\S*|\b[A-Z][a-z]*[A-Z]\w*\b|\b[A-Z]{2,}s?\b", " ", plain)
    return " ".join(re.findall(r"[A-Za-z]{3,}", plain))


def test_no_shipped_text_is_equal_to_its_english_or_without_a_chinese_character():
    known = vocabulary("zh_CN")
    bare = sorted(text for text in texts() if text in known and not HAN.search(known[text]) and words_of(text))
    assert [text for text in bare if not NAMES.fullmatch(words_of(text))] == []


def test_no_shipped_text_is_unfinished():
    for file in Path(translations.__file__).parent.glob("*/*.ts"):
        assert "unfinished" not in file.read_text(encoding="utf-8"), file.name
        for message in ElementTree.parse(file).iter("message"):
            assert (message.findtext("translation") or "").strip(), f"{file.name}: {message.findtext('source')}"
