"""Steps of the walk at work: teams, holders, desks, leaving, pauses, emergencies, own circle, items."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.actions import (
    close_desk,
    close_organisation,
    end_absence,
    end_role,
    give_role,
    pause_organisation,
    put_on_list,
    report_absence,
    resume_organisation,
    take_off_list,
    worker_leaves,
)
from kring.registry.network.models import Absence, Duty, RoleType, WorkerRole
from kring.trust.access.actions import (
    TooMuchGlass,
    break_glass,
    end_involvements,
    leave_organisation,
    shut_out,
    take_back_own,
)
from kring.trust.access.models import OwnCircle
from tests.access.walk.facts import WORKERS, Part
from tests.access.walk.machine import Walk
from tests.access.walk.world import BORN, DESKS, SECTORS

WHO = st.sampled_from(WORKERS)
ABOUT = st.sampled_from(["Bos", "Bos", "Claes", "Lin", "Mila"])
GLASS_LASTS = timedelta(hours=3)


class WorkDeeds(Walk):
    """What workers do, and what becomes of them and their organisations."""

    @rule(
        who=st.sampled_from([*WORKERS, *DESKS]),
        about=ABOUT,
        role=st.sampled_from(["holder", "team", "team", "anchor", "mediator"]),
    )
    def somebody_takes_part(self, who, about, role) -> None:
        self.moves(who, *self._on(who))
        self.world.takes_part(who, about, role)

    @precondition(lambda self: self.facts.parts)
    @rule(number=st.integers(0, 20))
    def a_part_ends(self, number) -> None:
        row, part = self._a_part(number)
        self.moves(part.who, *self._on(part.who))
        end_involvements(at=self.facts.at, because_key=self.world.because[row])
        del self.facts.parts[row]

    @precondition(lambda self: self.facts.parts)
    @rule(number=st.integers(0, 20), to=st.sampled_from([*WORKERS, *DESKS]))
    def a_holder_hands_over(self, number, to) -> None:
        row, part = self._a_part(number)
        self.moves(part.who, to)
        end_involvements(at=self.facts.at, because_key=self.world.because[row])
        del self.facts.parts[row]
        self.world.takes_part(to, part.about, part.role)

    @rule(who=WHO, desk=st.sampled_from(list(DESKS)))
    def somebody_comes_on_or_off_a_list(self, who, desk) -> None:
        self.moves(who)
        if (who, desk) in self.facts.duties:
            duty = Duty.objects.get(worker=self.world.pk[who], desk=self.world.pk[desk], ends_at=None)
            take_off_list(duty=duty, **self.world.by_now)
            self.facts.duties.discard((who, desk))
        elif who not in self.facts.gone and desk not in self.facts.closed:
            put_on_list(desk=self.world.get(desk), worker=self.world.get(who), **self.world.by_now)
            self.facts.duties.add((who, desk))

    @rule(who=WHO, organisation=st.sampled_from(list(SECTORS)))
    def somebody_gets_or_loses_a_role(self, who, organisation) -> None:
        self.moves(who)
        if (who, organisation) in self.facts.works_for:
            held = WorkerRole.objects.get(
                worker=self.world.pk[who], organisation=self.world.pk[organisation], ends_at=None
            )
            end_role(held=held, **self.world.by_now)
            left = self.world.get(organisation)
            leave_organisation(worker=held.worker, organisation=left, **self.world.by_now)
            self._works_there_no_more(who, organisation)
        elif who not in self.facts.gone:
            give_role(
                worker=self.world.get(who),
                role=RoleType.objects.get(code="coach"),
                organisation=self.world.get(organisation),
                **self.world.by_now,
            )
            self.facts.works_for[who, organisation] = ""
            self.facts.worked_for.add((who, organisation))
            running = [part.about for part in self.facts.parts.values() if part.who == who]
            self.facts.took_part |= {(who, about, organisation) for about in running}

    @rule(who=WHO, deputy=WHO, lasts=st.sampled_from([None, timedelta(hours=2), timedelta(days=1)]))
    def somebody_is_away_or_back(self, who, deputy, lasts) -> None:
        if who in self.facts.away:
            self.moves(self.facts.away[who][0])
            row = Absence.objects.filter(worker=self.world.pk[who]).latest("pk")
            if row.ends_at is None or row.ends_at > self.facts.at:
                end_absence(absence=row, **self.world.by_now)
            del self.facts.away[who]
            return
        self.moves(deputy)
        if who != deputy and not {who, deputy} & self.facts.gone:
            until = self.facts.at + lasts if lasts else None
            report_absence(
                worker=self.world.get(who),
                deputy=self.world.get(deputy),
                starts_at=self.facts.at,
                ends_at=until,
                **self.world.by_now,
            )
            self.facts.away[who] = (deputy, until)

    @rule(who=WHO, sure=st.integers(0, 2))
    def somebody_leaves(self, who, sure) -> None:
        self.moves(who)
        if sure:
            return
        worker_leaves(worker=self.world.get(who), **self.world.by_now)
        shut_out(worker=self.world.get(who), **self.world.by_now)
        self.facts.gone.add(who)
        self.facts.works_for = {k: v for k, v in self.facts.works_for.items() if k[0] != who}
        self.facts.duties = {(one, desk) for one, desk in self.facts.duties if one != who}
        self.facts.away = {k: v for k, v in self.facts.away.items() if v[0] != who}
        self.facts.parts = {k: v for k, v in self.facts.parts.items() if v.who != who}
        for told in self.facts.items.values():
            told.named.pop(who, None)

    @rule(organisation=st.sampled_from(list(SECTORS)))
    def an_organisation_is_paused_or_goes_on(self, organisation) -> None:
        self.moves(*[who for who, org in self.facts.works_for if org == organisation])
        stopped = self.world.get(organisation)
        if organisation in self.facts.paused:
            resume_organisation(organisation=stopped, **self.world.by_now)
        else:
            because = "Een account is misbruikt."
            pause_organisation(organisation=stopped, because=because, **self.world.by_now)
        self.facts.paused ^= {organisation}

    @rule(organisation=st.sampled_from(list(SECTORS)), sure=st.integers(0, 2))
    def an_organisation_closes(self, organisation, sure) -> None:
        self.moves(*[who for who, org in self.facts.works_for if org == organisation])
        if sure or organisation in self.facts.closed:
            return
        for desk in (d for d, org in DESKS.items() if org == organisation):
            close_desk(desk=self.world.get(desk), **self.world.by_now)
            self.facts.closed.add(desk)
            self.facts.duties = {(one, on) for one, on in self.facts.duties if on != desk}
        close_organisation(
            organisation=self.world.get(organisation),
            closed_on=local_day(self.facts.at),
            **self.world.by_now,
        )
        self.facts.closed.add(organisation)

    @rule(who=WHO, family=st.sampled_from(["Bos", "Claes"]))
    def the_glass_is_broken(self, who, family) -> None:
        self.moves(who)
        own = {person for one, person in self.facts.circle if one == who}
        entry = {
            "worker": self.world.get(who),
            "family": self.world.get(family),
            "reason": "Politie aan de deur, niemand bereikbaar.",
            "signed_in_lately": True,
            **self.world.by_now,
        }
        if own & self.facts.people_of(family):
            with pytest.raises(ValidationError):
                break_glass(**entry)
            return
        try:
            break_glass(**entry)
        except TooMuchGlass:
            return
        self.facts.glass.append((who, family, self.facts.at + GLASS_LASTS))

    @rule(who=WHO, person=st.sampled_from(list(BORN)))
    def an_own_one_is_named_or_taken_back(self, who, person) -> None:
        self.moves(who)
        if (who, person) in self.facts.circle:
            own = OwnCircle.objects.get(
                worker=self.world.pk[who], person=self.world.pk[person], ends_at=None
            )
            take_back_own(own=own, **self.world.by_now)
            self.facts.circle.discard((who, person))
            return
        OwnCircle.objects.create(
            worker=self.world.get(who), person=self.world.get(person), starts_at=self.facts.at
        )
        self.facts.circle.add((who, person))

    def _works_there_no_more(self, who: str, organisation: str) -> None:
        """What began for this organisation alone ends, and nobody is named under it."""
        del self.facts.works_for[who, organisation]
        for told in self.facts.items.values():
            if told.named.get(who) == organisation:
                del told.named[who]
        mine = {row: part for row, part in self.facts.parts.items() if part.who == who}
        for row, part in mine.items():
            still = replace(part, by=part.by - {organisation})
            self.facts.parts[row] = still
            if not still.by and part.role != "holder":
                del self.facts.parts[row]

    def _a_part(self, number: int) -> tuple[int, Part]:
        return sorted(self.facts.parts.items())[number % len(self.facts.parts)]

    def _on(self, desk: str) -> list[str]:
        return sorted(who for who, on in self.facts.duties if on == desk)
