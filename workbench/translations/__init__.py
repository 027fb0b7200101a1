"""The languages of the window and their words, read from Qt's ``.ts`` files; English is the key and needs none.

No Qt here: the command line says things too. One folder per language, one file per part of the program, all read as one
vocabulary, so a text means the same wherever it stands.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

_FOLDER = Path(__file__).parent
_OWN_NAMES = {"en": "English", "zh_CN": "中文"}


def languages() -> tuple[tuple[str, str], ...]:
    """The languages one can choose, as (code, its name in itself)."""
    return tuple(_OWN_NAMES.items())


def vocabulary(code: str) -> dict[str, str]:
    """English to the language ``code``; empty for English. What is not translated yet is absent.

    Raises ValueError for a language that is not here.
    """
    if code not in _OWN_NAMES:
        known = ", ".join(_OWN_NAMES)
        raise ValueError(f"Expected one of the languages {known}, got {code!r}.")
    return {source: forms[-1] for source, forms in _forms(code).items()}


def ambiguous(code: str) -> dict[str, tuple[str, ...]]:
    """The texts that two files give in two ways: which of them a person would see is chance, so there must be none."""
    return {source: tuple(forms) for source, forms in _forms(code).items() if len(forms) > 1}


def _forms(code: str) -> dict[str, list[str]]:
    """Each text with its different translations, in the order of the files."""
    words: dict[str, list[str]] = {}
    for file in sorted((_FOLDER / code).glob("*.ts")):
        try:
            root = ElementTree.parse(file).getroot()
        except ElementTree.ParseError as error:
            raise ValueError(f"The translation file {file.name} of {code} cannot be read: {error}.") from error
        for message in root.iter("message"):
            source, translation = message.findtext("source"), message.find("translation")
            if not source or translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
                continue
            if translation.text:
                forms = words.setdefault(source, [])
                if translation.text not in forms:
                    forms.append(translation.text)
    return words
