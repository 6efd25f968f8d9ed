"""Routes of the plan on paper."""

from django.urls import URLPattern, path

from kring.web.paper import views

app_name = "paper"
urlpatterns: list[URLPattern] = [path("gezinnen/<uuid:key>/papier/", views.plan, name="plan")]
