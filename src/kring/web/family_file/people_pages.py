"""Writing down who belongs to a family, what they are of each other, and in which family else."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.foundation.journal.recording import deed
from kring.foundation.records.local_text import choice_words
from kring.registry.people.actions import (
    add_member,
    end_membership,
    end_relation,
    register_person,
    relate,
)
from kring.registry.people.models import Family, FamilyMembership, Person, Relation, RelationType
from kring.registry.people.queries import members_of
from kring.trust.access.finding import families_open_to, memberships_seen
from kring.trust.access.glass import glass_until
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.web.family_file.member import Member, open_member_of
from kring.web.family_file.people_around import Around
from kring.web.family_file.people_forms import JoinForm, NewMemberForm, TieForm
from kring.web.family_file.words import member_role
from kring.web.shell.guard import workers_only

MOST_FAMILIES = 200
IDENTITY = ("given_name", "family_name", "nickname", "birth_date", "expected_birth_date")


@workers_only
def add_person(request: ReadRequest, key: UUID) -> HttpResponse:
    """Write somebody new down at this family: a child, also one to be born, or anybody else."""
    found = _open_family(request, key)
    form = NewMemberForm(request.POST or None, at=request.at)
    if not form.is_valid():
        context = {"family": found, "form": form}
        status = 422 if form.is_bound else 200
        return render(request, "family_file/add_person.html", context, status=status)
    added = _already(found, form, request) or _written_down(found, form, request)
    messages.success(request, _("Bewaard."))
    return redirect("family_file:member", key=found.key, person_key=added.key)


@workers_only
def ties(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """What others are of a member, to which families they belong, and ending it."""
    member = open_member_of(request, key, person_key)
    wanted = request.POST.get("doe", "")
    form: JoinForm | TieForm | None = None
    if wanted in {"gezin", "band"}:
        form = _joining(member, request.POST) if wanted == "gezin" else _tying(member, request.POST)
        if not form.is_valid():
            return _ties_page(member, form)
    if request.method != "POST":
        return _ties_page(member)
    return DEEDS.get(wanted, _unknown)(member, form)


def _open_family(request: ReadRequest, key: UUID) -> Family:
    """The family, for who takes part in its help; who only looks in an emergency writes nothing."""
    found = family_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    around = Around(found, request.reader, request.at)
    shut_out = bool(around.memberships) and not around.members
    if shut_out or around.item_by_item or glass_until(request.reader, found, request.at):
        raise PermissionDenied
    return found


def _already(found: Family, form: NewMemberForm, request: ReadRequest) -> Person | None:
    """Who stands at this family with the same name and day: a form sent twice adds nobody."""
    told = [form.cleaned_data[name] for name in IDENTITY]
    if not any(told):
        return None
    members = (row.person for row in members_of(found, request.at))
    return next((who for who in members if [getattr(who, name) for name in IDENTITY] == told), None)


def _written_down(found: Family, form: NewMemberForm, request: ReadRequest) -> Person:
    by, at = request.reader.actor, request.at
    with deed():
        person = register_person(by=by, at=at, **form.person())
        add_member(by=by, at=at, family=found, person=person, role=form.cleaned_data["role"])
    return person


def _joining(member: Member, data: object = None) -> JoinForm:
    request = member.request
    return JoinForm(data, families=families_open_to(request.reader, request.at, MOST_FAMILIES))


def _tying(member: Member, data: object = None) -> TieForm:
    others = [person for _row, person in member.around.members if person != member.person]
    return TieForm(data, others=others)


def _ties_page(member: Member, form: JoinForm | TieForm | None = None) -> HttpResponse:
    context = {
        "family": member.family,
        "person": member.person,
        "ties": _ties_of(member),
        "families": _families_of(member),
        "tie_form": form if isinstance(form, TieForm) else _tying(member),
        "join_form": form if isinstance(form, JoinForm) else _joining(member),
    }
    status = 422 if form is not None else 200
    return render(member.request, "family_file/ties.html", context, status=status)


def _running_ties(member: Member) -> list[Relation]:
    """The ties of this member with people the reader may see."""
    pk, seen = member.person.pk, member.around.persons
    rows = [row for row in member.around.relations if pk in {row.person_id, row.to_id}]
    return [row for row in rows if row.person_id in seen and row.to_id in seen]


def _ties_of(member: Member) -> list[tuple[Relation, str]]:
    """Each tie as a sentence."""
    told = []
    for row in _running_ties(member):
        who = {
            "who": member.name_of(member.around.persons[row.person_id]),
            "of": member.name_of(member.around.persons[row.to_id]),
            "what": choice_words(RelationType, row.type),
        }
        words = _("%(who)s is %(what)s van %(of)s") % who
        if row.authority is not None:
            words += " · " + (_("heeft gezag") if row.authority else _("heeft geen gezag"))
        if row.legal_ground and member.reads:
            words += f" · {row.legal_ground}"
        told.append((row, words))
    return told


def _families_of(member: Member) -> list[tuple[FamilyMembership, str]]:
    """The families of this member that the reader may see, with the role."""
    request = member.request
    rows = memberships_seen(request.reader, member.person, request.at)
    return [(row, member_role(row.role)) for row in rows]


def _join(member: Member, form: JoinForm | TieForm | None) -> HttpResponse:
    """To another family as well, or another role in the same."""
    if isinstance(form, JoinForm):
        given, request = form.cleaned_data, member.request
        chosen = form.families[given["family"]]
        by, at = request.reader.actor, request.at
        add_member(by=by, at=at, family=chosen, person=member.person, role=given["role"])
    return _back(member)


def _tie(member: Member, form: JoinForm | TieForm | None) -> HttpResponse:
    if isinstance(form, TieForm):
        tie, request = form.tie(), member.request
        other = tie.pop("other")
        relate(by=request.reader.actor, at=request.at, person=other, to=member.person, **tie)
    return _back(member)


def _untie(member: Member, _form: JoinForm | TieForm | None) -> HttpResponse:
    """A tie no longer holds."""
    wanted = member.request.POST.get("welke", "")
    chosen = next((row for row in _running_ties(member) if str(row.key) == wanted), None)
    if chosen is None:
        raise Http404
    end_relation(by=member.request.reader.actor, at=member.request.at, relation=chosen)
    return _back(member)


def _leave(member: Member, _form: JoinForm | TieForm | None) -> HttpResponse:
    """Somebody no longer belongs to this family; what was written stays where it is."""
    rows = members_of(member.family, member.request.at)
    row = next(row for row in rows if row.person_id == member.person.pk)
    end_membership(by=member.request.reader.actor, at=member.request.at, membership=row)
    messages.success(member.request, _("Bewaard."))
    return redirect("family_file:family", key=member.family.key)


def _unknown(_member: Member, _form: JoinForm | TieForm | None) -> HttpResponse:
    raise Http404


def _back(member: Member) -> HttpResponse:
    messages.success(member.request, _("Bewaard."))
    return redirect("family_file:ties", key=member.family.key, person_key=member.person.key)


DEEDS: dict[str, Callable[[Member, JoinForm | TieForm | None], HttpResponse]] = {
    "gezin": _join,
    "band": _tie,
    "band-weg": _untie,
    "vertrekt": _leave,
}
