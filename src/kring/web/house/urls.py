"""Routes of the Houses of the Child: some public, some for workers."""

from django.urls import path

from kring.web.house.views import counting, figures, founding, keeping, outreach, public

app_name = "house"
urlpatterns = [
    path("huizen", public.houses, name="houses"),
    path("huizen/kaart", figures.map_of_gaps, name="gaps"),
    path("huizen/nieuw", founding.new, name="new"),
    path("huizen/<uuid:key>", public.house, name="house"),
    path("huizen/<uuid:key>/bereik", figures.reach, name="reach"),
    path("huizen/<uuid:key>/beheer", keeping.keep, name="keep"),
    path("huizen/<uuid:key>/beheer/<slug:part>", keeping.keep_part, name="keep_part"),
    path("huizen/<uuid:key>/beheer/<slug:part>/<uuid:which>/weg", keeping.leave_out, name="leave_out"),
    path("tellen", counting.choose, name="choose"),
    path("tellen/<uuid:key>", counting.count, name="count"),
    path("vindplaats", outreach.met, name="met"),
    path("vindplaats/<uuid:key>", outreach.card, name="card"),
    path("vindplaats/<uuid:key>/weer", outreach.again, name="again"),
    path("vindplaats/<uuid:key>/wis", outreach.forget, name="forget"),
]
