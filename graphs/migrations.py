"""How files of older versions become today's: one pure function per step, appended and never changed.

A document is a dict of file names and their parsed content (``"network.json"``, ``"manifest.json"``, …, and
``"notes.md"`` as text). `MIGRATIONS` holds at place *n* the step from version *n + 1* to *n + 2*. Old projects are
opened for ever, so a step is written once and its fixture is kept among the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Documents = Mapping[str, Any]
"""File name → parsed JSON, or text for ``notes.md``."""

Migration = Callable[[Documents], Documents]
"""A pure function from the documents of one version to those of the next."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The steps in order; append only."""

VERSION = 1 + len(MIGRATIONS)
"""The version this program writes."""


def migrate(documents: Documents, version: int, steps: Sequence[Migration] = MIGRATIONS) -> Documents:
    """Bring documents from ``version`` to today's, step by step; the given ones are left as they are."""
    for step in steps[version - 1 :]:
        documents = step(documents)
    return documents
