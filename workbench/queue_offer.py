"""What waits in the queue when the window starts: offered, never begun by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.language import tr
from workbench import dialogs
from workbench.queueing import QueueError, RunQueue

if TYPE_CHECKING:
    from workbench.window import Window


def offer_queue(window: Window) -> None:
    """Ask whether the queue goes on where it stood, if a training of it had begun; else say how many wait.

    Nothing is asked while another program works through the queue, or when its file cannot be read; the list tells.
    """
    waiting = RunQueue()
    try:
        waiting.take_over().close()  # what trained when a program died waits again
        entries = [entry for entry in waiting.entries() if not entry.over]
    except QueueError:
        return
    begun = next((entry for entry in entries if entry.folder), None)
    if begun is None:
        if entries:
            window.toast.say(tr("{n} trainings wait in the queue. Run, Queue… starts them.", n=len(entries)))
        return
    answer = dialogs.ask_queue(window, begun.title, len(entries) - 1)
    if answer == "go_on":
        window.queue.start()
    elif answer == "look":
        from workbench.queue_dialog import show_queue

        show_queue(window)
