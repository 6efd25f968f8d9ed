"""The deeds on the sheet: one table, so that the page shows and the route does the same things."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.web.plan import (
    doing,
    forms,
    level_forms,
    levels,
    part_forms,
    plan_forms,
    teaming,
    templating,
    whole,
)
from kring.web.plan.sheet import Sheet

type Words = str | Promise
PLAN, GOAL, ACTION, SAFETY = "plan", "doel", "afspraak", "veilig"


@dataclass(frozen=True)
class Deed:
    """One thing to do with the plan, a goal or an action; without a form it is one tap.

    ``run`` gives the place of the page to come back to. ``place`` is where the form of a deed on
    the plan opens.
    """

    on: str
    name: str
    label: Words
    run: Callable[[Sheet, Any, Any], str]
    done: Words = ""
    form: type[forms.DeedForm] | None = None
    button: Words = ""
    place: str = ""


_ALL = (
    Deed(
        PLAN,
        "begin",
        _("Begin het plan"),
        doing.begin,
        _("Het plan is begonnen."),
        forms.BeginForm,
        _("Begin het plan"),
    ),
    Deed(
        PLAN,
        "begin-sjabloon",
        _("Begin met een sjabloon"),
        templating.begin,
        _("Het plan is begonnen."),
        templating.TemplateForm,
        _("Begin het plan"),
    ),
    Deed(
        PLAN,
        "sjabloon",
        _("Vul aan met een sjabloon"),
        templating.fill,
        _("De doelen staan op het plan."),
        templating.TemplateForm,
        _("Zet op het plan"),
        place="nieuw",
    ),
    Deed(
        PLAN,
        "doel",
        _("Doel toevoegen"),
        doing.add_goal,
        _("Het doel staat op het plan."),
        forms.GoalForm,
        _("Zet op het plan"),
        place="nieuw",
    ),
    Deed(
        PLAN,
        "opmerking",
        _("Gaat goed, of een zorg"),
        doing.add_remark,
        _("Bewaard."),
        part_forms.RemarkForm,
        place="opmerkingen",
    ),
    Deed(
        PLAN,
        "kind",
        _("Wat een kind zegt"),
        doing.tell_child_line,
        _("Bewaard."),
        part_forms.ChildForm,
        place="kinderen",
    ),
    Deed(
        PLAN,
        "veilig",
        _("Veiligheidsafspraak maken"),
        doing.agree_on_safety,
        _("Bewaard."),
        part_forms.SafetyForm,
        place="veilig",
    ),
    Deed(
        PLAN,
        "dag",
        _("Kies een dag om samen te kijken"),
        whole.choose_day,
        _("De dag staat vast."),
        plan_forms.ReviewForm,
        place=whole.PLACE,
    ),
    Deed(
        PLAN,
        "samen-kijken",
        _("We keken samen"),
        whole.look_together,
        _("Bewaard. Het plan van vandaag staat in de geschiedenis."),
        plan_forms.HeldForm,
        place=whole.PLACE,
    ),
    Deed(PLAN, "vastleggen", _("Leg vast wat nu afgesproken is"), whole.keep),
    Deed(PLAN, "pauze", _("Zet het plan even stil"), whole.pause),
    Deed(PLAN, "hervat", _("Hervat het plan"), whole.resume),
    Deed(
        PLAN,
        "afsluiten",
        _("Sluit het plan af"),
        whole.close,
        _("Het plan is afgesloten."),
        plan_forms.CloseForm,
        _("Sluit het plan af"),
        whole.PLACE,
    ),
    Deed(
        PLAN,
        "nieuw-plan",
        _("Begin een nieuw plan"),
        whole.begin_anew,
        _("Het nieuwe plan is begonnen. Het vorige staat in de geschiedenis."),
        plan_forms.AnewForm,
        _("Begin een nieuw plan"),
        whole.PLACE,
    ),
    Deed(
        PLAN,
        "erbij",
        _("Iemand erbij"),
        teaming.join,
        _("Staat in het team."),
        teaming.JoinForm,
        place=teaming.PLACE,
    ),
    Deed(
        PLAN,
        "eruit",
        _("Iemand uit het team"),
        teaming.leave,
        _("Gaat uit het team."),
        teaming.LeaveForm,
        place=teaming.PLACE,
    ),
    Deed(
        PLAN,
        "vaste-begeleider",
        _("Andere vaste begeleider"),
        teaming.give_on,
        _("Doorgegeven."),
        teaming.AnchorForm,
        place=teaming.PLACE,
    ),
    Deed(SAFETY, "geldt-niet-meer", _("Geldt niet meer"), doing.end_safety),
    Deed(GOAL, "afspraak", _("Afspraak"), doing.add_action, _("Afgesproken."), forms.ActionForm),
    Deed(GOAL, "cijfer", _("Hoe gaat het?"), doing.score, _("Bewaard."), part_forms.ScoreForm),
    Deed(GOAL, "akkoord", _("Akkoord?"), doing.agree, _("Bewaard."), part_forms.AgreementForm),
    Deed(GOAL, "aanpassen", _("Aanpassen"), doing.change_goal, _("Bewaard."), part_forms.GoalWordsForm),
    Deed(
        GOAL,
        "trappen",
        _("Trappen beschrijven"),
        levels.describe,
        _("Bewaard."),
        level_forms.LevelsForm,
    ),
    Deed(GOAL, "trap", _("Kies de trap van nu"), levels.stand, _("Bewaard."), level_forms.LevelForm),
    Deed(GOAL, "afronden", _("Afronden"), doing.end_goal, _("Afgerond."), part_forms.EndGoalForm),
    Deed(GOAL, "weer-open", _("Neem weer op"), doing.reopen_goal),
    Deed(GOAL, "omhoog", _("Doel omhoog"), doing.goal_up),
    Deed(GOAL, "omlaag", _("Doel omlaag"), doing.goal_down),
    Deed(
        ACTION,
        "aanpassen",
        _("Aanpassen"),
        doing.change_action,
        _("Bewaard."),
        part_forms.ChangedActionForm,
    ),
    Deed(ACTION, "gedaan", _("Gedaan"), doing.finish),
    Deed(ACTION, "weer-open", _("Toch nog niet gedaan"), doing.reopen),
    Deed(ACTION, "begonnen", _("Loopt"), doing.start),
    Deed(ACTION, "vervalt", _("Vervalt"), doing.leave),
    Deed(ACTION, "omhoog", _("Omhoog"), doing.action_up),
    Deed(ACTION, "omlaag", _("Omlaag"), doing.action_down),
)
BEGINS = ("begin", "begin-sjabloon")
"""What begins a plan, and so means nothing once there is one."""
DEEDS = {(deed.on, deed.name): deed for deed in _ALL}
