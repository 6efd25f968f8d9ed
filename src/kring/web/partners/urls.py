"""Routes of the network pages."""

from django.urls import path

from kring.web.partners.views import (
    caseload,
    desk_area,
    desks,
    details,
    founding,
    keeping,
    pages,
    people,
    plans,
    workers,
)

app_name = "partners"
urlpatterns = [
    path("partners/", pages.partners, name="partners"),
    path("partners/kaart/", pages.region_dots, name="map"),
    path("partners/samenwerking/nieuw/", founding.new_partnership, name="new_partnership"),
    path("partners/samenwerking/<uuid:key>/", pages.partnership, name="partnership"),
    path("partners/samenwerking/<uuid:key>/beheer/", keeping.keep, name="keep"),
    path("partners/samenwerking/<uuid:key>/beheer/<slug:part>/", keeping.keep, name="keep_part"),
    path(
        "partners/samenwerking/<uuid:key>/beheer/<slug:part>/<slug:which>/weg/",
        keeping.leave_out,
        name="leave_out",
    ),
    path("partners/samenwerking/<uuid:key>/goedkeuring/", plans.approval, name="approval"),
    path("partners/samenwerking/<uuid:key>/sjablonen/", plans.templates, name="templates"),
    path("partners/samenwerking/<uuid:key>/sjablonen/nieuw/", plans.new_template, name="new_template"),
    path(
        "partners/samenwerking/<uuid:key>/sjablonen/<uuid:template_key>/",
        plans.template,
        name="template",
    ),
    path(
        "partners/samenwerking/<uuid:key>/sjablonen/<uuid:template_key>/weg/",
        plans.take_away,
        name="end_template",
    ),
    path("partners/samenwerking/<uuid:key>/balie/", founding.new_desk, name="new_desk"),
    path("partners/organisatie/nieuw/", founding.new_organisation, name="new_organisation"),
    path("partners/organisatie/<uuid:key>/adres/", founding.new_site, name="new_site"),
    path(
        "partners/organisatie/<uuid:key>/adres/<uuid:site>/sluiten/",
        founding.close_site,
        name="close_site",
    ),
    path(
        "partners/organisatie/<uuid:key>/adres/<uuid:site>/wijzigen/",
        details.edit_site,
        name="edit_site",
    ),
    path("partners/organisatie/<uuid:key>/medewerker/", workers.new_worker, name="new_worker"),
    path("partners/organisatie/<uuid:key>/", pages.organisation, name="organisation"),
    path(
        "partners/organisatie/<uuid:key>/wijzigen/",
        people.edit_organisation,
        name="edit_organisation",
    ),
    path("partners/balie/<uuid:key>/", desks.desk, name="desk"),
    path("partners/balie/<uuid:key>/wijzigen/", desks.edit_desk, name="edit_desk"),
    path("partners/balie/<uuid:key>/uren/", desks.edit_hours, name="edit_hours"),
    path("partners/balie/<uuid:key>/gebied/", desk_area.desk_area, name="desk_area"),
    path("partners/balie/<uuid:key>/vangnet/", desk_area.make_fallback, name="make_fallback"),
    path("partners/balie/<uuid:key>/sluiten/", desks.close_desk, name="close_desk"),
    path("partners/balie/<uuid:key>/lijst/<uuid:duty>/weg/", desks.take_off_list, name="take_off_list"),
    path("partners/medewerker/<uuid:key>/", workers.worker, name="worker"),
    path("partners/medewerker/<uuid:key>/gegevens/", details.edit_worker, name="edit_worker"),
    path("partners/medewerker/<uuid:key>/uitnodigen/", workers.invite_again, name="invite_again"),
    path("partners/medewerker/<uuid:key>/rol/<uuid:role>/einde/", workers.end_role, name="end_role"),
    path(
        "partners/medewerker/<uuid:key>/afwezig/<uuid:absence>/terug/",
        workers.end_absence,
        name="end_absence",
    ),
    path("partners/medewerker/<uuid:key>/afwezig/", people.absence, name="absence"),
    path("partners/medewerker/<uuid:key>/gezinnen/", caseload.caseload, name="caseload"),
    path("partners/medewerker/<uuid:key>/vertrekt/", people.leaves, name="leaves"),
]
