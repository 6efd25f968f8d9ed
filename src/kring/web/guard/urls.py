"""Routes of the guard."""

from django.urls import URLPattern, path

from kring.web.guard.views import circle, glass, joins, looks, reviews, stopping

app_name = "guard"
urlpatterns: list[URLPattern] = [
    path("noodtoegang/", glass.glass, name="glass"),
    path("meehelpen/", joins.joins, name="joins"),
    path("meehelpen/<uuid:key>/<slug:word>/", joins.settle, name="settle_join"),
    path("eigen-kring/", circle.circle, name="circle"),
    path("toezicht/noodtoegang/", reviews.reviews, name="reviews"),
    path("toezicht/noodtoegang/<uuid:key>/", reviews.review, name="review"),
    path("toezicht/opvallend/", looks.looks, name="looks"),
    path("toezicht/opvallend/<uuid:key>/gezien/", looks.seen, name="look_seen"),
    path("stilleggen/<uuid:key>/", stopping.stop, name="stop"),
    path("stilleggen/<uuid:key>/<slug:word>/", stopping.change, name="stop_change"),
    path("toezicht/kring/<uuid:key>/", circle.circle_of, name="circle_of"),
    path("toezicht/kring/<uuid:key>/weg/", circle.take_back, name="circle_back"),
]
