"""Comparing from a terminal: presets, files and runs, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import graphs
import presets
from graphs.document import snapshot
from graphs.edits import SetParameter
from workbench import cli
from workbench.comparing import CannotRead, more, read
from workbench.engine.runs import Run, runs_folder


def wider(path: Path) -> Path:
    """LeNet-5 with eight filters in C1, as a file."""
    project = presets.build("lenet5")
    project.apply(SetParameter(project.network.node("C1").id, "out_channels", 8))
    graphs.save(project, path)
    return path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]]]:
    code = cli.main(["compare", *words, "--json"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_preset_against_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, lines = said(capsys, "lenet5", str(wider(tmp_path / "wider.workbench")))
    *rows, last = lines
    assert code == 0
    assert (last["left"]["name"], last["left"]["parameters"]) == ("lenet5", 61_706)
    assert (last["right"]["name"], last["right"]["parameters"]) == ("wider", 61_706 + 2 * 26 + 16 * 2 * 25)
    c1 = next(row for row in rows if row["path"] == ["C1"])
    assert c1["status"] == "changed"
    assert {"what": "out_channels", "left": "6", "right": "8"} in c1["differences"]
    assert last["changed"] == sum(row["status"] == "changed" for row in rows)


def test_people_read_a_line_for_each_node(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.main(["compare", "lenet5", str(wider(tmp_path / "wider.workbench"))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("≠ C1") and "+52" in line and "out_channels 6 → 8" in line for line in lines)
    assert any(line.startswith("= F6") for line in lines)
    assert "lenet5: 61,706 parameters" in lines[-2]


def test_a_run_is_found_by_its_id_and_by_its_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    project = presets.build("lenet5")
    for folder in (tmp_path / "kept", runs_folder() / "2026-01-02_lenet"):
        Run.create(folder, snapshot(project), "LeNet").close()
    for what in (str(tmp_path / "kept"), "2026-01-02_lenet"):
        code, lines = said(capsys, "lenet5", what)
        assert code == 0 and lines[-1]["changed"] == lines[-1]["added"] == lines[-1]["removed"] == 0


def test_what_is_not_there_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.main(["compare", "lenet5", "lenet6"]) == 2
    assert "lenet5" in capsys.readouterr().err
    assert cli.main(["compare", "lenet5", str(tmp_path / "gone.workbench")]) == 1
    assert "There is no file gone.workbench" in capsys.readouterr().err
    damaged = tmp_path / "run"
    Run.create(damaged, b"{}", "x").close()
    with pytest.raises(CannotRead):
        read(damaged)


def test_more_and_less_have_signs() -> None:
    assert [more(n) for n in (1200, 0, -48)] == ["+1,200", "", "−48"]
