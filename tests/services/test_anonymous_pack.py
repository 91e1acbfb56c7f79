"""A pack that names nobody names nobody: looked for in every part of the opened file."""

import json
from dataclasses import dataclass, replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.conftest import KEY
from tests.desks import events, sit_down, stopped
from welfare_app.domain.answers import Address, Answer
from welfare_app.domain.errors import Refused
from welfare_app.services.sample_case import HANDING

CANARIES = {
    "first-name": "Quixotine",
    "last-name": "Zephyrwald",
    "known-as": "Birdlark",
    "date-of-birth": "1987-11-23",
    "safe-phone": "0114 496 0777",
    "safe-email": "quill@example.net",
    "safe-address": Address("77 Gossamer Walk", "Ottersbeck", "", "LS99 9ZZ"),
    "must-not-know": "Marrowick, his landlord",
    "account": "Thistledown told me to wait",
}
SENT_NOWHERE = (
    *("Quixotine", "Zephyrwald", "Birdlark", "1987", "November", "0777", "quill@", "Gossamer"),
    *("Ottersbeck", "9ZZ", "Marrowick", "Thistledown", "Fernhollow", "Brindlecote", "Larkspurre"),
    *("rota", "Night rota", "Sootwhistle"),
)
PLAIN = {
    "what-were-they-required-to-do": "Packed vegetables on nights, with no pause.",
    "modern-slavery-indicators-details": "Wages of five workers were paid into one account.",
    "living-conditions": "Nine men in a house with three bedrooms.",
    "details-last-contact": "Two voice calls from an unknown number.",
    "birthplace": "Romania",
}


@dataclass
class Opened:
    """An opened pack: its text, what is attached, and everything it says of itself."""

    text: str
    files: dict[str, bytes]
    about: str


def opened(pack):
    reader = PdfReader(pack.path, password=pack.words.text)
    files = {name: data[0] for name, data in reader.attachments.items()}
    inner = PdfReader(BytesIO(files["referral.pdf"]))
    return Opened(
        "\n".join(page.extract_text() for one in (reader, inner) for page in one.pages),
        files,
        "\n".join(
            f"{one.metadata} {one.xmp_metadata and one.xmp_metadata.rdf_root.toxml()}"
            for one in (reader, inner)
        ),
    )


@pytest.fixture
def refused(case):
    """Someone who will not be named, with a name in every place that is not for sending."""
    desk = case.desk
    for id, value in CANARIES.items():
        desk.interviews.answer(case.interview, id, Answer(value))
    for id, value in (
        ("pv-name-first-name", "Quixotine"),
        ("pv-name-last-name", "Zephyrwald"),
        ("pv-name-nickname", "Birdlark"),
        ("pv-dob", "1987-11-23"),
        ("pv-contact-details-email-input", "quill@example.net"),
        ("pv-want-to-submit-nrm", "no"),
        ("authorities-cooperation", "no"),
        *PLAIN.items(),
    ):
        desk.referrals.answer(case.referral, id, Answer(value))
    desk.packs.answer(case.pack, "safe-contact", Answer("Fernhollow knows him"))
    with desk.shift.work() as work:
        pack = work.packs.get(case.pack)
        pack, skipped = pack.skip("S7", "Brindlecote asked us to", desk.shift.now(), "staff-rosa")
        work.packs.save(pack, because=skipped)
        sign = work.signs.of(case.interview)[0]
        sign = replace(sign, words="Larkspurre has it", where="At Sootwhistle House")
        work.signs.save(sign, because=sign.noting())
        work.commit()
    return case


def clear(case):
    """Say of everything still listed that it is not the person."""
    referral = case.desk.referrals.get(case.referral)
    for trace in case.desk.referrals.standing(referral).traces:
        case.desk.referrals.confirm(case.referral, trace)


def test_what_could_say_who_it_is_stops_the_seal_until_a_person_has_looked(refused, tmp_path):
    case = refused
    case.desk.referrals.answer(
        case.referral, "family", Answer("Quixotine, born 23/11/87, 0114-4960777, of Ottersbeck")
    )
    clear(case)
    case.desk.referrals.answer(
        case.referral, "family", Answer("Zephyrwald, born 23/11/87, of Ottersbeck")
    )
    referral = case.desk.referrals.get(case.referral)
    left = case.desk.referrals.standing(referral).traces
    assert [(one.field, one.kind, one.found) for one in left] == [
        ("family", "name", "Zephyrwald"),
    ]

    with stopped(Refused, "seal.names-in-it") as caught:
        case.desk.seal.seal(case.referral, HANDING, tmp_path / "a.pdf")
    assert caught.value.facts == {"count": 1}
    assert events(case.desk.shift.vault)[-1] != "ReferralSealed"


def test_a_persons_word_is_kept_with_the_referral_and_names_no_answer(refused, tools, tmp_path):
    case = refused
    case.desk.referrals.answer(case.referral, "family", Answer("A birdlark sang"))
    clear(case)
    assert events(case.desk.shift.vault)[-1] == "ReferralTraceConfirmed"
    case.desk.shift.vault.close()

    vault = tools.door.open(tmp_path / "case", KEY)
    desk = sit_down(tools, vault)
    kept = desk.referrals.get(case.referral)
    assert len(kept.confirmed) == 1
    assert desk.referrals.standing(kept).traces == ()
    vault.close()


def test_no_part_of_the_opened_pack_says_who_it_is(refused, tmp_path):
    clear(refused)
    purpose = replace(HANDING, purpose="A Duty to Notify report.")
    pack = opened(refused.desk.seal.seal(refused.referral, purpose, tmp_path / "P-0001.pdf"))
    everything = {
        "text": pack.text,
        "about": pack.about,
        "names": "\n".join(pack.files),
        "answers": pack.files["referral.json"].decode(),
        "manifest": pack.files["MANIFEST.json"].decode(),
    }

    assert set(pack.files) == {"referral.pdf", "referral.json", "MANIFEST.json"}
    assert "Wages of five workers" in pack.text
    assert "Signs noticed" in pack.text
    found = [
        (where, word)
        for where, text in everything.items()
        for word in SENT_NOWHERE
        if word.lower() in text.lower()
    ]
    assert found == []
    data = json.loads(pack.files["referral.json"])
    assert data["data"]["files"] == []
    assert not {"pv-name-first-name", "pv-dob", "safe-phone"} & data["data"].keys()


def test_why_it_is_handed_over_names_nobody_either(refused, tmp_path):
    clear(refused)
    with stopped(Refused, "seal.name-in-purpose"):
        refused.desk.seal.seal(
            refused.referral, replace(HANDING, purpose="For quixotine."), tmp_path / "a.pdf"
        )


def test_who_will_help_is_sent_by_name_but_without_the_talk_or_the_files(refused, tmp_path):
    desk = refused.desk
    desk.referrals.answer(refused.referral, "authorities-cooperation", Answer("yes"))
    pack = opened(desk.seal.seal(refused.referral, HANDING, tmp_path / "P-0001.pdf"))

    assert "Quixotine" in pack.text
    assert "Larkspurre has it" in pack.text
    for word in ("Thistledown", "Fernhollow", "Marrowick", "1987", "0777", "rota"):
        assert word not in pack.text + "".join(pack.files), word
    assert set(pack.files) == {"referral.pdf", "referral.json", "MANIFEST.json"}


def test_an_adult_who_agreed_but_was_not_told_every_point_is_not_sealed(case, tmp_path):
    case.desk.interviews.answer(case.interview, "points", Answer(("scheme",)))
    case.desk.packs.answer(case.pack, "consent-points", Answer(("scheme", "law")))

    with stopped(Refused, "seal.points-not-explained") as caught:
        case.desk.seal.seal(case.referral, HANDING, tmp_path / "a.pdf")
    assert caught.value.facts == {"count": 6}
