"""What can be said on the command line about a training: what of the recipe is changed, and how it is run."""

from __future__ import annotations

import argparse
from pathlib import Path

from graphs.message import mark, say
from workbench.reporting import spoken

ACTIONS = {
    "list": mark("what waits, what trains, and how the others ended"),
    "add": mark("put trainings at the end"),
    "run": mark("train what waits, one after another"),
    "remove": mark("take trainings out, by their numbers"),
    "move": mark("NUMBER PLACES: let a training have its turn later, or with a number below zero earlier"),
    "retry": mark("let trainings that failed wait again, by their numbers"),
    "clear": mark("forget what has had its turn"),
}
"""What can be done with the queue."""


def evaluate_arguments(command: argparse.ArgumentParser) -> None:
    """Which runs are measured, and on what."""
    command.add_argument("what", metavar="RUN", nargs="+", type=Path, help=spoken(mark(
        "run folders; several are asked together, and the mean of their answers counts")))  # fmt: skip
    command.add_argument("--part", choices=("training", "validation", "test"), default="test")


def recipe_arguments(command: argparse.ArgumentParser) -> None:
    """What changes the recipe of a project before it is trained, and whether its own code may run."""

    def whole(text: str) -> int:
        value = int(text)
        if value < 1:
            raise argparse.ArgumentTypeError(spoken(say("a whole number from 1, not {text}", text=text)))
        return value

    command.add_argument("--epochs", type=whole, help=spoken(mark("how often every training example is seen")))
    command.add_argument("--batch-size", type=whole, help=spoken(mark("examples per step")))
    command.add_argument("--learning-rate", type=float, help=spoken(mark("how long one step is")))
    command.add_argument("--seed", type=int, help=spoken(mark("where the random numbers begin")))
    command.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"))
    command.add_argument("--threads", type=whole, help=spoken(mark("processor threads; measured when not given")))
    command.add_argument("--data", metavar="NAME", help=spoken(mark("train on another data set")))
    command.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", dest="settings",
                         help=spoken(mark("a parameter of the data set, such as gate=XOR")))  # fmt: skip
    command.add_argument("--recipe", action="append", default=[], metavar="PLACE=VALUE", help=spoken(mark(
        "a value of the recipe, such as accumulate=4, average.type=EMA or players.0.l1=0.001")))  # fmt: skip
    command.add_argument("--node", action="append", default=[], metavar="NAME.PARAMETER=VALUE", dest="nodes",
                         help=spoken(mark("a parameter of a node, such as loss.label_smoothing=0.1")))  # fmt: skip
    command.add_argument("--folds", type=whole, help=spoken(mark("train once for each of so many folds")))
    command.add_argument("--trust", action="store_true", help=spoken(mark("yes, run the Python code the file names")))


def import_arguments(command: argparse.ArgumentParser) -> None:
    """The words of ``workbench import``: whose code makes the network, and for what input."""
    command.add_argument("what", metavar="MODULE:CALLABLE", help=spoken(mark(
        "MODULE:CALLABLE is what makes the network, such as torchvision.models:resnet50.")))  # fmt: skip
    command.add_argument("--arguments", metavar="JSON", help=spoken(mark("what the callable is given, as JSON")))
    command.add_argument("--input", metavar="SHAPE", action="append", default=[], help=spoken(mark(
        "the shape of one example, such as 3,224,224; once for each input")))  # fmt: skip
    command.add_argument("-o", "--output", metavar="FILE", required=True,
                         help=spoken(mark("a file to write, ending in .workbench")))  # fmt: skip
    command.add_argument("--trust", action="store_true",
                         help=spoken(mark("yes, run this code: importing means running it")))  # fmt: skip


def train_arguments(command: argparse.ArgumentParser) -> None:
    """What is said of a training that begins at once: also where it is written and what it goes on from."""
    recipe_arguments(command)
    command.add_argument("--replay", type=Path, metavar="RUN", help=spoken(mark(
        "make a run again from its project, its seed and what was changed while it ran")))  # fmt: skip
    command.add_argument("--branch", type=Path, metavar="RUN", help=spoken(mark(
        "go on from a kept checkpoint of another run, as a run of its own, with what is changed here")))  # fmt: skip
    command.add_argument("--at", type=int, metavar="STEP", help=spoken(mark("the step to branch off at")))
    command.add_argument("--run-dir", type=Path, metavar="DIR", help=spoken(mark("where the run is written")))
    command.add_argument("--save", type=Path, metavar="FILE", help=spoken(mark("write the trained project here")))
    command.add_argument("--continue", action="store_true", dest="go_on",
                         help=spoken(mark("begin with the weights of the file instead of fresh ones")))  # fmt: skip
    command.add_argument(
        "--weights-from",
        metavar="RUN|FILE",
        help=spoken(
            mark("begin with what fits, by name and shape, of the weights of a run, a project or a safetensors file")
        ),
    )
    command.add_argument("--resume", type=Path, metavar="RUN", help=spoken(mark("go on with a run that was stopped")))


def search_arguments(command: argparse.ArgumentParser) -> None:
    """The words of ``workbench search``; those of a recipe hold for every trial."""
    command.add_argument("what", metavar="PRESET|FILE")
    command.add_argument("--size", choices=("small", "full"), default="small")
    command.add_argument("--vary", action="append", default=[], metavar="NAME=A,B,C", help=spoken(mark(
        "a parameter of the network and the values it may have; all its own when not given")))  # fmt: skip
    command.add_argument("--budget", type=int, default=12, metavar="N",
                         help=spoken(mark("how many networks are trained at most")))  # fmt: skip
    command.add_argument("--how", choices=("evolution", "random"), default="evolution",
                         help=spoken(mark("the next one is the child of a good one, or drawn by chance")))  # fmt: skip
    command.add_argument("--search-seed", type=int, default=0, metavar="SEED",
                         help=spoken(mark("where the random numbers of the search begin")))  # fmt: skip
    command.add_argument("--save", type=Path, metavar="FILE", help=spoken(mark("write the best project here")))
    recipe_arguments(command)


def queue_arguments(command: argparse.ArgumentParser) -> None:
    """The words of ``workbench queue`` besides those that change a recipe."""
    lines = "; ".join(f"{name}: {spoken(words)}" for name, words in ACTIONS.items())
    command.add_argument("action", choices=tuple(ACTIONS), nargs="?", default="list", help=lines)
    command.add_argument("what", metavar="PRESET|FILE|NUMBER", nargs="*")
    command.add_argument("--size", choices=("small", "full"), default="small")
    recipe_arguments(command)
