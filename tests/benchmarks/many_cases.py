"""Vaults with any number of cases to measure at: all invented, and the same every time."""

import random
from datetime import timedelta

from tests.conftest import KEY, NOON
from tests.desks import ROSA, register, sit_down
from tests.torture.table import tools
from welfare_app.domain.answers import Answer
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StageId
from welfare_app.domain.interview import Interview
from welfare_app.domain.pack import IncidentPack

SITES = tuple(
    f"{name} {kind}"
    for name in ("Alder", "Quarry", "Reedham", "Northvale", "Fen", "Birch", "Willow", "Marsh")
    for kind in ("Mill", "Lane", "Farm", "Cold Store", "Yard")
)
_STARTS = ("An", "Be", "Cor", "Dra", "El", "Fi", "Gre", "Hal", "Il", "Jo", "Ka", "Lu", "Mi", "Ned")
_MIDDLES = ("an", "bo", "ci", "de", "ri", "lo", "ma", "ni", "ste", "tu", "va", "wi")
_ENDS = ("a", "ek", "ica", "o", "us", "ya", "ov", "in", "ell", "ar")
_SAID = (
    "passport", "wages", "driver", "caravan", "deposit", "overtime", "rota", "bus", "gangmaster",
    "rent", "cousin", "phone", "payslip", "agency", "fine", "boots", "kitchen", "doctor",
)  # fmt: skip
UNFINISHED = 50
"""One talk in so many is not signed off."""
PACKED = 20
"""One talk in so many has a pack."""


def name(chance: random.Random) -> str:
    """A name nobody has."""
    return "".join(chance.choice(some) for some in (_STARTS, _MIDDLES, _ENDS))


def fill(desk, many):
    """So many cases, each save with its audit entry; their cards are made as day by day."""
    chance = random.Random(1)  # noqa: S311 - nothing secret, and the same every time
    form = desk.definitions.form("welfare-interview").form
    workflow = desk.definitions.workflow("incident-pack").workflow
    talks = many * PACKED // (PACKED + 1)
    packs = many - talks
    with desk.shift.work() as work:
        for number in range(talks):
            at = NOON + timedelta(minutes=number)
            id = InterviewId(tools().new_id())
            talk, because = Interview.start(id, f"W-{number + 1:04}", form, at, ROSA.id, None)
            said = " ".join(chance.choice(_SAID) for _ in range(8))
            for field, words in (
                ("first-name", name(chance)),
                ("last-name", f"{name(chance)}ski"),
                ("site", chance.choice(SITES)),
                ("free-recall", said),
            ):
                talk, _ = talk.record(FieldId(field), Answer(words), "")
            if chance.randrange(UNFINISHED):
                talk, _ = talk.finish(at)
            work.interviews.save(talk, because=because)
            if number < packs:
                pack_id = PackId(tools().new_id())
                pack, opened = IncidentPack.open(
                    pack_id, f"P-{number + 1:04}", workflow, id, at, ROSA.id
                )
                for stage in workflow.stages[: chance.randrange(len(workflow.stages) + 1)]:
                    pack, _ = pack.complete(StageId(stage.id), at, ROSA.id)
                work.packs.save(pack, because=opened)
        work.commit()
    desk.around.look()


def vault_of(folder, many):
    """A folder with a vault of so many cases; one that lies there already is taken as it is."""
    if not folder.exists():
        folder.mkdir(parents=True)
        vault = tools().door.create(folder, KEY)
        register(vault, tools().new_identity("Orchard Example Labour Ltd", "Laptop", NOON))
        fill(sit_down(tools(), vault), many)
        vault.close()
    return folder
