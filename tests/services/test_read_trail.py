"""The trail in words: who did what to which record by its number, and never what was said."""

import hashlib
import json
from dataclasses import replace

import pytest

from tests.desks import ROSA, stopped
from tests.store.test_vault import force
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import PackChecked, StaffAdded
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.trail import Asked
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.give_out_trail import HEAD, MOST_ON_PAGES, Form, file_name
from welfare_app.services.note_reads import As


@pytest.fixture
def told(desk):
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    desk.interviews.answer(talk.id, "first-name", Answer("Quixotic"))
    pack = desk.packs.open(talk.id)
    desk.reads.opened(pack.id, As.PACK)
    return desk


def sentences(desk, **asked):
    numbers = desk.trail.numbers(Asked(**asked))
    return [one.sentence for one in desk.trail.told(numbers)]


def test_each_entry_is_a_plain_sentence_with_a_number(told):
    assert sentences(told) == [
        "Rosa Example opened the incident pack P-0001",
        "Rosa Example opened the incident pack P-0001",
        "Rosa Example wrote an answer in W-0001",
        "Rosa Example began the talk W-0001",
        "Rosa Example gave Rosa Example a way in, as lead",
        "Rosa Example made this vault",
        "Rosa Example made this vault",
    ]


def test_an_entry_knows_where_when_and_of_what_kind(told):
    [one] = told.trail.told(told.trail.numbers(Asked(events=("RecordRead",))))

    assert (one.about, one.kind, one.entry.at) == ("P-0001", "reads", told.shift.now())
    assert one.entry.device
    assert len(bytes.fromhex(one.entry.mac)) == 32


def test_no_sentence_says_what_was_answered(told):
    assert "Quixotic" not in " ".join(sentences(told))
    assert "Rosa" not in repr(told.trail.told((7,)))


def test_a_colleague_is_called_by_name_and_a_stranger_is_not_made_up(told, vault):
    idris = Staff("staff-idris", "Idris Example", Role.AUDITOR)
    with vault.work("recovery") as work:
        work.register.save_staff(idris, because=StaffAdded(idris.id, idris.role))
        work.commit()
    with vault.work("staff-gone") as work:
        work.audit.note(PackChecked("00", "genuine"))
        work.commit()

    assert sentences(told)[:2] == [
        "Someone no longer listed checked a sealed file: genuine",
        "Whoever held the recovery sheet gave Idris Example a way in, as auditor",
    ]
    assert told.trail.people() == ((ROSA.id, ROSA.name), (idris.id, idris.name))


def test_an_event_of_a_later_version_still_reads(told, vault):
    force(vault, "audit", "UPDATE audit SET event = 'Foreseen' WHERE number = 7")

    said = sentences(told)[0]
    assert said == "Rosa Example did something this version has no words for (Foreseen)"


def test_a_record_that_is_gone_is_said_to_be(told, vault):
    vault._connection().execute("PRAGMA foreign_keys = OFF")
    force(vault, "record", "DELETE FROM record WHERE kind = 'pack'")

    assert sentences(told)[0] == (
        "Rosa Example opened the incident pack a record that is no longer here"
    )


def test_the_whole_trail_is_checked(told):
    told.interviews.start(told.definitions.form(INTERVIEW).form)

    assert (told.trail.check().entries, told.trail.check().sound) == (8, True)


# Giving it out


def test_data_holds_every_entry_and_no_answer(told, tmp_path):
    newest = told.trail.numbers(Asked())[0]

    given = told.give_out.save(Asked(), Form.JSON, tmp_path / "entries.json")

    said = json.loads((tmp_path / "entries.json").read_text("utf-8"))
    assert [one["number"] for one in said["entries"]] == [7, 6, 5, 4, 3, 2, 1]
    assert (given.count, newest) == (7, 7)
    assert said["entries"][0]["said"] == "opened the incident pack P-0001"
    assert "Quixotic" not in (tmp_path / "entries.json").read_text("utf-8")


def test_what_leaves_is_written_down_first_with_its_digest(told, tmp_path):
    path = tmp_path / "entries.csv"
    given = told.give_out.save(Asked(record="W-0001"), Form.CSV, path)

    [entry] = told.trail.told(told.trail.numbers(Asked(events=("TrailGiven",))))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == given.digest
    assert entry.entry.facts == {
        "first": 4,
        "last": 6,
        "count": 3,
        "form": "csv",
        "digest": given.digest,
    }
    assert entry.said == "saved 3 entries of this trail as a table"


def test_a_file_that_cannot_be_written_leaves_the_trail_as_it_was(told, tmp_path):
    before = told.trail.numbers(Asked())[0]

    with pytest.raises(Exception, match="disk"):
        told.give_out.save(Asked(), Form.CSV, tmp_path / "gone" / "entries.csv")

    assert told.trail.numbers(Asked())[0] == before


def test_a_table_opens_in_a_spreadsheet_and_runs_nothing(told, vault, tmp_path):
    rogue = Staff("staff-rogue", '=HYPERLINK("x")', Role.CHAMPION)
    with vault.work(rogue.id) as work:
        work.register.save_staff(rogue, because=StaffAdded(rogue.id, rogue.role))
        work.commit()

    told.give_out.save(Asked(by=rogue.id), Form.CSV, tmp_path / "entries.csv")

    lines = (tmp_path / "entries.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == ",".join(HEAD)
    assert "\"'=HYPERLINK(" in lines[1]


def test_pages_can_be_saved_and_printed(told, tmp_path, tools):
    told.give_out.save(Asked(), Form.PDF, tmp_path / "entries.pdf")
    pages = told.give_out.pages(Asked())

    assert (tmp_path / "entries.pdf").read_bytes().startswith(b"%PDF")
    assert tools.page_count(pages) == 1
    assert [one.entry.facts["form"] for one in told.trail.told((9, 8))] == ["paper", "pdf"]


def test_a_page_says_who_did_what_on_which_laptop_and_no_answer(told):
    drawn = []

    class Keeper:
        def render(self, document):
            drawn.append(document)
            return b"%PDF"

    replace(told.give_out, renderer=Keeper()).pages(Asked())

    table = drawn[0].blocks[-1]
    newest = [line.text for line in table.rows[0]]
    assert newest[2:] == ["Rosa Example", "Test laptop", "Opened the incident pack P-0001"]
    assert len(newest) == len(table.head) == len(table.widths)
    assert "Quixotic" not in " ".join(line.text for line in drawn[0].lines())


def test_too_many_for_pages_are_refused_before_anything_is_written(told, tmp_path, monkeypatch):
    monkeypatch.setattr("welfare_app.services.give_out_trail.MOST_ON_PAGES", 3)

    with stopped(Refused, "trail.too-many-pages") as refused:
        told.give_out.save(Asked(), Form.PDF, tmp_path / "entries.pdf")

    assert refused.value.facts == {"count": 7, "most": 3}
    assert MOST_ON_PAGES > 3
    assert not (tmp_path / "entries.pdf").exists()


def test_nothing_is_not_given_out(told, tmp_path):
    with stopped(Refused, "trail.nothing-to-give"):
        told.give_out.save(Asked(record="W-9999"), Form.JSON, tmp_path / "entries.json")


def test_how_far_it_is_can_be_told_and_it_can_be_stopped(told, tmp_path):
    heard = []
    told.give_out.save(Asked(), Form.JSON, tmp_path / "a.json", lambda *at: heard.append(at))
    assert heard == [(0, 7)]

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        told.give_out.save(Asked(), Form.JSON, tmp_path / "b.json", stop)
    assert not (tmp_path / "b.json").exists()


def test_the_file_is_called_after_its_entries_and_nobody():
    assert file_name(4, 7, Form.CSV) == "entries-4-7.csv"
