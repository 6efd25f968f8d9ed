"""Routes of the plan of a family."""

from django.urls import URLPattern, path

from kring.web.plan.views import circle, history, page

app_name = "plan"
HERE = "gezinnen/<uuid:key>/plan/"
urlpatterns: list[URLPattern] = [
    path("gezinnen/<uuid:key>/kring/", circle.circle, name="circle"),
    path("gezinnen/<uuid:key>/kring/nieuw/", circle.tie_new, name="tie_new"),
    path("gezinnen/<uuid:key>/kring/<uuid:tie_key>/", circle.tie, name="tie"),
    path("gezinnen/<uuid:key>/kring/<uuid:tie_key>/weg/", circle.tie_end, name="tie_end"),
    path(HERE, page.plan, name="plan"),
    path(f"{HERE}geschiedenis/", history.history, name="history"),
    path(f"{HERE}geschiedenis/<uuid:revision_key>/", history.revision, name="revision"),
    path(f"{HERE}<slug:name>/", page.deed, name="deed"),
    path(f"{HERE}<slug:on>/<uuid:part_key>/<slug:name>/", page.part_deed, name="part_deed"),
]
