"""Old projects open for ever: every file in `documents` was once written by a released format and is never changed."""

import json
from pathlib import Path
from typing import Any

import pytest

import graphs.document
import graphs.migrations
from graphs.document import load, save, to_json
from graphs.migrations import MIGRATIONS, VERSION, migrate
from graphs.planning import plan

DOCUMENTS = sorted(path for path in (Path(__file__).parent / "documents").iterdir() if path.name.startswith("v"))


def test_every_version_has_kept_a_document() -> None:
    versions = {int(path.name[1:].split("-")[0]) for path in DOCUMENTS}
    assert versions == set(range(1, VERSION + 1))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_kept_document_opens_and_is_saved_in_todays_format(path: Path, tmp_path: Path) -> None:
    project = load(path)
    assert len(project.network) > 2
    plan(project.network)

    save(project, tmp_path / "today.workbench")

    again = load(tmp_path / "today.workbench")
    assert to_json(again) == to_json(project)
    assert json.loads(to_json(again)["manifest.json"])["version"] == VERSION


def test_the_lenet_of_version_1_is_still_the_whole_network() -> None:
    project = load(Path(__file__).parent / "documents" / "v1-lenet.workbench")
    planned = plan(project.network)
    assert planned.faults == ()
    assert sum(step.cost.parameters.number for step in planned.steps) == 61_706
    assert project.weights[project.network.node("C1").id, "bias"].shape == (6,)


def test_the_unknown_layer_of_version_1_is_still_a_placeholder() -> None:
    project = load(Path(__file__).parent / "documents" / "v1-unknown-layer")
    unknown = project.network.node("dream")
    assert (unknown.type, unknown.parameters, unknown.repeat) == ("DreamPool2d", {"depth": 3}, 2)
    assert project.network.layer_class(unknown.id) is None
    assert [wire.source_port for wire in project.network.wires_out_of(unknown.id)] == ["vision"]


def test_steps_run_in_order_from_the_version_of_the_file() -> None:
    def step(name: str) -> Any:
        return lambda documents: {**documents, "passed": [*documents.get("passed", []), name]}

    steps = (step("1 to 2"), step("2 to 3"), step("3 to 4"))
    given = {"notes.md": "x"}
    assert migrate(given, 1, steps)["passed"] == ["1 to 2", "2 to 3", "3 to 4"]
    assert migrate(given, 3, steps)["passed"] == ["3 to 4"]
    assert migrate(given, 4, steps) == given == {"notes.md": "x"}
    assert migrate(given, VERSION, MIGRATIONS) == given


def test_a_step_that_meets_a_damaged_document_becomes_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = load(Path(__file__).parent / "documents" / "v1-lenet.workbench")
    save(project, tmp_path)
    monkeypatch.setattr(graphs.document, "migrate", lambda documents, version: documents["blocks.json"])
    with pytest.raises(graphs.document.DocumentError, match="version 1 does not have the form it should"):
        load(tmp_path)
