"""Checking a sealed file: what its seal says, whether it is ours, and that it was checked."""

import pytest

from tests.desks import events, stopped
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.events import VaultMade
from welfare_app.domain.seal import Verdict
from welfare_app.services.check_pack import LARGEST
from welfare_app.services.jobs import Cancelled


@pytest.fixture
def changed(sealed, tmp_path):
    data = bytearray(sealed.pack.path.read_bytes())
    data[len(data) // 2] ^= 1
    path = tmp_path / "changed.pdf"
    path.write_bytes(data)
    return path


def test_a_pack_of_ours_is_genuine_and_leads_to_its_referral(sealed, sealed_desk):
    checked = sealed_desk.check.check(sealed.pack.path, sealed.pack.words.text, None)

    assert checked.report.verdict is Verdict.GENUINE
    assert checked.report.findings == ()
    assert (checked.name, checked.ours) == ("P-0001.pdf", sealed.referral)


def test_checking_is_written_down_whatever_comes_of_it(sealed, sealed_desk, changed):
    for path in (sealed.pack.path, changed):
        sealed_desk.check.check(path, sealed.pack.words.text, None)

    assert events(sealed_desk.shift.vault)[-2:] == ["PackChecked", "PackChecked"]


def test_checking_changes_nothing_in_the_file(sealed, sealed_desk):
    before = sealed.pack.path.read_bytes()
    sealed_desk.check.check(sealed.pack.path, sealed.pack.words.text, None)

    assert sealed.pack.path.read_bytes() == before


def test_one_changed_byte_is_not_genuine(sealed, sealed_desk, changed):
    checked = sealed_desk.check.check(changed, sealed.pack.words.text, None)

    assert checked.report.verdict is Verdict.NOT_GENUINE
    assert checked.ours is None


def test_with_the_wrong_words_nothing_can_be_said(sealed, sealed_desk):
    checked = sealed_desk.check.check(sealed.pack.path, "not the words", None)

    assert checked.report.verdict is Verdict.CANNOT_TELL


def test_a_pack_of_another_organisation_is_genuine_only_under_its_own_root(
    sealed, desk, tools, clock
):
    other = tools.new_identity("Other Example Ltd", "Laptop", clock())
    with desk.shift.work() as work:
        work.register.save_identity(other, because=VaultMade(practice=False))
        work.commit()
    path, words = sealed.pack.path, sealed.pack.words.text

    assert desk.check.check(path, words, None).report.verdict is Verdict.NOT_GENUINE
    assert desk.check.check(path, words, other.root_certificate).ours is None


def test_a_pack_is_genuine_elsewhere_under_the_root_that_was_handed_over(sealed, sealed_desk, desk):
    with sealed_desk.shift.work() as work:
        root = work.register.identity().root_certificate
    checked = desk.check.check(sealed.pack.path, sealed.pack.words.text, root)

    assert checked.report.verdict is Verdict.GENUINE
    assert checked.ours is None


def test_the_person_sees_how_far_it_is(sealed, sealed_desk):
    told = []
    sealed_desk.check.check(
        sealed.pack.path, sealed.pack.words.text, None, lambda *step: told.append(step)
    )

    done = [so_far for so_far, _ in told]
    assert done == sorted(done)
    assert (done[0], told[-1]) == (0, (990, 1000))
    assert len(done) > 8, "each file that is taken out is told"


@pytest.mark.parametrize("when", [0, 200, 400, 600, 800, 990])
def test_a_check_can_be_stopped_and_is_not_written_down(sealed, sealed_desk, when):
    before = events(sealed_desk.shift.vault)

    def stop(done, _total):
        if done >= when:
            raise Cancelled

    with pytest.raises(Cancelled):
        sealed_desk.check.check(sealed.pack.path, sealed.pack.words.text, None, stop)
    assert events(sealed_desk.shift.vault) == before


def test_a_file_that_is_not_there_cannot_be_read(desk, tmp_path):
    with stopped(Unavailable, "seal.cannot-read"):
        desk.check.check(tmp_path / "gone.pdf", "words", None)


def test_a_folder_is_no_file_to_check(desk, tmp_path):
    with stopped(Unavailable, "seal.cannot-read"):
        desk.check.check(tmp_path, "words", None)


def test_a_file_far_too_large_is_not_read_at_all(desk, tmp_path):
    path = tmp_path / "film.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)  # sparse: takes no room on the disk

    with stopped(Unavailable, "seal.not-a-pack"):
        desk.check.check(path, "words", None)


def test_a_file_that_is_no_pack_is_told_apart_from_a_forged_one(desk, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"Dear all")

    assert desk.check.check(path, "words", None).report.verdict is Verdict.CANNOT_TELL
