"""Sealing, step by step: who it is for, a look through, the seal, the words read out once."""

from dataclasses import replace

import pytest

from tests.desks import ROSA, WORDS, Screens, opened_copy, quick_keys
from tests.providers import PASSWORD, provider_file
from tests.services.disposing import IDRIS, THEIR_WORDS, second_at
from tests.services.test_second_signature import taken_in
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.referral import Handing
from welfare_app.presenters.places import AtPack, AtReferral
from welfare_app.presenters.seal import SealPresenter, SecondSaid
from welfare_app.services.sample_case import HANDING
from welfare_app.services.second_person import SecondPerson


@pytest.fixture(scope="module")
def drawn(tools, played, tmp_path_factory):
    """The pages of the sample, drawn once for every test here."""
    folder, (_, _, referral) = played
    with opened_copy(tools, folder, tmp_path_factory.mktemp("drawn") / "vault") as desk:
        return desk.seal.preview(referral, HANDING)


@pytest.fixture
def opened(case, tools, drawn, now, went, tmp_path):
    class Drawn:
        def render(self, _document):
            return drawn

    alone = quick_keys(tmp_path / "alone")
    alone.create(ROSA, WORDS)

    def at(jobs=now, second=None, **tool):
        view = Screens()
        presenter = SealPresenter(
            view,
            case.referral,
            case.desk.referrals,
            case.desk.evidence,
            replace(case.desk.seal, renderer=Drawn(), **tool),
            tools.page_count,
            case.desk.definitions,
            jobs,
            went.append,
            case.desk.reach,
            second or SecondPerson(case.desk.shift, lambda: alone),
        )
        presenter.begin()
        return presenter, view

    return at


class FullDisk:
    """A disk with no room left."""

    def write_whole(self, _path, _data, before_rename):
        raise Unavailable("disk.full")


class NoWork:
    """A sealer that seals nothing, where a test is not about the seal."""

    def seal(self, *_):
        return b"%PDF sealed"


def states(view):
    return [step.state for step in view.now.rail.groups[0].steps]


def test_a_referral_with_something_missing_is_not_sealed_but_finished_first(opened, case, went):
    case.desk.referrals.answer(case.referral, "birthplace", Answer(""))
    _, view = opened()

    assert went == [AtReferral(case.pack)]
    assert view == []


def test_it_begins_by_asking_who_it_is_for(opened):
    _, view = opened()

    assert (view.now.step, view.now.where) == ("who", "Pack P-0001")
    assert view.now.file_name == "P-0001-sealed-referral.pdf"
    assert states(view) == ["now", "next", "next", "next"]


def test_a_recipient_is_named_in_full_before_anything_is_drawn(opened):
    presenter, view = opened()
    presenter.named(Handing("Test Responder", " ", "", "He agreed."))

    assert [field for field, _ in view.now.problems] == ["organisation", "phone", "basis"]
    assert (view.now.step, view.now.pdf) == ("who", b"")


def test_the_pages_are_there_to_look_through_before_they_are_sealed(opened, drawn, tools):
    presenter, view = opened()
    presenter.named(HANDING)
    facts = {label: value for label, value, _ in view.now.facts}

    assert (view.now.step, view.now.pdf, view.now.busy) == ("look", drawn, "")
    assert view.now.pages == tools.page_count(drawn)
    assert facts["For"] == "Test Responder One, Fair Work Agency"
    assert facts["Inside"].startswith(f"{view.now.pages} pages, 1 file, about ")


@pytest.mark.usefixtures("laptops_own_time")
def test_the_words_are_shown_once_and_the_file_is_on_the_disk(opened, case, tmp_path):
    presenter, view = opened()
    presenter.named(HANDING)
    presenter.seal(tmp_path / "a.pdf")
    [sealing] = case.desk.referrals.get(case.referral).sealings

    assert view.now.step == "words"
    assert len(view.now.words) == 7
    assert view.now.digest == sealing.digest
    assert view.now.saved_as == str(tmp_path / "a.pdf")
    assert view.now.pdf == b""
    assert [screen.progress for screen in view if screen.progress[1]]

    words = view.now.words
    presenter.read_back()
    assert (view.now.step, view.now.words) == ("done", ())
    assert not any(word in repr(view.now) for word in words if len(word) > 4)


def sealed(opened, tmp_path, **more):
    presenter, view = opened(sealer=NoWork(), **more)
    presenter.named(HANDING)
    presenter.seal(tmp_path / "a.pdf")
    return presenter, view


def test_words_can_be_hidden_from_someone_who_comes_in(opened, tmp_path):
    presenter, view = sealed(opened, tmp_path)
    presenter.hide()
    assert view.now.hidden

    presenter.hide()
    assert not view.now.hidden


def test_new_words_are_shown_even_if_the_last_ones_were_hidden(opened, tmp_path):
    presenter, view = sealed(opened, tmp_path)
    first = view.now.words
    assert view.now.sealed == "Sealed 13:00"
    presenter.hide()
    presenter.again()
    assert (view.now.step, view.now.words) == ("who", ())

    presenter.named(HANDING)
    presenter.seal(tmp_path / "b.pdf")
    assert not view.now.hidden
    assert view.now.words != first


def test_nobody_goes_back_from_words_that_were_not_read_out(opened, tmp_path, went):
    presenter, view = sealed(opened, tmp_path)
    presenter.back()
    assert (view.now.step, went) == ("words", [])

    presenter.read_back()
    presenter.back()
    assert len(went) == 1
    assert isinstance(went[0], AtPack)


def test_back_from_the_pages_asks_again_who_it_is_for_and_then_leads_out(opened, went, case):
    presenter, view = opened()
    presenter.named(HANDING)
    presenter.back()
    assert (view.now.step, view.now.handing) == ("who", HANDING)

    presenter.back()
    assert went == [AtReferral(case.pack)]


def test_nothing_is_sealed_before_it_was_looked_through(opened, case, tmp_path):
    presenter, _ = opened()
    presenter.seal(tmp_path / "a.pdf")

    assert not (tmp_path / "a.pdf").exists()
    assert case.desk.referrals.get(case.referral).sealings == ()


def test_pressing_seal_twice_seals_once(opened, case, later, tmp_path):
    presenter, view = opened(later, sealer=NoWork())
    presenter.named(HANDING)
    later.catch_up()
    for name in ("a.pdf", "b.pdf"):
        presenter.seal(tmp_path / name)
    assert view.now.busy == "Sealing the pack…"

    later.catch_up()
    assert len(case.desk.referrals.get(case.referral).sealings) == 1
    assert not (tmp_path / "b.pdf").exists()


def test_stopping_leaves_the_pages_to_look_at_and_nothing_on_the_disk(
    opened, case, later, tmp_path
):
    presenter, view = opened(later)
    presenter.named(HANDING)
    later.catch_up()
    presenter.seal(tmp_path / "a.pdf")
    presenter.cancel()
    later.catch_up()

    assert (view.now.step, view.now.busy, view.now.words) == ("look", "", ())
    assert not (tmp_path / "a.pdf").exists()
    assert case.desk.referrals.get(case.referral).sealings == ()


def test_a_full_disk_says_what_happened_and_the_seal_can_be_tried_again(opened, tmp_path):
    _, view = sealed(opened, tmp_path, disk=FullDisk())

    assert view.now.trouble.happened == "The pack was not made: the disk is full."
    assert (view.now.step, view.now.busy) == ("look", "")


def test_trouble_goes_away_with_the_next_try(opened, tmp_path, later):
    presenter, view = opened(later, sealer=NoWork(), disk=FullDisk())
    presenter.named(HANDING)
    later.catch_up()
    presenter.seal(tmp_path / "a.pdf")
    later.catch_up()
    assert view.now.trouble

    presenter.seal(tmp_path / "a.pdf")
    assert view.now.trouble is None


def test_a_second_sealing_remembers_who_the_first_was_for(opened, tmp_path):
    sealed(opened, tmp_path)
    _, view = opened()

    assert view.now.handing == HANDING


def test_locking_the_laptop_forgets_the_words_and_the_pages(opened, tmp_path):
    presenter, view = sealed(opened, tmp_path)
    presenter.forget()
    presenter.hide()

    assert (view.now.words, view.now.pdf) == ((), b"")


@pytest.fixture
def colleague(case, tmp_path):
    """A checker with a way in of their own."""
    return second_at(case.desk, tmp_path / "keys")


def test_a_colleague_reads_it_through_with_their_own_passphrase(opened, case, colleague, tmp_path):
    presenter, view = opened(second=colleague)
    assert view.now.people == ((IDRIS.id, "Idris Example, checker"),)
    presenter.named(HANDING)
    presenter.seal(tmp_path / "a.pdf", SecondSaid(IDRIS.id, "not theirs"))
    assert view.now.trouble is not None
    assert not (tmp_path / "a.pdf").exists()
    presenter.seal(tmp_path / "a.pdf", SecondSaid(IDRIS.id, THEIR_WORDS))

    [*_, sealing] = case.desk.referrals.get(case.referral).sealings
    assert sealing.checked.by == IDRIS.id
    assert THEIR_WORDS not in repr(SecondSaid(IDRIS.id, THEIR_WORDS))


def test_where_nobody_can_read_it_the_reason_is_written_down(opened, case, colleague, tmp_path):
    presenter, _ = opened(second=colleague)
    presenter.named(HANDING)
    presenter.seal(tmp_path / "a.pdf", SecondSaid(alone="It is two in the morning"))

    [*_, sealing] = case.desk.referrals.get(case.referral).sealings
    assert (sealing.checked.by, sealing.checked.alone) == (None, "It is two in the morning")


def test_nothing_is_sealed_with_neither_a_colleague_nor_a_reason(opened, case, colleague, tmp_path):
    presenter, view = opened(second=colleague)
    before = len(case.desk.referrals.get(case.referral).sealings)
    presenter.named(HANDING)
    presenter.seal(tmp_path / "a.pdf")

    assert view.now.trouble is not None
    assert len(case.desk.referrals.get(case.referral).sealings) == before
    assert not (tmp_path / "a.pdf").exists()


def test_a_report_of_pay_and_rights_needs_no_referral_and_leads_back_to_the_pack(
    opened, case, went, tmp_path
):
    case.desk.packs.choose(case.pack, "exploited", "Paid late, free to go", "Test Checker")
    case.desk.packs.answer(case.pack, "owed", Answer("412.50 since 2 March"))
    with case.desk.shift.work() as work:
        referral, cleared = work.referrals.get(case.referral).answer("pv-dob", Answer(""))
        work.referrals.save(referral, because=cleared)
        work.commit()
    presenter, view = opened()
    assert view.now.file_name == "P-0001-sealed-report.pdf"
    presenter.named(HANDING)
    presenter.seal(tmp_path / view.now.file_name)
    assert (tmp_path / "P-0001-sealed-report.pdf").exists()

    opened()[0].back()
    assert went == [AtPack(case.pack)]


def test_where_the_second_signature_cannot_be_made_the_pack_stands_and_it_is_made_again(
    opened, case, tools, clock, from_provider, tmp_path
):
    from_provider.write_bytes(provider_file(clock(), days=10))
    keep = taken_in(tools, case.desk, from_provider)
    clock.move(days=11)
    presenter, view = sealed(opened, tmp_path)
    presenter.read_back()

    assert (view.now.step, view.now.provider_signature) == ("done", "")
    assert view.now.unsigned == "The provider’s certificate is out of date."
    assert not view.now.can_sign
    presenter.sign_again()
    assert view.now.trouble.happened == view.now.unsigned
    assert not (tmp_path / "a.pdf.p7s").exists()

    from_provider.write_bytes(provider_file(clock()))
    keep.keep(keep.look(from_provider, PASSWORD))
    presenter.sign_again()
    assert (view.now.provider_signature, view.now.unsigned) == ("a.pdf.p7s", "")
    assert view.now.trouble is None
    assert (tmp_path / "a.pdf.p7s").exists()
