"""The commands, run as a person would, on the real demonstration.

A few are started as a person starts them; the rest are called where a process would call them.
"""

import json
import shutil

import pytest

from tests.commanding import ROOT, run, start
from welfare_app.app.toolbox import toolbox
from welfare_app.cli import commands
from welfare_app.keys.device_secret import NoSecrets

JOURNEYS = sorted((ROOT / "tests" / "content" / "journeys").glob("*.json"))


def shown(run, folder):
    """The demonstration, and its words in files beside it."""
    done = run("demo", folder)
    assert done.returncode == 0, done.stderr
    record = json.loads((folder / "demo.json").read_text("utf-8"))
    (folder / "pack-words").write_text(record["pack_passphrase"] + "\n", "utf-8")
    (folder / "vault-words").write_text(record["vault_passphrase"] + "\n", "utf-8")
    return folder, record


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return shown(run, tmp_path_factory.mktemp("demo") / "out")


def verify(folder, pack, *more, run=run):
    return run(
        "verify",
        pack,
        "--root",
        folder / "organisation-root.crt",
        "--passphrase-file",
        folder / "pack-words",
        *more,
    )


def test_the_program_itself_leaves_a_sound_vault_and_a_genuine_pack(tmp_path):
    folder, record = shown(start, tmp_path / "out")
    assert record["case"] == "P-0001"
    for name in (record["vault"], record["pack"], record["root"]):
        assert (folder / name).exists()

    done = verify(folder, folder / record["pack"], "--json", run=start)
    report = json.loads(done.stdout)
    assert (done.returncode, report["verdict"]) == (0, "genuine")
    names = {one["name"] for one in report["enclosed"]}
    assert {"referral.pdf", "referral.json", "MANIFEST.json", "exhibit-1-rota.png"} <= names

    words = ("--passphrase-file", folder / "vault-words")
    assert start("vault", "check", folder / "vault", *words).returncode == 0


def test_the_program_itself_answers_with_its_code_and_its_two_streams(tmp_path):
    good, bad = JOURNEYS[0], tmp_path / "bad.json"
    bad.write_bytes(b'{"data": {"\\u001b[31ma": "1"}}')

    told, refused = start("referral", "route", good), start("referral", "check", bad)

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == run("referral", "route", good).stdout
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == run("referral", "check", bad).stderr
    assert "data.\u2026[31ma" in refused.stderr


def test_a_pack_with_one_changed_byte_is_refused_in_a_plain_sentence(demo, tmp_path):
    folder, record = demo
    pack = bytearray((folder / record["pack"]).read_bytes())
    pack[len(pack) // 3] ^= 1
    (tmp_path / "changed.pdf").write_bytes(pack)

    done = verify(folder, tmp_path / "changed.pdf")

    assert done.returncode == 2
    assert done.stderr.startswith("Not genuine. This file is not what")


def test_a_pdf_that_is_not_ours_cannot_be_told(demo, tmp_path):
    folder, _ = demo
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")

    assert verify(folder, tmp_path / "other.pdf").returncode == 3
    done = verify(folder, tmp_path / "nowhere.pdf", "--json")
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (3, "cannot-tell")
    assert done.stderr


def test_its_vault_is_sound_until_someone_touches_it(demo):
    folder, _ = demo
    words = ("--passphrase-file", folder / "vault-words")
    assert run("vault", "check", folder / "vault", *words).returncode == 0

    records = folder / "vault" / "records.db"
    whole = records.read_bytes()
    middle = len(whole) // 2
    records.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])

    done = run("vault", "check", folder / "vault", *words)
    records.write_bytes(whole)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_folder_with_other_things_in_it_is_never_cleared(tmp_path):
    (tmp_path / "mine.txt").write_text("keep me", "utf-8")

    assert run("demo", tmp_path).returncode == 2
    assert (tmp_path / "mine.txt").read_text("utf-8") == "keep me"


def test_a_damaged_vault_is_named_and_rescued(demo, tmp_path):
    folder, record = demo
    vault = shutil.copytree(folder / record["vault"], tmp_path / "vault")
    words = ("--passphrase-file", folder / "vault-words")
    path = vault / "records.db"
    data = bytearray(path.read_bytes())
    data[9 * 4096 + 100] ^= 1
    path.write_bytes(data)

    checked = run("vault", "check", vault, *words)
    assert checked.returncode == 2
    assert "vault.page-damaged: " in checked.stderr
    assert "pages 10" in checked.stderr

    rescued = run("vault", "rescue", vault, *words)
    assert rescued.returncode == 0, rescued.stderr
    assert "whole: interview" in rescued.stderr
    assert run("vault", "check", vault, *words).returncode == 0


def test_a_vault_whose_ways_in_are_gone_is_named(demo, tmp_path):
    folder, record = demo
    vault = shutil.copytree(folder / record["vault"], tmp_path / "vault")
    words = ("--passphrase-file", folder / "vault-words")
    (vault / "slots.json").write_text("{", "utf-8")
    broken = run("vault", "check", vault, *words)
    (vault / "slots.json").unlink()
    missing = run("vault", "check", vault, *words)

    assert (broken.returncode, missing.returncode) == (2, 2)
    assert broken.stderr.startswith("key.slots-damaged: ")
    assert missing.stderr.startswith("key.slots-missing: ")


def test_a_vault_that_is_not_the_demonstrations_own_is_never_cleared(demo, tmp_path):
    folder, record = demo
    shutil.copytree(folder, tmp_path / "out")
    theirs = json.dumps(record | {"vault_passphrase": "words that open nothing here"})
    (tmp_path / "out" / "demo.json").write_text(theirs, "utf-8")

    done = run("demo", tmp_path / "out")

    assert done.returncode == 2
    assert done.stderr.startswith("This folder holds files that are not the sample case.")
    assert (tmp_path / "out" / "vault" / "records.db").read_bytes()


def test_an_earlier_demonstration_is_replaced(demo, tmp_path):
    folder, record = demo
    shutil.copytree(folder, tmp_path / "out")

    assert run("demo", tmp_path / "out").returncode == 0
    again = json.loads((tmp_path / "out" / "demo.json").read_text("utf-8"))
    assert again["vault_passphrase"] != record["vault_passphrase"]


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda path: path.stem)
def test_every_sample_journey_is_judged_as_the_home_office_form_would(journey):
    expected = json.loads(journey.read_text("utf-8"))["expected"]
    way = json.loads(run("referral", "route", journey).stdout)
    checked = run("referral", "check", journey)

    assert way["route"] == expected["route"]
    if "pages" in expected:
        assert way["pages"] == expected["pages"]
        assert way["summary"] == expected["summary"]
    found = [json.loads(line) for line in checked.stdout.splitlines()]
    wrong = [{"field": e["field"], "code": e["rule"]} for e in expected.get("errors", [])]
    assert found == wrong
    assert checked.returncode == (1 if wrong else 0)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"[" * 100_000, "line 1"),
        (b'{"data": {}, "more":\n' + b"[]," * 100_000, "line 2"),
        (b'{"data": {"a": 1}}', "data.a"),
        (b'{"data": {"\x1b[31ma": "1"}}', "line 1, column 12"),
        (b'{"data": {"\\u001b[31ma": "1"}}', "data.\u2026[31ma"),
        (b'{"data": {"reference": 5}}', "data.reference"),
        (b'{"data": {"reference": ["a"]}}', "data.reference"),
        (b'{"data": {"reference": {"gap": "shy", "reason": ""}}}', "data.reference"),
        (b'{"data": {"reference": "a", "reference": "b"}}', "twice: reference"),
        (b'{"data": {"reference": NaN}}', "NaN"),
        (b'{"data": {}, "form_version": ' + b"9" * 5_000 + b"}", "5000 digits"),
        (b'{"data": {"family": "' + b"a" * 10_000_000 + b'"}}', "data.family"),
        (b'{"data": {"family": "\xff"}}', "byte 22"),
        (b'{"data": {}, "reference_date": "soon"}', "reference_date"),
        (b'{"data": {"files": [{"name": "a", "size": true, "mimetype": ""}]}}', "data.files.0"),
        (b"not json", "line 1"),
        (b"", "line 1"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_hostile_file_is_refused_with_the_place(tmp_path, data, place):
    (tmp_path / "bad.json").write_bytes(data)

    done = run("referral", "check", tmp_path / "bad.json")

    assert done.returncode == 2
    assert place in done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr


def test_a_file_of_two_hundred_megabytes_is_refused_unread(tmp_path):
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(200_000_000)

    done = run("referral", "route", tmp_path / "huge.json")

    assert done.returncode == 2
    assert "larger than anything of this kind" in done.stderr


def test_indicators_are_assessed_and_nobody_is_labelled():
    done = run("indicators", "assess", "--profile", "adult_labour", "DEL-DR-PAY", "DEL-DR-HOUSING")

    assert json.loads(done.stdout) == {
        "dimensions": {"deceptive_recruitment": False},
        "pattern": "none",
    }
    assert "victim" not in done.stdout + done.stderr


def test_all_content_reads_well():
    assert commands.run(["content", "check"], lambda: toolbox(secrets=NoSecrets())) == 0


def test_a_vault_is_backed_up_and_the_backup_proved(demo, tmp_path):
    folder, record = demo
    words = ("--passphrase-file", folder / "vault-words")
    made = run("vault", "backup", folder / record["vault"], "--to", tmp_path, *words)
    assert made.returncode == 0, made.stderr
    backup = tmp_path / made.stdout.strip()

    proved = run("vault", "prove", backup, *words)
    assert proved.returncode == 0, proved.stderr
    assert proved.stderr.startswith("Whole: made ")

    content = bytearray((backup / "records.db").read_bytes())
    content[len(content) // 2] ^= 1
    (backup / "records.db").write_bytes(content)
    changed = run("vault", "prove", backup, *words)
    assert changed.returncode == 2
    assert changed.stderr.startswith("This backup is damaged, or it was changed.")


def test_what_is_no_backup_is_said_to_be_none(demo, tmp_path):
    folder, _ = demo
    done = run("vault", "prove", tmp_path, "--passphrase-file", folder / "vault-words")

    assert done.returncode == 2
    assert done.stderr.startswith("This folder is not a backup")


def test_paper_is_printed_without_a_vault_and_says_what_nobody_checked(tmp_path):
    packed = run("paper", "pack", tmp_path / "pack.pdf", "--nation", "wales")
    carded = run("paper", "card", "vi", tmp_path / "card.pdf")

    assert (packed.returncode, carded.returncode) == (0, 0)
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")
    assert "Nobody has checked this translation." in carded.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["card.pdf", "pack.pdf"]


def test_paper_that_cannot_be_made_is_refused_in_words(tmp_path):
    unknown = run("paper", "card", "../pl", tmp_path / "card.pdf")
    nowhere = run("paper", "pack", tmp_path / "gone" / "pack.pdf")

    assert (unknown.returncode, nowhere.returncode) == (2, 2)
    assert unknown.stderr.startswith("There is no card in this language.")
    assert nowhere.stderr.startswith("The file could not be written there.")
    assert not list(tmp_path.iterdir())
