"""Each kind of pack, sealed and opened: called what it is, fit for a screen reader, and no more in
it than may go on its way."""

import json
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from tests.desks import stopped
from tests.pdf.checkers import checked
from tests.pdf.reader import folded, structure, unmarked
from tests.services.test_anonymous_pack import clear, opened, refused  # noqa: F401 - a fixture
from tests.services.test_answer_access import access, asked, reply, safe, settle  # noqa: F401
from welfare_app.domain.answers import Answer
from welfare_app.domain.calls import Call
from welfare_app.domain.errors import Refused
from welfare_app.domain.handover import Step
from welfare_app.domain.ids import StageId
from welfare_app.domain.leaving_out import LeftOut, Part
from welfare_app.domain.story import LABOUR
from welfare_app.services.hand_over import ToldStep
from welfare_app.services.keep_chronology import Told
from welfare_app.services.sample_case import HANDING

CANARIES = ("Thornwaite", "Oxlip", "Saltmere", "Wyvernholt", "Pennylark", "Duskwater")
PLAIN = replace(HANDING, purpose="A Duty to Notify report.")


def answered(case, **told):
    for id, value in told.items():
        case.desk.referrals.answer(case.referral, id.replace("_", "-"), Answer(value))


def adult(case):
    """As it is."""


def child(case, age="yes"):
    council = "local-authority-contacted-about-child-local-authority"
    first = case.desk.definitions.lists["local-authorities"][0]
    told = {"name": first, "phone": "0113 496 0111", "email": "council@example.gov.uk"}
    answered(case, pv_under_age=age, **{f"{council}-{id}": said for id, said in told.items()})


def unsure(case):
    child(case, "not-sure")


def anonymous(case):
    answered(case, pv_want_to_submit_nrm="no", authorities_cooperation="no")
    clear(case)


def cooperating(case):
    answered(case, pv_want_to_submit_nrm="no", authorities_cooperation="yes")


def labour(case):
    case.desk.packs.choose(case.pack, "exploited", "Paid late, free to go", "Test Checker")
    case.desk.packs.answer(case.pack, "owed", Answer("412.50 since 2 March"))


ROUTES = {
    "adult-nrm": adult,
    "child-nrm": child,
    "age-unsure-nrm": unsure,
    "adult-dtn-anonymous": anonymous,
    "adult-dtn-cooperating": cooperating,
    LABOUR: labour,
}


def well_shaped(pdf):
    """Nothing loose, headings that are also bookmarks, tables with headers, one language named."""
    tree = structure(pdf)
    headings = tree.all("H1", "H2", "H3", "H4")
    levels = [int(one.tag[1]) for one in headings]
    with pikepdf.open(BytesIO(pdf)) as twin, twin.open_outline() as outline:
        marks = [folded(one.title) for item in outline.root for one in (item, *item.children)]

    assert unmarked(pdf) == []
    assert tree.language == "en"
    assert levels.count(1) == 1 == levels[0]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert marks == [folded(one.text) for one in headings[1:]]
    assert all(table.all("TH") for table in tree.all("Table"))


@pytest.mark.parametrize("route", ROUTES)
def test_each_kind_of_pack_is_called_what_it_is_and_can_be_read_out_loud(case, tmp_path, route):
    ROUTES[route](case)
    pack = opened(case.desk.seal.seal(case.referral, PLAIN, tmp_path / "pack.pdf"))
    manifest = json.loads(pack.files["MANIFEST.json"])
    (tmp_path / "twin.pdf").write_bytes(pack.files["referral.pdf"])

    assert manifest["variant"] == route
    with pikepdf.open(BytesIO(pack.files["referral.pdf"])) as twin, twin.open_metadata() as about:
        assert about["dc:title"] == manifest["title"]
        assert twin.Root.ViewerPreferences.DisplayDocTitle is True
    checked(tmp_path / "twin.pdf")
    well_shaped(pack.files["referral.pdf"])


def test_an_answer_to_whoever_asked_what_is_held_can_be_read_out_loud(access, asked, tmp_path):  # noqa: F811
    safe(access, asked)
    settle(access, asked)
    reply(access, asked, tmp_path / "answer.pdf")

    checked(tmp_path / "answer.pdf")
    well_shaped((tmp_path / "answer.pdf").read_bytes())


def test_a_report_of_pay_holds_what_is_owed_and_no_referral(case, tmp_path):
    labour(case)
    pack = opened(case.desk.seal.seal(case.referral, HANDING, tmp_path / "pack.pdf"))
    data = json.loads(pack.files["referral.json"])

    assert "412.50 since 2 March" in pack.text
    assert data["form"] == "incident-pack"
    assert data["data"]["owed"] == "412.50 since 2 March"
    assert not {"pv-dob", "inside-who", "may-know"} & data["data"].keys()
    assert "types-of-exploitation" not in pack.text
    assert "exhibit-1-rota.png" in pack.files
    [sealing] = case.desk.referrals.get(case.referral).sealings
    assert sealing.handing == HANDING


def test_a_report_of_pay_that_does_not_say_what_is_owed_is_not_sealed(case, tmp_path):
    case.desk.packs.choose(case.pack, "exploited", "Paid late, free to go", "Test Checker")

    with stopped(Refused, "seal.not-ready"):
        case.desk.seal.seal(case.referral, HANDING, tmp_path / "pack.pdf")
    assert not (tmp_path / "pack.pdf").exists()


def test_a_report_that_names_nobody_names_nobody_in_calls_paths_or_trail(refused, tmp_path):  # noqa: F811
    desk, id = refused.desk, refused.referral
    now = desk.shift.now()
    call = Call(
        StageId("S5"), "Thornwaite Desk", now, True, "Oxlip", "Saltmere-1", "Ask Wyvernholt"
    )
    desk.packs.call(refused.pack, call)
    entry = desk.chronology.add(refused.pack, Told("Pennylark came", "2026-02"))
    desk.chronology.correct(refused.pack, entry.id, Told("Duskwater came", "2026-02"))
    desk.packs.choose(refused.pack, "weak", "Wyvernholt said so", "Oxlip")
    desk.packs.choose(refused.pack, "strong", "Wyvernholt said so again", "Oxlip")
    clear(refused)
    first = desk.seal.seal(id, PLAIN, tmp_path / "first.pdf")
    step = ToldStep(first.digest, Step.REFERENCE, words="Thornwaite-77")
    desk.hand_over.write(refused.pack, step)
    pack = opened(desk.seal.seal(id, PLAIN, tmp_path / "second.pdf"))
    parts = (pack.text, pack.about, *pack.files, *map(bytes.decode, texts(pack)))

    assert [name for name in CANARIES if any(name in part for part in parts)] == []
    assert "Who wrote it down, and when" in pack.text
    assert "Wrote down a call at stage S5" in " ".join(pack.text.split())
    assert "W-0001" not in pack.text


def test_nor_does_why_something_is_left_out(refused, tmp_path):  # noqa: F811
    clear(refused)
    why = LeftOut((Part.SIGNS,), "Because of Quixotine")

    with stopped(Refused, "seal.name-in-purpose"):
        refused.desk.seal.seal(refused.referral, replace(PLAIN, left_out=why), tmp_path / "a.pdf")


def texts(pack):
    return [pack.files["referral.json"], pack.files["MANIFEST.json"]]
