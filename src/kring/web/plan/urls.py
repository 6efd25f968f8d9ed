"""Routes of the plan of a family."""

from django.urls import URLPattern, path

from kring.web.plan.views import after_care, approval, circle, history, page, signing

app_name = "plan"
HERE = "gezinnen/<uuid:key>/plan/"
SIGNED = f"{HERE}handtekeningen/"
urlpatterns: list[URLPattern] = [
    path("gezinnen/<uuid:key>/kring/", circle.circle, name="circle"),
    path("gezinnen/<uuid:key>/kring/nieuw/", circle.tie_new, name="tie_new"),
    path("gezinnen/<uuid:key>/kring/<uuid:tie_key>/", circle.tie, name="tie"),
    path("gezinnen/<uuid:key>/kring/<uuid:tie_key>/weg/", circle.tie_end, name="tie_end"),
    path(HERE, page.plan, name="plan"),
    path(f"{HERE}geschiedenis/", history.history, name="history"),
    path(f"{HERE}geschiedenis/<uuid:revision_key>/", history.revision, name="revision"),
    path(SIGNED, signing.signatures, name="signatures"),
    path(f"{SIGNED}<uuid:person_key>/papier/", signing.to_sign, name="to_sign"),
    path(f"{SIGNED}<uuid:person_key>/getekend/", signing.on_paper, name="sign_paper"),
    path(f"{SIGNED}<uuid:signature_key>/<slug:what>/", signing.signed, name="signed"),
    path(f"{HERE}geschiedenis/<uuid:revision_key>/oordeel/", approval.judge, name="judge"),
    path("gezinnen/<uuid:key>/nazorg/<uuid:check_key>/", after_care.after_care, name="after_care"),
    path("nazorg/<uuid:check_key>/neem/", after_care.take, name="take_after_care"),
    path(f"{HERE}<slug:name>/", page.deed, name="deed"),
    path(f"{HERE}<slug:on>/<uuid:part_key>/<slug:name>/", page.part_deed, name="part_deed"),
]
