"""Routes of the public directory: the same for families and for workers."""

from django.urls import path

from kring.web.finding.views import keeping, pages, signing_up

app_name = "finding"
urlpatterns = [
    path("aanbod", pages.search_page, name="search"),
    path("aanbod/zoek.json", pages.search_api, name="api"),
    path("aanbod/ingeschreven", signing_up.signed_up, name="signed_up"),
    path("aanbod/afmelden", signing_up.sign_off, name="sign_off"),
    path("aanbod/datum/<uuid:key>", signing_up.sign_up_page, name="sign_up"),
    path("aanbod/bewaard", keeping.saved, name="saved"),
    path("aanbod/zoektocht", keeping.save, name="save_search"),
    path("aanbod/zoektocht/<uuid:key>", keeping.saved_search, name="saved_search"),
    path("aanbod/zoektocht/<uuid:key>/gezien", keeping.seen, name="seen"),
    path("aanbod/zoektocht/<uuid:key>/vaak", keeping.how_often, name="how_often"),
    path("aanbod/zoektocht/<uuid:key>/weg", keeping.remove, name="remove_search"),
    path("aanbod/geen-mail/<str:token>", keeping.no_mail, name="no_mail"),
    path("aanbod/<uuid:key>/bewaar", keeping.bookmark, name="bookmark"),
    path("aanbod/<uuid:key>", pages.service_page, name="service"),
]
