"""A provider's certificate is kept, used beside each pack, and taken away for good."""

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desks import ROSA, events, stopped
from tests.providers import HOLDER, ISSUER, PASSWORD, provider_file
from tests.store.decrypted import pages_of
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.people import Role
from welfare_app.domain.seal import Verdict
from welfare_app.domain.second_signature import LARGEST_FILE
from welfare_app.services.keep_signer import KeepSigner
from welfare_app.services.sample_case import HANDING
from welfare_app.services.sign_beside import SignBeside


def keeping(tools, desk, role=Role.LEAD):
    return KeepSigner(replace(desk.shift, staff=replace(ROSA, role=role)), tools.signatures)


def taken_in(tools, desk, from_provider):
    keep = keeping(tools, desk)
    assert keep.keep(keep.look(from_provider, PASSWORD))
    return keep


def key_of(desk):
    """A part of the kept key that stands in no certificate, as the vault holds it."""
    with desk.shift.work() as work:
        return work.register.second_signer().key.splitlines()[1]


def test_looking_at_a_file_keeps_nothing_and_keeping_it_is_written_down(tools, desk, from_provider):
    keep = keeping(tools, desk)
    looked = keep.look(from_provider, PASSWORD)
    assert keep.kept() is None

    assert keep.keep(looked)

    assert (keep.kept().holder, keep.kept().issuer) == (HOLDER, ISSUER)
    assert keep.kept().says_qualified
    assert events(desk.shift.vault)[-1] == "SecondSignerKept"


def test_neither_password_nor_name_stands_in_the_trail_or_in_what_is_printed(
    tools, desk, from_provider
):
    keep = keeping(tools, desk)
    looked = keep.look(from_provider, PASSWORD)
    keep.keep(looked)
    rows = desk.shift.vault._connection().execute("SELECT facts FROM audit").fetchall()

    for told in (repr(looked), repr(keep), repr(keep.kept()), repr(rows)):
        assert HOLDER not in told
        assert PASSWORD not in told
        assert "PRIVATE" not in told
    assert PASSWORD.encode() not in pages_of(desk.shift.vault)


def test_taken_away_its_key_is_in_no_page_of_the_vault(tools, desk, from_provider):
    keep = taken_in(tools, desk, from_provider)
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
    tools, desk, from_provider, clock
):
    keep = taken_in(tools, desk, from_provider)
    before, first = key_of(desk), keep.kept()
    clock.move(days=690)
    assert first.due(clock())
    from_provider.write_bytes(provider_file(clock()))

    assert keep.keep(keep.look(from_provider, PASSWORD))

    assert not keep.kept().due(clock())
    assert before not in pages_of(desk.shift.vault)
    assert key_of(desk) in pages_of(desk.shift.vault)
    assert desk.shift.vault.examine().sound


def test_it_can_be_taken_in_again_after_it_was_taken_away(tools, desk, from_provider):
    taken_in(tools, desk, from_provider).remove()
    assert taken_in(tools, desk, from_provider).kept().holder == HOLDER


def test_what_is_too_large_or_not_there_is_refused_unread(tools, desk, tmp_path):
    keep, path = keeping(tools, desk), tmp_path / "large.p12"
    with stopped(Unavailable, "file.unreadable"):
        keep.look(path, PASSWORD)
    path.write_bytes(b"0" * (LARGEST_FILE + 1))
    with stopped(Refused, "signer.not-such-a-file"):
        keep.look(path, PASSWORD)


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.CHECKER, Role.AUDITOR])
def test_only_a_lead_takes_it_in_or_away(tools, desk, from_provider, role):
    looked = keeping(tools, desk).look(from_provider, PASSWORD)
    keep = keeping(tools, desk, role)

    for deed in (
        lambda: keep.look(from_provider, PASSWORD),
        lambda: keep.keep(looked),
        keep.remove,
    ):
        with stopped(Refused, "role.not-yours"):
            deed()


# Beside a pack


def signed(tools, case, from_provider, tmp_path):
    taken_in(tools, case.desk, from_provider)
    path = tmp_path / "P-0001.pdf"
    return path, case.desk.seal.seal(case.referral, HANDING, path)


def test_where_none_is_kept_nothing_lies_beside_a_pack(sealed):
    assert sealed.pack.provider_signature is None
    assert [one.name for one in sealed.pack.path.parent.glob("*.p7s")] == []


def test_a_pack_is_signed_beside_and_its_own_seal_says_what_it_says(
    tools, case, from_provider, tmp_path
):
    path, pack = signed(tools, case, from_provider, tmp_path)

    assert pack.provider_signature.name == "P-0001.pdf.p7s"
    told = tools.signatures.check((tmp_path / "P-0001.pdf.p7s").read_bytes(), path.read_bytes())
    assert (told.signer.holder, told.at) == (HOLDER, tools.now())
    checked = case.desk.check.check(path, pack.words.text, None)
    assert checked.report.verdict is Verdict.GENUINE
    assert checked.provider_signature == told
    assert events(case.desk.shift.vault)[-3:] == [
        "ReferralSealed",
        "SecondSignatureMade",
        "PackChecked",
    ]


def test_a_pack_is_sealed_all_the_same_where_the_certificate_has_ended(
    tools, case, from_provider, tmp_path, clock
):
    taken_in(tools, case.desk, from_provider)
    clock.move(days=701)
    path = tmp_path / "P-0001.pdf"
    pack = case.desk.seal.seal(case.referral, HANDING, path)

    assert (pack.provider_signature.name, pack.provider_signature.missing) == ("", "signer.ended")
    assert pack.provider_signature.lasting
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
    tools, case, from_provider, tmp_path
):
    taken_in(tools, case.desk, from_provider)
    full = FullAfterThePack(tools.disk)
    seal = replace(case.desk.seal, disk=full, sign_beside=replace(case.desk.sign_beside, disk=full))
    path = tmp_path / "P-0001.pdf"
    pack = seal.seal(case.referral, HANDING, path)

    assert pack.provider_signature.missing == "disk.full"
    assert not pack.provider_signature.lasting
    assert path.exists()
    assert events(case.desk.shift.vault)[-1] == "ReferralSealed"

    assert case.desk.sign_beside.sign_file(path).name == "P-0001.pdf.p7s"
    assert tools.signatures.check((tmp_path / "P-0001.pdf.p7s").read_bytes(), path.read_bytes())


def test_a_place_that_cannot_be_written_costs_the_second_signature_alone(
    tools, case, from_provider, tmp_path
):
    taken_in(tools, case.desk, from_provider)
    (tmp_path / ".P-0001.pdf.p7s.part").mkdir()
    path = tmp_path / "P-0001.pdf"
    pack = case.desk.seal.seal(case.referral, HANDING, path)

    assert pack.provider_signature.missing == "disk.failed"
    assert case.desk.check.check(path, pack.words.text, None).report.verdict is Verdict.GENUINE


def test_somebodys_file_at_its_name_is_not_replaced_and_the_pack_stands(
    tools, case, from_provider, tmp_path
):
    taken_in(tools, case.desk, from_provider)
    path, theirs = tmp_path / "P-0001.pdf", tmp_path / "P-0001.pdf.p7s"
    theirs.write_bytes(b"somebody's")
    pack = case.desk.seal.seal(case.referral, HANDING, path)

    assert pack.provider_signature.missing == "signature.there-already"
    assert tools.definitions.message(pack.provider_signature.missing).todo
    assert events(case.desk.shift.vault)[-1] == "ReferralSealed"
    with stopped(Refused, "signature.there-already"):
        case.desk.sign_beside.sign_file(path)
    assert theirs.read_bytes() == b"somebody's"

    theirs.unlink()
    assert case.desk.sign_beside.sign_file(path).name == "P-0001.pdf.p7s"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names there")
def test_a_pipe_is_neither_a_providers_file_nor_a_second_signature(
    tools, sealed_desk, sealed, tmp_path
):
    copy = shutil.copy(sealed.pack.path, tmp_path / "copy.pdf")
    os.mkfifo(tmp_path / "copy.pdf.p7s")
    os.mkfifo(tmp_path / "given.p12")

    assert sealed_desk.check.check(copy, sealed.pack.words.text, None).provider_signature is None
    for path in (tmp_path / "given.p12", Path("/dev/zero")):
        with stopped(Unavailable, "file.unreadable"):
            keeping(tools, sealed_desk).look(path, PASSWORD)


def test_only_a_file_that_was_sealed_here_is_signed_later(
    tools, sealed_desk, sealed, from_provider, tmp_path
):
    copy = shutil.copy(sealed.pack.path, tmp_path / "copy.pdf")
    with stopped(Refused, "signer.none"):
        sealed_desk.sign_beside.sign_file(copy)
    taken_in(tools, sealed_desk, from_provider)
    assert sealed_desk.sign_beside.sign_file(copy).name == "copy.pdf.p7s"

    copy.write_bytes(copy.read_bytes() + b"\n")
    with stopped(Refused, "signature.not-sealed-here"):
        sealed_desk.sign_beside.sign_file(copy)
    auditor = replace(sealed_desk.shift, staff=replace(ROSA, role=Role.AUDITOR))
    with stopped(Refused, "role.not-yours"):
        SignBeside(auditor, tools.signatures, tools.disk).sign_file(copy)


def test_a_check_tells_of_a_signature_of_another_file_and_keeps_its_verdict(
    tools, sealed_desk, sealed, from_provider, tmp_path
):
    copy = shutil.copy(sealed.pack.path, tmp_path / "copy.pdf")
    taken_in(tools, sealed_desk, from_provider)
    with sealed_desk.shift.work() as work:
        other = tools.signatures.sign(b"another", work.register.second_signer(), tools.now())
    for beside, told in ((other, "signature.other-file"), (b"junk", "signature.unreadable")):
        (tmp_path / "copy.pdf.p7s").write_bytes(beside)
        checked = sealed_desk.check.check(copy, sealed.pack.words.text, None)
        assert (checked.report.verdict, checked.provider_signature) == (Verdict.GENUINE, told)


def test_where_one_practises_none_is_taken_in(tools, desk, from_provider):
    practising = replace(keeping(tools, desk), practice=True)
    with stopped(Refused, "signer.practice"):
        practising.look(from_provider, PASSWORD)
