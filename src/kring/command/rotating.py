"""``kring keys show``, ``rotate`` and ``drop``: the keys of sealed fields while people work on."""

import argparse
import sys

from django.utils import timezone

from kring.foundation.keys.columns import COLUMNS
from kring.foundation.keys.keyring import KeyInUse
from kring.foundation.keys.sealing import keyring
from kring.foundation.rotation.actions import NotFinished, drop_key, new_key, reseal_everything
from kring.foundation.rotation.queries import check_keys, left


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; 0 when it was done."""
    check_keys()
    if arguments.deed == "rotate":
        return rotate()
    if arguments.deed == "drop":
        return drop(arguments.key or "")
    return show()


def show() -> int:
    """The ids of the keys, and how many records stand under an older one; never a key."""
    ring = keyring()
    print(f"Keys: {', '.join(sorted(ring.field_keys))}. New values: {ring.current_field_key}.")
    behind = left(ring.current_field_key)
    for name in COLUMNS:
        print(f"  {name}: {behind[name]} under an older key")
    return 0


def rotate() -> int:
    """Add a key and seal everything again; one that was cut off is finished first."""
    unfinished = left(keyring().current_field_key)
    if unfinished:
        print("An earlier rotation was cut off: it is finished now, without another key.")
    else:
        print(f"New key: {new_key(at=timezone.now())}. Copy the key file to where its copy is kept.")
    try:
        counts = reseal_everything(at=timezone.now())
    except NotFinished:
        print("Values under an older key keep coming: a process runs with an old file.", file=sys.stderr)
        return 1
    for name, number in sorted(counts.items()):
        print(f"  {name}: {number} sealed again")
    print("Nothing stands under an older key. Take it away after a day: kring keys drop KEY")
    return 0


def drop(key: str) -> int:
    """Take an old key away, when nothing needs it."""
    try:
        drop_key(at=timezone.now(), key=key)
    except KeyInUse:
        print(f"Key '{key}' is still needed: run kring keys rotate first.", file=sys.stderr)
        return 1
    except KeyError:
        print(f"There is no key '{key}'.", file=sys.stderr)
        return 1
    print(f"Key '{key}' is gone. Keep its old file with the backups made before today.")
    return 0
