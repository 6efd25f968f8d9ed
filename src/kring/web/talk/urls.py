"""Routes of the talks of a helper with people of families."""

from django.urls import URLPattern, path

from kring.web.talk.views import listening, talks, wishes

app_name = "talk"
urlpatterns: list[URLPattern] = [
    path("gesprekken/", talks.talks, name="talks"),
    path("gesprekken/<uuid:key>/", talks.talk, name="talk"),
    path("gesprekken/<uuid:key>/luister/<uuid:document_key>/", listening.listen, name="listen"),
    path("gesprekken/<uuid:key>/luister/<uuid:document_key>/geluid/", listening.heard, name="heard"),
    path("wensen/<uuid:key>/", wishes.wish, name="wish"),
    path("gesprekken/<uuid:key>/gelezen/", talks.seen, name="seen"),
]
