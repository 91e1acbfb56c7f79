"""What we build on: pinned, hashed, explained, and under a licence we may ship."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAM, TESTS = "requirements.lock", "requirements-dev.lock"
WE_MAY_SHIP = re.compile(r"\b(?:MIT|BSD|Apache|PSF|PSFL|LGPL|MPL|ISC|zlib|Python Software)")
SAYS_NOTHING = {
    "pyrage": "MIT, read in its own licence file; its crates in its bill of materials",
    "sqlcipher3": "zlib, read in its own licence file",
    "python-dateutil": "Apache-2.0 or BSD-3-Clause, said in its classifiers",
}
NOT_HERE = {"AppKit": ["pyobjc-framework-Cocoa"]}
"""What is installed on another system only, by the module it brings."""


def plain(name: str) -> str:
    """A package's name as the registry compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(listing: str) -> set[str]:
    lines = (ROOT / listing).read_text("utf-8").splitlines()
    names = (re.match(r"[A-Za-z0-9][\w.-]*", line) for line in lines)
    return {plain(name.group()) for name in names if name}


def pinned(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text("utf-8")
    return {plain(n): v for n, v in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)}


def explained() -> set[str]:
    """Every package that has its place in the tables of docs/dependencies.md."""
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    cells = re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
    return {plain(name.strip()) for cell in cells for name in cell.split(",")}


@pytest.mark.parametrize("lock", [PROGRAM, TESTS])
def test_everything_installed_is_pinned_with_its_hash(lock):
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8"))
    packages = [entry for entry in entries if not entry.startswith("#")]

    loose = [
        entry.splitlines()[0]
        for entry in packages
        if not re.match(r"[\w.-]+==\S+", entry) or "--hash=sha256:" not in entry
    ]

    assert len(packages) > len(wanted("requirements.in"))
    assert not loose


def test_the_tests_run_on_the_versions_the_program_ships():
    tests = pinned(TESTS)

    assert {name: tests.get(name) for name in pinned(PROGRAM)} == pinned(PROGRAM)


def test_every_package_asked_for_is_locked():
    assert wanted("requirements.in") <= pinned(PROGRAM).keys()
    assert wanted("requirements-dev.in") <= pinned(TESTS).keys()


def test_everything_the_program_imports_is_asked_for():
    ours = {"welfare_app", *sys.stdlib_module_names}
    sources = (path.read_text("utf-8") for path in (ROOT / "welfare_app").rglob("*.py"))
    imported = {name for source in sources for name in imports(source)} - ours
    carried_by = NOT_HERE | dict(metadata.packages_distributions())

    unasked = {
        name
        for name in imported
        if not wanted("requirements.in") & {plain(each) for each in carried_by.get(name, [])}
    }

    assert imported
    assert not unasked


def imports(source: str) -> Iterator[str]:
    """The outermost name of each module a source imports from elsewhere."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_every_package_that_ships_or_is_asked_for_is_explained():
    known = explained()

    assert pinned(PROGRAM).keys() | wanted("requirements-dev.in") <= known


def test_every_package_that_ships_has_a_licence_that_allows_it():
    installed = {plain(each.name): each for each in metadata.distributions()}
    here = pinned(PROGRAM).keys() & installed.keys()

    doubtful = {
        name: said
        for name in here - SAYS_NOTHING.keys()
        if not WE_MAY_SHIP.search(said := licence(installed[name]))
    }

    assert len(here) > len(wanted("requirements.in"))
    assert not doubtful


def licence(package: metadata.Distribution) -> str:
    about = package.metadata
    classifiers = [line for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return " | ".join([about.get("License-Expression", ""), about.get("License", ""), *classifiers])


def test_every_font_and_icon_has_its_licence_beside_it():
    drawn = [
        path
        for kind in ("fonts", "icons")
        for path in (ROOT / "resources" / kind).rglob("*")
        if path.suffix in {".ttf", ".otf", ".svg"}
    ]

    bare = {str(path.relative_to(ROOT)) for path in drawn if not licensed_beside(path)}

    assert drawn
    assert not bare


def licensed_beside(path: Path) -> bool:
    """Whether a licence in the same folder speaks of this font's maker, or of these icons."""
    maker = "Lucide" if path.suffix == ".svg" else re.match("[A-Z][a-z]+", path.stem).group()
    licences = [*path.parent.glob("LICENSE*"), *path.parent.glob("OFL*")]
    return any(maker in each.name + each.read_text("utf-8") for each in licences)


def test_the_notice_names_every_family_of_fonts():
    notice = (ROOT / "resources" / "NOTICE").read_text("utf-8").replace(" ", "").lower()
    fonts = [path.stem for path in (ROOT / "resources" / "fonts").rglob("*.[ot]tf")]

    families = {re.match(r"[A-Z][a-z]+[A-Z][a-z]+", stem).group().lower() for stem in fonts}

    assert families
    assert [family for family in families if family not in notice] == []
