"""PySide6 itself: a version that loses references would end the program in the middle of a drag."""

import subprocess
import sys

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
