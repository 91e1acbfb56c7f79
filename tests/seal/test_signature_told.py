"""What the command says of a second signature beside a pack, to people and to programs."""

import json

import pytest

from tests.commanding import run

from .conftest import WORDS
from .test_second_signature import at, made, provider, pytestmark, signatures, signers

__all__ = ["at", "made", "provider", "pytestmark", "signatures", "signers"]


def verify(folder, *options):
    command = "verify p.pdf --root root.crt --passphrase-file words"
    return run(*command.split(), *options, folder=folder)


def signature_told(folder, *options):
    """What the command ends with for a program that reads it, and what it says of the signature."""
    done = verify(folder, "--json", *options)
    return done.returncode, json.loads(done.stdout)["signature"]


@pytest.fixture
def folder(pack, root, provider, tmp_path):
    """A pack to check, and what to check it with."""
    given = {
        "p.pdf": pack,
        "root.crt": root,
        "words": WORDS.encode(),
        "provider.pem": provider.root,
    }
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_the_command_tells_of_it_and_its_answer_stays(signatures, folder):
    assert "Second signature" not in verify(folder).stderr

    (folder / "p.pdf.p7s").write_bytes(signatures["rsa"])
    done = verify(folder)
    assert done.returncode == 0
    assert "Also signed by Rosa-Example, whose certificate is from Example" in done.stderr
    assert "for you to say" in done.stderr
    done = verify(folder, "--authority", "provider.pem")
    assert "under the certificate you gave" in done.stderr

    (folder / "p.pdf.p7s").rename(folder / "elsewhere")
    done = verify(folder, "--signature", "elsewhere", "--authority", "provider.pem")
    assert "under the certificate you gave" in done.stderr
    (folder / "elsewhere").write_bytes(b"junk")
    done = verify(folder, "--signature", "elsewhere")
    assert (done.returncode, "is not a second signature" in done.stderr) == (0, True)


def test_the_command_tells_of_it_as_a_fact_and_not_as_what_is_not_proved(signatures, folder):
    (folder / "p.pdf.p7s").write_bytes(signatures["rsa"])
    lines = verify(folder).stderr.splitlines()
    [signed] = [at for at, line in enumerate(lines) if line.startswith("  Second signature: Also")]
    assert lines[signed - 1].startswith("  Inside: ")
    assert lines[signed + 1] == "What this does not prove:"


def test_the_command_says_nothing_of_it_beside_a_changed_pack(signatures, folder, pack):
    (folder / "p.pdf.p7s").write_bytes(signatures["rsa"])
    middle = len(pack) // 2
    changed = pack[:middle] + bytes([pack[middle] ^ 1]) + pack[middle + 1 :]
    (folder / "p.pdf").write_bytes(changed)
    done = verify(folder)
    assert (done.returncode, "ignature:" in done.stderr) == (2, False)
    assert signature_told(folder) == (2, None)


def test_beside_a_pack_that_was_not_opened_it_says_nothing_of_what_is_inside(signatures, folder):
    (folder / "p.pdf.p7s").write_bytes(signatures["rsa"])
    (folder / "words").write_text("not the words")
    done = verify(folder)
    assert done.returncode == 3
    assert "clock. It says nothing of what is inside, which was not opened." in done.stderr


def test_the_command_tells_a_program_of_it_too(signatures, folder):
    assert signature_told(folder) == (0, None)
    (folder / "p.pdf.p7s").write_bytes(signatures["rsa"])
    code, told = signature_told(folder, "--authority", "provider.pem")
    assert (code, told["holder"], told["trusted"]) == (0, "Rosa-Example", True)
    gone = signature_told(folder, "--signature", "nothere.p7s")
    assert gone == (0, {"finding": "file.unreadable"})


def test_a_root_to_trust_that_is_no_certificate_is_refused_before_anything_is_checked(folder):
    (folder / "bad.pem").write_bytes(b"junk")
    done = verify(folder, "--authority", "bad.pem")
    assert done.returncode == 3
    assert done.stderr.startswith("What was given as --authority is not a certificate")
    assert "Genuine" not in done.stderr
    done = verify(folder, "--authority", "bad.pem", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["verdict"]) == (3, "cannot-tell")
    assert told["findings"] == ["verify.authority"]
