"""The first page: safety first, whose it is, what to save, and how to be sure."""

from dataclasses import replace

import pytest

from tests.desks import ROSA
from tests.domain.stories import FILES, HANDING, SIGNS, story, talk
from tests.factories import NOON
from welfare_app.domain.answers import Answer
from welfare_app.domain.document import Facts, Notice, PageBreak, Paragraph
from welfare_app.domain.referral_document import compose_referral
from welfare_app.domain.safe_contact import keep_out
from welfare_app.domain.talk_document import held_on, moment

SAFE = ("Who must not know? The driver", "Telephone 0113 496 0101")


def notice(told):
    [found] = [block for block in compose_referral(told).blocks[:3] if isinstance(block, Notice)]
    return [line.text for line in found.lines]


def cover(told):
    first = next(block for block in compose_referral(told).blocks if isinstance(block, Facts))
    return {row.label.text: [line.text for line in row.values] for row in first.rows}


def test_how_to_reach_the_person_safely_stands_first_with_the_day_it_was_agreed(library, sample):
    told = story(library, sample, safe_contact=SAFE, agreed_on="12 March 2026")

    assert notice(told) == [*SAFE, "Agreed on 12 March 2026. Ask us first whether it still holds."]


def test_where_nobody_wrote_down_a_safe_way_it_says_to_ask(library, sample):
    assert "Ask us before you try" in notice(story(library, sample))[0]


@pytest.mark.parametrize(
    ("inside", "who", "lines"),
    [
        ("no", "The night manager", 0),
        ("yes", "The night manager", 2),
        ("not-sure", "The night manager", 2),
        ("not-sure", " ", 1),
    ],
)
def test_that_one_of_us_may_be_part_of_it_is_said_before_anyone_calls(
    library, sample, inside, who, lines
):
    plain = story(library, sample)
    answers = {"inside": Answer(inside), "inside-who": Answer(who)}
    kept_out = keep_out(replace(plain.stages, answers=answers))

    assert len(kept_out) == lines
    assert notice(replace(plain, kept_out=kept_out))[1:] == list(kept_out)
    assert ("To be kept out of it: The night manager" in kept_out) == (lines == 2)


@pytest.mark.parametrize(
    ("answers", "day"), [({"talk_date": "2026-03-12"}, "12 March 2026"), ({}, "12 May 2026")]
)
def test_the_day_is_that_of_the_talk_or_else_of_its_record(library, answers, day):
    held = talk(library, **answers)

    assert held_on(held["talk"], held["interview"].started) == day


def test_the_cover_says_who_it_is_for_who_made_it_and_why(library, sample):
    told = cover(story(library, sample))

    assert told["Case"] == [f"P-0001, sealed {moment(NOON)} by our laptop’s clock"]
    assert told["For"] == [HANDING.recipient, HANDING.organisation]
    assert told["Why"] == [HANDING.purpose]
    assert told["Prepared by"][0] == f"{ROSA.name}, lead, Orchard Example Labour Ltd"


def test_whoever_is_not_meant_is_told_to_stop(library, sample):
    first = next(b for b in compose_referral(story(library, sample)).blocks if type(b) is Facts)
    [meant] = [row for row in first.rows if row.label.text == "For"]

    assert meant.note.text == "If that is not you, read no further and call us"


def test_whoever_has_a_question_sees_two_ways_to_reach_who_prepared_it(library, sample):
    rosa = replace(ROSA, email="rosa@example.org")
    other = replace(ROSA, id="staff-idris", name="Idris Example", phone="0113 496 0001")
    nobody = replace(ROSA, phone="", email="")

    reached = cover(story(library, sample, staff=(other, rosa)))["Prepared by"]
    assert reached[1] == f"Telephone {ROSA.phone}; E-mail rosa@example.org"
    assert len(cover(story(library, sample, staff=(nobody,)))["Prepared by"]) == 1


def test_it_gives_a_second_person_to_ask_who_can_be_reached(library, sample):
    gone = replace(ROSA, id="staff-gone", name="Gone Example", gone=True)
    silent = replace(ROSA, id="staff-silent", name="Silent Example", phone="", email="")
    idris = replace(ROSA, id="staff-idris", name="Idris Example", phone="0113 496 0001")

    told = cover(story(library, sample, staff=(ROSA, gone, silent, idris)))
    assert told["If they are away"] == ["Idris Example; Telephone 0113 496 0001"]
    assert "If they are away" not in cover(story(library, sample))


@pytest.mark.parametrize(
    ("files", "also"),
    [
        ((), ")."),
        (FILES, ") and exhibit-1-rota.png; exhibit-2-van.jpg."),
        (tuple(replace(FILES[0], exhibit=at) for at in range(1, 5)), ") and the 4 evidence files."),
    ],
)
def test_it_names_what_to_upload_and_warns_of_what_stays_locked(library, sample, files, also):
    [told] = cover(story(library, sample, evidence=files))["Files to save"]

    assert told.startswith("referral.pdf (these pages, opened without the words" + also)
    assert "Chrome" in told
    assert told.endswith("still locked.")


def test_it_says_how_to_be_sure_by_telephone_and_what_a_reader_shows_instead(library, sample):
    marks = {"fingerprint": "0a1b" * 16, "laptop_fingerprint": "9f3c" * 16}
    ring, groups, reader = cover(story(library, sample, **marks))["To be sure it is ours"]

    assert ring.startswith("Ring us on a number you had before this file")
    assert groups == " ".join(["0A1B"] * 16)
    assert "begins 9F3C 9F3C 9F3C, and" in reader


@pytest.mark.parametrize(
    ("files", "words"),
    [((), "no evidence files"), (FILES[:1], "evidence: 1 file,"), (FILES, "evidence: 2 files,")],
)
def test_the_page_after_it_says_what_is_inside(library, sample, files, words):
    blocks = compose_referral(story(library, sample, evidence=files, signs=SIGNS)).blocks
    contents = blocks[blocks.index(PageBreak()) + 1]

    assert isinstance(contents, Paragraph)
    assert "signs noticed, and how we know: 3; no interview was held;" in contents.text.text
    assert words in contents.text.text
