"""The rules of the house, so that one command checks everything."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST = 350
TOOLS = Path(sys.executable).parent

# Written in pieces, so that this file does not break its own rules.
PACKAGE_HOSTS = (
    "pypi." + "org",
    "python" + "hosted.org",
    "npmjs." + "org",
    "conda." + "anaconda",
    "deb." + "debian.org",
    "--index" + "-url",
    "--extra-index" + "-url",
    "--find" + "-links",
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|opt)/\w")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
MADE = {"demo", "build", "dist", "__pycache__"}


def ours() -> list[Path]:
    """Every file that is or may become part of the project."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0:
        named = [ROOT / name for name in listing.stdout.split("\0") if name]
        return [path for path in named if path.is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not is_made(path)]


def is_made(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return any(part in MADE or (part.startswith(".") and part != ".ci") for part in parts)


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of every file of ours that is text."""
    for path in ours():
        try:
            yield str(path.relative_to(ROOT)), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def modules() -> Iterator[tuple[str, str]]:
    for name, text in texts():
        if name.endswith(".py") and name.split("/")[0] in {"welfare_app", "tests"}:
            yield name, text


@pytest.mark.parametrize(
    "rule",
    [
        "ruff check --output-format=concise",
        "ruff format --check",
        "mypy",
        "lint-imports --no-cache",
    ],
)
def test_the_code_keeps(rule):
    tool, *words = rule.split()

    run = subprocess.run(
        [TOOLS / tool, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_no_module_is_longer_than_can_be_read_in_one_sitting():
    long = {name: lines for name, text in modules() if (lines := text.count("\n")) > LONGEST}

    assert not long


def test_every_module_says_what_it_is_for():
    silent = [
        name
        for name, text in modules()
        if name.startswith("welfare_app/") and not ast.get_docstring(ast.parse(text))
    ]

    assert not silent


def test_no_file_names_a_package_host():
    naming = [
        (name, host) for name, text in texts() for host in PACKAGE_HOSTS if host in text.lower()
    ]

    assert not naming


def test_no_file_names_a_place_on_somebodys_machine():
    mine = re.compile(rf"(?<![\w.]){re.escape(str(Path.home()))}/\w")

    naming = [
        (name, found.group())
        for name, text in texts()
        if (found := MACHINE_PATHS.search(text) or mine.search(text))
    ]

    assert not naming


def test_nothing_is_left_for_later():
    left = [(name, found.group()) for name, text in texts() if (found := UNFINISHED.search(text))]

    assert not left


def test_every_command_in_the_papers_is_in_the_makefile():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    papers = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]

    named = {
        (paper.name, target)
        for paper in papers
        for target in re.findall(r"(?:^|`)make ([a-z-]+)", paper.read_text("utf-8"), re.MULTILINE)
    }

    assert ("README.md", "demo") in named
    assert [pair for pair in named if pair[1] not in targets] == []


def test_every_file_the_papers_point_at_is_there():
    papers = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]

    missing = [
        (paper.name, link)
        for paper in papers
        for link in re.findall(r"\]\(([^)#:]+)\)", paper.read_text("utf-8"))
        if not (paper.parent / link).exists()
    ]

    assert not missing
