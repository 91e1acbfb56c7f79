"""A provider's certificate is kept, used beside each pack, and taken away for good."""

import errno
import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import KEY
from tests.desks import ROSA, events, stopped
from tests.providers import HOLDER, ISSUER, PASSWORD, provider_file
from tests.store.decrypted import decrypted
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.people import Role
from welfare_app.domain.seal import Verdict
from welfare_app.services.keep_signer import LARGEST, KeepSigner
from welfare_app.services.sample_case import HANDING
from welfare_app.services.sign_beside import SignBeside


@pytest.fixture
def given(tmp_path, clock):
    path = tmp_path / "from-provider.p12"
    path.write_bytes(provider_file(clock()))
    return path


def keeping(tools, desk, role=Role.LEAD):
    return KeepSigner(replace(desk.shift, staff=replace(ROSA, role=role)), tools.signatures)


def taken_in(tools, desk, given):
    keep = keeping(tools, desk)
    assert keep.keep(keep.look(given, PASSWORD))
    return keep


def pages_of(vault):
    vault._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return decrypted(vault._path, KEY)


def key_of(desk):
    """A part of the kept key that stands in no certificate, as the vault holds it."""
    with desk.shift.work() as work:
        return work.register.second_signer().key.splitlines()[1]


def test_looking_at_a_file_keeps_nothing_and_keeping_it_is_written_down(tools, desk, given):
    keep = keeping(tools, desk)
    looked = keep.look(given, PASSWORD)
    assert keep.kept() is None

    assert keep.keep(looked)

    assert (keep.kept().holder, keep.kept().issuer) == (HOLDER, ISSUER)
    assert keep.kept().says_qualified
    assert events(desk.shift.vault)[-1] == "SecondSignerKept"


def test_neither_password_nor_name_stands_in_the_trail_or_in_what_is_printed(tools, desk, given):
    keep = keeping(tools, desk)
    looked = keep.look(given, PASSWORD)
    keep.keep(looked)
    rows = desk.shift.vault._connection().execute("SELECT facts FROM audit").fetchall()

    for told in (repr(looked), repr(keep), repr(keep.kept()), repr(rows)):
        assert HOLDER not in told
        assert PASSWORD not in told
        assert "PRIVATE" not in told
    assert PASSWORD.encode() not in pages_of(desk.shift.vault)


def test_taken_away_its_key_is_in_no_page_of_the_vault(tools, desk, given):
    keep = taken_in(tools, desk, given)
    key = key_of(desk)
    assert key in pages_of(desk.shift.vault)

    assert keep.remove()

    assert keep.kept() is None
    assert key not in pages_of(desk.shift.vault)
    assert events(desk.shift.vault)[-3:] == [
        "RecordErased",
        "SecondSignerRemoved",
        "RemainsCleared",
    ]
    assert desk.shift.vault.examine().sound


def test_the_next_one_takes_the_place_of_the_one_before_of_which_nothing_is_left(
    tools, desk, given, clock
):
    keep = taken_in(tools, desk, given)
    before, first = key_of(desk), keep.kept()
    clock.move(days=690)
    assert first.due(clock())
    given.write_bytes(provider_file(clock()))

    assert keep.keep(keep.look(given, PASSWORD))

    assert not keep.kept().due(clock())
    assert before not in pages_of(desk.shift.vault)
    assert key_of(desk) in pages_of(desk.shift.vault)
    assert desk.shift.vault.examine().sound


def test_it_can_be_taken_in_again_after_it_was_taken_away(tools, desk, given):
    taken_in(tools, desk, given).remove()
    assert taken_in(tools, desk, given).kept().holder == HOLDER


def test_what_is_too_large_or_not_there_is_refused_unread(tools, desk, tmp_path):
    keep, path = keeping(tools, desk), tmp_path / "large.p12"
    with stopped(Unavailable, "file.unreadable"):
        keep.look(path, PASSWORD)
    path.write_bytes(b"0" * (LARGEST + 1))
    with stopped(Refused, "signer.not-such-a-file"):
        keep.look(path, PASSWORD)


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.CHECKER, Role.AUDITOR])
def test_only_a_lead_takes_it_in_or_away(tools, desk, given, role):
    looked = keeping(tools, desk).look(given, PASSWORD)
    keep = keeping(tools, desk, role)

    for deed in (lambda: keep.look(given, PASSWORD), lambda: keep.keep(looked), keep.remove):
        with stopped(Refused, "role.not-yours"):
            deed()


# Beside a pack


def signed(tools, case, given, tmp_path):
    taken_in(tools, case.desk, given)
    path = tmp_path / "P-0001.pdf"
    return path, case.desk.seal.seal(case.referral, HANDING, path)


def test_where_none_is_kept_nothing_lies_beside_a_pack(sealed):
    assert sealed.pack.second is None
    assert [one.name for one in sealed.pack.path.parent.glob("*.p7s")] == []


def test_a_pack_is_signed_beside_and_its_own_seal_says_what_it_says(tools, case, given, tmp_path):
    path, pack = signed(tools, case, given, tmp_path)

    assert pack.second.name == "P-0001.pdf.p7s"
    told = tools.signatures.check((tmp_path / "P-0001.pdf.p7s").read_bytes(), path.read_bytes())
    assert (told.signer.holder, told.at) == (HOLDER, tools.now())
    checked = case.desk.check.check(path, pack.words.text, None)
    assert checked.report.verdict is Verdict.GENUINE
    assert checked.second == told
    assert events(case.desk.shift.vault)[-3:] == [
        "ReferralSealed",
        "SecondSignatureMade",
        "PackChecked",
    ]


def test_a_pack_is_sealed_all_the_same_where_the_certificate_has_ended(
    tools, case, given, tmp_path, clock
):
    taken_in(tools, case.desk, given)
    clock.move(days=701)
    path = tmp_path / "P-0001.pdf"
    pack = case.desk.seal.seal(case.referral, HANDING, path)

    assert (pack.second.name, pack.second.missing) == ("", "signer.ended")
    assert case.desk.check.check(path, pack.words.text, None).report.verdict is Verdict.GENUINE
    assert not (tmp_path / "P-0001.pdf.p7s").exists()


class FullAfterThePack:
    """A disk with room for a pack and for nothing more."""

    def __init__(self, disk):
        self._disk = disk

    def write_whole(self, path, data, before_rename=lambda: None):
        self._disk.write_whole(path, data, before_rename)

    def write_new(self, path, _parts, _before_rename):
        raise Unavailable("disk.full") from OSError(errno.ENOSPC, "full")


def test_a_disk_that_is_full_after_the_pack_costs_the_second_signature_alone(
    tools, case, given, tmp_path
):
    taken_in(tools, case.desk, given)
    full = FullAfterThePack(tools.disk)
    seal = replace(case.desk.seal, disk=full, second=replace(case.desk.second, disk=full))
    path = tmp_path / "P-0001.pdf"
    pack = seal.seal(case.referral, HANDING, path)

    assert pack.second.missing == "disk.full"
    assert path.exists()
    assert events(case.desk.shift.vault)[-1] == "ReferralSealed"

    assert case.desk.second.sign_file(path).name == "P-0001.pdf.p7s"
    assert tools.signatures.check((tmp_path / "P-0001.pdf.p7s").read_bytes(), path.read_bytes())


def test_a_place_that_cannot_be_written_costs_the_second_signature_alone(
    tools, case, given, tmp_path
):
    taken_in(tools, case.desk, given)
    (tmp_path / ".P-0001.pdf.p7s.part").mkdir()
    path = tmp_path / "P-0001.pdf"
    pack = case.desk.seal.seal(case.referral, HANDING, path)

    assert pack.second.missing == "disk.failed"
    assert case.desk.check.check(path, pack.words.text, None).report.verdict is Verdict.GENUINE


def test_somebodys_file_at_its_name_is_not_replaced_and_the_pack_stands(
    tools, case, given, tmp_path
):
    taken_in(tools, case.desk, given)
    path, theirs = tmp_path / "P-0001.pdf", tmp_path / "P-0001.pdf.p7s"
    theirs.write_bytes(b"somebody's")
    pack = case.desk.seal.seal(case.referral, HANDING, path)

    assert pack.second.missing == "second.there-already"
    assert tools.definitions.message(pack.second.missing).todo
    assert events(case.desk.shift.vault)[-1] == "ReferralSealed"
    with stopped(Refused, "second.there-already"):
        case.desk.second.sign_file(path)
    assert theirs.read_bytes() == b"somebody's"

    theirs.unlink()
    assert case.desk.second.sign_file(path).name == "P-0001.pdf.p7s"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names there")
def test_a_pipe_is_neither_a_providers_file_nor_a_second_signature(
    tools, sealed_desk, sealed, tmp_path
):
    copy = shutil.copy(sealed.pack.path, tmp_path / "copy.pdf")
    os.mkfifo(tmp_path / "copy.pdf.p7s")
    os.mkfifo(tmp_path / "given.p12")

    assert sealed_desk.check.check(copy, sealed.pack.words.text, None).second is None
    for path in (tmp_path / "given.p12", Path("/dev/zero")):
        with stopped(Unavailable, "file.unreadable"):
            keeping(tools, sealed_desk).look(path, PASSWORD)


def test_only_a_file_that_was_sealed_here_is_signed_later(
    tools, sealed_desk, sealed, given, tmp_path
):
    copy = shutil.copy(sealed.pack.path, tmp_path / "copy.pdf")
    with stopped(Refused, "signer.none"):
        sealed_desk.second.sign_file(copy)
    taken_in(tools, sealed_desk, given)
    assert sealed_desk.second.sign_file(copy).name == "copy.pdf.p7s"

    copy.write_bytes(copy.read_bytes() + b"\n")
    with stopped(Refused, "second.not-sealed-here"):
        sealed_desk.second.sign_file(copy)
    auditor = replace(sealed_desk.shift, staff=replace(ROSA, role=Role.AUDITOR))
    with stopped(Refused, "role.not-yours"):
        SignBeside(auditor, tools.signatures, tools.disk).sign_file(copy)


def test_a_check_tells_of_a_signature_of_another_file_and_keeps_its_verdict(
    tools, sealed_desk, sealed, given, tmp_path
):
    copy = shutil.copy(sealed.pack.path, tmp_path / "copy.pdf")
    keep = taken_in(tools, sealed_desk, given)
    with sealed_desk.shift.work() as work:
        other = tools.signatures.sign(b"another", work.register.second_signer(), tools.now())
    for beside, told in ((other, "second.other-file"), (b"junk", "second.unreadable")):
        (tmp_path / "copy.pdf.p7s").write_bytes(beside)
        checked = sealed_desk.check.check(copy, sealed.pack.words.text, None)
        assert (checked.report.verdict, checked.second) == (Verdict.GENUINE, told)
    assert keep.kept().until - tools.now() > timedelta(days=600)


def test_where_one_practises_none_is_taken_in(tools, desk, given):
    practising = replace(keeping(tools, desk), practice=True)
    with stopped(Refused, "signer.practice"):
        practising.look(given, PASSWORD)
