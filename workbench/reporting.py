"""How the command line speaks: one JSON object a line for programs, a few plain lines and a bar for people."""

from __future__ import annotations

import dataclasses
import json
import math
import os
import re
import sys
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TextIO

from graphs.message import Message
from workbench.translations import vocabulary

_WIDTH = 24


@cache
def _words() -> Mapping[str, str]:
    language = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return vocabulary("zh_CN") if language.startswith("zh") else {}


def spoken(text: Message | str) -> str:
    """Return a sentence in the language of the terminal: Chinese where the locale is Chinese, else English."""

    def translate(english: str) -> str:
        return _words().get(english, english)

    return text.render(translate) if isinstance(text, Message) else translate(text)


def plain(value: Any) -> Any:
    """Turn a value into what JSON has: messages into English, arrays into rows, NaN and infinity into texts."""
    match value:
        case Message():
            return str(value)
        case Enum():
            return value.value
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case _ if hasattr(value, "tolist"):  # arrays and their numbers, without loading numpy to know them by
            return plain(value.tolist())
        case float() if not math.isfinite(value):
            return str(value)
    return value


def as_record(event: Any) -> dict[str, Any]:
    """Turn a training event into a JSON object: ``RunFinished`` becomes ``{"event": "finished", …}``."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", type(event).__name__).lower().removeprefix("run_")
    fields = {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}
    if "found" in fields:  # what the advisor says: its words and its numbers
        fields |= {"values": fields.pop("found").values}
    return {"event": name, **{name: plain(value) for name, value in fields.items()}}


class Reporter:
    """Writes results to stdout and progress to stderr; with ``as_json`` stdout gets one JSON object a line, no more."""

    def __init__(self, as_json: bool, out: TextIO | None = None, progress: TextIO | None = None):
        self.as_json = as_json
        self.out, self.progress = out or sys.stdout, progress or sys.stderr
        self._bar = False

    def record(self, values: Mapping[str, Any], text: Message | str = "") -> None:
        """Tell one thing: an object for programs, a line for people (nothing when it is empty)."""
        if self.as_json:
            print(json.dumps(plain(values), ensure_ascii=False), file=self.out, flush=True)
        elif text:
            print(spoken(text), file=self.out, flush=True)

    def bar(self, step: int, steps: int, text: str) -> None:
        """Show how far it is, on a terminal only."""
        if self.progress.isatty():
            full = round(_WIDTH * step / max(steps, 1))
            print(f"\r[{'█' * full}{'·' * (_WIDTH - full)}] {text}\033[K", end="", file=self.progress, flush=True)
            self._bar = True

    def line(self, text: Message | str) -> None:
        """Tell people something on the way."""
        if self._bar:
            print("\r\033[K", end="", file=self.progress)
            self._bar = False
        print(spoken(text), file=self.progress, flush=True)

    def error(self, text: Message | str) -> None:
        """Tell what went wrong, in one sentence."""
        self.line(text)
