"""A desk with the window on it, for the tests of the application."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workbench.desk import Desk
from widgets import language, theme


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    """The window with LeNet-5 in it; afterwards light, English and of the usual size again."""
    theme.apply(qapp, theme.LIGHT)  # type: ignore[arg-type]
    made = Desk(qapp, tmp_path)  # type: ignore[arg-type]
    yield made
    made.leave()
    language.install(qapp, {})  # type: ignore[arg-type]
    if theme.words() != 1:
        theme.write(qapp, 1.0)  # type: ignore[arg-type]
    theme.apply(qapp, theme.LIGHT)  # type: ignore[arg-type]
