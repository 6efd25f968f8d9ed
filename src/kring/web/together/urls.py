"""Routes of help and meetings, and of an invitation."""

from django.urls import URLPattern, path

from kring.web.together.views import helping, invited, meeting

app_name = "together"
HELP = "gezinnen/<uuid:key>/hulp/"
MEETINGS = "gezinnen/<uuid:key>/afspraken/"
urlpatterns: list[URLPattern] = [
    path(f"{HELP}plannen/", helping.plan_help, name="plan_help"),
    path(f"{HELP}<uuid:help_key>/", helping.one_help, name="one_help"),
    path(f"{HELP}<uuid:help_key>/<slug:name>/", helping.deed, name="help_deed"),
    path(MEETINGS, meeting.meetings, name="meetings"),
    path(f"{MEETINGS}plannen/", meeting.plan_meeting, name="plan_meeting"),
    path(f"{MEETINGS}<uuid:meeting_key>/", meeting.meeting, name="meeting"),
    path(f"{MEETINGS}<uuid:meeting_key>/agenda.ics", meeting.calendar, name="calendar"),
    path(f"{MEETINGS}<uuid:meeting_key>/<slug:name>/", meeting.deed, name="meeting_deed"),
    path("uitnodiging/<str:token>/", invited.invited, name="invited"),
    path("uitnodiging/<str:token>/agenda.ics", invited.calendar, name="invited_calendar"),
]
