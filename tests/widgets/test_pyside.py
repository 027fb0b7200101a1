"""PySide6 itself: a version that loses references would end the program in the middle of a drag."""

import subprocess
import sys

from widgets.controls import Text

PROGRAM = """
from PySide6.QtWidgets import QApplication, QGraphicsRectItem
application = QApplication([])
item = QGraphicsRectItem()
for step in range(20_000):
    item.setPos(step, -step)
print(item.x(), item.y())
"""


def test_twenty_thousand_moves_of_an_item_survive():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["19999.0", "-19999.0"]


def test_words_that_the_collector_has_emptied_still_tell_their_size(qtbot):
    """In a circle of rubbish the collector empties the Python half first, and Qt lays out once more without it."""
    words = Text("Words", elide=True)
    qtbot.addWidget(words)
    assert words.minimumSizeHint().width() == 24
    vars(words).clear()
    assert words.minimumSizeHint().isValid()
