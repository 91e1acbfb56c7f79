"""What each part of a case gives to its chronology."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from welfare_app.domain.chronology import Happening, Source, day_of
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import FieldId, IndicatorId, StageId
from welfare_app.domain.interview import Course, Interview
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.sign import Known, Sign
from welfare_app.domain.wording import text_of_turn

NOTICED_WHAT, NOTICED_WHEN = FieldId("noticed-what"), FieldId("noticed-when")
"""The answers of a pack that say what began it, and when."""


def of_talk(talk: Interview) -> Iterator[Happening]:
    """A talk: its beginning, where its questions stopped, and its end."""
    moments = [(talk.started, f"The talk {talk.number} began", talk.by)]
    moments += [
        (turn.at, f"{text_of_turn(turn.course)}, in {talk.number}", turn.by)
        for turn in talk.turns
        if turn.course is not Course.WHOLE
    ]
    if talk.finished is not None:
        moments.append((talk.finished, f"The talk {talk.number} was signed off", talk.by))
    for at, what, by in moments:
        day, hour = day_of(at)
        yield Happening(Source.TALK, what, day, at, by, hour, record=talk.id)


def of_signs(signs: Iterable[Sign], phrase: Callable[[IndicatorId], str]) -> Iterator[Happening]:
    """The signs that stand, each on the day it shows; where that is not known, it says so."""
    for sign in signs:
        if sign.stands:
            what = phrase(sign.indicator)
            if sign.words and sign.language == "en":
                words = f"“{sign.words}”" if sign.known is Known.SAID else sign.words
                what = f"{what}: {words}"
            place = f" ({sign.where})" if sign.where else ""
            yield Happening(
                Source.SIGN,
                f"{what}{place}",
                PartialDate.read(sign.when) if sign.when else None,
                sign.noted,
                sign.by,
                known=sign.known,
                record=sign.id,
            )


def of_pack(pack: IncidentPack, titles: Mapping[StageId, str]) -> Iterator[Happening]:
    """What began a pack, its opening, and the stages that are behind us."""
    what, when = (pack.answers.get(id) for id in (NOTICED_WHAT, NOTICED_WHEN))
    if what is not None and isinstance(what.value, str) and what.value.strip():
        day = PartialDate.read(when.value) if when and isinstance(when.value, str) else None
        first = next(iter(sorted(pack.done.values(), key=lambda done: done.at)), None)
        written, by = (first.at, first.by) if first else (pack.opened, pack.by)
        yield Happening(Source.STAGE, what.value, day, written, by, record=pack.id)
    day, hour = day_of(pack.opened)
    opened = f"The incident pack {pack.number} was opened"
    yield Happening(Source.STAGE, opened, day, pack.opened, pack.by, hour, record=pack.id)
    for id, done in pack.done.items():
        day, hour = day_of(done.at)
        title = f"{id} {titles.get(id, '')}".strip()
        said = f"Stage passed over: {title}. {done.skipped}" if done.skipped else f"Done: {title}"
        yield Happening(Source.STAGE, said, day, done.at, done.by, hour, record=pack.id)


def of_calls(pack: IncidentPack) -> Iterator[Happening]:
    """The calls to bodies outside, when they were made; and what was asked to wait."""
    for one in pack.calls:
        call = one.call
        day, hour = day_of(call.at)
        what = f"Called {call.body}"
        if not call.answered:
            what = f"{what}; nobody answered"
        else:
            named = f"{call.person}, reference {call.reference}" if call.reference else call.person
            held = f" We were asked to wait with: {call.hold}" if call.hold else ""
            what = f"{what} ({named}): {call.advice}{held}"
        yield Happening(Source.CALL, what, day, one.at, one.by, hour, record=pack.id)


def of_paths(pack: IncidentPack, called: Callable[[str], str]) -> Iterator[Happening]:
    """The paths that were chosen, and the dates that were kept."""
    chosen = [
        (one.at, f"Path chosen: {called(one.outcome)}. {one.reason}", one.by) for one in pack.paths
    ]
    kept = [(one.at, one.words, one.by) for one in pack.met.values()]
    for at, what, by in (*chosen, *kept):
        day, hour = day_of(at)
        yield Happening(Source.STAGE, what, day, at, by, hour, record=pack.id)


def of_files(files: Iterable[Evidence]) -> Iterator[Happening]:
    """Each file on the day it is from, and on the day it was taken in."""
    for file in files:
        called = f"Exhibit {file.exhibit}"
        if file.description or file.dated:
            what = f"{called}: {file.description or file.name}"
            dated = PartialDate.read(file.dated) if file.dated else None
            yield Happening(Source.FILE, what, dated, file.kept, file.by, record=file.id)
        day, hour = day_of(file.kept)
        taken = f"{called} was taken in"
        yield Happening(Source.FILE, taken, day, file.kept, file.by, hour, record=file.id)
