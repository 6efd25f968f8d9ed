"""Routes of upkeep."""

from django.urls import URLPattern, path

from kring.web.upkeep.views import calls, holds, post, terms

app_name = "upkeep"
urlpatterns: list[URLPattern] = [
    path("te-bellen/", calls.calls, name="calls"),
    path("te-bellen/<uuid:key>/gebeld/", calls.called, name="called"),
    path("berichten/", post.post, name="post"),
    path("berichten/<uuid:key>/opnieuw/", post.again, name="again"),
    path("berichten/schakel/", post.switch, name="switch"),
    path("termijnen/", terms.terms, name="terms"),
    path("termijnen/<slug:code>/", terms.change, name="change_term"),
    path("bewaren/", holds.holds, name="holds"),
    path("bewaren/<uuid:key>/opheffen/", holds.lift, name="lift_hold"),
]
