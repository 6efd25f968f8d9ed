"""Routes of the family file."""

from django.urls import URLPattern, path

from kring.web.family_file import views

app_name = "family_file"
urlpatterns: list[URLPattern] = [
    path("gezinnen/", views.families, name="families"),
    path("gezinnen/<uuid:key>/", views.family, name="family"),
    path("gezinnen/<uuid:key>/wie-keek/", views.looked, name="looked"),
    path("gezinnen/<uuid:key>/naam/", views.rename, name="rename"),
    path("gezinnen/<uuid:key>/mensen/<uuid:person_key>/", views.member, name="member"),
]
