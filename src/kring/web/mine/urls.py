"""Routes of the own pages, and of the one on which a worker opens them."""

from django.urls import URLPattern, path

from kring.web.mine.views import opening, own, sharing

app_name = "mine"
urlpatterns: list[URLPattern] = [
    path("mijn/", own.home, name="home"),
    path("mijn/wie-keek/", own.looked, name="looked"),
    path("mijn/kopie/", own.copy, name="copy"),
    path("mijn/klopt-niet/", own.object_page, name="object"),
    path("mijn/delen/", sharing.sharing, name="sharing"),
    path("mijn/delen/<uuid:about>/<uuid:receiver>/", sharing.answer, name="answer"),
    path("mijn/antwoord/<uuid:key>/gedwongen/", sharing.forced, name="forced"),
    path("mijn/stop/", sharing.stop, name="stop"),
    path("mijn/stop/gezin/", sharing.leave_family, name="leave_family"),
    path("mijn/stop/toegang/", sharing.close, name="close"),
    path("mijn/begin/", opening.begin, name="begin"),
    path("toegang/<uuid:key>/", opening.access, name="access"),
]
