"""A check of a pack looks beside it too, and says of each recording what it found."""

import json
from dataclasses import replace

import pytest

from tests.desks import Now, Screens
from tests.services.test_seal_referral import hurried
from welfare_app.cli import verify
from welfare_app.domain.recordings import FoundBeside
from welfare_app.domain.seal import Verdict
from welfare_app.presenters.check import CheckPresenter
from welfare_app.services.jobs import Cancelled
from welfare_app.services.lock_recordings import PART
from welfare_app.services.sample_case import HANDING

__all__ = ["hurried"]

NAMES = ("recording-1.mp4.age", "recording-2.wav.age")


@pytest.fixture
def pack(case, hurried, tmp_path):
    """A pack in a folder of its own, with two recordings beside it."""
    chosen = []
    for name, size, said in (("walk.mp4", 3 * PART, "The yard"), ("call.wav", 900, "A call")):
        (tmp_path / name).write_bytes(bytes(size))
        one = case.desk.seal.recordings.look(tmp_path / name)
        chosen.append(replace(one, description=said))
    (tmp_path / "stick").mkdir()
    path = tmp_path / "stick" / "a.pdf"
    return hurried.seal(case.referral, HANDING, path, chosen=tuple(chosen))


def nothing(_folder):
    """They lie there as they were sealed."""


def changed(folder):
    data = bytearray((folder / NAMES[1]).read_bytes())
    data[-1] ^= 1
    (folder / NAMES[1]).write_bytes(data)


def cut_short(folder):
    (folder / NAMES[1]).write_bytes((folder / NAMES[1]).read_bytes()[:-1])


def away(folder):
    (folder / NAMES[1]).unlink()


def a_folder(folder):
    away(folder)
    (folder / NAMES[1]).mkdir()


CASES = [
    (nothing, FoundBeside.AS_LISTED),
    (changed, FoundBeside.ALTERED),
    (cut_short, FoundBeside.ALTERED),
    (a_folder, FoundBeside.ALTERED),
    (away, FoundBeside.MISSING),
]


@pytest.mark.parametrize(("happens", "how"), CASES)
def test_the_window_and_the_command_say_the_same_of_what_lies_beside(
    case, tools, pack, tmp_path, capsys, happens, how
):
    happens(pack.path.parent)
    checked = case.desk.check.check(pack.path, pack.words.text, None)
    assert checked.report.verdict is Verdict.GENUINE
    assert [found for _, found in checked.recordings] == [FoundBeside.AS_LISTED, how]

    view = Screens()
    presenter = CheckPresenter(view, case.desk.check, case.desk.definitions, Now())
    presenter.begin()
    presenter.check(pack.path, pack.words.text)
    in_the_window = [fact for fact in view.now.facts if fact[0].startswith("Recording ")]

    with case.desk.shift.work() as work:
        (tmp_path / "root.crt").write_bytes(work.register.identity().root_certificate)
    (tmp_path / "words.txt").write_text(pack.words.text)
    given = (tools, pack.path, tmp_path / "root.crt", tmp_path / "words.txt", None)
    ended = verify.run(*given, verify.Given(), as_json=False)
    told = capsys.readouterr().err
    assert ended == (2 if how is FoundBeside.ALTERED else 0)
    assert len(in_the_window) == 2
    for label, value, note in in_the_window:
        assert f"{label}: {value} ({note})" in told
    for finding in view.now.findings:
        assert finding in told
    assert ("recording beside it is not" in told) == (how is FoundBeside.ALTERED)

    assert NAMES[0] not in told.replace(in_the_window[0][1], ""), "each is named once"

    verify.run(*given, verify.Given(), as_json=True)
    answer = json.loads(capsys.readouterr().out)
    beside, altered = answer["beside"], ["seal.recording-altered"]
    assert answer["findings"] == (altered if how is FoundBeside.ALTERED else [])
    assert [one["found"] for one in beside] == ["as-listed", how]
    assert [one["age"]["name"] for one in beside] == list(NAMES)
    assert [one["description"] for one in beside] == ["The yard", "A call"]


def test_of_a_pack_that_is_not_genuine_nothing_beside_is_looked_at(case, pack):
    data = bytearray(pack.path.read_bytes())
    data[len(data) // 2] ^= 1
    pack.path.write_bytes(data)
    checked = case.desk.check.check(pack.path, pack.words.text, None)

    assert checked.report.verdict is Verdict.NOT_GENUINE
    assert checked.recordings == ()


def test_a_look_beside_tells_how_far_it_is_and_can_be_stopped(case, pack):
    told = []
    case.desk.check.check(pack.path, pack.words.text, None, lambda *far: told.append(far))
    done = [far for far, _ in told]
    assert done == sorted(done)
    assert len([far for far in done if 300 < far < 990]) >= 3

    def stop(far, _total):
        if far > 500:
            raise Cancelled

    with pytest.raises(Cancelled):
        case.desk.check.check(pack.path, pack.words.text, None, stop)
