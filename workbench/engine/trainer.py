"""The trainer: a generator of events. A test iterates it, the command line iterates it, the worker's thread iterates
it.

Between two events it owns torch's random numbers and thread count; whenever it yields, everybody else has theirs back.
"""

from __future__ import annotations

import contextlib
import math
import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import torch

from graphs import document
from graphs.compiler import write_weights
from graphs.project import Project
from workbench.data import Prepared
from workbench.engine.advisor import META, Advisor
from workbench.engine.anomaly import searched
from workbench.engine.branching import restored
from workbench.engine.checkpoint import State, checkpoint_path
from workbench.engine.control import (
    AttachProbe,
    Command,
    Control,
    DetachProbe,
    Keep,
    Reduced,
    ResumeSchedule,
    SetLearningRate,
    SetProbe,
)
from workbench.engine.device import choose_device, describe_device, empty_cache
from workbench.engine.events import (
    CheckpointKind,
    CheckpointSaved,
    ControlChanged,
    EpochDone,
    Event,
    Failure,
    Paused,
    Progress,
    Resumed,
    RunFailed,
    RunFinished,
    RunStarted,
)
from workbench.engine.faults import NotFinite, failure
from workbench.engine.keeping import Checkpoints, Lock, Recorder
from workbench.engine.live import Script, written
from workbench.engine.loading import load_data as load_data
from workbench.engine.memory import judge, reliefs
from workbench.engine.pace import Pace
from workbench.engine.probes import default_probes
from workbench.engine.probes.probe import Moment, Probe
from workbench.engine.probes.sampler import Sampler
from workbench.engine.readers import Readers
from workbench.engine.runs import Run, scalars_at
from workbench.engine.standing import Standing
from workbench.engine.training import Training, timed_threads

FETCH_SECONDS = 0.2
"""How often losses are brought from the device."""

MOST_PENDING = 2000
"""How many losses may wait on the device."""

EPOCH_CHECKPOINT_SECONDS = 5.0
"""At the end of an epoch a checkpoint is written when the last one is older than this."""

CHECKPOINT_SECONDS = 30.0
"""Inside a long epoch a checkpoint is written when the last one is older than this."""


class Trainer:
    """Trains a project into a run folder.

    ``probes`` are the default ones unless given (an empty tuple for none). With ``resume`` it goes on from the folder's
    last checkpoint, and so does a run that was killed; ``keep_weights`` begins with the weights the project has learned
    before, else only frozen nodes have them. ``threads`` forces a thread count, else it is the run's own, else the
    faster one of a short trial. ``script`` are live changes of another run, made again after the same steps.
    """

    def __init__(
        self,
        project: Project,
        folder: Path,
        control: Control | None = None,
        probes: Iterable[Probe] | None = None,
        resume: bool = False,
        threads: int | None = None,
        keep_weights: bool = False,
        script: Iterable[tuple[int, str, Any]] = (),
    ):
        self.project, self.folder = project.copy(), Path(folder)
        self.control = control or Control()
        self._probes = None if probes is None else tuple(probes)
        self._resume, self._threads, self._keep_weights = resume, threads, keep_weights
        self._run: Run | None = None
        self._lock: Lock | None = None
        self._script = Script(script)
        self._training: Training | None = None
        self._prepared: Prepared | None = None
        self._seconds, self._since = 0.0, 0.0
        self._standing = Standing()
        self._advisor: Advisor | None = None
        self._is_paused = self._single = False
        self._changes: list[tuple[int, Command | Reduced]] = []
        self._fetched, self._pace = 0.0, Pace()

    @classmethod
    def resumed(cls, folder: Path, control: Control | None = None, probes: Iterable[Probe] | None = None) -> Trainer:
        """Go on with the run of a folder, with the project as the run has kept it. Raises FolderError."""
        with Run.open(folder) as run:
            project = document.from_snapshot(run.meta("snapshot"))
        return cls(project, folder, control, probes, resume=True)

    @property
    def seconds(self) -> float:
        """Training time so far, over all resumes, without pauses and without the time others held the events."""
        return self._seconds + (time.perf_counter() - self._since if self._since else 0.0)

    def weights(self) -> dict[tuple[int, str], Any]:
        """The weights as they are now, numpy arrays by (node id, name inside the node);
        empty before the run has started.
        """
        from graphs.compiler import read_weights

        return read_weights(self._training.tree) if self._training is not None else {}

    # ------------------------------------------------------------------ running

    def run(self) -> Iterator[Event]:
        """Train, and yield what happens. Trouble is an event too, RunFailed;
        nothing but a wish to end the program is raised.
        """
        inner: Iterator[Event] | None = None
        try:
            started = self._set_up()
            yield started
            yield from self._advised(started)
            inner = self._train(self._at_work)
            while (event := self._next(inner)) is not None:
                self._recorder.keep(event, self._sampler)
                yield event
                yield from self._advised(event)
        except Exception as error:
            yield from self._failed(error)
        finally:
            if inner is not None:
                inner.close()  # type: ignore[attr-defined]
            if self._run is not None:
                with contextlib.suppress(sqlite3.Error):  # a full disk has been told already
                    self._run.commit()
                self._run.close()
                self._run = None
            if self._lock is not None:
                self._lock.close()
                self._lock = None
            Readers.end()

    def _next(self, inner: Iterator[Event]) -> Event | None:
        """Let the training go on until its next event, with its own random numbers in force."""
        self._since = time.perf_counter()
        try:
            with self._at_work.random:
                return next(inner, None)
        finally:
            self._rest()

    def _advised(self, event: Event) -> Iterator[Event]:
        """What the advisor has to say about an event; the run keeps everything it has said."""
        if self._advisor is not None and (said := self._advisor.take(event)):
            self._recorder.advise(self._advisor.kept())
            yield from said

    def _rest(self) -> None:
        """Stop the clock."""
        if self._since:
            self._seconds += time.perf_counter() - self._since
            self._since = 0.0

    @property
    def _at_work(self) -> Training:
        assert self._training is not None
        return self._training

    @property
    def _record(self) -> Run:
        assert self._run is not None
        return self._run

    def _set_up(self) -> RunStarted:
        """Open the folder, load the data, build the network; say what will happen."""
        recipe = self.project.recipe
        self._lock = Lock(self.folder)
        self._checkpoints = Checkpoints(self.folder, recipe.keep_every)
        known = self._checkpoints.newest() if self._resume else None
        if self._resume and Run.exists(self.folder):
            self._run = Run.open(self.folder)
        else:
            self._run = Run.create(self.folder, document.snapshot(self.project), self.project.title)
        self._recorder = Recorder(self._run)
        device = choose_device(recipe.device)
        self._prepared = load_data(self.project, self.folder)
        threads = self._threads or (
            known[1].threads if known else timed_threads(partial(self._build, device), device.type)
        )
        training = self._build(device, threads)
        with training.random:
            if known:
                self._recorder.see_project(document.snapshot(self.project), known[1].step)
                state = restored(training, known[0], self._run)
                self._seconds = state.seconds
                self._standing.restore(state)
            else:
                own = self.project
                write_weights(training.tree, own.weights if self._keep_weights else own.frozen_weights)
        # Step 0 is before everything; what a killed run measured after its checkpoint is measured again.
        self._run.drop_after(training.step if known else -1)
        self._training = training
        self._advisor = Advisor(self.project, self._run.meta(META, ()) if known else ())
        for step, command in Script(self._run.controls()).earlier(training.plan, training.step):
            training.change(command)
            self._changes.append((step, command))
        self._sampler = Sampler(default_probes() if self._probes is None else self._probes, training)
        started = RunStarted(
            self._run.id,
            str(self.folder),
            recipe.epochs,
            training.per_epoch,
            recipe.epochs * training.per_epoch,
            describe_device(device, threads),
            threads,
            recipe.seed,
            training.parameters,
            training.step,
            (
                *self._prepared.notes,
                *training.notes,
                *((known[2],) if known and known[2] else ()),
                judge(training.plan, recipe, training.batches.count).message,
            ),
        )
        for name in ("epochs", "steps_per_epoch", "steps", "device", "threads", "seed", "parameters"):
            self._run.set_meta(name, getattr(started, name))
        self._run.set_meta("state", "running")
        self._run.add_log(training.step, "resumed" if known else "started", started.device)
        if known and known[2]:
            self._run.add_log(training.step, "checkpoint", str(known[2]))
        self._run.commit()
        return started

    def _build(self, device: torch.device, threads: int) -> Training:
        assert self._prepared is not None
        return Training(self.project, self._prepared, device, threads)

    def _train(self, training: Training) -> Iterator[Event]:
        """The loop. Everything that is not a step happens on some steps only; a plain step costs three comparisons."""
        control, sampler = self.control, self._sampler
        total, per_epoch = self.project.recipe.epochs * training.per_epoch, training.per_epoch
        clock = time.perf_counter
        self._fetched = clock()
        self._pace.begin(training.step)
        if training.step == 0:
            training.follow_schedules()
            yield scalars_at(0, self._learning_rates(), "lr/")
            yield from self._checkpoint()
        stopped = False
        while training.step < total and not self._standing.early.reductions:
            while self._script.due(training.step):
                command = self._script.take(training.plan)
                if command is not None:
                    yield from self._obey(command)
            if control.waiting:
                yield from self._listen()
                if control.stopped:
                    stopped = True
                    break
            if training.step + 1 >= sampler.next_step or self._single:
                yield from self._sampled_step()
            else:
                training.advance()
            if training.step % per_epoch == 0:
                yield from self._end_of_epoch(training.step == total)
            elif clock() - self._fetched > FETCH_SECONDS or control.waiting or training.pending >= MOST_PENDING:
                yield from self._fetch()
                if self._checkpoints.wanted(training.step, CHECKPOINT_SECONDS):
                    yield from self._save()
        yield from self._fetch()
        yield from sampler.look(self.seconds, True)  # the last picture shows where the training ended
        yield from self._save()
        tested = training.step
        best = self._standing.best
        if self.project.recipe.patience is not None and best is not None and not stopped:
            # The run keeps and tests the weights with the lowest validation loss, however it came to its end.
            training.take_weights(checkpoint_path(self.folder, CheckpointKind.BEST))
            training.uses_average = False
            tested, self._standing.validation = best[1], training.evaluate("validation")
            yield from self._checkpoint()
        elif training.average is not None and training.average.ready and not stopped:
            training.average.take()  # what was validated is what is kept and tested
            yield from self._checkpoint()
        folds = self.project.recipe.data.folds is not None  # the test is asked once, of all folds together
        test = {} if stopped or folds else training.evaluate("test")
        if test:
            yield scalars_at(training.step, test, "test/")
        yield RunFinished(
            self._record.id,
            training.epoch,
            training.step,
            dict(self._standing.validation),
            test,
            self.seconds,
            stopped,
            None if stopped else tested,
        )

    def _sampled_step(self) -> Iterator[Event]:
        """Take a step that probes look into or at."""
        training, sampler = self._at_work, self._sampler
        watching = sampler.watching(self.seconds, self._single)
        start = sampler.clock()
        training.advance(watching)
        sampler.book_step(watching, sampler.clock() - start, self._pace.cost)
        samples = sampler.look(self.seconds, self._single)
        sampler.plan_ahead()
        self._single = False
        yield from samples

    def _fetch(self) -> Iterator[Event]:
        """Bring what waits on the device, and tell how far it is."""
        training = self._at_work
        scalars = training.fetch()
        samples = self._sampler.harvest(Moment.STEP)
        now = time.perf_counter()
        self._fetched = now
        yield from scalars
        yield from samples
        if self._pace.look(training.step, FETCH_SECONDS / 2):
            left = (self.project.recipe.epochs * training.per_epoch - training.step) / self._pace.rate
            share = self._sampler.share(self.seconds)
            epoch, rate = 1 + (training.step - 1) // training.per_epoch, self._pace.rate
            yield Progress(training.step, epoch, rate, left, share, rate * training.batches.size)

    def _end_of_epoch(self, last: bool) -> Iterator[Event]:
        """Validate, remember the best weights, save now and then."""
        training = self._at_work
        validation: dict[str, float] = {}
        if last or training.epoch % self.project.recipe.validate_every == 0:
            yield from self._fetch()
            yield scalars_at(training.step, self._learning_rates(), "lr/")
            validation = training.evaluate("validation", self._sampler.visitors())
        if validation:
            yield scalars_at(training.step, validation, "val/")
            for reduced in training.see_validation(validation.get("loss", math.nan)):
                self._changes.append((training.step, reduced))
                yield ControlChanged(training.step, f"plateau/{reduced.player}", float(reduced.reductions))
            patience = self.project.recipe.patience
            if self._standing.see(training, validation, patience):
                self._record.add_log(training.step, "early stop", f"{patience} looks without a lower validation loss")
            yield from self._sampler.harvest(Moment.VALIDATION)
        yield EpochDone(training.epoch, training.step, self.seconds, validation)
        self.control.epoch_over()
        now = time.perf_counter()
        if now - self._fetched > FETCH_SECONDS or self.control.waiting:
            yield from self._fetch()
        due = self._checkpoints.due(training.epoch)
        if not last and (due or self._checkpoints.wanted(training.step, EPOCH_CHECKPOINT_SECONDS)):
            yield from self._fetch()
            yield from self._save()

    def _learning_rates(self) -> dict[str, float]:
        return {mover.name: mover.learning_rate for mover in self._at_work.movers}

    # ------------------------------------------------------------------ control

    def _listen(self) -> Iterator[Event]:
        """Do what was asked for; return when the next step may be taken or the run shall stop."""
        control = self.control
        while True:
            for command in control.commands():
                yield from self._obey(command)
            if control.stopped:
                return
            if control.may_step():
                self._single = control.paused
                if self._is_paused and not self._single:
                    yield Resumed(self._at_work.step)
                self._is_paused = False
                return
            if not self._is_paused:
                self._is_paused = True
                yield from self._fetch()
                yield Paused(self._at_work.step)
            self._rest()
            with self._at_work.random.lent():
                control.wait()
            self._since = time.perf_counter()
            self._pace.begin(self._at_work.step)

    def _obey(self, command: Command) -> Iterator[Event]:
        """Make one change, which holds from the next step on, and tell it."""
        training = self._at_work
        yield from self._fetch()
        if isinstance(command, Keep):
            yield from self._save()
            return
        line = written(command, training.plan)
        if line is not None:
            if not training.change(command):
                self._record.add_log(training.step, "control", f"There is nothing here for {line[0]} {line[1]}.")
                return
            self._changes.append((training.step, command))
            if isinstance(command, SetLearningRate | ResumeSchedule):
                for mover in training.named(command.player):
                    yield ControlChanged(training.step, f"learning_rate/{mover.name}", line[1])
                yield scalars_at(training.step, self._learning_rates(), "lr/")
            else:
                yield ControlChanged(training.step, *line)
        elif isinstance(command, AttachProbe | DetachProbe | SetProbe):
            name = command.probe.name if isinstance(command, AttachProbe) else command.name
            if self._sampler.change(command):
                yield ControlChanged(training.step, f"probe/{name}", type(command).__name__)
            else:
                self._record.add_log(training.step, "control", f"The probe {name} has nothing to measure here.")

    # ------------------------------------------------------------------ keeping

    def _state(self, step: int, weights_only: bool = False) -> State:
        training = self._at_work
        return State(
            step,
            step // training.per_epoch,
            0 if weights_only else training.batches.position,
            self.project.recipe.seed,
            training.random.threads,
            str(training.device),
            self._learning_rates(),
            self.seconds,
            dict(self._standing.validation),
            self._standing.best,
            tuple(mover.name for mover in training.movers if mover.held),
            {mover.name: mover.plateau.numbers() for mover in training.movers},
            self._standing.early.numbers(),
            {} if weights_only else training.engine_state(),
            training.batches.size,
        )

    def _checkpoint(self) -> Iterator[CheckpointSaved]:
        """Write the state as it is now, after everything measured up to here."""
        self._record.commit()
        yield from self._checkpoints.save(self._at_work, self._state(self._at_work.step))

    def _save(self) -> Iterator[CheckpointSaved]:
        """Write the best weights when there are better ones, then the state."""
        standing = self._standing
        if standing.best is not None and standing.best_weights is not None:
            state = self._state(standing.best[1], weights_only=True)
            saved = self._checkpoints.save_best(standing.best_weights, state)
            standing.best_weights = None
            yield saved
        yield from self._checkpoint()

    # ------------------------------------------------------------------ trouble

    def _failed(self, error: Exception) -> Iterator[Event]:
        """Find out what happened, write it down if the disk allows, and tell it."""
        step = self._training.step if self._training is not None else 0
        culprit, told = None, tuple[Event, ...]()
        if isinstance(error, NotFinite) and self._training is not None:
            copy = self._build(self._training.device, self._training.random.threads)
            culprit, told = searched(error, copy, self._checkpoints.last, self._changes, self._run)
        event: RunFailed = failure(error, step, self.project.recipe.batch_size, culprit)
        if event.kind is Failure.OUT_OF_MEMORY:
            event = replace(event, offers=self._offers())
        yield from told
        self._training = self._prepared = None
        del error
        empty_cache()
        yield from self._advised(event)
        if self._run is not None:
            Recorder(self._run).fail(event)
        yield event

    def _offers(self) -> tuple[str, ...]:
        """Keep the last step whose weights are whole, if that can still be done, and say how the run could go on."""
        training, found = self._training, reliefs(self.project.recipe)
        if training is not None and len(training.movers) == 1:
            # Where there is no memory for this either, the last checkpoint is there.
            with contextlib.suppress(Exception), training.random, self._recorder.rescuing(training):
                list(self._checkpoint())
        return found if self._checkpoints.last.exists() else ()
