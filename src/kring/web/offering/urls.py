"""Routes of keeping the offer: public ones without an account, and those of its keepers."""

from django.urls import URLPattern, path

from kring.web.offering.views import activities, adding, editing, linking, own, placing, public

app_name = "offering"
urlpatterns: list[URLPattern] = [
    path("aanbod/<uuid:key>/klopt-niet", public.wrong, name="wrong"),
    path("aanbod/<uuid:key>/klopt-niet/gemeld", public.reported, name="reported"),
    path("bevestig/<str:token>/", public.confirm, name="confirm"),
    path("ons-aanbod/", own.services, name="services"),
    path("ons-aanbod/nieuw/", adding.new, name="new"),
    path("ons-aanbod/melding/<uuid:key>/", own.settle, name="settle"),
    path("ons-aanbod/voorstel/<uuid:key>/<slug:name>/", linking.answer, name="answer_link"),
    path("ons-aanbod/activiteit/<uuid:key>/", activities.activity, name="activity"),
    path("ons-aanbod/activiteit/<uuid:key>/stop/", activities.stop, name="stop_activity"),
    path("ons-aanbod/plaats/<uuid:key>/", placing.place, name="place"),
    path("ons-aanbod/dag/<uuid:key>/", activities.cancel, name="cancel_date"),
    path("ons-aanbod/<uuid:key>/", own.service, name="service"),
    path("ons-aanbod/<uuid:key>/wijzig/", editing.edit, name="edit"),
    path("ons-aanbod/<uuid:key>/plaats/", adding.place, name="new_place"),
    path("ons-aanbod/<uuid:key>/samen/", linking.together, name="together"),
    path("ons-aanbod/<uuid:key>/samen/<uuid:other>/los/", linking.apart, name="apart"),
    path("ons-aanbod/<uuid:key>/vrij/", own.free, name="free"),
    path("ons-aanbod/<uuid:key>/activiteit/", activities.new, name="new_activity"),
    path("ons-aanbod/<uuid:key>/doe/<slug:name>/", own.deed, name="deed"),
]
