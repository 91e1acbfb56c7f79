"""The page a receiver opens in a browser: small, alone, and of one mind with the program.

That it agrees about every changed, forged and broken file is tested wherever `check` is used.
"""

import re

import pytest

from tests.commanding import run
from welfare_app.content.library import Library
from welfare_app.domain.seal import Attachment, Verdict
from welfare_app.presenters.receivers_page import CODE, receivers_page
from welfare_app.seal.sealer import PdfSealer

from .conftest import NOON, WORDS, contents, drawn_pdf, noise
from .receiver import RESOURCES

SMALL = 64 * 1024
"""Bytes: it can be sent with a letter."""


@pytest.fixture(scope="module")
def library():
    return Library(RESOURCES)


@pytest.fixture
def asked(receiver, root):
    if receiver is None:
        pytest.skip("no node to open the page in")

    def asking(data, words=WORDS, root=root):
        return receiver.asked(data, words, root)

    return asking


def changed(pack):
    return pack[:3000] + bytes([pack[3000] ^ 1]) + pack[3001:]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (bytes, WORDS),
        (bytes, "none of these words are right"),
        (changed, WORDS),
        (lambda pack: pack[:-100], WORDS),
        (lambda _: b"Dear all", WORDS),
    ],
    ids=["genuine", "wrong-words", "changed", "cut-short", "letter"],
)
def test_the_page_says_what_the_command_says_word_for_word(
    asked, pack, root, tmp_path, change, words
):
    names = ("pack.pdf", "root.crt", "words.txt")
    for name, data in zip(names, (change(pack), root, words.encode()), strict=True):
        (tmp_path / name).write_bytes(data)
    said = run(
        *("verify", tmp_path / "pack.pdf", "--root", tmp_path / "root.crt"),
        *("--passphrase-file", tmp_path / "words.txt"),
    ).stderr
    told = asked(change(pack), words)["told"]

    lines = [f"{told['title']}. {told['sentence']}", *told["findings"]]
    lines += [
        f"{label}: {shown}{f' ({note})' if note else ''}" for label, shown, note in told["facts"]
    ]
    lines += ["What this does not prove:"] if told["notProved"] else []
    lines += [*told["notProved"], *(" ".join(pair) for pair in told["toDo"])]
    assert [line.strip() for line in said.splitlines()] == lines


def test_a_report_of_the_page_holds_all_that_ours_does(asked, pack, check):
    ours, theirs = check(pack), asked(pack)["report"]

    assert theirs["sha256"] == ours.sha256
    assert theirs["fingerprint"] == ours.fingerprint
    assert (theirs["organisation"], theirs["device"]) == (ours.organisation, ours.device)
    assert theirs["sealedAt"] == ours.sealed_at.timestamp() * 1000
    assert theirs["case"] == ours.case
    assert [(one["name"], one["size"], one["sha256"]) for one in theirs["enclosed"]] == [
        (one.name, one.size, one.sha256) for one in ours.enclosed
    ]


@pytest.mark.parametrize(
    "wrong",
    [{"verdict": "genuine"}, {"verdict": "cannot-tell"}, {"findings": ["seal.padding"]}],
)
def test_a_page_of_another_mind_would_be_noticed(receiver, root, pack, check, monkeypatch, wrong):
    if receiver is None:
        pytest.skip("no node to open the page in")
    ours, asking = check(changed(pack)), receiver.asked

    def strayed(*question):
        answer = asking(*question)
        return {**answer, "report": {**answer["report"], **wrong}}

    monkeypatch.setattr(receiver, "asked", strayed)
    with pytest.raises(AssertionError):
        receiver.agrees(ours, changed(pack), WORDS, root)


def test_a_pack_of_many_files_in_many_scripts_is_read_whole(check, identity):
    words = ("zażółć", "房東", "ሰላም", "“a”")
    names = [f"{number} {word}.bin" for number in range(12) for word in words]
    evidence = tuple(
        Attachment(name, "image/png", noise(place % 250, 50 + place), "Žymė (a) \\ )")
        for place, name in enumerate(names)
    )
    report = check(PdfSealer().seal(contents(attachments=evidence), identity, WORDS, NOON))

    assert report.verdict is Verdict.GENUINE
    assert len(report.enclosed) == len(names) + 3


def test_the_page_can_reach_nothing_and_nobody(library):
    page = receivers_page(library).decode()

    assert "default-src 'none'" in page
    assert not re.search(r"https?:|src=|href=|fetch\(|XMLHttp|WebSocket|localStorage|cookie", page)
    assert "innerHTML" not in page, "nothing of a file may be taken for markup"
    assert len(page.encode()) < SMALL


def test_every_code_the_page_can_find_has_words(library):
    codes = set(CODE.findall(library.checking_page()))

    assert len(codes) > 20
    assert codes <= library.codes("findings")


def test_a_page_carries_the_root_and_nothing_that_stood_beside_it(library, identity):
    page = receivers_page(library, identity.device_key + identity.root_certificate)

    assert identity.root_certificate.strip() in page
    assert b"PRIVATE KEY" not in page


def test_words_cannot_end_the_script_they_stand_in(library):
    page = receivers_page(library).decode()
    said = page.split('id="said">')[1].split("</script>")[0]

    assert "<" not in said


def test_the_command_saves_a_page_with_the_root_in_it(root, tmp_path):
    (tmp_path / "root.crt").write_bytes(root)
    done = run("verify-page", tmp_path / "check.html", "--root", tmp_path / "root.crt")

    assert done.returncode == 0, done.stderr
    assert root.strip() in (tmp_path / "check.html").read_bytes()


def test_the_command_saves_no_page_for_what_is_no_root(tmp_path):
    (tmp_path / "root.crt").write_bytes(drawn_pdf())
    done = run("verify-page", tmp_path / "check.html", "--root", tmp_path / "root.crt")

    assert done.returncode != 0
    assert "not an organisation’s seal file" in done.stderr
    assert not (tmp_path / "check.html").exists()
