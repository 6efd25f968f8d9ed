"""Lifecycles as tables: from, verb, to, who may, and what a move starts or stops."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models


class CannotMove(Exception):
    """The record is not in a state from which this move starts (any more)."""

    def __init__(self, record: models.Model, verb: str) -> None:
        super().__init__(f"{verb} is not possible from {getattr(record, 'state', '?')}")
        self.record = record
        self.verb = verb


@dataclass(frozen=True)
class Transition:
    """One allowed move. ``may`` names who, ``starts`` and ``stops`` name deadlines."""

    verb: str
    source: tuple[str, ...]
    target: str
    may: str
    journalled: str
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lifecycle:
    """All moves of one kind of record; the drawing in the docs is made from it."""

    name: str
    initial: str
    transitions: tuple[Transition, ...]
    ends: frozenset[str] = field(default_factory=frozenset)

    @property
    def states(self) -> list[str]:
        found = [self.initial]
        for transition in self.transitions:
            for state in (*transition.source, transition.target):
                if state not in found:
                    found.append(state)
        return found

    def transition(self, verb: str) -> Transition:
        return next(item for item in self.transitions if item.verb == verb)

    def verbs_from(self, state: str) -> list[str]:
        return [item.verb for item in self.transitions if state in item.source]

    def move(self, record: models.Model, verb: str, **values: Any) -> None:
        """Move ``record`` and set ``values``, if it is still where the table says it may start.

        One conditional update, so that of two people who move it at once one wins; the other gets
        CannotMove.
        """
        step = self.transition(verb)
        model = type(record)
        conditions = {"pk": record.pk, "state__in": step.source}
        if not model._default_manager.filter(**conditions).update(state=step.target, **values):
            record.refresh_from_db()
            raise CannotMove(record, verb)
        for name, value in {"state": step.target, **values}.items():
            setattr(record, name, value)


def mermaid(lifecycle: Lifecycle) -> str:
    """The state diagram of a lifecycle as Mermaid text."""
    lines = ["stateDiagram-v2", f"    [*] --> {lifecycle.initial}"]
    for step in lifecycle.transitions:
        lines += [f"    {source} --> {step.target}: {step.verb}" for source in step.source]
    lines += [f"    {state} --> [*]" for state in sorted(lifecycle.ends)]
    return "\n".join(lines) + "\n"
