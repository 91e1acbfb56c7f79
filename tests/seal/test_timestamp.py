"""A time stamp beside a pack, from a time service made with openssl for the occasion."""

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from tests.commanding import run
from welfare_app.domain.errors import Refused
from welfare_app.seal.timestamp import read_stamp, stamp_request

from .conftest import WORDS, noise, refusing

CONFIG = """
[tsa]
default_tsa = here
[here]
serial = serial
crypto_device = builtin
signer_cert = tsa.crt
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to ask")


class Service:
    """A time service of our own, and a certificate authority above it."""

    def __init__(self, folder, usage="critical,timeStamping"):
        self._folder = folder
        (folder / "tsa.cnf").write_text(CONFIG)
        (folder / "serial").write_text("01\n")
        (folder / "ext").write_text(f"extendedKeyUsage={usage}\nkeyUsage=digitalSignature\n")
        new = "req -newkey rsa:2048 -nodes -sha256"
        self._run(f"{new} -x509 -days 30 -subj /CN=Example-Authority -keyout ca.key -out ca.crt")
        self._run(f"{new} -subj /CN=Example-Time-Service -keyout tsa.key -out tsa.csr")
        self._run(
            "x509 -req -in tsa.csr -CA ca.crt -CAkey ca.key -set_serial 7 -days 20"
            " -extfile ext -out tsa.crt"
        )

    @property
    def authority(self):
        return (self._folder / "ca.crt").read_bytes()

    def answer(self, request):
        (self._folder / "q.tsq").write_bytes(request)
        self._run("ts -reply -config tsa.cnf -section here -queryfile q.tsq -out a.tsr")
        return (self._folder / "a.tsr").read_bytes()

    def _run(self, words):
        subprocess.run(
            ["openssl", *words.split()], cwd=self._folder, check=True, capture_output=True
        )


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    return Service(tmp_path_factory.mktemp("service"))


@pytest.fixture(scope="module")
def answer(service, pack):
    return service.answer(stamp_request(pack))


def test_a_stamp_says_when_by_the_clock_of_the_service(answer, pack):
    stamp = read_stamp(answer, pack)

    assert abs(stamp.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert stamp.service == "Example-Time-Service"
    assert not stamp.trusted


def test_it_is_trusted_only_under_an_authority_that_was_given(
    answer, pack, service, tmp_path_factory
):
    stranger = Service(tmp_path_factory.mktemp("stranger"))

    assert read_stamp(answer, pack, service.authority).trusted
    assert not read_stamp(answer, pack, stranger.authority).trusted
    with refusing(Refused, "stamp.authority"):
        read_stamp(answer, pack, b"not a certificate")


def test_a_stamp_of_another_file_is_refused(answer, pack):
    with refusing(Refused, "stamp.other-file"):
        read_stamp(answer, pack + b"\n")


@pytest.mark.parametrize("junk", [b"", b"\0", b"not an answer", noise(5, 3000)])
def test_what_is_no_answer_is_called_that(pack, junk):
    with refusing(Refused, "stamp.unreadable"):
        read_stamp(junk, pack)


def test_no_changed_byte_of_an_answer_moves_the_time_it_says(answer, pack, service):
    said = read_stamp(answer, pack, service.authority)

    for place in range(0, len(answer), 23):
        changed = answer[:place] + bytes([answer[place] ^ 1]) + answer[place + 1 :]
        try:
            found = read_stamp(changed, pack, service.authority)
        except Refused:
            continue
        assert found.at == said.at or not found.trusted, place


def test_it_is_asked_for_kept_beside_the_pack_and_told_by_verify(service, pack, root, tmp_path):
    for name, data in (("p.pdf", pack), ("root.crt", root), ("words", WORDS.encode())):
        (tmp_path / name).write_bytes(data)
    verify = ("verify", "p.pdf", "--root", "root.crt", "--passphrase-file", "words")
    assert "Time stamp" not in run(*verify, folder=tmp_path).stderr

    asked = run("timestamp", "p.pdf", "--request", "q.tsq", folder=tmp_path)
    assert (asked.returncode, "Nothing was sent" in asked.stderr) == (0, True)
    (tmp_path / "a.tsr").write_bytes(service.answer((tmp_path / "q.tsq").read_bytes()))
    (tmp_path / "ca.crt").write_bytes(service.authority)
    kept = run(
        "timestamp", "p.pdf", "--response", "a.tsr", "--authority", "ca.crt", folder=tmp_path
    )
    assert kept.returncode == 0, kept.stderr
    assert "under the certificate you gave" in kept.stderr
    assert (tmp_path / "p.pdf").read_bytes() == pack

    done = run(*verify, folder=tmp_path)
    assert done.returncode == 0
    told = "Time stamp: Example-Time-Service says that this file was there on"
    assert done.stderr.index("Inside: ") < done.stderr.index(told)
    assert done.stderr.index(told) < done.stderr.index("What this does not prove:")
    answer = json.loads(run(*verify, "--json", folder=tmp_path).stdout)["stamp"]
    assert (answer["service"], answer["trusted"]) == ("Example-Time-Service", False)


def test_an_answer_about_another_file_is_not_kept(service, pack, tmp_path):
    (tmp_path / "p.pdf").write_bytes(pack)
    (tmp_path / "a.tsr").write_bytes(service.answer(stamp_request(b"another")))
    done = run("timestamp", "p.pdf", "--response", "a.tsr", folder=tmp_path)

    assert done.returncode == 2
    assert "of another file" in done.stderr
    assert not (tmp_path / "p.pdf.tsr").exists()


def test_an_answer_that_brings_a_crowd_of_certificates_is_not_followed_through_them(answer, pack):
    from asn1crypto import tsp

    given = tsp.TimeStampResp.load(answer)
    signed = given["time_stamp_token"]["content"]
    signed["certificates"] = [*signed["certificates"], *[signed["certificates"][0]] * 9]
    with refusing(Refused, "stamp.unreadable"):
        read_stamp(given.dump(force=True), pack)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names there")
def test_pipes_beside_a_pack_keep_no_check_waiting(pack, root, tmp_path):
    for name, data in (("p.pdf", pack), ("root.crt", root), ("words", WORDS.encode())):
        (tmp_path / name).write_bytes(data)
    for ending in (".tsr", ".p7s"):
        os.mkfifo(tmp_path / f"p.pdf{ending}")
    verify = ("verify", "p.pdf", "--root", "root.crt", "--passphrase-file", "words")
    done = run(*verify, folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "Beside it" not in done.stderr
