"""Circles: how each is written down, and the one way past them."""

from typing import Any

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.circle import Breaking, Circle, Drawn
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import Event, GlassSeen
from welfare_app.domain.ids import StaffId
from welfare_app.store.guard import CIRCLE, DRAWN, Guard
from welfare_app.store.repository import Repository, dated_parts, header, listed
from welfare_app.store.trail import NUMBERED
from welfare_app.store.versions import HEADER, UNREADABLE, Parts, Versions

_BROKEN, _SEEN = "broken:", "seen:"


class VaultCircles(Repository[Circle]):
    """Who cases are kept to; each circle stands under the root of its case, and goes with it."""

    kind = CIRCLE

    def __init__(self, connection: Connection, versions: Versions, guard: Guard) -> None:
        super().__init__(versions)
        self._connection, self._guard = connection, guard

    def id(self, record: Circle) -> str:
        return _id(record.case)

    def parent(self, record: Circle) -> str:
        return record.case

    def to_parts(self, record: Circle) -> Parts:
        return {
            HEADER: {"keeps": record.case},
            **{
                part: body | {"members": list(body["members"]), "barred": list(body["barred"])}
                for part, body in listed(DRAWN, record.drawn).items()
            },
            **listed(_BROKEN, record.breakings),
            **{f"{_SEEN}{staff}": count for staff, count in record.seen.items()},
        }

    def from_parts(self, id: str, parts: Parts) -> Circle:  # noqa: ARG002 - told by its case
        return Circle(
            header(parts)["keeps"],
            tuple(_drawn(body) for _, body in dated_parts(parts, DRAWN)),
            tuple(Breaking(**body) for _, body in dated_parts(parts, _BROKEN)),
            {
                StaffId(part.removeprefix(_SEEN)): int(count)
                for part, count in parts.items()
                if part.startswith(_SEEN)
            },
        )

    def save(self, record: Circle, *, because: Event) -> None:
        """Keep it, and let whoever it shuts out see nothing from here on."""
        super().save(record, because=because)
        self._guard.look_again()

    def see(self, record: Circle, *, because: GlassSeen) -> None:
        """Keep that someone in it was told who broke in."""
        self.save(record, because=because)

    def of_case(self, root: str) -> Circle:
        """The circle of a case; one that keeps it from nobody where there never was any."""
        return self._find(_id(root)) or Circle(root)

    def root_of(self, record: str) -> str:
        """The root of the case a record belongs to: its talk, or a pack alone."""
        self._guard.must_be_in(record)
        return self._root(record)

    def called(self, number: str) -> str:
        """The root of the case that a talk or a pack of this number belongs to, kept or not."""
        found = self._connection.execute(
            "SELECT record FROM called WHERE number = ? COLLATE NOCASE AND kind IN (?, ?)",
            (number.strip(), *NUMBERED),
        ).fetchone()
        if found is None:
            raise Refused("circle.no-such-case")
        return self._root(found[0])

    def shuts_out(self, root: str) -> bool:
        """Whether whoever is at work is kept from a case."""
        return root in self._guard.shut

    def break_into(self, root: str) -> Circle | None:
        """Enter a case from outside. It holds once committed, until the vault is closed.

        Gives its circle; nothing where damage took that, which keeps nobody from the case.
        """
        self._guard.enter(root)
        try:
            return self.of_case(root)
        except Unavailable as error:
            if error.code != UNREADABLE:
                raise
            return None

    def _root(self, record: str) -> str:
        row = self._connection.execute(
            "WITH RECURSIVE above (id, parent) AS ("
            "  SELECT id, parent FROM record WHERE id = ?"
            "  UNION SELECT record.id, record.parent FROM record "
            "  JOIN above ON record.id = above.parent"
            ") SELECT id FROM above WHERE parent = ''",
            (record,),
        ).fetchone()
        if row is None:
            raise Refused("circle.no-such-case")
        return str(row[0])


def _id(case: str) -> str:
    return f"{CIRCLE}:{case}"


def _drawn(body: dict[str, Any]) -> Drawn:
    members, barred = (
        tuple(StaffId(one) for one in body.pop(key)) for key in ("members", "barred")
    )
    return Drawn(members=members, barred=barred, **body)
