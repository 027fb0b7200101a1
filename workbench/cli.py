"""Everything but drawing, from a terminal: ``workbench train lenet5 --epochs 5 --json``.

Exit 0 is good, 1 the work failed, 2 the call was wrong. Without a command the window opens; only then is Qt imported.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from workbench import __version__, loading

with loading.undisturbed():
    from graphs.message import Message, mark, say
    from workbench import doctor
    from workbench import training_arguments as given
    from workbench.predict_commands import predict, predict_arguments
    from workbench.reporting import Reporter, spoken


class Trouble(Exception):  # noqa: N818 - it says what is the matter
    """The work failed; ``message`` is one sentence."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


class _Wrong(Trouble):
    """The call itself is wrong."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}", file=sys.stderr)
        print(spoken(say("{program} --help tells what can be said.", program=self.prog)), file=sys.stderr)
        raise SystemExit(2)


# ---------------------------------------------------------------------- what is worked on


def _project(what: str, size: str = "small") -> tuple[Any, str]:
    """Open a preset by name or a file by path; return the project and what to call it."""
    import graphs
    import presets
    from presets.registry import UnknownPreset

    path = Path(what)
    if path.suffix == ".workbench" or path.exists() or "/" in what or "\\" in what:
        try:
            return graphs.load(path), path.stem
        except graphs.DocumentError as error:
            raise Trouble(error.message) from error
    try:
        return presets.build(what, "full" if size == "full" else "small"), what
    except UnknownPreset as error:
        raise _Wrong(error.message) from error


def _presets(arguments: argparse.Namespace, reporter: Reporter) -> int:
    import presets

    for name in presets.names():
        info = presets.info(name)
        reporter.record(
            {
                "name": name,
                "title": info.title,
                "family": info.family,
                "year": info.year,
                "sizes": list(info.sizes),
                "textbook": list(info.textbook),
                "summary": info.summary,
                "source": info.source,
                "reached": info.reached,
            },
            f"{name:20} {info.year}  {spoken(info.title)}",
        )
    return 0


def _layers(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from graphs.catalogue import fields_of, layer_types

    for name, kind in layer_types().items():
        parameters = [
            {"name": field.name, "description": field.description, "default": field.default}
            for field in fields_of(kind)
        ]
        reporter.record(
            {
                "type": name,
                "family": kind.family,
                "inputs": [port.name for port in kind.inputs],
                "outputs": [port.name for port in kind.outputs],
                "parameters": parameters,
                "description": kind.sentence(),
            },
            f"{name:22} {spoken(kind.family):14} {spoken(kind.sentence())}",
        )
    return 0


def _datasets(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.data import DataError, data_sets

    if arguments.download is not None:
        from workbench.obtaining import obtain_by_name

        try:
            trouble = obtain_by_name(arguments.download, arguments.settings, reporter)
        except DataError as error:
            raise Trouble(error.message) from error
        if trouble is not None:
            raise _Wrong(trouble)
        return 0
    for name, kind in data_sets().items():
        made = kind()
        fields = {key: f"{spec.kind} {spec.text}" for key, spec in made.fields().items()}
        reporter.record(
            {
                "name": name,
                "title": kind.title,
                "task": kind.task,
                "fields": fields,
                "description": kind.paragraph,
                "examples": made.examples(),
                "downloaded": kind.downloaded,
            },
            f"{name:16} {spoken(kind.title):28} {', '.join(f'{k} {v}' for k, v in fields.items())}",
        )
    return 0


def _views(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.views import views

    for name, kind in views().items():
        reporter.record(
            {"name": name, "title": kind.title, "look_for": kind.look_for},
            f"{name:20} {spoken(kind.title):24} {spoken(kind.look_for)}",
        )
    return 0


def _check(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.session import Session

    project, name = _project(arguments.what, arguments.size)
    session = Session(project)
    problems = [_told(project, found) for found in session.diagnostics]
    advice = [_told(project, found) for found in session.advice]
    cost = session.summary
    reporter.record(
        {
            "name": name,
            "parameters": cost.parameters,
            "trainable": cost.trainable,
            "multiply_adds": cost.multiply_adds,
            "problems": problems,
            "advice": advice,
        },
        say(
            "{title}: {parameters} parameters ({trainable} learn), {multiply_adds} multiply-adds per example.",
            title=project.title,
            parameters=f"{cost.parameters:,}",
            trainable=f"{cost.trainable:,}",
            multiply_adds=f"{cost.multiply_adds:,}",
        ),
    )
    if not reporter.as_json:
        for found in [*session.diagnostics, *session.advice]:
            print(f"  {_named(project, found) or ''}: {spoken(found.message)}")
        if not problems:
            print(spoken(say("This network can be trained.")))
    return 1 if problems else 0


def _named(project: Any, found: Any) -> str | None:
    """The node that is meant, with its block where it lies in one."""
    network = project.network.blocks.get(found.block, project.network) if found.block else project.network
    if found.node not in network:
        return None
    return f"{found.block}.{network.node(found.node).name}" if found.block else str(network.node(found.node).name)


def _told(project: Any, found: Any) -> dict[str, Any]:
    node = _named(project, found)
    return {
        "node": node,
        "port": found.port,
        "message": str(found.message),
        "fixes": [str(fix.title) for fix in found.fixes],
    }


def _doctor(arguments: argparse.Namespace, reporter: Reporter) -> int:
    bad = False
    for finding in doctor.examine():
        bad = bad or finding.state is doctor.State.PROBLEM
        remedy = finding.remedy
        line = f"{spoken(finding.state):8} {spoken(finding.subject):16} {spoken(finding.sentence)}"
        reporter.record(
            {
                "subject": finding.subject,
                "state": finding.state,
                "sentence": finding.sentence,
                "remedy": remedy,
                "facts": finding.facts,
            },
            line + (f" {spoken(remedy)}" if remedy else ""),
        )
    return 1 if bad else 0


def _runs(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.engine.runs import as_tree, list_runs

    for depth, run in as_tree(list_runs(arguments.runs)):
        reporter.record(
            {
                "run": run.id,
                "title": run.title,
                "state": run.state,
                "started": run.started,
                "step": run.step,
                "steps": run.steps,
                "folder": str(run.folder),
                "parent": run.parent or None,
                "branched_at": run.branched_at if run.parent else None,
            },
            f"{'   ' * (depth - 1) + ' └ ' if depth else ''}{run.id:{40 - 3 * depth}} "
            f"{run.step:>9,}/{run.steps:<9,} {run.state}{f' @{run.branched_at:,}' if run.parent else ''}",
        )
    return 0


def _export(arguments: argparse.Namespace, reporter: Reporter) -> int:
    import graphs

    project, name = _project(arguments.what, arguments.size)
    if arguments.drawing is not None:
        return _export_drawing(project, arguments.drawing, reporter)
    problems = graphs.diagnose(project.network)
    if problems:
        raise Trouble(say("{name} cannot be printed yet: {problem}", name=name, problem=problems[0].message))
    text = graphs.to_python(project.network, arguments.class_name or project.title)
    if arguments.output is None:
        print(text, end="")
    else:
        _write_text(Path(arguments.output), text)
        reporter.record({"written": arguments.output}, say("Written to {path}.", path=arguments.output))
    return 0


def _export_drawing(project: Any, path: Path, reporter: Reporter) -> int:
    from widgets.canvas.publishing import CannotPublish
    from workbench.exporting import write_drawing

    try:
        write_drawing(project, path)
    except CannotPublish as error:
        raise Trouble(error.message) from error
    reporter.record({"written": str(path)}, say("Written to {path}.", path=path))
    return 0


def _compare(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from graphs.comparison import compare
    from presets.registry import UnknownPreset
    from workbench import comparing

    opened = []
    for what in (arguments.left, arguments.right):
        try:
            opened.append(comparing.read(what, arguments.size))
        except UnknownPreset as error:
            raise _Wrong(error.message) from error
        except comparing.CannotRead as error:
            raise Trouble(error.message) from error
    (left, one), (right, other) = opened
    found = compare(left.network, right.network)
    for values, text in comparing.records(found, one, other):
        reporter.record(values, text)
    if not reporter.as_json:
        for name, total in ((one, found.left), (other, found.right)):
            reporter.record(
                {},
                say(
                    "{title}: {parameters} parameters, {multiply_adds} multiply-adds per example.",
                    title=name,
                    parameters=f"{total.parameters:,}",
                    multiply_adds=f"{total.multiply_adds:,}",
                ),
            )
    return 0


def _import(arguments: argparse.Namespace, reporter: Reporter) -> int:
    import graphs
    from workbench import reading

    what, path = arguments.what, Path(arguments.output)
    if not arguments.trust:
        raise _Wrong(say("Importing runs the code of {what}. If you trust it, say so with --trust.", what=what))
    try:
        project = reading.read_project(what, arguments.arguments, arguments.input)
    except reading.CannotImport as error:
        raise Trouble(error.message) from error
    try:
        graphs.save(project, path)
    except OSError as error:
        raise Trouble(say("{path} cannot be written: {why}.", path=path, why=error.strerror or error)) from error
    network, foreign = project.network, reading.python_modules(project)
    values = {"written": str(path), "nodes": len(network), "blocks": len(network.blocks),
              "parameters": graphs.summary(network).parameters, "python": foreign}  # fmt: skip
    reporter.record(
        values,
        say(
            "{name}: {nodes} nodes, {blocks} blocks, {parameters} parameters. Written to {path}.",
            name=project.title, nodes=len(network), blocks=len(network.blocks),
            parameters=f"{values['parameters']:,}", path=path,
        ),
    )  # fmt: skip
    if foreign and not reporter.as_json:
        names = ", ".join(foreign)
        reporter.record({}, say("{n} modules are Python code of their own: {names}.", n=len(foreign), names=names))
    return 0


def _write_text(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Trouble(say("{path} cannot be written: {why}.", path=path, why=error.strerror or error)) from error


def _train(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.headless import train

    if arguments.resume is not None and arguments.weights_from is not None:
        raise _Wrong(say("--resume goes on with a run's own weights. Leave --weights-from out."))
    if arguments.branch is None and arguments.at is not None:
        raise _Wrong(say("--at goes with --branch RUN: it says from which step the branch goes on."))
    names = arguments.what
    if len(names) > 1:
        return _train_all(names, arguments, reporter)
    arguments.what = names[0] if names else None
    alone = arguments.branch is not None and arguments.what is None
    if arguments.resume is not None or arguments.replay is not None or alone:
        return train(None, arguments, reporter)
    if arguments.what is None:
        raise _Wrong(say("train needs a preset or a file, or --resume RUN."))
    project, name = _project(arguments.what, arguments.size)
    project.trusted = arguments.trust
    return train((project, name), arguments, reporter)


def _train_all(names: list[str], arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.queue_commands import train_all

    single = ("resume", "replay", "branch", "run_dir", "save", "weights_from")
    given = [name for name in single if getattr(arguments, name) is not None]
    if given:
        option = "--" + given[0].replace("_", "-")
        raise _Wrong(say("{option} is about one training, and {n} were named.", option=option, n=len(names)))
    return train_all(names, lambda name: _project(name, arguments.size), arguments, reporter)


def _queue(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.queue_commands import queue

    return queue(arguments, lambda name: _project(name, arguments.size), reporter)


def _search(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.search_commands import search

    project, name = _project(arguments.what, arguments.size)
    project.trusted = arguments.trust
    return search((project, name), arguments, reporter)


def _evaluate(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.headless import evaluate

    return evaluate(arguments, reporter)


# ---------------------------------------------------------------------- the table of commands

_Command = Callable[[argparse.Namespace, Reporter], int]

COMMANDS: dict[str, tuple[_Command, str]] = {
    "presets": (_presets, mark("list the architectures that ship with Workbench")),
    "layers": (_layers, mark("list the layer types")),
    "datasets": (_datasets, mark("list the data sets")),
    "views": (_views, mark("list the live views")),
    "check": (_check, mark("count a network and say what is wrong with it")),
    "train": (_train, mark("train a preset or a file, without a window")),
    "queue": (_queue, mark("trainings that wait for their turn: add, list, order and run them")),
    "search": (_search, mark("look for the best width, depth or other parameter of a network")),
    "evaluate": (_evaluate, mark("measure a trained run, or several runs together, on the test examples")),
    "predict": (predict, mark("ask a trained network about files of your own")),
    "runs": (_runs, mark("list the trainings that were kept")),
    "export": (_export, mark("print a network as PyTorch code")),
    "import": (_import, mark("read a network from Python code")),
    "compare": (_compare, mark("put two networks beside each other: presets, files or runs")),
    "doctor": (_doctor, mark("look at what Workbench needs, and say what to mend")),
}
"""Every command: what it does and the line ``--help`` has for it."""

OWN_ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "train": given.train_arguments, "queue": given.queue_arguments, "search": given.search_arguments,
    "evaluate": given.evaluate_arguments, "import": given.import_arguments, "predict": predict_arguments,
}  # fmt: skip
"""What adds the arguments of a command where there are many."""


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="workbench", description=spoken(mark("Draw a neural network, train it, look inside.")))
    parser.add_argument("--version", action="version", version=f"workbench {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (_, line) in COMMANDS.items():
        command = commands.add_parser(name, help=spoken(line), description=spoken(line))
        command.add_argument("--json", action="store_true", help=spoken(mark("one JSON object a line")))
        if name in ("check", "train", "export"):
            several = "*" if name == "train" else None
            command.add_argument("what", metavar="PRESET|FILE", nargs=several)
            command.add_argument("--size", choices=("small", "full"), default="small")
        if name == "compare":
            command.add_argument("left", metavar="A", help=spoken(mark("a preset, a file or a run")))
            command.add_argument("right", metavar="B", help=spoken(mark("what it is compared with")))
            command.add_argument("--size", choices=("small", "full"), default="small")
        if name == "export":
            command.add_argument("-o", "--output", metavar="FILE")
            command.add_argument("--class-name", type=_class_name, metavar="NAME",
                                 help=spoken(mark("what the class of the network is called")))  # fmt: skip
            command.add_argument("--drawing", type=Path, metavar="FILE", help=spoken(mark(
                "write the drawing here: a file ending in .svg, .pdf or .png")))  # fmt: skip
        if name == "datasets":
            command.add_argument("--download", metavar="NAME", help=spoken(mark(
                "fetch a published data set, such as mnist; a download that was cut off goes on")))  # fmt: skip
            command.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", dest="settings",
                                 help=spoken(mark("a parameter of the data set, such as gate=XOR")))  # fmt: skip
        if name == "runs":
            command.add_argument("--runs", type=Path, metavar="DIR")
        if name in OWN_ARGUMENTS:
            OWN_ARGUMENTS[name](command)
    return parser


def _class_name(text: str) -> str:
    from graphs.printer import class_name

    if class_name(text) != text:
        raise argparse.ArgumentTypeError(
            spoken(say("a class name such as {example}, not {text}", example=class_name(text), text=text))
        )
    return text


def _open_window(arguments: Sequence[str]) -> int:
    from workbench.app import run

    if len(arguments) > 1:
        raise _Wrong(say("The window opens one file or preset at a time, not {n}.", n=len(arguments)))
    return run(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window (with a file or a preset, if one is named). Returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        try:
            return _open_window(words)
        except _Wrong as error:
            Reporter(as_json=False).error(error.message)
            return 2
    chosen = _parser().parse_args(words)
    reporter = Reporter(chosen.json)
    try:
        return COMMANDS[chosen.command][0](chosen, reporter)
    except _Wrong as error:
        reporter.error(error.message)
        return 2
    except Trouble as error:
        reporter.error(error.message)
        return 1
    except BrokenPipeError:  # the reader has seen enough
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        reporter.error(say("Stopped."))
        return 1
