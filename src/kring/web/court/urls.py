"""Routes of legal requests."""

from django.urls import URLPattern, path

from kring.web.court import views

app_name = "court"
urlpatterns: list[URLPattern] = [
    path("gerecht/", views.requests, name="requests"),
    path("gerecht/nieuw/", views.new, name="new"),
    path("gerecht/<uuid:key>/", views.case, name="case"),
    path("gerecht/<uuid:key>/tweede/", views.second, name="second"),
    path("gerecht/<uuid:key>/bundel/", views.bundle, name="bundle"),
    path("gerecht/<uuid:key>/sluiten/", views.closed, name="close"),
]
