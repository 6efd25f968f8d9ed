"""Routes of what is carried to and from other systems."""

from django.urls import URLPattern, path

from kring.web.carry import views

app_name = "carry"
urlpatterns: list[URLPattern] = [
    path("agenda/", views.calendar, name="calendar"),
    path("uitvoer/", views.export, name="export"),
    path("gezinnen/<uuid:key>/kopieer/", views.copy, name="copy"),
]
