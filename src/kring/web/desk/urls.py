"""Routes of the desk."""

from django.urls import URLPattern, URLResolver, path

from kring.web.desk.counter_urls import counter_urls
from kring.web.desk.views import handovers, loading, meeting, question, today, worklist

app_name = "desk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("vandaag/", today.today, name="today"),
    path("vragen/", worklist.questions, name="questions"),
    path("vragen/inlezen/", loading.loading, name="loading"),
    path("vragen/inlezen/sjabloon.csv", loading.sample, name="loading_template"),
    path("vragen/inlezen/bestand/", loading.hand_in, name="loading_hand_in"),
    path("vragen/inlezen/<uuid:key>/", loading.staged, name="staged"),
    path("vragen/inlezen/<uuid:key>/lees/", loading.load, name="staged_load"),
    path("vragen/inlezen/rij/<uuid:key>/", loading.correct, name="staged_correct"),
    path("vragen/<uuid:key>/", question.question, name="question"),
    path("vragen/<uuid:key>/afdruk/", question.printed, name="question_print"),
    path("vragen/<uuid:key>/doe/<slug:name>/", question.deed, name="deed"),
    path("overdrachten/", handovers.handovers, name="handovers"),
    path("overdrachten/<uuid:key>/", handovers.handover, name="handover"),
    path("overdrachten/<uuid:key>/ja/", handovers.accept, name="handover_accept"),
    path("overdrachten/<uuid:key>/nee/", handovers.refuse, name="handover_refuse"),
    path("overdrachten/<uuid:key>/bel/", handovers.call_me, name="handover_call"),
    path("aanbod/<uuid:key>/<slug:word>/", handovers.offer, name="offer"),
    path("overleg/aanmelding/", meeting.intake, name="intake"),
    path("overleg/aanmelding/open/", meeting.start, name="intake_open"),
    path("overleg/aanmelding/<uuid:key>/besluit/", meeting.decided, name="intake_decide"),
    path("overleg/aanmelding/<uuid:key>/sluit/", meeting.finish, name="intake_close"),
    path("overleg/aanmelding/<uuid:key>/verslag/", meeting.minutes, name="intake_minutes"),
    *counter_urls,
]
