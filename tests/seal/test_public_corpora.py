"""PDFs that other projects keep to break readers with: none may stop a check, or fool it.

The files are not ours to pass on, so the long form is told where they are:
`WELFARE_APP_CORPORA=folder[:folder]`, see docs/seal.md.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from welfare_app.domain.seal import Verdict
from welfare_app.seal.checker import PdfSealChecker

from .conftest import WORDS

FOLDERS = os.environ.get("WELFARE_APP_CORPORA", "")
GUESSES = ("", "secret", "ownersecret", "usersecret", "openpassword", "permissionpassword", WORDS)
"""The words those projects lock their files with, among others."""
CERTIFICATE = b"-----BEGIN CERTIFICATE-----"
PATIENCE = 10
"""Seconds for one file and all guesses."""

pytestmark = pytest.mark.skipif(not FOLDERS, reason="no corpora: see docs/seal.md")


@pytest.fixture(scope="module")
def corpora():
    found = [path for name in FOLDERS.split(os.pathsep) for path in Path(name).rglob("*.pdf")]
    assert found, "there is no PDF in those folders"
    return sorted(found)


@pytest.fixture(scope="module")
def strangers():
    """The roots those projects sign under, and every other certificate among their files."""
    folders = [Path(name) for name in FOLDERS.split(os.pathsep)]
    certificates = [found for folder in folders for found in folder.rglob("*.pem")]
    return sorted({data for found in certificates if CERTIFICATE in (data := found.read_bytes())})


def test_no_file_of_theirs_is_genuine_or_too_much(corpora, root, strangers):
    fooled, slow, told = [], [], {}
    for path in corpora:
        data, began = path.read_bytes(), time.perf_counter()
        for trusted in (root, *strangers):
            for words in GUESSES if trusted is root else ("",):
                report = PdfSealChecker().check(data, words, trusted)
                told[report.findings] = told.get(report.findings, 0) + 1
                if report.verdict is Verdict.GENUINE or not report.findings:
                    fooled.append(path.name)
        if time.perf_counter() - began > PATIENCE:
            slow.append((path.name, time.perf_counter() - began))

    assert not fooled
    assert not slow
    print(len(corpora), "files,", sum(told.values()), "checks:", told)  # noqa: T201


def test_the_page_is_not_fooled_by_any_of_them_either(corpora, root, receiver):
    if receiver is None:
        pytest.skip("no node to open the page in")
    for path in corpora:
        data, began = path.read_bytes(), time.perf_counter()
        receiver.agrees(PdfSealChecker().check(data, "", root), data, "", root)
        assert time.perf_counter() - began < PATIENCE, path.name


def test_a_broken_end_of_any_of_them_is_no_worse(corpora, root):
    """Half of each file, each with its last bytes gone, and each behind a trace of a seal."""
    for path in corpora:
        data = path.read_bytes()
        for worse in (
            data[: len(data) // 2],
            data[:-20],
            data + b"\n%/DocMDP /ByteRange [0 1 2 3]",
        ):
            assert PdfSealChecker().check(worse, "", root).verdict is not Verdict.GENUINE


def test_the_command_answers_every_file_of_theirs(corpora, root, tmp_path):
    """A process of its own for a sample of them: nothing but 2 or 3, and no traceback."""
    (tmp_path / "root.crt").write_bytes(root)
    (tmp_path / "words.txt").write_text(WORDS, encoding="utf-8")
    for path in corpora[:: max(1, len(corpora) // 12)]:
        run = subprocess.run(
            [
                *(sys.executable, "-m", "welfare_app", "verify", path),
                *("--root", tmp_path / "root.crt", "--passphrase-file", tmp_path / "words.txt"),
            ],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert run.returncode in {2, 3}, path.name
        assert "Traceback" not in run.stderr
