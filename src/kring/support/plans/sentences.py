"""What happened to a plan, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "plan.opened": _("begon het gezinsplan"),
        "plan.paused": _("zette het gezinsplan even stil"),
        "plan.resumed": _("hervatte het gezinsplan"),
        "plan.closed": _("sloot het gezinsplan af"),
        "plan.superseded": _("verving het gezinsplan door een nieuw"),
        "goal.ended": _("rondde een doel af"),
        "goal.dropped": _("liet een doel vallen"),
        "goal.reopened": _("nam een doel weer op"),
        "goal.added": _("zette een doel op het plan"),
        "goal.reworded": _("zei een doel anders"),
        "goal.moved": _("zette een doel op een andere plaats"),
        "goal.agreed": _("zei wat die van een doel vindt"),
        "goal.scored": _("zei hoe het gaat met een doel"),
        "goal.shared": _("deelde een doel"),
        "goal.unshared": _("deelde een doel niet langer"),
        "goal.aimed": _("koos wat een doel moet bereiken"),
        "goal.levelled": _("koos op welke trap een doel staat"),
        "remark.added": _("schreef wat goed gaat of een zorg op"),
        "child_line.told": _("schreef op wat een kind zegt"),
        "safety.agreed": _("maakte een veiligheidsafspraak"),
        "safety.ended": _("stopte een veiligheidsafspraak"),
        "action.changed": _("veranderde wat afgesproken was"),
        "action.added": _("sprak af wie iets doet"),
        "action.started": _("begon aan wat afgesproken was"),
        "action.left": _("liet iets vallen dat afgesproken was"),
        "action.done": _("deed wat afgesproken was"),
        "action.reopened": _("zette iets terug op de lijst"),
        "action.moved": _("zette een afspraak op een andere plaats"),
        "team.joined": _("kwam in het team"),
        "team.left": _("verliet het team"),
        "anchor.named": _("duidde de vaste begeleider aan"),
    }
)
