"""Routes of the plan of a family."""

from django.urls import URLPattern, path

from kring.web.plan.views import history, page

app_name = "plan"
HERE = "gezinnen/<uuid:key>/plan/"
urlpatterns: list[URLPattern] = [
    path(HERE, page.plan, name="plan"),
    path(f"{HERE}geschiedenis/", history.history, name="history"),
    path(f"{HERE}geschiedenis/<uuid:revision_key>/", history.revision, name="revision"),
    path(f"{HERE}<slug:name>/", page.deed, name="deed"),
    path(f"{HERE}<slug:on>/<uuid:part_key>/<slug:name>/", page.part_deed, name="part_deed"),
]
