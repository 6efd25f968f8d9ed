"""Routes of the shell. The language switch has a plain name: lower rooms' layouts use it."""

from django.urls import URLPattern, path

from kring.web.shell import gallery, views

app_name = "shell"
urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("zoeken/", views.find, name="search"),
    path("ui/", gallery.gallery, name="gallery"),
    path("ui/gezin/", gallery.family_sample, name="family_sample"),
    path("ui/fout/<int:status>/", gallery.error_sample, name="error_sample"),
]
language_urls: list[URLPattern] = [
    path("taal/", views.change_language, name="set_language"),
]
