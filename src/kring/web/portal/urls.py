"""Routes of the portal: public, without an account."""

from django.urls import path

from kring.web.portal.views import ask, links, status

app_name = "portal"
urlpatterns = [
    path("welkom", ask.home, name="home"),
    path("vraag", ask.ask_page, name="ask"),
    path("vraag/verstuurd", ask.sent, name="sent"),
    path("vraag/klaar", ask.forget, name="forget"),
    path("stand", status.status, name="status"),
    path("antwoord/verstuurd/<slug:says>", links.answered, name="answered"),
    path("antwoord/<str:token>", links.link, name="link"),
]
