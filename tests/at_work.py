"""Somebody at work, signed in."""

from django.test import Client

from kring.registry.network.models import Worker


def client_of(who: Worker) -> Client:
    """A browser in which this worker is signed in."""
    client = Client()
    assert who.account is not None
    client.force_login(who.account)
    return client
