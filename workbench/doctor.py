"""Look at this machine and say in plain sentences what would keep Workbench from running well, and what mends it.

Nothing here imports Qt or torch: both can be what is broken. Versions are read from the installed metadata, and torch
is tried in a process of its own, with a time limit, so that a broken driver or a mismatched build ends that process
and not the doctor.
"""

from __future__ import annotations

import ctypes
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from graphs.message import Message, mark, say
from workbench.screen import draws_nowhere, no_screen

GIB = 1024**3
OLDEST_PYTHON = (3, 11)

OLDEST: Mapping[str, str] = {
    "PySide6-Essentials": "6.10",
    "torch": "2.11",
    "torchvision": "0.26",
    "captum": "0.9",
    "pyqtgraph": "0.14",
    "fast-sugiyama": "0.5.3",
    "networkx": "3.2",
    "numpy": "1.26",
    "nvidia-ml-py": "12",
    "pillow": "10",
    "platformdirs": "4",
    "psutil": "5.9",
    "psygnal": "0.16",
    "pydantic": "2.14",
    "qtawesome": "1.4",
    "safetensors": "0.8",
    "scikit-learn": "1.4",
    "scipy": "1.11",
    "superqt": "0.9",
    "torchmetrics": "1.6",
    "ziamath": "0.13",
}
"""The packages Workbench stands on and the oldest version of each it works with, as ``pyproject.toml`` has them."""

LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
}
"""What Qt loads from a Linux system, and the Debian package that has it."""

# Says what torch can use, then tries torchvision, whose import is what fails when the two come from different builds.
_TRIAL = """
import json
facts = {}
try:
    import torch
    facts["torch"] = torch.__version__
    facts["cuda_build"] = torch.version.cuda or ""
    facts["cuda"] = [
        {"name": torch.cuda.get_device_name(i), "memory": torch.cuda.get_device_properties(i).total_memory}
        for i in range(torch.cuda.device_count())
    ] if torch.cuda.is_available() else []
    facts["mps"] = torch.backends.mps.is_available()
    import torchvision
    facts["torchvision"] = torchvision.__version__
except Exception as error:
    facts["error"] = f"{type(error).__name__}: {error}"
print(json.dumps(facts))
"""


class State(StrEnum):
    """How a finding is to be taken: all is well, something could be better, or something will not work."""

    GOOD = "good"
    ADVICE = "advice"
    PROBLEM = "problem"


class Subject(StrEnum):
    """What a finding is about."""

    PYTHON = mark("Python")
    PACKAGE = mark("Package")
    TORCH = mark("PyTorch")
    PROCESSOR = mark("Processor")
    GPU = mark("GPU")
    FONTS = mark("Chinese fonts")
    FOLDER = mark("Folder")
    LIBRARIES = mark("System libraries")
    SCREEN = mark("Screen")


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: a sentence about it, what to do if anything, and the bare facts for programs."""

    subject: Subject
    state: State
    sentence: Message
    remedy: Message | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def examine(time_limit: float = 120.0) -> list[Finding]:
    """Look at everything, the most fundamental first. ``time_limit`` is in seconds, for the trial import of torch.

    This takes as long as importing torch and torchvision does, some ten seconds; a window asks for it in a thread.
    """
    versions = installed()
    trial = try_torch(time_limit)
    return [
        check_python(sys.version_info[:3], versions),
        *check_packages(versions),
        check_torch(versions, trial),
        # Each of these asks a package that may itself be missing; that was said above.
        *([check_processor()] if "psutil" in versions else []),
        *check_gpu(trial, nvidia_devices() if "nvidia-ml-py" in versions else ()),
        check_fonts(),
        *(check_folders() if "platformdirs" in versions else []),
        *check_libraries(),
        check_screen(),
    ]


def bad_pair() -> Message | None:
    """Say why this Python and this PySide6 cannot run together, or None. Quick: reads metadata only."""
    return _refusal(sys.version_info[:2], _version("PySide6-Essentials"))


def installed() -> dict[str, str]:
    """Return the version of every package Workbench stands on; those that are not installed are left out."""
    versions = {name: _version(name) for name in OLDEST}
    return {name: version for name, version in versions.items() if version is not None}


def folders() -> dict[str, Path]:
    """Return where Workbench keeps things for this user: ``config``, ``data`` and ``runs``."""
    import platformdirs

    data = platformdirs.user_data_path("workbench", appauthor=False)
    return {
        "config": platformdirs.user_config_path("workbench", appauthor=False),
        "data": data,
        "runs": data / "runs",
    }


def check_python(python: tuple[int, ...], versions: Mapping[str, str]) -> Finding:
    """Is this Python new enough, and does PySide6 survive on it?"""
    text = ".".join(map(str, python))
    facts = {"version": text, "executable": sys.executable}
    if python < OLDEST_PYTHON:
        return Finding(
            Subject.PYTHON,
            State.PROBLEM,
            say("This is Python {version}; Workbench needs 3.11 or newer.", version=text),
            say("Install a newer Python and make the environment again."),
            facts,
        )
    refusal = _refusal(python, versions.get("PySide6-Essentials"))
    if refusal is not None:
        remedy = _command("python -m pip install --force-reinstall 'PySide6-Essentials>=6.10,<6.12'")
        return Finding(Subject.PYTHON, State.PROBLEM, refusal, remedy, facts)
    return Finding(Subject.PYTHON, State.GOOD, say("Python {version}.", version=text), None, facts)


def check_packages(versions: Mapping[str, str]) -> list[Finding]:
    """Is every package there, and new enough?"""
    return [_check_package(name, versions) for name in OLDEST]


def check_torch(versions: Mapping[str, str], trial: Mapping[str, Any]) -> Finding:
    """Do torch and torchvision come from the same build, and can both be imported?

    ``trial`` is what `try_torch` returned.
    """
    torch, vision = versions.get("torch", ""), versions.get("torchvision", "")
    facts = {"torch": torch, "torchvision": vision, **trial}
    repair = _command("python -m pip install --force-reinstall torch torchvision")
    if not torch or not vision:
        sentence = say("torch and torchvision are both needed to train; at least one is not installed.")
        return Finding(Subject.TORCH, State.PROBLEM, sentence, repair, facts)
    if _differ(versions, trial):
        sentence = say(
            "torch {torch} and torchvision {vision} come from different builds; torchvision needs the torch it was "
            "built with.",
            torch=trial.get("torch", torch),
            vision=trial.get("torchvision", vision),
        )
        return Finding(Subject.TORCH, State.PROBLEM, sentence, repair, facts)
    error = str(trial.get("error", ""))
    if "torchvision::" in error:
        sentence = say(
            "torchvision {vision} does not fit torch {torch}: importing it gives “{error}”.",
            torch=torch,
            vision=vision,
            error=error,
        )
        return Finding(Subject.TORCH, State.PROBLEM, sentence, repair, facts)
    if error:
        sentence = say("torch and torchvision could not be imported: “{error}”.", error=error)
        return Finding(Subject.TORCH, State.PROBLEM, sentence, repair, facts)
    if "seconds" in trial:
        sentence = say(
            "Importing torch and torchvision was given up after {seconds} seconds.", seconds=f"{trial['seconds']:.0f}"
        )
        remedy = say("Look again when the machine is less busy; a first import from a slow disk takes longest.")
        return Finding(Subject.TORCH, State.ADVICE, sentence, remedy, facts)
    sentence = say("torch {torch} and torchvision {vision} fit each other.", torch=torch, vision=vision)
    return Finding(Subject.TORCH, State.GOOD, sentence, None, facts)


def check_processor() -> Finding:
    """How many cores and how much memory is there to train with?"""
    import psutil

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else psutil.cpu_count() or 1
    memory = psutil.virtual_memory()
    facts = {"cores": cores, "memory": memory.total, "available": memory.available}
    sentence = say(
        "CPU cores: {cores}. Memory: {total} GiB, {free} GiB of it free.",
        cores=cores,
        total=_gib(memory.total),
        free=_gib(memory.available),
    )
    if memory.available < 2 * GIB:
        remedy = say("Less than 2 GiB is free: close other programs, or train with smaller batches.")
        return Finding(Subject.PROCESSOR, State.ADVICE, sentence, remedy, facts)
    return Finding(Subject.PROCESSOR, State.GOOD, sentence, None, facts)


def check_gpu(trial: Mapping[str, Any], nvidia: Iterable[str]) -> list[Finding]:
    """Which GPU can torch use? ``nvidia`` names the GPUs the driver knows, whether torch can use them or not."""
    found = [
        Finding(
            Subject.GPU,
            State.GOOD,
            say("{name}, {memory} GiB: training can run on it.", name=device["name"], memory=_gib(device["memory"])),
            None,
            {"device": f"cuda:{index}", **device},
        )
        for index, device in enumerate(trial.get("cuda", []))
    ]
    if trial.get("mps"):
        found.append(
            Finding(Subject.GPU, State.GOOD, say("An Apple GPU: training can run on it."), None, {"device": "mps"})
        )
    if found:
        return found
    names = list(nvidia)
    if names and "torch" in trial:
        facts = {"nvidia": names, "cuda_build": trial.get("cuda_build", "")}
        sentence = say("{name} is there, but torch cannot use it.", name=", ".join(names))
        if not trial.get("cuda_build"):
            remedy = say(
                "This torch is built for the CPU only: install torch and torchvision together, both built for CUDA."
            )
        else:
            remedy = say(
                "torch was built for CUDA {version}; a newer NVIDIA driver usually helps.", version=trial["cuda_build"]
            )
        return [Finding(Subject.GPU, State.ADVICE, sentence, remedy, facts)]
    return [Finding(Subject.GPU, State.GOOD, say("No GPU that torch can use: training runs on the CPU."))]


def check_fonts(families: Iterable[str] | None = None) -> Finding:
    """Can Chinese be drawn? ``families`` are the fonts that have Chinese; left out, this machine is asked."""
    if families is None:
        if sys.platform != "linux":
            return Finding(Subject.FONTS, State.GOOD, say("This system brings Chinese fonts along."))
        listing = _output(["fc-list", ":lang=zh-cn", "family"])
        if listing is None:
            return Finding(
                Subject.FONTS,
                State.ADVICE,
                say("The fonts could not be listed, because fc-list is not there; the window looks by itself."),
                _command("sudo apt install fontconfig"),
            )
        families = listing.splitlines()
    names = sorted({line.split(",")[0].strip() for line in families} - {""})
    if not names:
        return Finding(
            Subject.FONTS,
            State.ADVICE,
            say("No font with Chinese characters is installed: Chinese texts would show as empty boxes."),
            _command("sudo apt install fonts-noto-cjk"),
            {"families": []},
        )
    simplified = next((name for name in names if name.endswith(" SC")), names[0])
    sentence = say("Chinese can be drawn, with {font} for one.", font=simplified)
    return Finding(Subject.FONTS, State.GOOD, sentence, None, {"families": names})


def check_folders(places: Mapping[str, Path] | None = None) -> list[Finding]:
    """Can Workbench write where it keeps things, and is there room? Nothing is created by looking."""
    return [_check_folder(name, place) for name, place in (folders() if places is None else places).items()]


def check_libraries(loads: Callable[[str], bool] | None = None) -> list[Finding]:
    """Are the libraries there that Qt needs of the system? Only Linux leaves them out; ``loads`` tells for each."""
    if loads is None:
        if sys.platform != "linux":
            return []
        loads = _loads
    missing = {library: package for library, package in LIBRARIES.items() if not loads(library)}
    if not missing:
        return [Finding(Subject.LIBRARIES, State.GOOD, say("The system libraries that Qt needs are there."))]
    return [
        Finding(
            Subject.LIBRARIES,
            State.PROBLEM,
            say("Qt needs these system libraries, which are not there: {names}.", names=", ".join(missing)),
            _command("sudo apt install " + " ".join(missing.values())),
            {"missing": list(missing)},
        )
    ]


def check_screen(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Finding:
    """Is there a screen for the window to open on?"""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    facts = {name: environment[name] for name in names if name in environment}
    if draws_nowhere(environment):
        sentence = say("Qt is told to draw without a screen, by QT_QPA_PLATFORM.")
        return Finding(Subject.SCREEN, State.GOOD, sentence, None, facts)
    problem = no_screen(platform, environment)
    if problem is None:
        return Finding(Subject.SCREEN, State.GOOD, say("There is a screen for the window."), None, facts)
    remedy = say("Without a screen this runs: {command}", command="workbench train lenet5")
    return Finding(Subject.SCREEN, State.ADVICE, problem, remedy, facts)


def try_torch(time_limit: float, program: str = _TRIAL) -> dict[str, Any]:
    """Import torch and torchvision in a process of their own and return what it saw.

    The facts are ``torch``, ``torchvision``, ``cuda_build``, ``cuda`` (name and memory of each GPU) and ``mps``;
    ``error`` when the import failed, ``seconds`` when the process was given up after ``time_limit`` seconds.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, timeout=time_limit, check=False
        )
    except subprocess.TimeoutExpired:
        return {"seconds": time_limit}
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        last = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        return {"error": last}
    return dict(json.loads(lines[-1]))


def nvidia_devices() -> list[str]:
    """Return the names of the GPUs the NVIDIA driver knows; none where there is no driver."""
    import pynvml

    try:
        pynvml.nvmlInit()
    except pynvml.NVMLError:
        return []
    try:
        handles = [pynvml.nvmlDeviceGetHandleByIndex(index) for index in range(pynvml.nvmlDeviceGetCount())]
        return [str(pynvml.nvmlDeviceGetName(handle)) for handle in handles]
    except pynvml.NVMLError:
        return []
    finally:
        pynvml.nvmlShutdown()


def _refusal(python: tuple[int, ...], pyside: str | None) -> Message | None:
    if pyside is None or _numbers(pyside) < (6, 12) or python >= (3, 12):
        return None
    return say(
        "PySide6 {pyside} ends the program after some thousand calls on Python {python}. Use Python 3.12 or newer, or "
        "run: {command}",
        pyside=pyside,
        python=".".join(map(str, python[:2])),
        command="python -m pip install --force-reinstall 'PySide6-Essentials>=6.10,<6.12'",
    )


def _check_package(name: str, versions: Mapping[str, str]) -> Finding:
    oldest, version = OLDEST[name], versions.get(name)
    facts = {"package": name, "version": version, "oldest": oldest}
    remedy = _command(f"python -m pip install --upgrade '{name}>={oldest}'")
    if version is None:
        sentence = say("{name} is not installed.", name=name)
        return Finding(Subject.PACKAGE, State.PROBLEM, sentence, remedy, facts)
    pyside = versions.get("PySide6-Essentials", "")
    if name == "pyqtgraph" and _numbers(version) < (0, 14) and _numbers(pyside) >= (6, 10):
        sentence = say(
            "pyqtgraph {version} does not work with PySide6 {pyside}, which needs pyqtgraph 0.14 or newer.",
            version=version,
            pyside=pyside,
        )
        return Finding(Subject.PACKAGE, State.PROBLEM, sentence, remedy, facts)
    if _numbers(version) < _numbers(oldest):
        sentence = say(
            "{name} {version} is installed; Workbench needs {oldest} or newer.",
            name=name,
            version=version,
            oldest=oldest,
        )
        return Finding(Subject.PACKAGE, State.PROBLEM, sentence, remedy, facts)
    return Finding(Subject.PACKAGE, State.GOOD, say("{name} {version}.", name=name, version=version), None, facts)


def _check_folder(name: str, place: Path) -> Finding:
    existing = place
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    free = shutil.disk_usage(existing).free
    facts = {"folder": name, "path": str(place), "free": free}
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        return Finding(
            Subject.FOLDER,
            State.PROBLEM,
            say("{path} cannot be written to.", path=str(place)),
            say("Make {path} a folder that you may write to.", path=str(existing)),
            facts,
        )
    sentence = say("{path} can be written to; {free} GiB are free.", path=str(place), free=_gib(free))
    if free < GIB:
        remedy = say("A long training with checkpoints may need more than 1 GiB: delete old runs or other files.")
        return Finding(Subject.FOLDER, State.ADVICE, sentence, remedy, facts)
    return Finding(Subject.FOLDER, State.GOOD, sentence, None, facts)


def _command(command: str) -> Message:
    return say("Run: {command}", command=command)


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _numbers(version: str) -> tuple[int, ...]:
    """The leading whole numbers of a version, enough to compare releases: ``2.13.0+cpu`` is (2, 13, 0)."""
    numbers = []
    for part in version.split("+")[0].split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
        if digits != part:
            break
    return tuple(numbers)


def _build(version: str) -> str:
    """The build a wheel names after its version: ``cpu`` in ``2.13.0+cpu``; the default build names none."""
    return version.partition("+")[2]


def _differ(versions: Mapping[str, str], trial: Mapping[str, Any]) -> bool:
    """Whether torch and torchvision are known to be of different builds.

    The imported packages name their build even where the metadata does not, so they are believed first; one without a
    name says nothing.
    """
    if "torchvision" in trial:
        torch, vision = _build(trial["torch"]), _build(trial["torchvision"])
        return bool(torch and vision) and torch != vision
    return _build(versions["torch"]) != _build(versions["torchvision"])


def _gib(size: int) -> str:
    return f"{size / GIB:.1f}"


def _output(command: list[str]) -> str | None:
    """What a program prints within ten seconds; None when it is not there or does not answer."""
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=10, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
