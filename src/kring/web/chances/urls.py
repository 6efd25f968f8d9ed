"""Routes of thresholds, and of services that fit a goal or a question."""

from django.urls import URLPattern, path

from kring.web.chances.views import counting, logging, proposals, thresholds

app_name = "chances"
urlpatterns: list[URLPattern] = [
    path("drempels/", thresholds.overview, name="thresholds"),
    path("drempels/nieuw/", logging.log, name="log"),
    path("drempels/tellingen/", counting.counts, name="counts"),
    path("drempels/<uuid:key>/", thresholds.threshold, name="threshold"),
    path("drempels/<uuid:key>/<slug:name>/", thresholds.deed, name="deed"),
    path("gezinnen/<uuid:key>/drempels/nieuw/", logging.log_for_family, name="log_for_family"),
    path("gezinnen/<uuid:key>/doelen/<uuid:goal_key>/aanbod/", proposals.for_goal, name="for_goal"),
    path("vragen/<uuid:key>/aanbod/", proposals.for_question, name="for_question"),
]
