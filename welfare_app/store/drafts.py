"""Lines not yet kept: overwritten as they are typed, with no history, and emptied when kept."""

from sqlcipher3.dbapi2 import Connection

from welfare_app.store.around_damage import Reading
from welfare_app.store.guard import Guard


class VaultDrafts:
    """One half-typed line for each record at most. Nobody had said it yet: it is not a record."""

    def __init__(self, connection: Connection, reading: Reading, guard: Guard) -> None:
        self._connection, self._reading, self._guard = connection, reading, guard

    def of(self, record: str) -> str:
        """What was being typed, or blank. One on a damaged page keeps nobody from its record."""
        self._guard.must_be_in(_about(record))
        found = self._reading.rows("SELECT body FROM draft WHERE record = ?", (record,))
        text = str(found.rows[0][0]) if found.whole and found.rows else ""
        return "" if "\0" in text else text

    def keep(self, record: str, text: str) -> None:
        """Keep what is being typed in place of what was; blank empties it."""
        self._guard.must_be_in(_about(record))
        self._connection.execute("DELETE FROM draft WHERE record = ?", (record,))
        if text:
            self._connection.execute(
                "INSERT INTO draft (record, body) VALUES (?, ?)", (record, text)
            )

    def under(self, record: str) -> tuple[tuple[str, str], ...]:
        """What is kept by names that begin with this one and a stroke, in their order."""
        found = self._reading.rows(
            "SELECT record, body FROM draft WHERE record > ? AND record < ? ORDER BY record",
            (f"{record}/", f"{record}0"),
        )
        kept = ((str(name), str(body)) for name, body in found.rows)
        return tuple(one for one in kept if self._guard.visible([_about(one[0])]))


def _about(record: str) -> str:
    """The record whose case a name belongs to."""
    return record.rpartition("/")[2]
