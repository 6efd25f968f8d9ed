"""Every route of the product, room by room."""

from django.urls import URLPattern, URLResolver, include, path

from kring.web.shell.urls import language_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kring.web.shell.urls")),
    *language_urls,
    path("", include("kring.foundation.accounts.urls")),
    path("", include("kring.web.portal.urls")),
    path("", include("kring.web.mine.urls")),
    path("", include("kring.web.talk.urls")),
    path("", include("kring.registry.places.urls")),
    path("", include("kring.web.desk.urls")),
    path("", include("kring.web.family_file.urls")),
    path("", include("kring.web.paper.urls")),
    path("", include("kring.web.plan.urls")),
    path("", include("kring.web.together.urls")),
    path("", include("kring.web.chances.urls")),
    path("", include("kring.web.partners.urls")),
    path("", include("kring.web.house.urls")),
    path("", include("kring.web.finding.urls")),
    path("", include("kring.web.offering.urls")),
    path("", include("kring.web.carry.urls")),
    path("", include("kring.exchange.calendars.urls")),
    path("", include("kring.exchange.hsds.urls")),
    path("", include("kring.web.upkeep.urls")),
    path("", include("kring.web.guard.urls")),
    path("", include("kring.web.court.urls")),
]

handler400 = "kring.foundation.ui.errors.bad_request"
handler403 = "kring.foundation.ui.errors.forbidden"
handler404 = "kring.foundation.ui.errors.not_found"
handler500 = "kring.foundation.ui.errors.went_wrong"
