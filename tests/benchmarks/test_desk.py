"""The case desk over many cases: painted, sorted, searched and filtered, beside plain SQLite.

The plain file holds the same rows, indexes and index of words, unencrypted; its questions are
written by hand, and read no more than what is asked for.
"""

import itertools
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from sqlcipher3 import dbapi2 as cipher

from tests.benchmarks.many_cases import SITES, vault_of
from tests.benchmarks.timing import turn_about
from tests.conftest import KEY
from tests.desks import sit_down
from tests.torture.table import tools
from tests.ui.kit.conftest import RESOURCES, settle
from tests.ui.pages.samples_everyday import PERSON
from welfare_app.domain.desk_view import DeskView, Order
from welfare_app.presenters.cases import ALL, CasesPresenter
from welfare_app.presenters.kept_views import KeptViewsPresenter
from welfare_app.store.card_rows import COLUMNS
from welfare_app.store.connection import CACHE_KIB
from welfare_app.ui.paged_table import PAGE
from welfare_app.ui.pages.cases_page import CasesPage
from welfare_app.ui.parts import Kit
from welfare_app.ui.shell import Shell
from welfare_app.ui.theme import ThemeSource

ROOT = Path(__file__).parents[2]
SIZES = (1_000, 10_000, 100_000)
TIMES = 9
MEMORY_AIM = 250
SITE = SITES[0]


@pytest.fixture(scope="session")
def folders(tmp_path_factory):
    """Vaults of each size, made once."""
    above = tmp_path_factory.mktemp("desks")
    return {many: vault_of(above / str(many), many) for many in SIZES}


@pytest.fixture(params=SIZES)
def seated(request, folders):
    """A desk at a vault of a size, and how many cases it holds."""
    vault = tools().door.open(folders[request.param], KEY)
    yield sit_down(tools(), vault), request.param
    vault.close()


@pytest.fixture
def plain(seated, tmp_path):
    """The same data in a plain SQLite file."""
    path = tmp_path / "plain.db"
    ours = seated[0].shift.vault._connection()
    ours.execute("ATTACH DATABASE ? AS plain KEY ''", (str(path),))
    ours.execute("SELECT sqlcipher_export('plain')").fetchall()
    ours.execute("DETACH DATABASE plain")
    connection = cipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute("PRAGMA temp_store = MEMORY")
    assert path.read_bytes()[:13] == b"SQLite format"
    yield connection
    connection.close()


def page_of(connection, ids):
    """The first rows that would be seen."""
    some = ids[:PAGE]
    marks = ",".join("?" * len(some))
    question = f"SELECT {COLUMNS} FROM card WHERE id IN ({marks})"  # noqa: S608 - our own words
    return connection.execute(question, some).fetchall()


def by_hand(connection, where, order, *values):
    """What a view shows, asked as one would write it down for this one view."""
    question = f"SELECT id FROM card {where} ORDER BY {order}"  # noqa: S608 - our own words
    rows = connection.execute(question, values).fetchall()
    ids = [id for (id,) in rows]
    page_of(connection, ids)
    return ids


def words_by_hand(connection, question):
    """Where words are, the newest first, as many as anyone reads."""
    return by_hand(
        connection,
        "WHERE begun IN (SELECT rowid FROM search WHERE search MATCH ? "
        "ORDER BY rowid DESC LIMIT 5000)",
        "due IS NULL, due, begun",
        question,
    )


def misspelt_by_hand(connection, word):
    """Every word of the vault compared with the one nobody wrote."""
    terms = [term for (term,) in connection.execute("SELECT term FROM search_words")]
    near = process.extract(word, terms, scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=8)
    return words_by_hand(connection, " OR ".join(f'"{term}"' for term, _, _ in near))


def asked(desk, view):
    """The same of our desk: the ids of a view, and its first page."""
    ids = desk.around.ids(view)
    desk.around.listed(ids[:PAGE])
    return list(ids)


def a_word(desk):
    """A last name that few have, and how somebody in a hurry types it."""
    row = desk.shift.vault._connection().execute(
        "SELECT term FROM search_words WHERE term LIKE '%ski' AND length(term) >= 10 "
        "ORDER BY doc LIMIT 1"
    )
    [word] = row.fetchone()
    return word, word[:4] + word[5:]


def test_what_the_desk_asks_beside_plain_sqlite(seated, plain, capsys):
    desk, many = seated
    word, wrong = a_word(desk)
    due = "due IS NULL, due, begun"
    site = "site = '', site COLLATE NOCASE, begun"
    for name, view, bare in (
        ("first", DeskView(open=True), lambda: by_hand(plain, "WHERE open = 1", due)),
        ("re-sort", DeskView(order=Order.SITE), lambda: by_hand(plain, "", site)),
        ("word", DeskView(words=word), lambda: words_by_hand(plain, f'"{word}"*')),
        ("word in many", DeskView(words="rent"), lambda: words_by_hand(plain, '"rent"*')),
        ("misspelt", DeskView(words=wrong), lambda: misspelt_by_hand(plain, wrong)),
        (
            "filter",
            DeskView(sites=frozenset({SITE})),
            lambda: by_hand(plain, "WHERE site = ?", due, SITE),
        ),
    ):
        ours = asked(desk, view)
        assert set(ours) == set(bare()) or name == "misspelt"
        assert ours
        said = turn_about(lambda view=view: asked(desk, view), bare, TIMES)
        with capsys.disabled():
            print(f"\n{many:,} cases, {name}, {len(ours):,} found: {said}", end="")


@pytest.fixture
def shown(seated, qtbot, qapp):
    """The desk in a window, as after Home was looked at; and how long its first paint took."""
    desk, many = seated
    ThemeSource(RESOURCES, "light", 1.0).apply(qapp)
    kit = Kit(ThemeSource(RESOURCES, "light", 1.0).theme)
    shell = Shell(kit, "Orchard Example Labour Ltd")
    qtbot.addWidget(shell)
    shell.resize(1280, 800)
    shell.show()
    spent = []
    for _ in range(TIMES):
        desk.around.look()
        began = time.perf_counter()
        page = CasesPage(kit, PERSON)
        cases = CasesPresenter(
            page, desk.around, desk.definitions, desk.shift, desk.staff_names(), lambda _place: None
        )
        KeptViewsPresenter(page, cases, desk.views, desk.definitions).begin()
        shell.show_page(page)
        shell.grab()
        spent.append(time.perf_counter() - began)
        settle(qtbot)
    return cases, page, shell, many, spent


def test_what_the_desk_takes_to_the_painted_row(shown, seated, qtbot, capsys):
    cases, page, shell, many, first = shown
    word, wrong = a_word(seated[0])
    cases.show(ALL)
    orders = itertools.cycle((Order.SITE, Order.WORKER))
    sites = itertools.cycle(SITES)
    took = {"first paint": (statistics.median(first), max(first))}
    for name, act in (
        ("re-sort", lambda: cases.sort(next(orders))),
        ("word", lambda: cases.find(word)),
        ("misspelt", lambda: cases.find(wrong)),
        ("filter", lambda: cases.narrow("site", next(sites))),
    ):
        spent = []
        for _ in range(TIMES):
            cases.find("")
            cases.clear()
            settle(qtbot)
            began = time.perf_counter()
            act()
            shell.grab()
            spent.append(time.perf_counter() - began)
        took[name] = statistics.median(spent), max(spent)
    with capsys.disabled():
        for name, (median, longest) in took.items():
            print(
                f"\n{many:,} cases, {name} to the painted row: "
                f"{median * 1000:.0f} ms, longest {longest * 1000:.0f} ms",
                end="",
            )
    assert page._model.rowCount()


def test_the_whole_program_stays_small_with_the_desk_open(folders, capsys):
    for many in SIZES:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.desk_memory", str(folders[many])],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        now, most = done.stdout.split()
        with capsys.disabled():
            print(f"\n{many:,} cases: {now} MB, at most {most} MB (aim {MEMORY_AIM})", end="")
        assert int(now) > 0
