"""How wrong keys of the journal and of its anchors show."""

from kring.foundation.journal.anchors import any_signed
from kring.foundation.journal.chain import entry_mac
from kring.foundation.journal.models import JournalEntry
from kring.foundation.keys.columns import register_probe

TRIED = 5
"""One bent entry is no wrong key: of a wrong key not one entry fits."""


def chain_fits() -> bool:
    """Whether this key made one of the last entries, or there are none."""
    last = list(JournalEntry.objects.order_by("-pk")[:TRIED])
    return not last or any(_made_by_us(entry) for entry in last)


def _made_by_us(entry: JournalEntry) -> bool:
    return entry.mac == entry_mac(
        chain=entry.chain,
        sequence=entry.sequence,
        at=entry.at,
        actor_kind=entry.actor_kind,
        actor_key=entry.actor_key,
        organisation_key=entry.organisation_key,
        verb=entry.verb,
        payload_hash=entry.payload_hash,
        previous_mac=entry.previous_mac,
    )


register_probe("journal", chain_fits)
register_probe("anchor", any_signed)
