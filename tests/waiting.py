"""Waiting in a test the way a person waits at the window: Qt goes on, and so does every other thread.

``QTest.qWait`` as PySide6 gives it sleeps with Python's lock in its hand. A training thread asks for that lock after
every operation of torch, some forty times in a step of LeNet, and got it only between two waits: a step that takes
10 ms took 0.2 s.
"""

from __future__ import annotations

import sys


def wait(milliseconds: int) -> None:
    """Let Qt handle its events for so long, and other Python threads run; then delete what Qt has let go of."""
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer(singleShot=True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def let_others_run() -> None:
    """Make ``QTest.qWait`` wait like this; Qt is not loaded for it."""
    if "PySide6.QtTest" in sys.modules:
        sys.modules["PySide6.QtTest"].QTest.qWait = staticmethod(wait)
