"""Routes of the own pages, and of the one on which a worker opens them."""

from django.urls import URLPattern, path

from kring.web.mine.views import (
    calendar,
    documents,
    goal_sharing,
    opening,
    own,
    paper,
    people,
    plan,
    sharing,
    signing,
    talking,
)

app_name = "mine"
urlpatterns: list[URLPattern] = [
    path("mijn/", own.home, name="home"),
    path("mijn/plan/", plan.plan, name="plan"),
    path("mijn/plan/doel/", plan.new_goal, name="new_goal"),
    path("mijn/plan/doel/<uuid:key>/hoe/", plan.score, name="score"),
    path("mijn/plan/doel/<uuid:key>/zeg/", plan.agree, name="agree"),
    path("mijn/plan/doel/<uuid:key>/lezers/", goal_sharing.readers, name="goal_readers"),
    path("mijn/plan/doel/<uuid:key>/afspraak/", plan.new_action, name="new_action"),
    path("mijn/plan/afspraak/<uuid:key>/", plan.done, name="done"),
    path("mijn/berichten/", talking.talk, name="messages"),
    path("mijn/bel-mij/", talking.call_me, name="call_me"),
    path("mijn/mensen/", people.people, name="people"),
    path("mijn/mensen/nodig-uit/", people.invite, name="invite"),
    path("mijn/mensen/vraag/", people.wish, name="wish"),
    path("mijn/mensen/<uuid:key>/stop/", people.distrust, name="distrust"),
    path("mijn/afspraken/<uuid:key>/agenda.ics", own.meeting_calendar, name="meeting_calendar"),
    path("mijn/bewaard/", own.kept, name="kept"),
    path("mijn/plan/tekenen/", signing.signing, name="signing"),
    path("mijn/plan/papier/", paper.plan_paper, name="plan_paper"),
    path("mijn/agenda/", calendar.calendar, name="calendar"),
    path("mijn/documenten/", documents.documents, name="documents"),
    path("mijn/documenten/<uuid:key>/", documents.document, name="document"),
    path("mijn/wie-keek/", own.looked, name="looked"),
    path("mijn/kopie/", own.copy, name="copy"),
    path("mijn/klopt-niet/", own.object_page, name="object"),
    path("mijn/delen/", sharing.sharing, name="sharing"),
    path("mijn/delen/<uuid:about>/<uuid:receiver>/", sharing.answer, name="answer"),
    path("mijn/antwoord/<uuid:key>/gedwongen/", sharing.forced, name="forced"),
    path("mijn/stop/", sharing.stop, name="stop"),
    path("mijn/stop/gezin/", sharing.leave_family, name="leave_family"),
    path("mijn/stop/toegang/", sharing.close, name="close"),
    path("mijn/begin/", opening.begin, name="begin"),
    path("toegang/<uuid:key>/", opening.access, name="access"),
]
