"""Wrong tries: how many were made at each way in, and how long the next one has to wait.

It slows down whoever sits at the laptop. Whoever took the files away is slowed by Argon2id
alone. The counts lie in a small file beside the slots and, where a keyring answers, there too,
so that taking the file away takes nothing back.
"""

import json
import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from welfare_app.domain.errors import Tampered, Unavailable
from welfare_app.keys.device_secret import DeviceSecrets
from welfare_app.keys.whole_file import write_whole

FILE = "tries.json"
LARGEST = 64 * 1024
MOST = 2**32
"""Of tries, and of seconds since 1970: whatever says more was not written by us."""
FREE, FIRST_DELAY, LONGEST_DELAY = 2, 5, 300
RECOVERY, ANYONE = "", "*"
"""The names of two ways in that belong to no one: the sheet, and "whoever this opens for"."""
WRONG = frozenset({"key.wrong-passphrase", "key.wrong-recovery-code"})


@dataclass(frozen=True, slots=True)
class Clocks:
    """The time of day, which anyone can set, and one that only goes forward until a restart."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    tick: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Wrong:
    """Wrong tries at one way in.

    `count` is since it last opened, `at` and `tick` when the last was, by both clocks. `untold`
    is how many the audit trail has not heard of, from `first` to `last`. Times are seconds.
    """

    count: int = 0
    at: int = 0
    tick: float = 0.0
    untold: int = 0
    first: int = 0
    last: int = 0

    def once_more(self, now: int, tick: float) -> "Wrong":
        """With another wrong try."""
        first = self.first if self.untold else now
        return Wrong(min(self.count + 1, MOST), now, tick, min(self.untold + 1, MOST), first, now)


@dataclass(frozen=True, slots=True)
class Tries:
    """Everything counted at one vault. Of two, the one with the higher `serial` is newer."""

    vault: str
    serial: int = 0
    by: Mapping[str, Wrong] = field(default_factory=dict)

    def having(self, who: str, wrong: Wrong) -> "Tries":
        """The same with one way in counted otherwise; what says nothing is left out."""
        others = {name: each for name, each in self.by.items() if name != who}
        return replace(self, by=others | ({who: wrong} if wrong.count or wrong.untold else {}))


def delay(count: int) -> int:
    """How many seconds there are between a wrong try and the next."""
    if count <= FREE:
        return 0
    return int(min(FIRST_DELAY * 2 ** min(count - FREE - 1, 16), LONGEST_DELAY))


class WrongTries:
    """Counts them. A try is counted before it is made, so that ending the program saves nobody."""

    def __init__(self, folder: Path, secrets: DeviceSecrets, clocks: Clocks) -> None:
        self._folder, self._secrets, self._clocks = folder, secrets, clocks
        self._seen: Tries | None = None

    def wait(self, vault: str, who: str) -> int:
        """Seconds until this way in may be tried, as far as is known without the keyring."""
        return self._left(self._newest(vault), who)

    @contextmanager
    def trying(self, vault: str, who: str) -> Iterator[None]:
        """Around one try: refused while it has to wait, counted where it was wrong."""
        kept = self._kept(vault)
        before = self._seen = self._newest(vault, kept)
        if seconds := self._left(before, who):
            raise Unavailable("key.wait", seconds=seconds)
        wrong = before.by.get(who, Wrong())
        now, tick = self._time()
        counted = self._keep(before.having(who, wrong.once_more(now, tick)), flush=False)
        try:
            yield
        except Unavailable as error:
            if error.code in WRONG:
                self._keep_in_keyring(self._keep(counted))
            else:  # the machine's fault, and no guess
                self._keep(counted.having(who, wrong))
            raise
        except Tampered:
            self._clear(counted, who, wrong, kept)
            raise
        self._clear(counted, who, wrong, kept)

    def untold(self, vault: str) -> Mapping[str, Wrong]:
        """What the audit trail has not heard of, by way in."""
        newest = self._newest(vault, None if self._seen else self._kept(vault))
        return {who: wrong for who, wrong in newest.by.items() if wrong.untold}

    def told(self, vault: str) -> None:
        """The audit trail has heard of everything."""
        if self.untold(vault):
            kept = self._kept(vault)
            newest = self._newest(vault, kept)
            by = {who: replace(each, untold=0) for who, each in newest.by.items() if each.count}
            self._keep_everywhere(replace(newest, by=by), kept)

    def _clear(self, counted: Tries, who: str, before: Wrong, kept: Tries | None) -> None:
        self._keep_everywhere(counted.having(who, replace(before, count=0)), kept)

    def _left(self, tries: Tries, who: str) -> int:
        wrong = tries.by.get(who, Wrong())
        whole = delay(wrong.count)
        now, tick = self._time()
        passed = tick - wrong.tick
        if passed < 0:  # the laptop was started again since: only the time of day can tell
            passed = now - wrong.at
        if whole and passed < 0:  # and that was set back: begin to count from now, once
            self._keep(tries.having(who, replace(wrong, at=now, tick=tick)))
            passed = 0
        return math.ceil(max(0.0, whole - passed))

    def _time(self) -> tuple[int, float]:
        return int(self._clocks.now().timestamp()), round(self._clocks.tick(), 1)

    # Where they are kept

    def _newest(self, vault: str, kept: Tries | None = None) -> Tries:
        known = [one for one in (self._seen, self._read(), kept) if one and one.vault == vault]
        return max(known, key=lambda one: one.serial, default=Tries(vault))

    def _read(self) -> Tries | None:
        try:
            with (self._folder / FILE).open("rb") as file:
                return parse(file.read(LARGEST + 1))
        except OSError:
            return None

    def _kept(self, vault: str) -> Tries | None:
        return parse((self._secrets.recall(_name(vault)) or "").encode("utf-8", "replace"))

    def _keep(self, tries: Tries, *, flush: bool = True) -> Tries:
        following = replace(tries, serial=min(tries.serial + 1, MOST))
        self._seen = following
        with suppress(OSError):  # a disk that is full must keep nobody from their records
            write_whole(self._folder, FILE, _written(following), flush=flush)
        return following

    def _keep_in_keyring(self, tries: Tries) -> None:
        self._secrets.remember(_name(tries.vault), _written(tries).decode())

    def _keep_everywhere(self, tries: Tries, kept: Tries | None) -> None:
        following = self._keep(tries, flush=False)
        if kept is not None and kept.by:
            self._keep_in_keyring(following)


def parse(data: bytes) -> Tries | None:
    """What was counted; nothing where it cannot be read, which neither opens nor shuts a way in."""
    try:
        if len(data) > LARGEST:
            return None
        plain = json.loads(data)
        by = {str(who): _wrong(each) for who, each in plain["by"].items()}
        vault, serial = plain["vault"], plain["serial"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if not isinstance(vault, str) or not _counts(serial):
        return None
    return Tries(vault, serial, by)


def _wrong(plain: object) -> Wrong:
    if not isinstance(plain, list) or len(plain) != len(astuple(Wrong())):
        raise TypeError("not what is counted")
    count, at, tick, untold, first, last = plain
    if not all(_counts(one) for one in (count, at, untold, first, last)):
        raise ValueError("not a count")
    if type(tick) not in (int, float) or not 0 <= tick <= MOST:
        raise ValueError("not a time")
    return Wrong(count, at, float(tick), untold, first, last)


def _counts(value: object) -> bool:
    return type(value) is int and 0 <= value <= MOST


def _written(tries: Tries) -> bytes:
    by = {who: astuple(wrong) for who, wrong in tries.by.items()}
    plain = {"vault": tries.vault, "serial": tries.serial, "by": by}
    return json.dumps(plain, separators=(",", ":")).encode()


def _name(vault: str) -> str:
    return f"{vault}-tries"
