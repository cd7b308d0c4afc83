"""Everything that stands in a store without a seal: what whoever holds the vault key could read."""

from sqlalchemy import inspect, text

from tests.stores import DeskAtHand


def plain_text_of(desk: DeskAtHand) -> str:
    """Return every text of every table, but for the country's profile, which every installation has."""
    found: list[str] = []
    with desk.vault.session(reading=True) as session:
        names = [name for name in inspect(session.connection()).get_table_names() if name != "profiles"]
        for name in names:
            for row in session.execute(text(f'SELECT * FROM "{name}"')):  # noqa: S608 - names of our own tables
                found += [str(value) for value in row if not isinstance(value, bytes)]
    return "\n".join(found)
