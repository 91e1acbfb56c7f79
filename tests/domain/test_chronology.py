"""The chronology: true order, no made-up dates, and nothing written over."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desks import stopped
from tests.factories import NOON, ROSA, pack
from welfare_app.domain.answers import Answer
from welfare_app.domain.chronology import (
    ChronologyEntry,
    Happening,
    Source,
    chronology,
    of_entries,
    when_words,
)
from welfare_app.domain.chronology_document import (
    chronology_blocks,
    compose_chronology,
    earlier_words,
)
from welfare_app.domain.document import Table
from welfare_app.domain.errors import Refused
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.happenings import of_files, of_pack, of_signs
from welfare_app.domain.pack import Done
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.sign import Known, Sign

TODAY = date(2026, 5, 12)


def happening(when, time="", what="Something", **more):
    day = PartialDate.read(when) if when else None
    return Happening(Source.CALL, what, day, NOON, ROSA, time, **more)


def entry(number=1, **more):
    told = {"what": "A van came", "when": "2026-03", "known": Known.SEEN}
    at = NOON + timedelta(minutes=number)
    return ChronologyEntry(f"entry-{number}", "pack-1", at, ROSA, **(told | more))


def words(happenings):
    return [when_words(one) for one in happenings]


def test_half_known_days_stand_where_they_can_be_and_are_never_made_exact():
    days = ("", "2026-03-02", "2026", "2026-03", "2025-12-31", "2026-03-01")

    assert words(chronology(map(happening, days))) == [
        "31 December 2025",
        "2026, month and day not known",
        "March 2026, day not known",
        "1 March 2026",
        "2 March 2026",
        "Date not known",
    ]


def test_on_one_day_the_hour_decides_and_what_has_none_stands_first():
    told = [("2026-03-02", "14:30"), ("2026-03-02", ""), ("2026-03-02", "06:05")]

    assert words(chronology(happening(*one) for one in told)) == [
        "2 March 2026",
        "2 March 2026, 06:05",
        "2 March 2026, 14:30",
    ]


dates = st.one_of(
    st.just(""),
    st.integers(1990, 2030).map(str),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(lambda day: day.isoformat()[:7]),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.isoformat),
)


@given(st.lists(dates, max_size=12), st.randoms())
def test_the_order_does_not_depend_on_where_things_came_from(days, random):
    parts = [happening(day, record=str(at)) for at, day in enumerate(days)]
    mixed = random.sample(parts, len(parts))
    half = len(mixed) // 2

    assert chronology(mixed[:half], mixed[half:]) == chronology(parts)
    known = [one.when for one in chronology(parts)]
    assert known == sorted(known, key=lambda day: (day is None, day and day.first_day()))


def test_what_happened_is_apart_from_when_it_was_written_down():
    sign = Sign("s", "DEL-CD-DEBT", "i", Known.SAID, NOON, ROSA, "I owe him", when="2026-02")
    (one,) = of_signs([sign], lambda _: "Held by a debt")

    assert (when_words(one), one.written) == ("February 2026, day not known", NOON)
    assert one.what == "Held by a debt: “I owe him”"
    assert when_words(next(of_signs([replace(sign, when="")], lambda _: "x"))) == "Date not known"


def test_a_sign_taken_back_tells_of_nothing():
    sign = Sign("s", "DEL-CD-DEBT", "i", Known.SAID, NOON, ROSA, withdrawn="Not so")

    assert not list(of_signs([sign], lambda _: "Held by a debt"))


def test_words_in_another_language_stay_with_the_sign_where_they_are_shown_in_it():
    sign = Sign("s", "DEL-CD-DEBT", "i", Known.SAID, NOON, ROSA, "قرض", "ar")

    assert next(of_signs([sign], lambda _: "Held by a debt")).what == "Held by a debt"


def test_a_pack_tells_what_began_it_when_it_was_opened_and_what_was_done():
    told = {"noticed-what": Answer("Four in one car"), "noticed-when": Answer("2026-04")}
    later = NOON + timedelta(hours=1)
    done = {"S0": Done(NOON, ROSA), "S1": Done(later, ROSA, "The police were there")}
    found = list(of_pack(pack(answers=told, done=done), {"S0": "Noticed", "S1": "Safe now"}))

    assert [one.what for one in found] == [
        "Four in one car",
        "The incident pack P-0001 was opened",
        "Done: S0 Noticed",
        "Stage passed over: S1 Safe now. The police were there",
    ]
    assert when_words(found[0]) == "April 2026, day not known"
    assert found[3].written == later


def test_a_file_is_told_of_on_the_day_it_is_from_and_the_day_it_came():
    file = Evidence("e", "p", 2, "rota.png", "image/png", 9, "00", NOON, ROSA, "Rota", "2026-03")
    from_then, came = of_files([file])

    assert (from_then.what, when_words(from_then)) == (
        "Exhibit 2: Rota",
        "March 2026, day not known",
    )
    assert came.what == "Exhibit 2 was taken in"
    assert [one.what for one in of_files([replace(file, description="", dated="")])] == [
        "Exhibit 2 was taken in"
    ]


def test_a_correction_stands_in_the_place_of_what_it_corrects_and_keeps_it():
    first = entry()
    second = entry(2, what="Two vans came", corrects=first.id)
    third = entry(3, what="Three vans came", when="2026-03-04", corrects=second.id)

    (one,) = of_entries([first, second, third])
    assert one.what == "Three vans came"
    assert one.corrects.what == "Two vans came"
    assert one.corrects.corrects.what == "A van came"
    (table,) = (block for block in chronology_blocks([one], {}) if isinstance(block, Table))
    assert "“Two vans came” (March 2026, day not known)" in table.rows[0][1].text
    assert "“A van came”" in table.rows[0][1].text


def test_two_corrections_of_one_entry_from_two_laptops_both_stand():
    found = of_entries([entry(), entry(2, corrects="entry-1"), entry(3, corrects="entry-1")])

    assert [one.record for one in found] == ["entry-2", "entry-3"]


def test_an_entry_corrected_a_thousand_times_is_one_line_with_all_it_said():
    entries = [entry(at, corrects=f"entry-{at - 1}" if at else None) for at in range(2_000)]

    (one,) = of_entries(entries)
    assert len(list(earlier_words(one, {}))) == 1_999


def test_entries_that_correct_each_other_in_a_ring_are_not_lost():
    ring = [entry(1, corrects="entry-2"), entry(2, corrects="entry-1")]

    assert {one.record for one in of_entries([*ring, entry(3, corrects="entry-3")])} == {
        "entry-1",
        "entry-2",
        "entry-3",
    }


def test_a_correction_of_an_entry_in_a_ring_comes_to_an_end():
    ring = [entry(1, corrects="entry-2"), entry(2, corrects="entry-1")]

    (one,) = of_entries([*ring, entry(3, corrects="entry-1")])
    assert (one.record, len(list(earlier_words(one, {})))) == ("entry-3", 2)


def test_a_correction_of_what_is_not_here_stands_by_itself():
    assert [one.what for one in of_entries([entry(corrects="entry-9")])] == ["A van came"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"what": "  "}, "no-words"),
        ({"what": "x" * 5_001}, "too-long"),
        ({"when": "2026-02-30"}, "no-day"),
        ({"when": "soon"}, "no-day"),
        ({"when": "2026-05-13"}, "not-yet"),
        ({"when": "2027"}, "not-yet"),
        ({"time": "14:30"}, "no-time"),
        ({"when": "2026-05-01", "time": "25:00"}, "no-time"),
        ({"when": "", "time": "14:30"}, "no-time"),
    ],
)
def test_what_cannot_be_so_is_refused(told, code):
    with stopped(Refused, f"chronology.{code}"):
        entry(**told).keep(TODAY)


def test_today_this_month_and_a_day_nobody_knows_can_be():
    for when in ("2026-05-12", "2026-05", "2026", ""):
        entry(when=when).keep(TODAY)


def test_nothing_of_what_was_said_is_in_how_an_entry_shows_itself():
    assert "van" not in repr(entry())
    assert "van" not in repr(of_entries([entry()]))


def test_an_empty_chronology_says_so():
    document = compose_chronology("P-0001", (), {}, "")

    assert [line.text for line in document.lines()][-1] == "Nothing has been written down."


def test_the_day_is_that_of_the_laptop_however_late_it_is_elsewhere():
    late = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    (opened,) = of_pack(replace(pack(), opened=late), {})
    local = late.astimezone()

    assert (opened.when.day, opened.time) == (local.day, f"{local:%H:%M}")
