"""The tables that lists are answered from, and how a record leaves them for good."""

from sqlcipher3.dbapi2 import Connection


def index_by_cards(connection: Connection) -> None:
    """Lists are answered from small cards. They start empty, and are made from the records."""
    connection.execute(
        """
        CREATE TABLE card (
            id         TEXT PRIMARY KEY,
            kind       TEXT NOT NULL,
            number     TEXT NOT NULL,
            source     TEXT NOT NULL,
            version    INTEGER NOT NULL,
            opened     TEXT NOT NULL,
            by         TEXT NOT NULL,
            worker     TEXT NOT NULL,
            site       TEXT NOT NULL,
            open       INTEGER NOT NULL,
            stage      TEXT NOT NULL,
            rank       INTEGER NOT NULL,
            due        TEXT,
            path       TEXT NOT NULL,
            finished   TEXT,
            visit      TEXT,
            answers    INTEGER,
            review     TEXT,
            wants_pack INTEGER,
            who        TEXT,
            interview  TEXT,
            beside     TEXT,
            beside_due TEXT,
            done       INTEGER,
            total      INTEGER,
            begun      INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """
    )
    for index in (
        "card_by_due ON card (due IS NULL, due, begun)",
        "card_by_number ON card (kind = 'talk', begun)",
        "card_by_worker ON card (worker = '', worker COLLATE NOCASE, begun)",
        "card_by_site ON card (site = '', site COLLATE NOCASE, begun)",
        "card_by_stage ON card (rank, begun)",
        "card_by_path ON card (path = '', path, begun)",
        "card_open ON card (open, due, begun)",
        "card_unfinished ON card (opened, begun) WHERE kind = 'talk' AND finished IS NULL",
        "card_wanting ON card (opened, begun) WHERE kind = 'talk' AND wants_pack = 1",
        "card_watched ON card (review, begun) WHERE kind = 'talk' AND review IS NOT NULL",
        "card_visit ON card (visit, begun) WHERE visit IS NOT NULL",
        "card_who ON card (who) WHERE kind = 'talk' AND finished IS NULL",
        "card_staged ON card (coalesce(due, opened), begun) WHERE kind = 'pack' AND stage <> ''",
    ):
        connection.execute(f"CREATE INDEX {index}")
    connection.execute("CREATE TABLE carded (upto INTEGER NOT NULL) STRICT")
    connection.execute("INSERT INTO carded (upto) VALUES (0)")
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5 (body, content = '', contentless_delete = 1, "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    connection.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")
    connection.execute("CREATE VIRTUAL TABLE search_words USING fts5vocab (search, row)")


def index_what_tells_apart(connection: Connection) -> None:
    """What cases can be told apart by, and where their words are, is known without the cards."""
    connection.execute(
        "CREATE INDEX card_told ON card (stage, kind, wants_pack, source, version, rank, by)"
    )
    connection.execute("CREATE INDEX card_begun ON card (begun)")


def drop_card(connection: Connection, record: str) -> None:
    """Take out a record's card and its words. A talk's words are its pack's too: made anew."""
    found = connection.execute(
        "SELECT id, begun FROM card WHERE id = ? OR interview = ?", (record, record)
    ).fetchall()
    for id, begun in found:
        connection.execute("DELETE FROM search WHERE rowid = ?", (begun,))
        connection.execute("DELETE FROM card WHERE id = ?", (id,))
    if others := [begun for id, begun in found if id != record]:
        connection.execute("UPDATE carded SET upto = min(upto, ?)", (min(others) - 1,))
