"""Published data sets are brought here: in a terminal line by line, and in a thread for whoever draws a bar."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pydantic

from graphs.message import Message, say
from workbench.data import DataError, UnknownDataSet, data_set
from workbench.data.downloads import Downloaded
from workbench.data.fetching import Cancelled, Stage, Step, size_words

if TYPE_CHECKING:
    from workbench.reporting import Reporter


def lacking(dataset: object) -> Downloaded | None:
    """The data set, where it has to be fetched before it can be loaded; else None."""
    return dataset if isinstance(dataset, Downloaded) and dataset.missing() else None


def words(step: Step) -> Message:
    """Say how far it is: ``downloading val2017.zip: 120 MB of 816 MB``."""
    done, total = size_words(step.done), size_words(step.total)
    match step.stage:
        case Stage.DOWNLOADING:
            return say("downloading {file}: {done} of {total}", file=step.file, done=done, total=total)
        case Stage.CHECKING:
            return say("checking {file}: {done} of {total}", file=step.file, done=done, total=total)
        case Stage.UNPACKING:
            return say("unpacking {file}: {done} of {total}", file=step.file, done=done, total=total)


def obtain(dataset: Downloaded, reporter: Reporter) -> None:
    """Fetch a data set in a terminal: a bar, and a line for each file. Raises DataError."""
    from workbench.reporting import spoken

    seen: set[tuple[Stage, str]] = set()

    def tell(step: Step) -> None:
        if (step.stage, step.file) not in seen:
            seen.add((step.stage, step.file))
            if reporter.as_json:
                reporter.record({"event": str(step.stage), "file": step.file, "bytes": step.total})
            reporter.line(words(step))
        reporter.bar(step.done, step.total, spoken(words(step)))

    missing = dataset.missing()
    if missing:
        reporter.line(
            say("{title}: {size} to download into {folder}.", title=say(dataset.title),
                size=size_words(dataset.to_fetch()), folder=dataset.folder())
        )  # fmt: skip
        dataset.obtain(tell, lambda: False)
    reporter.line(say("{title} is here: {folder}.", title=say(dataset.title), folder=dataset.folder()))
    if reporter.as_json:
        reporter.record({"event": "obtained", "name": dataset.name, "folder": str(dataset.folder())})


def obtain_by_name(name: str, settings: list[str], reporter: Reporter) -> Message | None:
    """Fetch the data set of a name, with parameters such as ``year=2012``; returns what is the matter with the call.

    Raises DataError when it does not come.
    """
    try:
        dataset = data_set(name, **dict(text.partition("=")[::2] for text in settings))
    except UnknownDataSet as error:
        return error.message
    except pydantic.ValidationError as error:
        what = error.errors()[0]
        return say("{place}: {why}.", place=".".join(map(str, what["loc"])), why=what["msg"])
    if not isinstance(dataset, Downloaded):
        return say("{name} needs no download.", name=name)
    obtain(dataset, reporter)
    return None


class Obtaining:
    """Fetches a data set in a thread of its own. `step` tells how far it is; nothing of a window is touched.

    ``failure`` is what went wrong once `over` is true: None when all is here, or when a person has cancelled it.
    """

    def __init__(self, dataset: Downloaded):
        self.dataset = dataset
        self.failure: Message | None = None
        self._stop = threading.Event()
        self._latest: Step | None = None
        self._thread = threading.Thread(target=self._work, name="download", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop soon; what has come is kept."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether a person has asked to stop."""
        return self._stop.is_set()

    @property
    def over(self) -> bool:
        """Whether the thread has ended."""
        return not self._thread.is_alive()

    @property
    def step(self) -> Step | None:
        """How far it is, as it was last told."""
        return self._latest

    def join(self, timeout: float | None = None) -> None:
        """Wait until the thread has ended."""
        self._thread.join(timeout)

    def _tell(self, step: Step) -> None:
        self._latest = step

    def _work(self) -> None:
        try:
            self.dataset.obtain(self._tell, self._stop.is_set)
        except Cancelled:
            pass  # a person wanted it so, and knows
        except DataError as error:
            self.failure = error.message
        except Exception as error:  # the thread's last words; nobody else would hear them
            self.failure = say("The download stopped: {error}", error=f"{type(error).__name__}: {error}")
