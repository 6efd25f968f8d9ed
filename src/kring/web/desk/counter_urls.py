"""Routes with which a worker writes a new question down."""

from django.urls import URLPattern, path

from kring.web.desk.views import counter, known, referral

counter_urls: list[URLPattern] = [
    path("balie/", counter.counter, name="counter"),
    path("balie/vraagje/", counter.light_contact, name="light_contact"),
    path("balie/briefje/", counter.slip, name="slip"),
    path("doorverwijzen/", referral.referral, name="referral"),
    path("doorverwijzen/consult/", referral.consult, name="consult"),
    path("al-gekend/", known.known, name="known"),
]
