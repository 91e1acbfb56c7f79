"""What other programs say of our packs: poppler, NSS, MuPDF, qpdf, pyHanko, and PDFBox on Java."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from welfare_app.seal.opening import open_enclosed

from .conftest import WORDS

PYHANKO = Path(sys.executable).with_name("pyhanko")
JARS = Path(os.environ.get("WELFARE_APP_JARS", "/usr/share/java"))
"""Where PDFBox and Bouncy Castle are; by default where Debian puts them."""
NEEDED = ("pdfbox", "fontbox", "commons-logging", "bcprov", "bcpkix", "bcutil", "bcmail")


def needs(*tools):
    missing = [tool for tool in tools if not shutil.which(tool)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def told(*command):
    """What a program prints, once it has ended well."""
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


@pytest.fixture(scope="module")
def folder(pack, root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("opinions")
    (folder / "pack.pdf").write_bytes(pack)
    (folder / "copy.pdf").write_bytes(open_enclosed(pack, WORDS)["referral.pdf"])
    (folder / "root.crt").write_bytes(root)
    return folder


@pytest.fixture(scope="module")
def trust(folder):
    """An NSS store that trusts the organisation's root, as pdfsig wants it."""
    store = folder / "nss"
    store.mkdir()
    told("certutil", "-N", "-d", str(store), "--empty-password")
    told("certutil", "-A", "-d", str(store), "-n", "org", "-t", "CT,C,C", "-i", folder / "root.crt")
    return store


@needs("pdfsig", "certutil")
@pytest.mark.parametrize("name", ["pack.pdf", "copy.pdf"])
def test_poppler_finds_the_whole_document_validly_signed(folder, trust, name):
    words = ["-upw", WORDS] if name == "pack.pdf" else []
    opinion = told("pdfsig", "-nssdir", str(trust), *words, folder / name)

    assert "Signature is Valid" in opinion
    assert "Total document signed" in opinion
    assert "Certificate is Trusted" in opinion
    assert "ETSI.CAdES.detached" in opinion
    assert opinion.count("Signature #") == 1


@needs("qpdf")
def test_qpdf_opens_the_pack_with_the_words_and_finds_no_fault(folder):
    opinion = told("qpdf", "--check", f"--password={WORDS}", folder / "pack.pdf")

    assert "R = 6" in opinion
    assert "AESv3" in opinion
    assert "No syntax or stream encoding errors found" in opinion


@needs("qpdf")
def test_qpdf_does_not_open_the_pack_without_the_words(folder):
    for guess in ("", "plum oven tin cedar mop kite elm"):
        run = subprocess.run(
            ["qpdf", "--check", f"--password={guess}", folder / "pack.pdf"],
            capture_output=True,
            check=False,
        )
        assert run.returncode != 0


@needs("qpdf")
def test_qpdf_opens_the_copy_with_no_password(folder):
    assert "File is not encrypted" in told("qpdf", "--check", folder / "copy.pdf")


@needs("pdfdetach")
def test_a_receiver_can_save_every_file_with_a_common_tool(folder, pack, tmp_path):
    told("pdfdetach", "-saveall", "-upw", WORDS, "-o", str(tmp_path), folder / "pack.pdf")

    saved = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert saved == open_enclosed(pack, WORDS)


@pytest.mark.parametrize("name", ["pack.pdf", "copy.pdf"])
def test_pyhanko_trusts_it_and_finds_it_untouched(folder, name):
    words = ["--password", WORDS] if name == "pack.pdf" else []
    trusting = ["--trust", folder / "root.crt", "--trust-replace"]
    opinion = told(PYHANKO, "sign", "validate", *trusting, *words, folder / name)

    assert "INTACT:TRUSTED,UNTOUCHED" in opinion


@needs("mutool")
@pytest.mark.parametrize("name", ["pack.pdf", "copy.pdf"])
def test_mupdf_finds_the_document_unchanged_since_signing(folder, name):
    words = ["-p", WORDS] if name == "pack.pdf" else []
    opinion = subprocess.run(
        ["mutool", "sign", "-v", *words, folder / name],
        capture_output=True,
        text=True,
        check=False,
    ).stdout

    assert "unchanged since signing" in opinion


@needs("java")
@pytest.mark.parametrize("name", ["pack.pdf", "copy.pdf"])
def test_pdfbox_and_bouncy_castle_find_the_signature_good_under_the_root(folder, name):
    opinion = java_says(folder / name, folder / "root.crt", name == "pack.pdf")

    assert "signatures: 1" in opinion
    assert "whole file covered: true" in opinion
    assert "certificate stands under the root: true" in opinion
    assert "signature holds: true" in opinion


@needs("java")
def test_pdfbox_is_asked_a_question_that_a_changed_pack_fails(folder, pack, tmp_path):
    place = pack.index(b"/Metadata")
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(pack[:place] + b"/metadata" + pack[place + 9 :])

    assert "signature holds: true" not in java_says(changed, folder / "root.crt", locked=True)


def java_says(file, root, locked):
    """What Opinion.java finds of a file; skipped where the jars are not installed."""
    jars = [found for name in NEEDED for found in JARS.glob(f"{name}*.jar")]
    missing = [name for name in NEEDED if not list(JARS.glob(f"{name}*.jar"))]
    if missing:
        pytest.skip(f"no jar of {', '.join(missing)}: see docs/seal.md")
    words = [WORDS] if locked else []
    run = subprocess.run(
        [
            *("java", "-cp", os.pathsep.join(map(str, jars))),
            *(Path(__file__).with_name("Opinion.java"), file, root, *words),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return run.stdout
