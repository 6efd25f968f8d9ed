"""Routes of the network pages."""

from django.urls import path

from kring.web.partners.views import desks, pages, people

app_name = "partners"
urlpatterns = [
    path("partners/", pages.partners, name="partners"),
    path("partners/kaart/", pages.region_dots, name="map"),
    path("partners/samenwerking/<uuid:key>/", pages.partnership, name="partnership"),
    path("partners/organisatie/<uuid:key>/", pages.organisation, name="organisation"),
    path(
        "partners/organisatie/<uuid:key>/wijzigen/",
        people.edit_organisation,
        name="edit_organisation",
    ),
    path("partners/balie/<uuid:key>/", desks.desk, name="desk"),
    path("partners/balie/<uuid:key>/wijzigen/", desks.edit_desk, name="edit_desk"),
    path("partners/balie/<uuid:key>/uren/", desks.edit_hours, name="edit_hours"),
    path("partners/balie/<uuid:key>/sluiten/", desks.close_desk, name="close_desk"),
    path("partners/balie/<uuid:key>/lijst/<uuid:duty>/weg/", desks.take_off_list, name="take_off_list"),
    path("partners/medewerker/<uuid:key>/afwezig/", people.absence, name="absence"),
    path("partners/medewerker/<uuid:key>/vertrekt/", people.leaves, name="leaves"),
]
