"""What every test of a view leaves behind: nothing."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _closed_widgets_are_gone(qapp) -> Iterator[None]:
    """Delete what the last test closed: Qt does it when its loop turns, and without one a theme dresses them all."""
    from PySide6.QtCore import QEvent

    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
