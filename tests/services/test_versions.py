"""A record is drawn and sealed with the version it was begun on, until someone moves it."""

import json
import re
import shutil

import pytest

from tests.desks import Case, events, opened_copy, stopped
from tests.domain.conftest import RESOURCES
from welfare_app.app.toolbox import toolbox
from welfare_app.content.library import Library
from welfare_app.domain.answers import Answer
from welfare_app.domain.document import Paragraph
from welfare_app.domain.errors import BadContent, Refused
from welfare_app.domain.form_changes import Change, Changed
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.desk import INTERVIEW, REFERRAL
from welfare_app.services.sample_case import HANDING
from welfare_app.services.versions import form_of, stages_of, workflow_of


def rewrite(path, *changes):
    text = path.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def newer(tmp_path_factory):
    """Our content a year on: every form and the stages have a second version, and keep the first.

    The referral asks for a passport, no longer for a nickname, and takes less about family.
    """
    root = tmp_path_factory.mktemp("resources")
    for part in RESOURCES.iterdir():
        if part.name in {"forms", "workflow"}:
            shutil.copytree(part, root / part.name)
        else:
            (root / part.name).symlink_to(part)
    stems = (("forms", REFERRAL, 1), ("forms", "incident-pack", 2), ("forms", INTERVIEW, 2))
    for folder, name, now in (*stems, ("workflow", "incident-pack", 2)):
        for end in (".toml", ".en.toml"):
            shutil.copy(root / folder / f"{name}{end}", root / folder / f"{name}@{now}{end}")
        rewrite(root / folder / f"{name}.toml", (f"version = {now}", f"version = {now + 1}"))
    form, words = (root / "forms" / f"{REFERRAL}{end}" for end in (".toml", ".en.toml"))
    text = form.read_text("utf-8").replace(', "pv-name-nickname"]', "]")
    text = re.sub(r"\n\[field\.pv-name-nickname\]\n(?:[^\[\n].*\n)*", "\n", text)
    text = re.sub(r'\n\[\[summary\.row\]\]\nid = "pv-name-nickname"\n(?:[^\[\n].*\n)*', "\n", text)
    form.write_text(text, "utf-8")
    rewrite(
        form,
        ('fields = ["birthplace", ', 'fields = ["birthplace", "passport", '),
        ("[field.family]\n", '[field.passport]\nkind = "text"\n\n[field.family]\nlimit = 5000\n'),
        ('checked = "2026-04-21"', 'checked = "2027-02-03"'),
    )
    rules = root / "forms" / "prefill.toml"
    text = re.sub(r'\n\[\[copy\]\]\nto = "pv-name-nickname"\n.*\n', "\n", rules.read_text("utf-8"))
    rules.write_text(text, "utf-8")
    said = words.read_text("utf-8")
    said = re.sub(r"\n\[pv-name-nickname\]\n(?:[^\[\n].*\n)*", "\n", said)
    words.write_text(f'{said}\n[passport]\nlabel = "Where is the passport?"\n', "utf-8")
    return root


@pytest.fixture(scope="module")
def newer_tools(newer, still_clock):
    return toolbox(newer, secrets=NoSecrets(), now=still_clock)


@pytest.fixture
def old_case(newer_tools, played, tmp_path):
    """The sample, begun on the first versions, opened by a program that has the second."""
    folder, ids = played
    with opened_copy(newer_tools, folder, tmp_path / "case") as desk:
        yield Case(desk, *ids)


def referral(case):
    return case.desk.referrals.get(case.referral)


def test_the_newest_and_an_older_version_are_each_to_be_had(newer):
    library = Library(newer)

    assert library.form(REFERRAL).form.version == 2
    assert library.form(REFERRAL, version=2) is library.form(REFERRAL)
    old = library.form(REFERRAL, version=1)
    assert (old.form.id, old.form.version) == (REFERRAL, 1)
    assert old.label("pv-name-nickname")
    assert library.check_everything() == ()


def test_a_version_nobody_kept_is_refused_by_name(newer):
    with stopped(BadContent, "content.no-file") as caught:
        Library(newer).form(REFERRAL, version=7)

    assert caught.value.facts["file"] == "forms/nrm-referral@7.toml"


def test_a_file_that_is_not_the_version_it_is_called_is_refused(newer, tmp_path):
    shutil.copytree(newer, tmp_path / "r", symlinks=True)
    rewrite(tmp_path / "r" / "forms" / f"{REFERRAL}@1.toml", ("version = 1", "version = 3"))

    faults = Library(tmp_path / "r").check_everything()
    assert ("forms/nrm-referral@1.toml", "version", "content.wrong-version") in faults


def test_stages_and_their_questions_must_share_a_version(newer, tmp_path):
    shutil.copytree(newer, tmp_path / "r", symlinks=True)
    rewrite(tmp_path / "r" / "workflow" / "incident-pack.toml", ("version = 3", "version = 4"))

    with stopped(BadContent, "content.wrong-version"):
        Library(tmp_path / "r").workflow("incident-pack")


def test_every_record_is_drawn_with_the_version_it_was_begun_on(old_case):
    desk = old_case.desk
    pack = desk.packs.get(old_case.pack)

    assert desk.referrals.form_of(referral(old_case)).form.version == 1
    assert form_of(desk.definitions, desk.interviews.resume(old_case.interview)).form.version == 2
    assert workflow_of(desk.definitions, pack).workflow.version == 2
    assert stages_of(desk.definitions, pack).form.version == 2


def test_what_begins_now_begins_on_the_newest(old_case):
    desk = old_case.desk
    pack = desk.packs.open(None)

    assert pack.workflow_version == 3
    assert desk.referrals.of(pack.id).form_version == 2
    assert desk.interviews.start(desk.definitions.form(INTERVIEW).form).form_version == 3


def test_the_list_of_what_changed_names_each_question(old_case):
    moving = old_case.desk.referrals.newer(referral(old_case))

    assert moving is not None
    assert moving.changes == (
        Changed("passport", Change.NEW),
        Changed("family", Change.LIMIT),
        Changed("pv-name-nickname", Change.GONE),
    )


def test_where_there_is_no_newer_form_there_is_nothing_to_move_to(case):
    assert case.desk.referrals.newer(referral(case)) is None
    with stopped(Refused, "referral.newest-already"):
        case.desk.referrals.move(case.referral)


def test_moving_keeps_every_answer_and_sends_none_that_is_gone(old_case, tmp_path):
    desk = old_case.desk
    desk.referrals.answer(old_case.referral, "pv-name-nickname", Answer("Tes"))
    before = referral(old_case).answers
    desk.referrals.move(old_case.referral)

    assert referral(old_case).form_version == 2
    assert referral(old_case).answers == before
    assert events(desk.shift.vault)[-1] == "ReferralMoved"
    assert desk.referrals.newer(referral(old_case)) is None
    desk.exchange.save(old_case.referral, tmp_path / "out.json")
    whole = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert whole["form_version"] == 2
    assert "pv-name-nickname" not in whole["data"]


def test_it_is_checked_by_its_own_version_before_and_after(old_case):
    desk = old_case.desk
    kept = desk.referrals.answer(old_case.referral, "family", Answer("a" * 6_000))
    assert desk.referrals.missing(kept) == ()

    moved = desk.referrals.move(old_case.referral)
    assert [(one.field, one.code) for one in desk.referrals.missing(moved)] == [
        ("family", "maxlength")
    ]


@pytest.mark.parametrize(("move", "day"), [(False, "21 April 2026"), (True, "3 February 2027")])
def test_the_document_says_which_form_it_follows(old_case, move, day):
    if move:
        old_case.desk.referrals.move(old_case.referral)

    assert old_case.desk.seal.preview(old_case.referral, HANDING).startswith(b"%PDF")
    told = [
        block.text.text
        for block in old_case.desk.seal.document(old_case.referral, HANDING).blocks
        if isinstance(block, Paragraph)
    ]
    assert any(day in text for text in told)
