"""The one route of the calendars."""

from django.urls import URLPattern, path

from kring.exchange.calendars import views

app_name = "calendars"
urlpatterns: list[URLPattern] = [path("kalender/<str:token>/kring.ics", views.feed, name="feed")]
