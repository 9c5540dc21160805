"""The map of the code, enforced: who may import whom, and what no file may hold.

Every rule is a function over sources, so that each is also shown to notice a break.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

NAME = "shuangda_desktop"
ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / NAME
MODULES = sorted(SRC.rglob("*.py"))
# Most modules hold no such words, and need not be parsed for the calls that are looked for.
CLOCK = re.compile(r"\bdate(?:time)?\.(?:today|now|utcnow)")
WRITING = re.compile("open|write_|copy|mkstemp")
TESTS = sorted(Path(__file__).parent.rglob("*.py"))

DOMAIN = {"text", "plan", "units", "tasks", "papers"}
BOTTOM = {"errors", "paths", "logs", "files"}
FRONT = DOMAIN | BOTTOM | {"services", "store"}
MAY_IMPORT = {
    "__init__": set(),
    "errors": set(),
    "paths": set(),
    "logs": {"paths"},
    "files": {"errors"},
    "text": {"errors"},
    "plan": {"errors", "text"},
    "units": {"errors", "text"},
    "tasks": {"errors", "text", "plan", "units"},
    "papers": {"errors", "text", "plan", "units", "tasks"},
    "sources": {"errors", "paths", "text"},
    "store": {"errors", "paths", "files"} | DOMAIN,
    "exports": {"errors", "paths", "files"} | DOMAIN,
    "services": BOTTOM | DOMAIN | {"sources", "store", "exports"},
    "cli": FRONT,
    "gui": FRONT,
    "__main__": {"cli", "gui", "sources", "paths", "logs"},
}
FOREIGN = {
    "opencc": {"text"},
    "docx": {"sources", "exports", "services"},
    "openpyxl": {"sources", "exports"},
    "lxml": {"sources", "exports"},
    "doc2docx": {"sources"},
    "olefile": {"sources"},
    "xlrd": {"sources"},
    "ofdkit": {"sources"},
    "pypdfium2": {"sources"},
    "sqlite_utils": {"store"},
    "sqlite3": {"store"},
    "PySide6": {"gui"},
    "argparse": {"cli", "gui", "__main__"},
}
FRONT_MAY_READ = {
    "store.database": None,
    "store.queries": None,
    "store.plan_years": None,
    "store.safety.backup": None,
    "store.safety.copies": {"folder_for"},
    "store.safety.health": None,
    "store.steps.touched": None,
    "store.task_sources": {"filed_under", "other_origins"},
    "store.versions": {"load_versions", "load_adjustments"},
    "store.consultations": {"load_consultations", "load_opinion"},
    "store.plans": {"load_plan", "find_source", "count_plans", "StoredPlan"},
    "store.tasks": {"load_task", "load_tasks", "load_entries"},
    "store.units": {"load_directory"},
    "store.revised": {"revised_in_parts"},
    "store.settings": {"get"},
}
NETWORK = {"socket", "ssl", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
UNCLEAN = {"os", "io", "pathlib", "time", "random", "shutil", "subprocess", "tempfile", "threading"}
BLIND_ALLOWED = {"gui/app.py", "gui/jobs.py"}


def area(path: Path, root: Path = SRC) -> str:
    """The package (or top-level module) that a file belongs to."""
    first = path.relative_to(root).parts[0]
    return first.removesuffix(".py")


@cache
def imports(source: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every import of a file, as (module, names); several rules ask for them."""
    return tuple(_imports(ast.parse(source)))


def _imports(tree: ast.AST) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or ""), tuple(a.name for a in node.names)


def ours(source: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Imports of our own modules, without the package's name."""
    for module, names in imports(source):
        if module == NAME:
            yield from ((name, ()) for name in names)
        elif module.startswith(NAME + "."):
            yield module.removeprefix(NAME + "."), names


def wrong_directions(source: str, package: str) -> list[str]:
    """Imports that point up or sideways in the layer table."""
    reached = {module.split(".")[0] for module, _ in ours(source)}
    return sorted(reached - MAY_IMPORT[package] - {package})


def wrong_foreign(source: str, package: str) -> list[str]:
    """Libraries that this package has no business with."""
    found = {module.split(".")[0] for module, _ in imports(source)}
    return sorted(m for m in found if m in NETWORK or package not in FOREIGN.get(m, {package}))


def wrong_reads(source: str) -> list[str]:
    """What a front end takes from the store beyond opening it and reading."""
    taken: dict[str, set[str]] = {}
    for module, names in ours(source):
        if module.startswith("store") and (SRC / module.replace(".", "/")).is_dir():
            # the modules themselves: what is used of each counts
            taken |= {f"{module}.{name}": _used_of(ast.parse(source), name) for name in names}
        elif module.startswith("store."):
            taken.setdefault(module, set()).update(names)
    return sorted(module for module, names in taken.items() if not _may_read(module, names))


def _used_of(tree: ast.AST, name: str) -> set[str]:
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    }


def _may_read(module: str, names: set[str]) -> bool:
    allowed = FRONT_MAY_READ.get(module, set())
    return allowed is None or names <= allowed


def blind_handlers(source: str) -> list[int]:
    """Lines that catch everything; cleaning up and raising again is no swallowing."""
    return [
        handler.lineno
        for handler in (ast.walk(ast.parse(source)) if "except" in source else ())
        if isinstance(handler, ast.ExceptHandler)
        and _names_everything(handler.type)
        and not _raises_again(handler)
    ]


def _names_everything(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_names_everything(part) for part in caught.elts)
    return caught is None or (
        isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"}
    )


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def wide_characters(source: str) -> list[str]:
    """Full-width variants of ASCII typed as such: they are folded unseen by editors and channels."""
    return sorted({c for c in source if "\uff01" <= c <= "\uff5e"})


def unclean(source: str) -> list[str]:
    """What a pure package must not know: files, clocks, chance, other processes."""
    found = {module.split(".")[0] for module, _ in imports(source)}
    return sorted(found & UNCLEAN)


def writes_past_files(source: str) -> list[int]:
    """Lines that write a file by themselves, in a module that neither goes through files.py nor writes scratch."""
    names = {name for _, names in imports(source) for name in names}
    if names & {"write_beside", "put_bytes", "files", "TemporaryDirectory"} or "tempfile" in source:
        return []
    return [
        node.lineno
        for node in (ast.walk(ast.parse(source)) if WRITING.search(source) else ())
        if isinstance(node, ast.Call) and _writes(node)
    ]


def _writes(call: ast.Call) -> bool:
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    plain = call.func.id if isinstance(call.func, ast.Name) else ""
    modes = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    opened = "open" in {method, plain} and any(set(m) & set("wax") for m in modes if len(m) < 4)
    return opened or method in {"write_bytes", "write_text", "copy2", "copyfile", "mkstemp"}


def longer_than(source: str, most: int) -> int:
    """The number of lines, where there are too many."""
    lines = len(source.splitlines())
    return lines if lines > most else 0


def clock_calls(source: str) -> list[int]:
    """Lines that ask the machine for the date."""
    return [
        node.lineno
        for node in (ast.walk(ast.parse(source)) if CLOCK.search(source) else ())
        if isinstance(node, ast.Attribute)
        and node.attr in {"today", "now", "utcnow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"date", "datetime"}
    ]


def offenders(rule: Callable[[Path], object], paths: Iterable[Path]) -> dict[str, object]:
    """What a rule finds wrong, by file: a failing test then names all of it at once."""
    found = {path.relative_to(ROOT).as_posix(): rule(path) for path in paths}
    return {name: wrong for name, wrong in found.items() if wrong}


def in_areas(*areas: str) -> list[Path]:
    """The modules of these packages."""
    return [path for path in MODULES if area(path) in areas]


def but(*names: str) -> list[Path]:
    """All modules but these."""
    return [path for path in MODULES if path.relative_to(SRC).as_posix() not in names]


def test_imports_point_down_only():
    assert offenders(lambda p: wrong_directions(p.read_text("utf-8"), area(p)), MODULES) == {}


def test_libraries_stay_in_their_layer_and_no_network_is_imported():
    assert offenders(lambda p: wrong_foreign(p.read_text("utf-8"), area(p)), MODULES) == {}


def test_everything_is_caught_in_two_places_only():
    assert offenders(lambda p: blind_handlers(p.read_text("utf-8")), but(*BLIND_ALLOWED)) == {}


def test_the_clock_is_asked_at_the_front_only():
    asking = [path for path in but("gui/app.py") if area(path) != "cli"]
    assert offenders(lambda p: clock_calls(p.read_text("utf-8")), asking) == {}


def test_front_ends_only_open_and_read_the_store():
    assert offenders(lambda p: wrong_reads(p.read_text("utf-8")), in_areas("cli", "gui")) == {}


def test_the_domain_is_pure():
    assert offenders(lambda p: unclean(p.read_text("utf-8")), in_areas(*DOMAIN)) == {}


def test_full_width_forms_are_spelt_by_escapes():
    assert (
        offenders(lambda p: wide_characters(p.read_text("utf-8")), in_areas("text", "plan")) == {}
    )


def test_whatever_goes_out_is_written_beside_and_swapped_in():
    # restore.py keeps parts of a database that is closed, seal.py a line that may be lost
    known = [
        path
        for path in but("files.py", "store/safety/restore.py", "store/safety/seal.py")
        if area(path) != "sources"
    ]
    assert offenders(lambda p: writes_past_files(p.read_text("utf-8")), known) == {}


def test_no_file_is_longer_than_400_lines():
    assert offenders(lambda p: longer_than(p.read_text("utf-8"), 400), [*MODULES, *TESTS]) == {}


def test_every_module_is_on_the_map():
    assert {area(path) for path in MODULES} <= set(MAY_IMPORT)


def test_the_three_adapters_do_not_know_one_another():
    adapters = {"sources", "store", "exports"}
    assert all(not MAY_IMPORT[one] & (adapters - {one}) for one in adapters)


@pytest.mark.parametrize(
    "module", ["cli", "services.reading.importing", "services.outputs.exporting"]
)
def test_no_window_is_loaded_below_the_window(module):
    assert _loaded_by(f"{NAME}.{module}") & {"PySide6", "shiboken6"} == set()


def test_reading_a_plan_loads_neither_database_nor_office_libraries():
    heavy = {"sqlite_utils", "openpyxl", "docx", "PySide6"}
    assert _loaded_by(f"{NAME}.cli") & heavy == set()


def _loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*{{m.split('.')[0] for m in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("source", "package", "wrong"),
    [
        (f"from {NAME}.store import database", "tasks", ["store"]),
        (f"import {NAME}.gui.app", "services", ["gui"]),
        (f"from {NAME} import exports", "store", ["exports"]),
        (f"from {NAME}.plan.model import Plan", "tasks", []),
    ],
)
def test_a_wrong_direction_is_noticed(source, package, wrong):
    assert wrong_directions(source, package) == wrong


@pytest.mark.parametrize(
    ("source", "package", "wrong"),
    [
        ("import sqlite3", "tasks", ["sqlite3"]),
        ("def f():\n    from PySide6 import QtCore", "services", ["PySide6"]),
        ("from urllib.request import urlopen", "gui", ["urllib"]),
        ("import opencc", "text", []),
    ],
)
def test_a_foreign_library_is_noticed(source, package, wrong):
    assert wrong_foreign(source, package) == wrong


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        (f"from {NAME}.store.tasks import save_task", ["store.tasks"]),
        (f"from {NAME}.store import tasks\ntasks.save_task(s, t)", ["store.tasks"]),
        (f"from {NAME}.store import queries, tasks\ntasks.load_task(s, 1)", []),
        (
            f"from {NAME}.store.schema import migrations\nmigrations.migrate(d)",
            ["store.schema.migrations"],
        ),
        (f"from {NAME}.store.tasks import load_task", []),
        (f"from {NAME}.store.queries import task_rows", []),
    ],
)
def test_a_front_end_that_writes_is_noticed(source, wrong):
    assert wrong_reads(source) == wrong


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("try:\n    f()\nexcept Exception:\n    pass", [3]),
        ("try:\n    f()\nexcept:\n    pass", [3]),
        ("try:\n    f()\nexcept (OSError, BaseException):\n    pass", [3]),
        ("try:\n    f()\nexcept BaseException:\n    g()\n    raise", []),
        ("try:\n    f()\nexcept OSError:\n    pass", []),
    ],
)
def test_a_blind_handler_is_noticed(source, lines):
    assert blind_handlers(source) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("path.write_bytes(b'')", [1]),
        ("with path.open('wb') as f:\n    pass", [1]),
        ("open(path, 'w')", [1]),
        ("import shutil\nshutil.copy2(a, b)", [2]),
        ("path.open('rb')", []),
        ("from shuangda_desktop.files import write_beside\npath.write_bytes(b'')", []),
    ],
)
def test_a_file_written_in_its_place_is_noticed(source, lines):
    assert writes_past_files(source) == lines


def test_a_file_a_clock_and_a_folded_character_are_noticed():
    assert unclean("import os\nfrom pathlib import Path\nimport re") == ["os", "pathlib"]
    assert (longer_than("\n" * 401, 400), longer_than("\n" * 400, 400)) == (401, 0)
    assert wide_characters("a" + chr(0xFF08)) == [chr(0xFF08)]
    assert clock_calls("x = date.today()\ny = self.today") == [1]
