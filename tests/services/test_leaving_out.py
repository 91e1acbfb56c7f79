"""What is left out of a pack is in no part of it, and the first page says so and why."""

from dataclasses import replace

import pytest

from tests.desks import stopped
from tests.services.test_anonymous_pack import opened
from welfare_app.domain.answers import Answer
from welfare_app.domain.calls import Call
from welfare_app.domain.custody import Deed
from welfare_app.domain.document import Table
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import FieldId, StageId
from welfare_app.domain.leaving_out import LeftOut, Part
from welfare_app.domain.notes import LineKind
from welfare_app.domain.sign import Known
from welfare_app.services.keep_chronology import Told
from welfare_app.services.prepare_referral import FILES_ARE
from welfare_app.services.sample_case import HANDING
from welfare_app.services.take_notes import Heard

CANARIES = {
    Part.EVIDENCE: ("Sootwhistle", "Ottersbeck", "rota"),
    Part.INTERVIEW: ("Thistledown", "Gossamer"),
    Part.SIGNS: ("Larkspurre", "Quixotine"),
    Part.CHRONOLOGY: ("Brindlecote",),
    Part.CALLS: ("Zephyrwald", "Marrowick", "Fernhollow"),
}
"""Words that stand in one part of the case, and in no answer of the referral."""

WHY = "They asked for the referral alone"


@pytest.fixture
def told(case, tmp_path):
    """The sample case with a word of its own in each part that can be left out."""
    desk, pack = case.desk, case.pack
    photo = tmp_path / "Sootwhistle.png"
    photo.write_bytes(case.desk.evidence.bytes_of(desk.evidence.of(pack)[0].id) + b"Sootwhistle")
    file = desk.evidence.keep(pack, photo)
    desk.evidence.describe(file.id, "Ottersbeck from the road", "2026-03")
    desk.notes.keep(case.interview, Heard(LineKind.SAID, "Thistledown told me to wait"))
    desk.interviews.answer(case.interview, FieldId("account"), Answer("In Gossamer Walk"))
    with desk.shift.work() as work:
        sign = work.signs.of(case.interview)[0]
        sign = replace(sign, words="Larkspurre has it", where="Quixotine House", known=Known.SEEN)
        work.signs.save(sign, because=sign.noting())
        work.commit()
    desk.chronology.add(pack, Told("A van came from Brindlecote", "2026-02"))
    now = desk.shift.now()
    desk.packs.call(pack, Call(StageId("S5"), "Zephyrwald", now, True, "Marrowick", "", "Wait"))
    desk.packs.answer(pack, FieldId("council-told"), Answer("Fernhollow was told"))
    return case


def parts_of(pack):
    """Each part of an opened pack as text: pages, what it says of itself, and what is attached."""
    found = opened(pack)
    attached = {name: data.decode("latin-1") for name, data in found.files.items()}
    del attached["referral.pdf"]
    return {"pages": found.text, "about": found.about, "names": "\n".join(found.files), **attached}


def found_in(parts, words):
    return {(where, word) for where, text in parts.items() for word in words if word in text}


def without(*parts):
    return replace(HANDING, left_out=LeftOut(parts, WHY))


def test_all_that_can_be_left_out_is_offered_and_goes_unless_it_is_left_out(told, tmp_path):
    pack = told.desk.seal.seal(told.referral, HANDING, tmp_path / "a.pdf")
    whole = parts_of(pack)

    offers = told.desk.seal.offers(told.referral)
    assert offers.parts == tuple(Part)
    assert [one.exhibit for one in offers.files] == [1, 2]
    assert offers.recordings
    words = [word for canaries in CANARIES.values() for word in canaries]
    assert {word for _, word in found_in(whole, words)} == {*words}
    assert "Left out" not in whole["pages"]


@pytest.mark.parametrize("part", Part)
def test_what_is_left_out_is_in_no_part_of_the_pack(told, tmp_path, part):
    pack = told.desk.seal.seal(told.referral, without(part), tmp_path / "a.pdf")
    parts = parts_of(pack)

    assert found_in(parts, CANARIES[part]) == set()
    assert WHY in " ".join(parts["pages"].split())
    others = [word for one in Part if one is not part for word in CANARIES[one]]
    left = {word for _, word in found_in(parts, others)}
    assert {*others} - left <= {"Brindlecote"} if part is Part.CHRONOLOGY else left == {*others}


def test_one_file_stays_here_while_the_others_go(told, tmp_path):
    """Its name, what it is, its bytes, its day in the chronology, and its line in the form."""
    written = Answer("1 is a rota, 2 shows Ottersbeck from the road")
    told.desk.referrals.answer(told.referral, FILES_ARE, written)
    left = replace(HANDING, left_out=LeftOut((), WHY, (2,)))

    pack = told.desk.seal.seal(told.referral, left, tmp_path / "a.pdf")
    parts = parts_of(pack)

    assert found_in(parts, ("Sootwhistle", "Ottersbeck", "exhibit-2", "Exhibit 2 ")) == set()
    assert f"Exhibit 2, because: {WHY}" in " ".join(parts["pages"].split())
    assert "exhibit-1-rota.png" in parts
    assert "exhibit-1-rota.png" in parts["referral.json"]
    others = [word for one in Part if one is not Part.EVIDENCE for word in CANARIES[one]]
    assert {word for _, word in found_in(parts, others)} == {*others}
    first, second = told.desk.evidence.of(told.pack)
    assert [link.deed for link in first.handled] == [Deed.SEALED]
    assert second.handled == ()
    with told.desk.shift.work() as work:
        assert work.referrals.get(told.referral).sealings[-1].handing == left


def test_a_file_that_stays_here_is_not_counted_in_the_extract_of_the_trail_either(told):
    def counted(handing):
        document = told.desk.seal.document(told.referral, handing)
        [extract] = [
            block
            for block in document.blocks
            if isinstance(block, Table) and block.summary == "Extract of the audit trail"
        ]
        return {row[2].text: row[3].text for row in extract.rows}

    number = "Took a file into P-0001"
    assert counted(HANDING)[number] == "2"
    assert counted(replace(HANDING, left_out=LeftOut((), WHY, (2,))))[number] == "1"
    assert number not in counted(without(Part.EVIDENCE))


def test_leaving_one_file_out_needs_a_reason_too(told, tmp_path):
    without_reason = replace(HANDING, left_out=LeftOut((), " ", (2,)))
    with stopped(Refused, "seal.left-out-without-reason"):
        told.desk.seal.seal(told.referral, without_reason, tmp_path / "a.pdf")


def test_a_pack_of_the_referral_alone_still_holds_every_answer_and_no_file(told, tmp_path):
    pack = told.desk.seal.seal(told.referral, without(*Part), tmp_path / "a.pdf")
    parts = parts_of(pack)

    words = [word for canaries in CANARIES.values() for word in canaries]
    assert found_in(parts, words) == set()
    assert '"pv-dob": "1991-04-17"' in parts["referral.json"]
    assert {*parts} == {"pages", "about", "names", "referral.json", "MANIFEST.json"}
    assert "No sign was noted" not in parts["pages"]
    assert "No file is attached" not in parts["pages"]
    assert "No interview was held" not in parts["pages"]


def test_the_pages_begin_with_on_what_basis_they_are_given(told):
    texts = [line.text for line in told.desk.seal.document(told.referral, without()).lines()]
    at = texts.index("Lawful basis")

    assert texts[at + 1] == "Detecting or preventing crime"
    assert texts[at + 2].startswith("UK GDPR Article 6(1)(ea)")
    assert texts[at + 2].endswith("Checked July 2026.")


def test_no_link_of_custody_says_a_file_left_that_did_not(told, tmp_path):
    told.desk.seal.seal(told.referral, without(Part.EVIDENCE), tmp_path / "a.pdf")

    assert {link.deed for one in told.desk.evidence.of(told.pack) for link in one.handled} == set()


def test_nothing_is_sealed_without_a_basis_or_cut_short_without_a_reason(told, tmp_path):
    seal, path = told.desk.seal, tmp_path / "a.pdf"
    with stopped(Refused, "seal.no-basis"):
        seal.seal(told.referral, replace(HANDING, basis=""), path)
    with stopped(Refused, "seal.no-basis"):
        seal.seal(told.referral, replace(HANDING, basis="consent"), path)
    with stopped(Refused, "seal.left-out-without-reason"):
        seal.seal(told.referral, replace(HANDING, left_out=LeftOut((Part.CALLS,), " ")), path)
    assert not path.exists()


def test_what_was_left_out_and_why_is_there_when_the_vault_is_opened_again(told, tools, tmp_path):
    from tests.conftest import KEY
    from tests.desks import sit_down

    handing = without(Part.SIGNS, Part.CALLS)
    told.desk.seal.seal(told.referral, handing, tmp_path / "a.pdf")
    told.desk.shift.vault.close()

    vault = tools.door.open(tmp_path / "case", KEY)
    [sealing] = sit_down(tools, vault).referrals.get(told.referral).sealings
    vault.close()
    assert sealing.handing == handing
