"""Routes of the places room."""

from django.urls import path

from kring.registry.places import views

app_name = "places"
urlpatterns = [path("plaatsen/zoek/", views.suggest, name="suggest")]
