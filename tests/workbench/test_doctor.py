"""The doctor on machines that have what goes wrong most often, told by faked versions."""

import re
import socket
import tomllib
from pathlib import Path

import pytest

from workbench import doctor, screen
from workbench.doctor import State

ROOT = Path(__file__).resolve().parents[2]
HEALTHY = {**doctor.OLDEST, "PySide6-Essentials": "6.11.3", "torch": "2.13.0", "torchvision": "0.28.0"}


def test_the_doctor_knows_the_packages_that_the_project_asks_for():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    asked = dict(re.match(r"([\w-]+)>=([\d.]+)", line).groups() for line in wanted)
    assert asked == dict(doctor.OLDEST)


@pytest.mark.parametrize(
    ("python", "pyside", "refused"),
    [
        ((3, 11), "6.12.0", True),
        ((3, 11), "6.13.1", True),
        ((3, 11), "6.11.3", False),
        ((3, 12), "6.12.0", False),
        ((3, 11), None, False),
    ],
)
def test_pyside_6_12_is_refused_on_python_3_11_only(monkeypatch, python, pyside, refused):
    monkeypatch.setattr(doctor.sys, "version_info", (*python, 7))
    monkeypatch.setattr(doctor, "_version", lambda name: pyside)
    message = doctor.bad_pair()
    assert (message is not None) == refused
    if refused:
        assert pyside in str(message)
        assert "'PySide6-Essentials>=6.10,<6.12'" in str(message)


def test_the_refused_pair_is_a_problem_of_the_examination_too():
    finding = doctor.check_python((3, 11, 7), {**HEALTHY, "PySide6-Essentials": "6.12.0"})
    assert finding.state is State.PROBLEM
    assert "PySide6-Essentials>=6.10,<6.12" in str(finding.remedy)


def test_an_old_python_is_told_what_is_needed():
    finding = doctor.check_python((3, 10, 4), HEALTHY)
    assert finding.state is State.PROBLEM
    assert str(finding.sentence) == "This is Python 3.10.4; Workbench needs 3.11 or newer."


def test_healthy_versions_give_no_complaint():
    assert {finding.state for finding in doctor.check_packages(HEALTHY)} == {State.GOOD}
    assert doctor.check_python((3, 12, 1), HEALTHY).state is State.GOOD


def test_an_old_pyqtgraph_is_named_together_with_the_pyside_it_breaks_on():
    finding = _about("pyqtgraph", {**HEALTHY, "pyqtgraph": "0.13.7"})
    assert finding.state is State.PROBLEM
    assert "pyqtgraph 0.13.7" in str(finding.sentence) and "PySide6 6.11.3" in str(finding.sentence)
    assert "'pyqtgraph>=0.14'" in str(finding.remedy)


def test_a_missing_and_an_old_package_are_told_with_the_command_that_mends_them():
    versions = {name: version for name, version in HEALTHY.items() if name != "superqt"}
    assert str(_about("superqt", versions).sentence) == "superqt is not installed."
    old = _about("numpy", {**HEALTHY, "numpy": "1.21.0rc1"})
    assert str(old.sentence) == "numpy 1.21.0rc1 is installed; Workbench needs 1.26 or newer."
    assert str(old.remedy) == "Run: python -m pip install --upgrade 'numpy>=1.26'"


@pytest.mark.parametrize(
    ("versions", "trial", "state"),
    [
        ({}, {"torch": "2.13.0+cu130", "torchvision": "0.28.0+cu130"}, State.GOOD),
        ({}, {"torch": "2.13.0", "torchvision": "0.28.0"}, State.GOOD),
        ({}, {"torch": "2.13.0+cpu", "torchvision": "0.28.0+cu130"}, State.PROBLEM),
        ({"torch": "2.13.0+cpu"}, {"seconds": 60.0}, State.PROBLEM),
        ({}, {"seconds": 60.0}, State.ADVICE),
        ({}, {"torch": "2.13.0+cpu", "error": "RuntimeError: operator torchvision::nms does not exist"}, State.PROBLEM),
        ({}, {"error": "ImportError: libcudart.so.13: cannot open shared object file"}, State.PROBLEM),
    ],
)
def test_torch_and_torchvision_must_be_of_one_build(versions, trial, state):
    finding = doctor.check_torch({**HEALTHY, **versions}, trial)
    assert finding.state is state
    if state is State.PROBLEM:
        assert str(finding.remedy) == "Run: python -m pip install --force-reinstall torch torchvision"


def test_torchvision_missing_is_a_problem():
    versions = {name: version for name, version in HEALTHY.items() if name != "torchvision"}
    assert doctor.check_torch(versions, {}).state is State.PROBLEM


def test_a_trial_that_hangs_is_given_up():
    assert doctor.try_torch(0.2, "import time; time.sleep(30)") == {"seconds": 0.2}


def test_a_trial_that_dies_leaves_the_doctor_alive():
    assert doctor.try_torch(30, "import os; os._exit(3)") == {"error": "exit code 3"}
    assert doctor.try_torch(30, "raise OSError('no driver')") == {"error": "OSError: no driver"}


def test_a_gpu_that_torch_cannot_use_is_told_with_the_reason():
    (finding,) = doctor.check_gpu({"torch": "2.13.0+cpu", "cuda_build": "", "cuda": []}, ["NVIDIA RTX 4060"])
    assert finding.state is State.ADVICE
    assert "NVIDIA RTX 4060" in str(finding.sentence) and "CPU only" in str(finding.remedy)
    (finding,) = doctor.check_gpu({"torch": "2.13.0", "cuda_build": "13.0", "cuda": []}, ["NVIDIA RTX 4060"])
    assert "newer NVIDIA driver" in str(finding.remedy)


def test_every_gpu_torch_can_use_is_listed():
    cards = [{"name": "A", "memory": 8 * doctor.GIB}, {"name": "B", "memory": 16 * doctor.GIB}]
    found = doctor.check_gpu({"torch": "2.13.0", "cuda": cards}, [])
    assert [str(finding.sentence).split(":")[0] for finding in found] == ["A, 8.0 GiB", "B, 16.0 GiB"]
    assert str(doctor.check_gpu({}, [])[0].sentence) == "No GPU that torch can use: training runs on the CPU."


def test_a_machine_without_chinese_fonts_is_told_the_package():
    assert "fonts-noto-cjk" in str(doctor.check_fonts([]).remedy)
    assert doctor.check_fonts(["Noto Sans CJK SC,Noto Sans CJK SC Regular"]).state is State.GOOD


def test_missing_system_libraries_are_told_with_their_packages():
    assert [finding.state for finding in doctor.check_libraries(lambda library: True)] == [State.GOOD]
    (finding,) = doctor.check_libraries(lambda library: library != "libEGL.so.1")
    assert finding.state is State.PROBLEM
    assert str(finding.remedy) == "Run: sudo apt install libegl1"


def test_folders_are_looked_at_without_making_them(tmp_path):
    place = tmp_path / "not" / "yet"
    (finding,) = doctor.check_folders({"runs": place})
    assert finding.state in (State.GOOD, State.ADVICE)
    assert not place.parent.exists()


def test_a_file_where_a_folder_should_be_is_a_problem(tmp_path):
    blocked = tmp_path / "config"
    blocked.write_text("a file", encoding="utf-8")
    (finding,) = doctor.check_folders({"config": blocked})
    assert finding.state is State.PROBLEM
    assert str(blocked) in str(finding.sentence)


def test_a_full_disk_is_told_before_it_stops_a_training(monkeypatch, tmp_path):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda place: type("Usage", (), {"free": doctor.GIB // 2}))
    (finding,) = doctor.check_folders({"runs": tmp_path})
    assert finding.state is State.ADVICE


def test_the_processor_counts_what_may_be_used():
    facts = doctor.check_processor().facts
    assert facts["cores"] >= 1 and facts["available"] <= facts["memory"]


def test_a_machine_without_a_screen_is_told_what_runs_there():
    finding = doctor.check_screen("linux", {})
    assert finding.state is State.ADVICE
    assert "workbench train lenet5" in str(finding.remedy)


def test_a_screen_that_does_not_answer_is_none(tmp_path):
    assert "“:987” does not answer" in str(screen.no_screen("linux", {"DISPLAY": ":987"}))
    nowhere = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "“wayland-0” does not answer" in str(screen.no_screen("linux", nowhere))
    assert screen.no_screen("linux", {"DISPLAY": "nonsense"}) is not None
    assert screen.no_screen("linux", {"QT_QPA_PLATFORM": "xcb"}) is not None


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="display servers listen at such sockets on Linux only")
def test_a_screen_that_answers_is_taken(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("wayland-7")
        server.listen()
        assert screen.no_screen("linux", {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": "."}) is None


def test_a_screen_is_not_asked_for_where_none_is_needed():
    assert screen.no_screen("linux", {"QT_QPA_PLATFORM": "offscreen"}) is None
    assert screen.no_screen("darwin", {}) is None
    assert screen.no_screen("win32", {}) is None


def _about(package: str, versions: dict[str, str]) -> doctor.Finding:
    (finding,) = [each for each in doctor.check_packages(versions) if each.facts["package"] == package]
    return finding
