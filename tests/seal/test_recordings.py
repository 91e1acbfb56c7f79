"""A pack says which recordings lie beside it; a list of them out of shape is refused.

Each check asks the page for receivers too, which must be of the same mind.
"""

import json
from dataclasses import replace

import pytest

from welfare_app.domain.errors import Refused
from welfare_app.domain.recordings import KEY_NAME, Recording
from welfare_app.domain.seal import Attachment, Verdict
from welfare_app.seal.age import AgeLocks
from welfare_app.seal.opening import open_enclosed
from welfare_app.seal.sealer import DrawnReferral, LoadedPack, PdfSealer

from .conftest import NOON, WORDS, contents, refusing

WALK = Recording("recording-1.mp4", 3_000_000_000, "1a" * 32, 3_000_732_421, "2b" * 32, "The yard")
CALL = Recording("recording-2", 9_000, "3c" * 32, 9_217, "4d" * 32, "A call")
KEY = Attachment(KEY_NAME, "text/plain", AgeLocks().new_key().file, "Opens the recordings")


@pytest.fixture(scope="module")
def goes():
    """What goes into a pack with two recordings beside it."""
    plain = contents()
    return replace(plain, attachments=(*plain.attachments, KEY), recordings=(WALK, CALL))


@pytest.fixture
def rewritten(identity, goes):
    """A pack sealed with the true keys, whose manifest was written anew."""

    def writing(change):
        loaded = DrawnReferral.of(goes, identity, NOON).sign().load()
        *files, listed = loaded.files
        told = replace(listed, data=change(listed.data))
        return LoadedPack(loaded.drawn, (*files, told)).lock(WORDS).certify()

    return writing


@pytest.fixture
def retold(rewritten):
    """A pack sealed with the true keys, whose manifest tells something else."""

    def telling(change):
        def anew(data):
            manifest = json.loads(data)
            change(manifest)
            return json.dumps(manifest).encode()

        return rewritten(anew)

    return telling


def test_a_pack_says_what_lies_beside_it_and_holds_the_key(identity, goes, check):
    pack = PdfSealer().seal(goes, identity, WORDS, NOON)
    report, inside = check(pack), open_enclosed(pack, WORDS)

    assert report.verdict is Verdict.GENUINE
    assert report.recordings == (WALK, CALL)
    assert inside[KEY_NAME] == KEY.data
    assert json.loads(inside["MANIFEST.json"])["beside"][0] == {
        "name": "recording-1.mp4",
        "size": 3_000_000_000,
        "sha256": "1a" * 32,
        "description": "The yard",
        "age": {"name": "recording-1.mp4.age", "size": 3_000_732_421, "sha256": "2b" * 32},
    }


def test_a_pack_with_nothing_beside_it_says_nothing_of_it(pack, check):
    assert "beside" not in json.loads(open_enclosed(pack, WORDS)["MANIFEST.json"])
    assert check(pack).recordings == ()


def put(**said):
    return lambda manifest: manifest["beside"][0].update(said)


def put_locked(**said):
    return lambda manifest: manifest["beside"][0]["age"].update(said)


def twice(manifest):
    manifest["beside"][1] = manifest["beside"][0]


def without_key(manifest):
    manifest["files"] = [one for one in manifest["files"] if one["name"] != KEY_NAME]


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest.update(beside=[]),
        lambda manifest: manifest.update(beside=None),
        lambda manifest: manifest.update(beside={"recording-1.mp4": 1}),
        lambda manifest: manifest.update(beside=["recording-1.mp4"]),
        put(name="../recording-1.mp4"),
        put(name="walk.mp4"),
        put(name="recording-1.mp4\n"),
        put(name=["recording-1.mp4"]),
        put(size="3000000000"),
        put(size=0),
        put(size=True),
        put(sha256="1A" * 32),
        put(sha256=["1a" * 32]),
        put(description=None),
        put(age=None),
        put_locked(name="recording-2.mp4.age"),
        put_locked(size=-1),
        put_locked(sha256=""),
        twice,
    ],
)
def test_a_list_of_recordings_out_of_shape_is_not_believed(retold, check, change):
    report = check(retold(change))

    assert (report.verdict, report.findings) == (Verdict.NOT_GENUINE, ("seal.manifest",))
    assert report.recordings == ()


def swapped(old, new):
    """Another way to write a part of a manifest, which is there."""

    def change(data):
        assert old in data
        return data.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    "change",
    [
        swapped(b'"size": 3000000000', b'"size": 3000000000.0'),
        swapped(b'"size": 3000000000', b'"size": 3e9'),
        swapped(b'"size": 3000000000', b'"size": 3E9'),
        swapped(b'"size": 9217', b'"size": 9217.0'),
        swapped(b'"size": 9217', b'"size": 99999999999999999999'),
        swapped(b'"size": 9217', b'"size": 9007199254740992'),
        swapped(b'"size": 24', b'"size": 24.0'),
        swapped(b'"size": 24', b'"size": true'),
        swapped(b'"version": 1', b'"version": true'),
        swapped(b'"version": 1', b'"version": 1.0'),
        swapped(b'"version": 1', b'"version": 1e0'),
        swapped(b'"version": 1', b'"more": 0.5, "version": 1'),
        swapped(b'"version": 1', b'"more": NaN, "version": 1'),
        swapped(b'"version": 1', b'"more": ' + b"9" * 5000 + b', "version": 1'),
        swapped(b"2026-05-12T12:00:00Z", b"2026-05-12T12:00:00.000Z"),
        swapped(b"2026-05-12T12:00:00Z", b"2026-05-12T12:00:00+00:00"),
        swapped(b"2026-05-12T12:00:00Z", b"2026-05-11T36:00:00Z"),
        lambda data: data.decode().encode("utf-16"),
        lambda data: data.decode().encode("utf-32"),
    ],
)
def test_a_manifest_that_only_means_the_same_is_not_believed(rewritten, check, change):
    assert check(rewritten(change)).findings == ("seal.manifest",)


@pytest.mark.parametrize(
    "change",
    [
        swapped(b'"size": 9217', b'"size": 9007199254740991'),
        swapped(b'"version": 1', b'"more": "5.0 \\" 1e9 {[[ \\\\", "version": 1'),
        swapped(b'"version": 1', b'"more": [-0, [true, null], {}], "version": 1'),
        lambda data: data.decode().encode("utf-8-sig"),
    ],
)
def test_one_with_more_said_or_the_largest_number_is_read_by_both(rewritten, check, change):
    assert check(rewritten(change)).verdict is Verdict.GENUINE


@pytest.mark.parametrize("deep", [200, 2_000, 100_000])
def test_where_lists_lie_ever_deeper_in_lists_the_page_does_not_believe(
    rewritten, root, receiver, deep
):
    if receiver is None:
        pytest.skip("no node to open the page in")
    change = swapped(b'"version": 1', b'"more": ' + b"[" * deep + b"]" * deep + b', "version": 1')
    assert receiver.asked(rewritten(change), WORDS, root)["report"]["verdict"] == "cannot-tell"


def test_recordings_whose_key_is_not_in_the_pack_are_not_believed(retold, check):
    assert check(retold(without_key)).findings == ("seal.manifest",)


def test_the_page_gives_a_receiver_what_to_compare_with(identity, goes, root, receiver):
    if receiver is None:
        pytest.skip("no node to open the page in")
    told = receiver.asked(PdfSealer().seal(goes, identity, WORDS, NOON), WORDS, root)["told"]

    assert told["facts"][-1][:2] == ["Beside it", "recording-1.mp4.age, recording-2.age"]
    assert told["beside"] == [
        f"recording-1.mp4.age: SHA-256 {'2b' * 32}",
        f"recording-2.age: SHA-256 {'4d' * 32}",
    ]


@pytest.mark.parametrize(
    "unfit",
    [{"size": 0}, {"locked_size": 0}, {"digest": ""}, {"digest": "A" * 64}, {"name": "../a.mp4"}],
)
def test_a_list_that_a_check_would_not_take_is_never_sealed(identity, goes, unfit):
    wrong = replace(goes, recordings=(replace(WALK, **unfit), CALL))
    with refusing(Refused, "seal.list-unfit"):
        PdfSealer().seal(wrong, identity, WORDS, NOON)


def test_recordings_without_their_key_are_never_sealed(identity, goes):
    with refusing(Refused, "seal.list-unfit"):
        PdfSealer().seal(replace(goes, attachments=()), identity, WORDS, NOON)
