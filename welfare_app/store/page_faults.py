"""Says what is wrong with the pages of a file, each kind of harm by its own name."""

from collections.abc import Iterator

from welfare_app.services.vaults import Fault
from welfare_app.store.pages import SIZE, Pages, said_count

HEADER, TRUNCATED, ZEROED = "vault.header-damaged", "vault.truncated", "vault.page-zeroed"
SWAPPED, HARMED = "vault.pages-swapped", "vault.page-damaged"
LOG = "vault.wal-damaged"
_MANY = 64
"""Among more bad pages than this nobody swapped two: the disk is at fault."""


def page_faults(pages: Pages) -> Iterator[Fault]:
    """Every fault of the pages, the gravest first."""
    if not pages.path.stat().st_size:
        yield Fault(TRUNCATED)
        return
    if not pages.sealed:
        # without its first bytes no seal can be tried: what the pages are worth the trail tells
        yield Fault(HEADER, (1,))
        return
    bad = list(pages.bad())
    if 1 in bad or pages.salt_changed:
        yield Fault(HEADER, (1,))
    missing = _missing(pages)
    if missing:
        lies_in_log = pages.log.frames and not pages.cut_short()
        yield Fault(LOG if lies_in_log else TRUNCATED, missing)
    bad = [number for number in bad if number != 1 and number not in missing]
    zeroed = [number for number in bad if not pages.raw(number).strip(b"\0")]
    rest = [number for number in bad if number not in zeroed]
    swapped = _swapped(pages, rest) if len(rest) <= _MANY else []
    harmed = [number for number in rest if number not in swapped]
    for code, numbers in ((ZEROED, zeroed), (SWAPPED, swapped), (HARMED, harmed)):
        if numbers:
            yield Fault(code, tuple(numbers))


def _missing(pages: Pages) -> tuple[int, ...]:
    """The pages that the file says it has and has not, the one it breaks off in included."""
    size = pages.path.stat().st_size
    first = pages.plain(1)
    newest = said_count(first) if first else 0
    return tuple(
        number
        for number in range(size // SIZE + 1, max(newest, -(-size // SIZE)) + 1)
        if pages.plain(number) is None
    )


def _swapped(pages: Pages, bad: list[int]) -> list[int]:
    """Those that are true pages of this vault in the wrong place."""
    return [
        number
        for number in bad
        if any(pages.true(other, pages.raw(number)) for other in bad if other != number)
    ]
