"""Making the demo: a network, a cast, and families whose questions live up to now."""

from datetime import datetime, timedelta
from random import Random

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from kring.foundation.accounts.models import Account
from kring.foundation.outbox.delivery import send_due
from kring.foundation.records.counting import count_rows
from kring.foundation.records.local_text import in_language
from kring.support.deployments.actions import look_ahead_daily
from kring.support.plans.actions import tell_after_care
from kring.support.requests.actions import refresh_tiles, remind_and_return
from kring.tools.demo.calling import make_calls
from kring.tools.demo.cast import KEMPEN, Stage, raise_cast
from kring.tools.demo.cast_stories import cast_stories
from kring.tools.demo.cast_together import help_for_sofia, tables_of_sofia, talk_with_rania
from kring.tools.demo.families import Home, family_story, moments
from kring.tools.demo.houses import house_stories
from kring.tools.demo.keeping import kept_by_nele
from kring.tools.demo.network import Network, build_network
from kring.tools.demo.offering import offer_stories
from kring.tools.demo.stories import Cast
from kring.tools.demo.thresholds import thresholds
from kring.tools.demo.together import weeks_together
from kring.tools.demo.unrolling import Story, unroll

SINCE_DAYS = 600
KEMPEN_SHARE = 0.3
CALLS_LEFT = timedelta(days=10)
"""How old the oldest call is that still waits when the demo opens."""


def build(*, families: int, seed: int, now: datetime | None = None) -> int:
    """Make everything in one transaction; returns the number of deeds. Only for an empty database."""
    chance = Random(seed)  # noqa: S311 - invented people, not secrets
    at = now or timezone.now()
    since = at - timedelta(days=SINCE_DAYS)
    with transaction.atomic():
        network = build_network(since, chance)
        stage = raise_cast(network, since, at)
        stories = [*cast_stories(stage), *_families(stage, families, at, chance)]
        stories += [help_for_sofia(stage), tables_of_sofia(stage), talk_with_rania(stage)]
        stories += thresholds(stage, Random(seed))  # noqa: S311 - invented questions
        stories.append(weeks_together(since, at, Random(seed)))  # noqa: S311 - invented people
        stories += offer_stories(network, since, at, Random(seed))  # noqa: S311 - invented people
        stories += house_stories(since, at, Random(seed))  # noqa: S311 - invented people
        stories.append(kept_by_nele(stage))

        def day(moment: datetime) -> None:
            _work_of_the_clock(moment)
            make_calls(network.workers, at=moment, open_since=at - CALLS_LEFT)

        deeds = unroll(stories, at, every=day)
        _work_of_the_clock(at)
        while look_ahead_daily(at=at):  # so many plans at once, until each was looked at
            pass
        refresh_tiles(at=at)
        if connection.vendor == "postgresql":
            count_rows()
    return deeds


def _work_of_the_clock(at: datetime) -> None:
    """What ``kring tick`` does in an installation; the mail of invented people becomes files."""
    remind_and_return(at=at)
    tell_after_care(at=at)
    if settings.SMTP_URL.startswith("file:"):
        send_due(at=at)


def _families(stage: Stage, count: int, now: datetime, chance: Random) -> list[Story]:
    homes = _homes(stage.network)
    kempen = [h for h in homes if h.desk.region_id == stage.network.regions[KEMPEN].pk]
    drawn = []
    for asked_at in moments(count, now, chance):
        pool = kempen if chance.random() < KEMPEN_SHARE else homes
        drawn.append(family_story(chance.choice(pool), asked_at, now, Random(chance.random())))  # noqa: S311
    return drawn


def _homes(network: Network) -> list[Home]:
    """Every municipality of a region, with the desk its questions lie on."""
    homes = []
    for region_id, towns in network.towns.items():
        intake = network.intake[region_id]
        starters = [intake.organisation]
        cast = Cast(network.workers, intake, starters)
        homes += [Home(town, network.counters.get(town.pk, intake), cast) for town in towns]
    return homes


def sign_ins() -> list[str]:
    """Who one can log in as, a line each."""
    cast = Account.objects.filter(story__isnull=False).order_by("pk")
    return [f"{account.name}: {in_language(account.story)}" for account in cast if account.story]


__all__ = ["build", "sign_ins"]
