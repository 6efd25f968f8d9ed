"""A House is opened and kept: what it says, where it is, who carries which pillar, its checklist."""

from collections.abc import Mapping
from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.offer.directory.models import Location
from kring.offer.directory.models import Organization as Listed
from kring.offer.houses.models import (
    Condition,
    ConditionCheck,
    House,
    HouseSite,
    PillarPartner,
)
from kring.offer.houses.rules import check_is_house
from kring.registry.network.actions import add_partner
from kring.registry.network.models import Organisation, Partnership, PartnershipMember


@action
def open_house(*, partnership: Partnership, by: Actor, at: datetime) -> House:
    """Give a partnership its page; once. Raises ValidationError for another kind."""
    check_is_house(partnership)
    known = House.objects.filter(partnership=partnership).first()
    if known is not None:
        nothing_changed()
        return known
    house = House.objects.create(partnership=partnership, opened_at=at)
    record(by=by, at=at, did="house.opened", about=about(house))
    return house


@action
def change_house(
    *,
    house: House,
    version: int,
    introduction: Mapping[str, str],
    phone: str,
    email: str,
    website: str,
    by: Actor,
    at: datetime,
) -> None:
    """Say something else on the page of the House. Raises StaleRecord and ValidationError."""
    said = {language: words.strip() for language, words in introduction.items() if words.strip()}
    values = {"introduction": said, "phone": phone, "email": email, "website": website}
    draft = House(partnership=house.partnership, opened_at=house.opened_at, **values)
    draft.clean_fields()
    house.save_from(version, **values)
    record(by=by, at=at, did="house.changed", about=about(house), fields=sorted(values))


@action
def add_site(*, house: House, place: Location | Listed, by: Actor, at: datetime) -> HouseSite:
    """A place of the directory, or all places of an organisation there, belong to the House."""
    named = {"location" if isinstance(place, Location) else "organization": place}
    known = HouseSite.objects.filter(house=house, ends_at=None, **named).first()
    if known is not None:
        nothing_changed()
        return known
    site = HouseSite.objects.create(house=house, starts_at=at, **named)
    record(by=by, at=at, did="house.site_added", about=about(house))
    return site


@action
def end_site(*, site: HouseSite, by: Actor, at: datetime) -> None:
    """A place no longer belongs to the House."""
    site.ends_at = max(at, site.starts_at)
    site.save(update_fields=["ends_at"])
    record(by=by, at=at, did="house.site_ended", about=about(site.house))


@action
def add_pillar_partner(
    *, house: House, organisation: Organisation, pillar: str, by: Actor, at: datetime
) -> PillarPartner:
    """An organisation carries a pillar from now on; who did not take part yet, does."""
    same = {"house": house, "organisation": organisation, "pillar": pillar}
    known = PillarPartner.objects.filter(ends_at=None, **same).first()
    if known is not None:
        nothing_changed()
        return known
    members = PartnershipMember.objects.running(at).filter(partnership=house.partnership)
    if not members.filter(organisation=organisation).exists():
        add_partner(partnership=house.partnership, organisation=organisation, by=by, at=at)
    found = PillarPartner(starts_at=at, **same)
    found.clean_fields(exclude=["house", "organisation"])
    found.save(force_insert=True)
    carried = [*about(house), ("organisation", organisation.key)]
    record(by=by, at=at, did="house.pillar_joined", about=carried, pillar=pillar)
    return found


@action
def end_pillar_partner(*, partner: PillarPartner, by: Actor, at: datetime) -> None:
    """An organisation carries this pillar no longer; that it did stays known."""
    partner.ends_at = max(at, partner.starts_at)
    partner.save(update_fields=["ends_at"])
    carried = [*about(partner.house), ("organisation", partner.organisation.key)]
    record(by=by, at=at, did="house.pillar_left", about=carried, pillar=partner.pillar)


@action
def judge_condition(
    *, house: House, condition: Condition, standing: str, words: str = "", by: Actor, at: datetime
) -> ConditionCheck:
    """How the House stands with a condition from now on; how it stood before stays."""
    stood = ConditionCheck.objects.filter(house=house, condition=condition, ends_at=None)
    check = ConditionCheck(
        house=house, condition=condition, standing=standing, words=words.strip(), starts_at=at
    )
    check.clean_fields(exclude=["house", "condition"])
    for before in stood:
        before.ends_at = max(at, before.starts_at)
        before.save(update_fields=["ends_at"])
    check.save(force_insert=True)
    record(
        by=by,
        at=at,
        did="house.condition_judged",
        about=about(house),
        condition=condition.code,
        standing=standing,
    )
    return check


def about(house: House) -> list[Subject]:
    """Whom an entry about this House concerns."""
    return [("partnership", house.partnership.key)]
