"""The chronology of a real case in a real vault."""

import pytest

from tests.desks import events, stopped
from tests.pdf.reader import folded, structure
from welfare_app.domain.chronology import Source, when_words
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.sign import Known
from welfare_app.services.keep_chronology import Told
from welfare_app.services.sample_case import HANDING

VAN = Told("A blue van fetched two people", "2026-02", known=Known.SEEN)


@pytest.fixture
def kept(case):
    return case.desk.chronology


def by_hand(kept, case):
    found = kept.of(case.pack).happenings
    return [one for one in found if one.source is Source.HAND]


def test_it_is_built_of_the_talk_the_signs_the_stages_and_the_files(kept, case):
    told = kept.of(case.pack)

    assert {one.source for one in told.happenings} == {
        Source.TALK,
        Source.SIGN,
        Source.STAGE,
        Source.FILE,
        Source.CALL,
    }
    days = [one.when.first_day() for one in told.happenings if one.when]
    assert days == sorted(days)
    assert {one.by for one in told.happenings} <= told.names.keys()


def test_an_entry_is_kept_with_its_reason_and_open_screens_hear_of_it(kept, case, heard):
    entry = kept.add(case.pack, VAN)

    (one,) = by_hand(kept, case)
    assert (one.what, when_words(one)) == (VAN.what, "February 2026, day not known")
    assert events(case.desk.shift.vault)[-1] == "ChronologyNoted"
    assert {entry.id, case.pack} <= heard[-1]
    assert case.desk.shift.vault.examine().sound


def test_a_correction_is_a_newer_entry_and_the_older_one_stays(kept, case):
    first = kept.add(case.pack, VAN)
    second = kept.correct(case.pack, first.id, Told("A green van", "2026-02-27", "06:30"))

    (one,) = by_hand(kept, case)
    assert (one.what, one.corrects.what) == ("A green van", VAN.what)
    assert events(case.desk.shift.vault)[-1] == "ChronologyCorrected"
    with case.desk.shift.work() as work:
        assert [one.id for one in work.chronology.of(case.pack)] == [first.id, second.id]


def test_an_entry_is_corrected_once_and_only_in_its_own_pack(kept, case):
    first = kept.add(case.pack, VAN)
    kept.correct(case.pack, first.id, VAN)

    with stopped(Refused, "chronology.corrected-already"):
        kept.correct(case.pack, first.id, VAN)
    other = case.desk.packs.open(None)
    with stopped(Refused, "chronology.unknown"):
        kept.correct(other.id, first.id, VAN)
    assert len(by_hand(kept, case)) == 1


def test_what_is_refused_leaves_nothing_behind(kept, case):
    before = events(case.desk.shift.vault)
    with stopped(Refused, "chronology.not-yet"):
        kept.add(case.pack, Told("A van", "2031"))
    with stopped(Refused, "pack.unknown"):
        kept.add("no-such-pack", VAN)

    assert events(case.desk.shift.vault) == before


def test_a_pack_with_no_talk_has_a_chronology(kept, case):
    told = kept.of(case.desk.packs.open(None).id)

    assert [one.source for one in told.happenings] == [Source.STAGE]


def test_printing_it_is_written_down_before_the_file_is_there(kept, case, tmp_path):
    kept.add(case.pack, VAN)
    kept.save(case.pack, tmp_path / "chronology.pdf")

    text = folded(structure((tmp_path / "chronology.pdf").read_bytes()).text)
    assert VAN.what in text
    assert "February 2026, day not known" in text
    assert events(case.desk.shift.vault)[-1] == "ChronologyGiven"


def test_a_place_that_takes_nothing_leaves_no_file(kept, case, tmp_path):
    with pytest.raises(Unavailable):
        kept.save(case.pack, tmp_path / "gone" / "chronology.pdf")

    assert "ChronologyGiven" not in events(case.desk.shift.vault)


def test_it_stands_in_the_sealed_pack_after_the_answers_and_before_the_signs(kept, case):
    kept.add(case.pack, Told("A \U0001f69c went by", "2026-02"))
    pdf = case.desk.seal.preview(case.referral, HANDING)

    headings = [folded(one.text) for one in structure(pdf).all("H2")]
    at = headings.index("What happened, in order")
    assert headings[at - 1] == "The referral"
    assert headings[at + 1] == "Signs noticed"
    assert "A [U+1F69C] went by" in folded(structure(pdf).text)


def test_an_entry_crosses_and_is_erased_with_its_case(kept, case):
    entry = kept.add(case.pack, VAN)
    with case.desk.shift.work() as work:
        root = work.crossing.root_of(entry.id)
        under = dict(work.archive.under(root))

    assert root == case.interview
    assert under[entry.id] == "chronology"
