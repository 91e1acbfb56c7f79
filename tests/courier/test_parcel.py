"""A parcel opens for the one it was locked for, as it was locked, and not otherwise."""

import hashlib
import os
import time
from dataclasses import replace
from random import Random

import pytest
from nacl.public import SealedBox

from tests.courier.conftest import FILE, Kept, entry, lock, unlock
from tests.desks import stopped
from welfare_app.courier import parcel as parcels
from welfare_app.courier import stream
from welfare_app.courier.items import Item, written
from welfare_app.courier.shapes import canonical
from welfare_app.domain.courier import CaseContents
from welfare_app.domain.errors import Refused, Tampered, Unavailable, WelfareAppError

SLOWEST = 1.0
TIMES = 100_000 if os.environ.get("WELFARE_APP_TORTURE") else 2_000


def test_it_opens_as_it_was_locked(parcel, case, rosa, ben):
    kept = Kept()
    opened = unlock(parcel, ben, rosa, keep=kept)

    assert opened.case == case
    assert opened.sender == rosa.card.signs
    assert kept == {"file-1": FILE}
    assert opened.files == {"file-1": hashlib.sha256(FILE).hexdigest()}


def test_files_nobody_wants_again_are_vouched_for_all_the_same(parcel, rosa, ben):
    opened = unlock(parcel, ben, rosa, keep=lambda _file, _parts: None)

    assert opened.files == {"file-1": hashlib.sha256(FILE).hexdigest()}


def test_nothing_inside_or_about_it_can_be_read_outside(parcel, rosa, ben):
    data = parcel.read_bytes()

    for said in (b"interview", b"staff-rosa", b"Rosa", b"bus", b"file-1", b"2026"):
        assert said not in data
    for key in (rosa.card.signs, rosa.card.opens, ben.card.signs, ben.card.opens):
        assert bytes.fromhex(key) not in data


def test_a_large_case_and_a_small_one_differ_by_whole_blocks(case, rosa, ben, tmp_path):
    small = lock(replace(case, files=()), rosa, ben, tmp_path / "small")
    smaller = lock(replace(case, files=(), entries=case.entries[:1]), rosa, ben, tmp_path / "one")

    assert small.stat().st_size == smaller.stat().st_size


def test_it_does_not_open_for_anyone_else(parcel, rosa, eve):
    with stopped(Refused, "courier.not-for-us"):
        unlock(parcel, eve, rosa)


def test_it_is_refused_from_somebody_unknown(parcel, ben, eve):
    with stopped(Refused, "courier.unknown-sender"):
        unlock(parcel, ben, eve)


def relocked(path, opener, to, tmp_path, change=lambda plain: plain):
    """What somebody who can open a parcel could make of it for somebody else."""
    with path.open("rb") as file:
        plain = b"".join(stream.Unlocking(file, bytes.fromhex(opener.opens)).read())
    locking = stream.Locking(bytes.fromhex(to.card.opens))
    again = tmp_path / "again.notes"
    again.write_bytes(b"".join(locking.lock([change(plain)])))
    return again


def test_a_colleague_cannot_send_it_on_as_if_it_had_been_for_another(
    parcel, rosa, ben, eve, tmp_path
):
    with stopped(Tampered, "courier.not-theirs"):
        unlock(relocked(parcel, ben, eve, tmp_path), eve, rosa)


def test_it_cannot_be_opened_changed_and_locked_again(parcel, rosa, ben, tmp_path):
    def change(plain):
        assert b"by bus" in plain
        return plain.replace(b"by bus", b"by car")

    with stopped(Tampered, "courier.not-theirs"):
        unlock(relocked(parcel, ben, ben, tmp_path, change), ben, rosa)


def test_another_who_signs_it_is_not_taken_for_the_sender(case, rosa, ben, eve, tmp_path):
    """Eve locks the case herself and says that it is Rosa's."""
    forged = replace(eve, card=rosa.card)
    path = lock(case, forged, ben, tmp_path / "forged.notes")

    with stopped(Tampered, "courier.not-theirs"):
        unlock(path, ben, rosa)


@pytest.mark.parametrize("length", [0, 1, 13, 14, 100, 117, 118, 119, 65_670, -65_553, -1])
def test_one_cut_short_is_refused(parcel, rosa, ben, length):
    data = parcel.read_bytes()
    parcel.write_bytes(data[:length])

    with pytest.raises(WelfareAppError) as refused:
        unlock(parcel, ben, rosa)
    assert refused.value.code in {"courier.changed", "courier.not-a-parcel"}


def test_blocks_put_in_another_order_or_twice_are_refused(parcel, rosa, ben):
    data = parcel.read_bytes()
    start, size = 118, stream.BLOCK + 17
    blocks = [data[at : at + size] for at in range(start, len(data), size)]
    assert len(blocks) == 3

    for order in ((1, 0, 2), (0, 0, 1, 2), (0, 2), (0, 1, 2, 2), (0, 1)):
        parcel.write_bytes(data[:start] + b"".join(blocks[at] for at in order))
        with stopped(Tampered, "courier.changed"):
            unlock(parcel, ben, rosa)


def test_a_parcel_of_a_newer_program_says_so(parcel, rosa, ben):
    data = bytearray(parcel.read_bytes())
    data[13] = 2
    parcel.write_bytes(data)

    with stopped(Unavailable, "courier.newer-format"):
        unlock(parcel, ben, rosa)


def test_a_byte_changed_anywhere_is_noticed(parcel, rosa, ben):
    """Every byte of the header, and many of each block."""
    data = parcel.read_bytes()
    chance = Random(6)  # noqa: S311 - places to look at
    places = [*range(118), *(chance.randrange(118, len(data)) for _ in range(200)), len(data) - 1]
    for at in places:
        changed = bytearray(data)
        changed[at] ^= 1 << chance.randrange(8)
        parcel.write_bytes(changed)
        with pytest.raises(WelfareAppError) as refused:
            unlock(parcel, ben, rosa)
        assert refused.value.code.startswith("courier.")


def hostile(items, rosa, ben, path):
    """A parcel from somebody who holds the sender's own keys, with anything at all inside."""
    locking = stream.Locking(bytes.fromhex(ben.card.opens))
    path.write_bytes(b"".join(locking.lock(items)))
    return path


def signed(items, rosa, ben, path):
    """The same, signed as it should be."""
    locking = stream.Locking(bytes.fromhex(ben.card.opens))
    digest = hashlib.sha512(locking.header + b"".join(items)).digest()
    key = parcels.SigningKey(bytes.fromhex(rosa.signs))
    statement = parcels._statement(bytes(key.verify_key), bytes.fromhex(ben.card.opens), digest)
    end = written(Item.END, key.sign(statement).signature)
    path.write_bytes(b"".join(locking.lock([*items, end])))
    return path


def plain_items(case, rosa):
    return list(parcels._items(case, lambda _file: [FILE], rosa))


def test_a_colleagues_own_rubbish_is_refused(case, rosa, ben, tmp_path):
    good = plain_items(case, rosa)
    path = tmp_path / "x.notes"
    assert unlock(signed(good, rosa, ben, path), ben, rosa).case == case
    head = written(Item.HEAD, canonical({"sender": rosa.card.signs}))
    odd = written(Item.ENTRY, canonical({"from": []}))
    deep = written(Item.ENTRY, b"[" * 100_000)
    loose = written(Item.ENTRY, b'{"a":  1}')
    for items in (
        [head, *good[1:]],
        good[1:],
        [*good, odd],
        [good[0], odd, *good[1:]],
        [good[0], deep, *good[1:]],
        [good[0], loose, *good[1:]],
        good[:-2],
        [*good, good[-2]],
        [*good[:-2], written(Item.FILE, canonical("../../etc/passwd"))],
        [b"\x09\0\0\0\0", *good],
        [good[0], b"\x02\xff\xff\xff\xff", *good[1:]],
    ):
        with stopped(Refused, "courier.unreadable"):
            unlock(signed(items, rosa, ben, path), ben, rosa)


@pytest.mark.parametrize(
    "wrong",
    [
        {"record": "../up"},
        {"at": "yesterday"},
        {"at": "2026-13-45T99:00:00.000+00:00"},
        {"by": ""},
        {"device": "a\nb"},
        {"event": "x" * 100},
        {"rows": ()},
        {"rows": (("answer:how", "{not json"),)},
        {"rows": (("answer:how", '{"value":"not as a vault writes it"}'),)},
        {"rows": (("answer:how", '{"value": "\\ud800"}'),)},
        {"rows": (("answer:how", '{"value": NaN}'),)},
        {"over": {}},
    ],
)
def test_what_its_reader_would_refuse_never_leaves(case, rosa, ben, tmp_path, wrong):
    odd = replace(entry(9), **wrong)

    with stopped(Refused, "courier.unreadable"):
        lock(replace(case, entries=(*case.entries, odd)), rosa, ben, tmp_path / "x.notes")


def test_words_too_long_for_one_file_never_leave(rosa, ben, tmp_path):
    long = entry(1, body='"' + "x" * (4 * 1024 * 1024) + '"')

    with stopped(Refused, "courier.too-large"):
        lock(CaseContents("interview-1", (long,)), rosa, ben, tmp_path / "x.notes")


def test_fuzzed_parcels_are_refused_at_once_and_nothing_else_happens(
    parcel, case, rosa, ben, tmp_path
):
    """Half are broken from outside, half are properly locked and signed with broken insides."""
    data, good = parcel.read_bytes(), plain_items(case, rosa)
    chance = Random(20260512)  # noqa: S311 - faults, not secrets
    before = sorted(tmp_path.iterdir())
    slowest = 0.0
    for turn in range(TIMES):
        if turn % 2:
            parcel.write_bytes(mangled(data, chance))
        else:
            inside = mangled(b"".join(good), chance)
            (signed if turn % 4 else hostile)([inside], rosa, ben, parcel)
        started = time.perf_counter()
        try:
            opened = unlock(parcel, ben, rosa)
        except WelfareAppError as error:
            assert error.code.startswith("courier.")  # noqa: PT017 - a colleague may sign this
        else:
            assert turn % 4 == 2
            assert opened.sender == rosa.card.signs
        slowest = max(slowest, time.perf_counter() - started)
    assert sorted(tmp_path.iterdir()) == before
    assert slowest < SLOWEST


def mangled(data, chance):
    """Bytes with something wrong somewhere: changed, cut, doubled, or put in."""
    broken = bytearray(data)
    for _ in range(chance.choice([1, 1, 1, 2, 8])):
        near = min(len(broken), 4_000)  # where the words are
        at = chance.randrange(chance.choice([near, len(broken)]))
        match chance.randrange(5):
            case 0:
                broken[at] ^= 1 << chance.randrange(8)
            case 1:
                del broken[at + 1 :]
            case 2:
                broken[at:at] = chance.randbytes(chance.randrange(1, 40))
            case 3:
                del broken[at + 1 : at + chance.randrange(2, 40)]
            case _:
                end = at + chance.randrange(1, 400)
                broken[at:at] = broken[at:end] or b"\xff"
    return bytes(broken) if bytes(broken) != data else bytes(broken) + b"\xff"


def test_the_library_agrees_on_what_a_sealed_key_is(ben):
    """What seals the key of the stream is libsodium's own sealed box, as others read it."""
    locking = stream.Locking(bytes.fromhex(ben.card.opens))
    box = SealedBox(stream.PrivateKey(bytes.fromhex(ben.opens)))

    assert len(box.decrypt(locking.header[14:94])) == 32
