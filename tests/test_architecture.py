"""The walls of the house: who may import whom, what loads what, and what no file may contain."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator

import networkx
import pytest

from tests import source as read
from tests.source import (
    FOLDERS,
    PACKAGES,
    ROOT,
    Import,
    Source,
    dotted,
    imports,
    loaded_by,
    modules,
    nodes,
    of,
    sources,
)

QT = {"PySide6", "shiboken6", "pyqtgraph", "superqt", "qtawesome", "qtpy"}
SLOW = {"torch", "torchvision", "torchmetrics", "sklearn", "scipy", "tensorboard"}
MAY_IMPORT = {
    "graphs": {"graphs"},
    "presets": {"graphs", "presets"},
    "widgets": {"graphs", "widgets"},
    "workbench": set(PACKAGES),
}
WITHOUT_QT = ("graphs", "presets", "workbench.session", "workbench.cli", "workbench.data", "workbench.engine")
WITHOUT_QT += ("workbench.inference", "workbench.worker", "workbench.doctor", "workbench.screen", "workbench.__main__")
WITH_TORCH_AT_THE_TOP = ("graphs.modules", "graphs.importing", "workbench.engine", "workbench.inference")
MAY_RUN_TEXT = {
    "graphs/modules/tree.py": "a program is straight-line Python that the compiler itself wrote from a checked plan",
}


@pytest.fixture(autouse=True, scope="module")
def _what_was_read_is_let_go() -> Iterator[None]:
    yield
    read.forget()


def under(source: Source, *places: str) -> bool:
    """Whether a file is one of these modules or lies in one of these packages."""
    return any(source.module == place or source.module.startswith(place + ".") for place in places)


def every_import(*packages: str) -> Iterator[Import]:
    """All imports of the files of these packages."""
    for source in of(*packages):
        yield from imports(source)


def test_there_is_something_to_look_at():
    assert {source.package for source in sources()} >= {*PACKAGES, "tests"}


def test_every_folder_of_modules_is_a_package():
    """A folder without ``__init__.py`` can be imported and has nothing in it, so checks of it would mean nothing."""
    folders = {(ROOT / source.path).parent for source in of(*PACKAGES, "tests")}
    assert not [str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").is_file()]


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_import_only_what_lies_below_them(package):
    ours = {*PACKAGES, "tests", "benchmarks"}
    assert not [str(each) for each in every_import(package) if each.top in ours - MAY_IMPORT[package]]


def test_only_what_draws_imports_qt():
    drawn = [each for each in every_import() if each.top in QT and under(each.source, *WITHOUT_QT)]
    assert not [str(each) for each in drawn]


def test_what_needs_no_window_reaches_no_qt_in_a_roundabout_way():
    """A file without Qt may open the window from inside a function, and no file does so on being imported."""
    assert not [str(each) for each in reached(QT, (*WITHOUT_QT,))]


def test_slow_packages_are_imported_when_they_are_needed():
    at_once = [each for each in every_import() if each.at_once and each.top in SLOW]
    assert not [str(each) for each in at_once if not under(each.source, *WITH_TORCH_AT_THE_TOP)]


def reached(wanted: set[str], places: tuple[str, ...]) -> list[Import]:
    """The imports of ``wanted`` that run when a file in one of ``places`` is imported, however far away."""
    by_module = {source.module: [each for each in imports(source) if each.at_once] for source in of()}
    waiting = [source.module for source in of() if under(source, *places)]
    seen, found = set(waiting), []
    while waiting:
        for each in by_module[waiting.pop()]:
            if each.top in wanted:
                found.append(each)
            if each.name in by_module and each.name not in seen:
                seen.add(each.name)
                waiting.append(each.name)
    return found


def test_no_module_without_qt_loads_qt():
    names = sorted(
        source.module for source in of() if under(source, *WITHOUT_QT) and source.module != "workbench.__main__"
    )
    assert not loaded_by("import " + ", ".join(names)) & QT


def test_building_checking_counting_and_printing_a_preset_loads_no_torch():
    program = (
        "import graphs, presets\nnetwork = presets.build('lenet5').network\nassert graphs.diagnose(network) == []\n"
    )
    program += "assert graphs.summary(network).parameters == 61_706\n"
    program += "assert 'class' in graphs.to_python(network)"
    assert not loaded_by(program) & (SLOW | QT)


def test_importing_the_window_and_the_command_line_loads_no_torch():
    assert not loaded_by("import workbench.cli, workbench.session, workbench.window, workbench.app") & SLOW


def test_no_modules_import_each_other_in_a_circle():
    graph = networkx.DiGraph(
        (each.source.module, each.name) for each in every_import() if each.at_once and each.name in modules()
    )
    circles = [sorted(part) for part in networkx.strongly_connected_components(graph) if len(part) > 1]
    assert not circles + list(networkx.selfloop_edges(graph))


def test_imports_stand_at_the_top():
    late = []
    for source in sources():
        seen = False
        for node in source.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                seen = True
            elif seen and not ast.unparse(node).startswith("if __name__ =="):
                inside = ast.walk(node)
                late += [f"{source.path}:{n.lineno}" for n in inside if isinstance(n, ast.Import | ast.ImportFrom)]
    assert not late


def test_imports_are_absolute():
    found = ((source, node) for source in sources() for node in nodes(source))
    assert not [f"{s.path}:{n.lineno}" for s, n in found if isinstance(n, ast.ImportFrom) and n.level]


def test_no_file_is_longer_than_500_lines():
    lengths = {source.path: len(source.text.splitlines()) for source in sources()}
    assert not {path: length for path, length in lengths.items() if length > 500}


def test_modules_are_named_after_what_they_are():
    vague = re.compile(r"(^|_)(util|helper|manager|misc|common)s?(_|$)")
    assert not [source.path for source in sources() if vague.search(source.module.rsplit(".", 1)[-1])]


def test_every_module_has_a_docstring():
    assert not [source.path for source in sources() if not ast.get_docstring(source.tree)]


def test_every_public_name_has_a_docstring():
    """A method may leave it out where it fulfils a contract that a base class of ours has put into words."""
    classes = {node.name: node for source in of() for node in nodes(source) if isinstance(node, ast.ClassDef)}
    places = (*PACKAGES, "benchmarks", "docs")
    assert not [f"{s.path}:{line} {name}" for s in of(*places) for line, name in undocumented(s.tree.body, classes)]


def undocumented(
    body: list[ast.stmt], classes: dict[str, ast.ClassDef], owner: ast.ClassDef | None = None
) -> Iterator[tuple[int, str]]:
    """Public classes, functions and methods without a docstring, with their lines."""
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node) and not excused(node, classes, owner):
            yield node.lineno, node.name
        if isinstance(node, ast.ClassDef):
            yield from undocumented(node.body, classes, node)


def excused(node: ast.stmt, classes: dict[str, ast.ClassDef], owner: ast.ClassDef | None) -> bool:
    """Whether words stand elsewhere: at the getter, at the base's method, or in Qt's documentation."""
    if owner is None or not isinstance(node, ast.FunctionDef):
        return False
    marks = {ast.unparse(mark).rsplit(".", 1)[-1] for mark in node.decorator_list}
    qt_name = re.fullmatch(r"[a-z]+(?:[A-Z][a-z0-9]*)+", node.name) is not None
    return bool(marks & {"setter", "deleter", "overload"}) or qt_name or inherits(node.name, owner, classes, set())


def inherits(name: str, owner: ast.ClassDef, classes: dict[str, ast.ClassDef], seen: set[str]) -> bool:
    """Whether a base class of ours documents this method, however far up."""
    for base in (ast.unparse(base).split("[")[0].rsplit(".", 1)[-1] for base in owner.bases):
        if base in seen or base not in classes:
            continue
        seen.add(base)
        theirs = [node for node in classes[base].body if isinstance(node, ast.FunctionDef) and node.name == name]
        if any(ast.get_docstring(node) for node in theirs) or inherits(name, classes[base], classes, seen):
            return True
    return False


def test_nothing_of_ours_is_read_in_a_way_that_can_run_code():
    readers = {"pickle", "cPickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
    found = [str(each) for source in sources() for each in imports(source) if each.top in readers]
    for source in sources():
        for node in nodes(source):
            if isinstance(node, ast.Call) and runs_code(node):
                found.append(f"{source.path}:{node.lineno} {ast.unparse(node.func)}")
    assert not found


def runs_code(call: ast.Call) -> bool:
    """Whether a call unpickles, or evaluates an expression."""
    name = dotted(call.func)
    pickles = any(word.arg == "allow_pickle" and ast.unparse(word.value) != "False" for word in call.keywords)
    return name in {"eval", "builtins.eval", "torch.load"} or pickles


def test_only_the_compiler_runs_text_as_code():
    """Tests may: running printed code is the only way to show that it computes the same."""
    found = {
        source.path
        for source in of(*PACKAGES, "benchmarks", "docs")
        for node in nodes(source)
        if isinstance(node, ast.Call) and dotted(node.func) in {"exec", "builtins.exec"}
    }
    assert found <= set(MAY_RUN_TEXT)


def test_colours_come_from_the_theme():
    colour = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})(?![0-9a-zA-Z_])")
    theme = re.compile(r"widgets/(theme|tokens)\.py")
    found = [
        f"{source.path}:{node.lineno} {node.value!r:.60}"
        for source in of()
        if not theme.fullmatch(source.path)
        for node in nodes(source)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and colour.search(node.value)
    ]
    assert not found


def kept_files() -> list[str]:
    """The files that git keeps; where there is no git, those of the known folders and beside them."""
    if shutil.which("git"):
        command = ["git", "-C", str(ROOT), "ls-files", "-z"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0 and done.stdout:
            return [path for path in done.stdout.split("\0") if path and (ROOT / path).is_file()]
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return [path.relative_to(ROOT).as_posix() for path in [*ROOT.iterdir(), *inside] if path.is_file()]


def test_the_repository_explains_itself():
    """No file points to a page outside, to a folder of one machine, or to a server that packages come from."""
    # The words are put together here, so that this file does not contain them.
    pages = "|".join(("DESIGN", "look", "anchors", "models", "libraries", "performance", "prototype"))
    words = re.compile(
        "|".join(
            (
                r"\.\./sha" + "red",
                rf"(?<![\w/-])(?:{pages})\.m" + "d",
                r"(?<![\w.}/-])/(?:wo" + r"rk|ho" + r"me|Us" + r"ers|ro" + r"ot|o" + r"pt|m" + r"nt)/\w",
                r"[A-Z]:\\\\?Us" + "ers",
                r"py" + r"pi\.org|pythonho" + r"sted|download\.pyto" + r"rch",
            )
        )
    )
    found = []
    for path in kept_files():
        content = (ROOT / path).read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8").splitlines(), start=1):
            if words.search(line):
                found.append(f"{path}:{number} {line.strip()[:80]}")
    assert not found
