"""Reads whom to call. A number without a source and a date is refused."""

from pathlib import Path

from welfare_app.content.tables import Table, agree, read, words
from welfare_app.content.words import WordedContacts
from welfare_app.domain.contacts import Contact, Nation


def contacts(root: Path, language: str) -> WordedContacts:
    """The contacts in one language. One in doubt must have a note that says so."""
    known = structure(root)
    file = f"contacts/contacts.{language}.toml"
    said = words(root, file)
    needed = {f"{one.id}.name" for one in known} | {f"{one.id}.note" for one in known if one.doubt}
    agree(file, said, needed, {f"{one.id}.note" for one in known})
    return WordedContacts(known, said)


def structure(root: Path) -> tuple[Contact, ...]:
    """The contacts without their words."""
    top = read(root, "contacts/contacts.toml")
    known = tuple(_contact(table) for table in top.tables("contact"))
    top.done()
    if len({one.id for one in known}) < len(known):
        top.refuse("content.twice", "contact")
    return known


def _contact(table: Table) -> Contact:
    nations = table.texts("nations")
    if not set(nations) <= set(Nation):
        table.refuse("content.unknown-option", "nations")
    contact = Contact(
        id=table.text("id"),
        phone=table.text("phone", ""),
        email=table.text("email", ""),
        purposes=table.texts("purposes"),
        nations=tuple(Nation(nation) for nation in nations),
        source=table.text("source"),
        checked=table.day("checked"),
        doubt=table.flag("doubt"),
    )
    table.done()
    if not (contact.phone or contact.email):
        table.refuse("content.missing-key", "phone")
    if not contact.purposes:
        table.refuse("content.missing-key", "purposes")
    return contact
