"""What all live views promise alike, read from the views themselves: one file each, and a measurement apart from it."""

import ast
from pathlib import Path

import pytest

import workbench.views
from tests.workbench.views.samples import one_of_everything
from workbench.engine.events import Sample, Scalars
from workbench.engine.probes import probe_types
from workbench.views import views

NAMES = tuple(views())
FOLDER = Path(workbench.views.__file__).parent


@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_file_of_its_own_name(name: str) -> None:
    kind = views()[name]
    assert kind.__module__ == f"workbench.views.{name}"
    text = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    own = [node.name for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
    assert [one for one in own if one == kind.__name__] and text.count("name: ClassVar[str] =") == 1


@pytest.mark.parametrize("name", NAMES)
def test_what_it_draws_is_measured_elsewhere_and_recorded_without_a_window(name: str) -> None:
    kind = views()[name]
    if not kind.probe:
        assert name == "curves"  # numbers by step are what every run records
        return
    probe = probe_types()[kind.probe]
    assert probe.__module__.startswith("workbench.engine.probes.") and 0 < probe.weight <= 1
    tree = ast.parse(Path(__import__(probe.__module__, fromlist=["x"]).__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    assert not [module for module in imported if module.startswith(("PySide6", "widgets", "workbench.views"))]


@pytest.mark.parametrize("name", NAMES)
def test_it_says_in_a_sentence_what_to_look_for_and_what_to_do_while_there_is_nothing(name: str) -> None:
    kind = views()[name]
    assert kind.look_for[-1] in ".?" and not kind.look_for[0].isupper() and len(kind.look_for) <= 170
    assert "Press Train." in kind.waiting and kind.remembered <= 4000


def test_everything_there_is_to_draw_has_a_view_or_is_drawn_on_the_network() -> None:
    """What nobody shows would be measured for nothing: the advisor reads health, the inspector statistics."""
    shown = {kind.probe for kind in views().values()}
    assert set(probe_types()) - shown <= {"health", "statistics"}
    told = {event.probe for event in one_of_everything(3) if isinstance(event, Sample)}
    assert shown - {""} <= told and any(isinstance(event, Scalars) for event in one_of_everything(3))
