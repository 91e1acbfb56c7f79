"""Checking a sealed file: one word first, then what it rests on."""

import pytest

from tests.desks import Screens
from tests.providers import HOLDER, ISSUER
from tests.services.test_second_signature import taken_in
from welfare_app.presenters.check import CheckPresenter
from welfare_app.presenters.check_words import NOT_PROVED


@pytest.fixture
def opened(sealed_desk, now):
    def at(jobs=now, desk=sealed_desk):
        view = Screens()
        presenter = CheckPresenter(view, desk.check, desk.definitions, jobs)
        presenter.begin()
        return presenter, view

    return at


def test_it_begins_with_a_blank_page(opened):
    _, view = opened()

    assert (view.now.verdict, view.now.busy, view.now.problem) == ("", False, "")


def test_a_genuine_pack_says_who_sealed_it_when_and_what_that_does_not_prove(opened, sealed):
    presenter, view = opened()
    presenter.check(sealed.pack.path, sealed.pack.words.text)
    facts = {label: (value, note) for label, value, note in view.now.facts}

    assert (view.now.verdict, view.now.title) == ("genuine", "Genuine")
    assert view.now.sentence.startswith("Orchard Example Labour Ltd sealed this file")
    assert view.now.about == f"P-0001.pdf, {sealed.pack.size / 1000:,.0f} KB"
    assert facts["Sealed on"] == ("Tuesday 12 May 2026, 13:00", "By the laptop’s own clock")
    assert facts["Sealed by"][1].startswith("Root certificate ")
    assert facts["Case"][0] == "P-0001"
    assert facts["In our records"][0] == "Yes, it was sealed here"
    assert "exhibit-1-rota.png" in facts["Inside"][0]
    assert (view.now.to_do, view.now.not_proved) == ((), NOT_PROVED)


def test_a_genuine_pack_of_another_laptop_is_not_called_ours(opened, sealed, desk):
    presenter, view = opened(desk=desk)
    presenter.check(sealed.pack.path, sealed.pack.words.text)
    facts = {label: value for label, value, _ in view.now.facts}

    assert view.now.verdict == "genuine"
    assert facts["In our records"] == "No, or not from this vault"


def test_a_changed_pack_is_not_genuine_and_says_what_to_do(opened, sealed, tmp_path):
    data = bytearray(sealed.pack.path.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "a.pdf").write_bytes(data)
    presenter, view = opened()
    presenter.check(tmp_path / "a.pdf", sealed.pack.words.text)

    assert (view.now.verdict, view.now.title) == ("not-genuine", "Not genuine")
    assert view.now.facts == ()
    assert view.now.findings
    assert view.now.to_do[0][0] == "Keep this file as it is."


def test_with_the_wrong_words_we_cannot_tell(opened, sealed):
    presenter, view = opened()
    presenter.check(sealed.pack.path, "not the words")

    assert (view.now.verdict, view.now.title) == ("cannot-tell", "We cannot tell")
    assert view.now.findings == ("The words did not open it.",)
    assert view.now.to_do[0][0] == "Check the words."


def test_without_a_file_it_asks_for_one(opened):
    presenter, view = opened()
    presenter.check(None, "words")

    assert view.now.problem == "Choose the sealed file"


def test_a_file_that_cannot_be_read_is_trouble_and_no_verdict(opened, tmp_path):
    presenter, view = opened()
    presenter.check(tmp_path / "gone.pdf", "words")

    assert view.now.trouble.happened == "The file could not be read."
    assert view.now.verdict == ""


def test_checking_shows_that_it_is_under_way_and_another_can_follow(opened, sealed, later):
    presenter, view = opened(later)
    presenter.check(sealed.pack.path, sealed.pack.words.text)
    assert (view.now.busy, view.now.verdict) == (True, "")

    later.catch_up()
    assert (view.now.busy, view.now.verdict) == (False, "genuine")
    presenter.again()
    assert view.now.verdict == ""


def test_a_check_that_is_cancelled_leaves_the_page_as_it_was(opened, sealed, later):
    presenter, view = opened(later)
    presenter.check(sealed.pack.path, sealed.pack.words.text)
    presenter.cancel()
    later.catch_up()

    assert (view.now.busy, view.now.verdict, view.now.trouble) == (False, "", None)
    shown = len(view)
    presenter.cancel()
    assert len(view) == shown, "there is nothing left to cancel"


def test_how_far_a_check_is_can_be_seen(opened, sealed, later):
    presenter, view = opened(later)
    presenter.check(sealed.pack.path, sealed.pack.words.text)
    later.catch_up()

    parts = [screen.progress for screen in view if screen.busy and screen.progress[1]]
    assert parts[-1] == (990, 1000)
    assert view.now.progress == (0, 0)


def test_the_page_for_receivers_is_saved_with_our_own_root_in_it(opened, sealed_desk, tmp_path):
    presenter, view = opened()
    presenter.save_page(tmp_path / "check.html")
    with sealed_desk.shift.work() as work:
        identity = work.register.identity()

    page = (tmp_path / "check.html").read_bytes()
    assert identity.root_certificate.strip() in page
    assert b"PRIVATE KEY" not in page
    assert view.now.saved.startswith("Saved.")


def test_a_page_that_cannot_be_saved_is_trouble(opened, tmp_path):
    presenter, view = opened()
    presenter.save_page(tmp_path / "no such folder" / "check.html")

    assert view.now.trouble is not None
    assert view.now.saved == ""


def test_what_is_inside_stays_out_of_what_programs_print(opened, sealed):
    presenter, view = opened()
    presenter.check(sealed.pack.path, sealed.pack.words.text)

    assert "rota" not in repr(view.now)


def test_a_second_signature_beside_a_pack_is_told_and_moves_no_verdict(
    opened, tools, sealed_desk, sealed, tmp_path, from_provider
):
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(sealed.pack.path.read_bytes())
    taken_in(tools, sealed_desk, from_provider)
    sealed_desk.sign_beside.sign_file(copy)
    presenter, view = opened()

    presenter.check(copy, sealed.pack.words.text)
    label, value, note = view.now.facts[-1]
    assert (view.now.verdict, label) == ("genuine", "Also signed by")
    assert value == f"{HOLDER}, certificate from {ISSUER}"
    assert note.endswith("Whether to trust it is for you to say")

    presenter.check(copy, "not the right words at all")
    [(label, _, note)] = view.now.facts
    assert (view.now.verdict, label) == ("cannot-tell", "Also signed by")
    assert note.endswith("It says nothing of what is inside, which was not opened")

    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    presenter.check(copy, sealed.pack.words.text)
    assert (view.now.verdict, view.now.facts) == ("not-genuine", ())
