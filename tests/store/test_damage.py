"""One page after another is broken: it is found each time, and hides nothing but itself."""

import os
import random

import pytest

from tests.conftest import KEY
from tests.desks import stopped
from tests.factories import ROSA, interview
from tests.store import breaking
from tests.store.breaking import PAGE, copy, flip, look, owners, page_count, put_page, read_page
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Tampered, Unavailable
from welfare_app.domain.events import InterviewStarted
from welfare_app.domain.ids import FieldId
from welfare_app.store.cells import cells
from welfare_app.store.pages import Pages

TORTURE = "WELFARE_APP_TORTURE" in os.environ
LONG = 14_000
"""Characters of an answer that runs on over several pages."""
HOW_MANY, LENGTH = (1_200, LONG) if TORTURE else (120, 600)
PUT_BACK = 500 if TORTURE else 40
PARTS = 8 if TORTURE else 2
"""So that as many workers can share the pages of one vault."""

FORK = 7
"""Pages of trees begin with a kind: 2 and 5 are forks, 10 and 13 leaves."""

WORST = 12
"""Interviews that begin on one page of the table of versions, or run over it."""


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A closed vault of some 95 pages, or of over 5,000 in the long form; never itself broken."""
    return breaking.make(tmp_path_factory.mktemp("damage") / "vault", HOW_MANY, LENGTH)


@pytest.fixture(scope="session")
def later(made, tmp_path_factory):
    """The same vault another day, with answers added."""
    folder = copy(made, tmp_path_factory.mktemp("later") / "vault")
    breaking.add_answers(folder, range(1, HOW_MANY, max(3, HOW_MANY // 600)))
    return folder


@pytest.fixture
def broken(made, tmp_path):
    """A copy to break."""
    return copy(made, tmp_path / "broken")


def leaf_of(folder, table):
    """A page at the end of some branch of a tree."""
    named = [number for number, name in owners(folder).items() if name == table]
    pages = Pages(folder / "records.db", KEY)
    return next(at for at in named if pages.plain(at)[0] in {0x0A, 0x0D})


def root_of(folder, table):
    return next(number for number, name in owners(folder).items() if name == table)


def leading_to_others(folder):
    """The pages others are not found without: forks of trees, and what runs over from them."""
    pages, found = Pages(folder / "records.db", KEY), set()

    def asked(number):
        found.add(number)
        return pages.plain(number)

    for at in owners(folder):
        page = asked(at)
        if page is None or page[0] > FORK:
            found.discard(at)
        else:
            list(cells(at, page, asked))
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_one_byte_flipped_in_any_page_is_found_and_the_rest_is_readable(made, broken, part):
    path, rng = broken / "records.db", random.Random(part)  # noqa: S311 - it only chooses a byte
    inner = leading_to_others(broken)
    for number in range(1 + part, page_count(made) + 1, PARTS):
        before = read_page(path, number)
        flip(path, (number - 1) * PAGE + rng.randrange(PAGE), rng.randrange(1, 256))

        seen = look(broken)

        put_page(path, number, before)
        if number == 1:
            assert (seen.refused, seen.faults) == ("vault.damaged", ("vault.header-damaged",))
            continue
        if owners(made).get(number) == "sqlite_schema":  # what there is cannot be known: rescue it
            assert (seen.refused, seen.faults) == ("vault.damaged", ("vault.page-damaged",))
            continue
        assert (number, seen.refused, seen.faults) == (number, "", ("vault.page-damaged",))
        assert seen.interviews + seen.unreadable == HOW_MANY, number
        assert seen.unreadable <= WORST or number in inner, number
    assert look(broken).faults == ()


def test_any_page_put_back_to_an_older_one_is_found(made, later, tmp_path):
    put_back = copy(later, tmp_path / "broken")
    path, tried = put_back / "records.db", 0
    for number in range(1, page_count(made) + 1):
        old, new = read_page(made / "records.db", number), read_page(path, number)
        if old == new or tried == PUT_BACK:
            continue
        tried += 1
        put_page(path, number, old)
        seen, refused = breaking.tried(Tampered, lambda: look(put_back))
        assert refused == "audit.cut-short" or seen.faults, number
        put_page(path, number, new)
    assert tried > 30
    assert look(put_back).faults == ()


def test_damage_is_told_with_the_pages_and_the_records_it_touches(broken):
    number = breaking.page_of_interview(broken, 50)
    flip(broken / "records.db", (number - 1) * PAGE + 100)

    found = breaking.new_rescuer().look_over(broken, KEY)

    [fault] = found.found
    assert (fault.code, fault.pages) == ("vault.page-damaged", (number,))
    assert 0 < len(fault.records) == found.unreadable <= WORST
    assert found.readable + found.unreadable == look_whole(broken)


def look_whole(_folder):
    """Every record there is: interviews, packs, photographs, the organisation and Rosa."""
    return HOW_MANY + 2 * (HOW_MANY // 10) + 2


def test_an_unreadable_record_says_so_itself_and_its_neighbours_open(broken):
    flip(broken / "records.db", (breaking.page_of_interview(broken, 50) - 1) * PAGE + 100)
    vault = breaking.new_door().open(broken, KEY)
    with vault.work(ROSA) as work:
        read = {one.id for one in work.interviews.all()}
        lost = next(n for n in range(1, HOW_MANY) if f"interview-{n}" not in read)
        with stopped(Unavailable, "record.unreadable"):
            work.interviews.get(f"interview-{lost}")
        for id in read:
            assert work.interviews.get(id).answers
    vault.close()


@pytest.mark.parametrize("table", ["record", "record_by_kind", "record_by_parent"])
@pytest.mark.parametrize("where", [leaf_of, root_of])
def test_where_an_index_or_its_table_is_bad_the_other_is_read(broken, table, where):
    flip(broken / "records.db", (where(broken, table) - 1) * PAGE + 50)

    vault = breaking.new_door().open(broken, KEY)
    with vault.work(ROSA) as work:
        assert len(work.interviews.all()) == HOW_MANY
        assert work.interviews.next_number() == f"W-{HOW_MANY + 1:04}"
        assert [one.id for one in work.packs.of("interview-10")] == ["pack-10"]
        assert [one.id for one in work.evidence.of("pack-10")] == ["photo-10"]
    vault.close()


def answer(vault, number, text="told later"):
    with vault.work(ROSA) as work:
        one, because = work.interviews.get(f"interview-{number}").record(
            FieldId("more"), Answer(text)
        )
        work.interviews.save(one, because=because)
        work.commit()


def test_a_record_on_sound_pages_can_still_be_written_to_and_the_trail_goes_on(broken):
    flip(broken / "records.db", (leaf_of(broken, "record_by_parent") - 1) * PAGE + 50)
    vault = breaking.new_door().open(broken, KEY)
    with vault.work(ROSA) as work:
        work.interviews.all()

    answer(vault, 7)

    vault._memory.records.clear()
    with vault.work(ROSA) as work:
        assert work.interviews.get("interview-7").answers["more"].value == "told later"
    vault.close()
    assert look(broken).faults == ("vault.page-damaged",)


def test_a_write_that_needs_a_bad_page_is_refused_whole(broken):
    newest = max(at for at, name in owners(broken).items() if name == "audit")
    flip(broken / "records.db", (newest - 1) * PAGE + 50)
    vault = breaking.new_door().open(broken, KEY)

    with stopped(Unavailable, "vault.damaged"):
        answer(vault, 7)

    with vault.work(ROSA) as work:
        assert "more" not in work.interviews.get("interview-7").answers
        assert len(work.interviews.all()) == HOW_MANY
    vault.close()


def test_no_number_is_given_twice_where_it_cannot_be_known_how_many_there_are(broken):
    for table in ("record", "record_by_kind", "version"):
        flip(broken / "records.db", (root_of(broken, table) - 1) * PAGE + 50)
    vault = breaking.new_door().open(broken, KEY)

    with vault.work(ROSA) as work:
        with stopped(Unavailable, "vault.damaged"):
            work.interviews.next_number()
        assert work.interviews.unreadable() > 0
    vault.close()


def test_a_photograph_on_a_bad_page_is_never_handed_on_in_part(broken):
    pages, known = Pages(broken / "records.db", KEY), owners(broken)
    at = next(
        at
        for at in range(2, page_count(broken))
        if at not in known and pages.plain(at)[200:300] in breaking.PHOTO
    )
    flip(broken / "records.db", (at - 1) * PAGE + 50)
    vault = breaking.new_door().open(broken, KEY)
    found = []
    for number in range(10, HOW_MANY + 1, 10):
        with vault.work(ROSA) as work:
            reading = work.evidence.read(f"photo-{number}")
            data, refused = breaking.tried(Unavailable, lambda reading=reading: b"".join(reading))
        found.append(refused)
        assert data in {breaking.PHOTO, None}
    vault.close()
    assert sorted(found) == [""] * (HOW_MANY // 10 - 1) + ["evidence.damaged"]


def test_a_draft_on_a_bad_page_keeps_nobody_from_the_talk(broken):
    flip(broken / "records.db", (leaf_of(broken, "draft") - 1) * PAGE + 50)
    vault = breaking.new_door().open(broken, KEY)

    with vault.work(ROSA) as work:
        assert work.drafts.of("interview-1") == ""
        assert work.interviews.get("interview-1").answers
    vault.close()


def test_views_on_a_bad_page_keep_nobody_from_the_cases(broken):
    flip(broken / "records.db", (leaf_of(broken, "kept_view") - 1) * PAGE + 50)
    vault = breaking.new_door().open(broken, KEY)

    with vault.work(ROSA) as work:
        assert work.views.of(ROSA) == ()
        assert work.interviews.get("interview-1").answers
    vault.close()


def test_a_new_talk_is_begun_beside_damage(broken):
    flip(broken / "records.db", (breaking.page_of_interview(broken, 50) - 1) * PAGE + 100)
    vault = breaking.new_door().open(broken, KEY)
    with vault.work(ROSA) as work:
        assert len(work.interviews.all()) < HOW_MANY
    one = interview(99_999, how="by van")
    with vault.work(ROSA) as work:
        work.interviews.save(one, because=InterviewStarted(one.id, one.form, 1))
        work.commit()
    vault._memory.records.clear()

    with vault.work(ROSA) as work:
        assert work.interviews.get(one.id) == one
    vault.close()


def test_a_long_answer_on_a_bad_page_hides_no_other_record(tmp_path):
    """A search compares the row it looks for with others, and reads those to their end."""
    few = 150
    long = breaking.make(tmp_path / "long", few, LONG)
    path, tree, inner = long / "records.db", owners(long), leading_to_others(long)
    beyond = [at for at in range(1, page_count(long) + 1) if at not in tree]
    assert len(beyond) > few
    hidden = 0
    for number in beyond[:: len(beyond) // 40]:
        before = read_page(path, number)
        flip(path, (number - 1) * PAGE + 22)
        seen = look(long)
        put_page(path, number, before)
        assert seen.interviews + seen.unreadable == few, number
        assert seen.unreadable <= 1 or number in inner, number
        hidden += seen.unreadable
    assert hidden > 20
