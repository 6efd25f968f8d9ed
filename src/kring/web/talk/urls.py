"""Routes of the talks of a helper with people of families."""

from django.urls import URLPattern, path

from kring.web.talk import views

app_name = "talk"
urlpatterns: list[URLPattern] = [
    path("gesprekken/", views.talks, name="talks"),
    path("gesprekken/<uuid:key>/", views.talk, name="talk"),
    path("gesprekken/<uuid:key>/gelezen/", views.seen, name="seen"),
]
