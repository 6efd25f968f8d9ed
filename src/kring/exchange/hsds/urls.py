"""The routes of the door; they keep the version of HSDS, so that an address stays what it was."""

from django.urls import URLPattern, path

from kring.exchange.hsds import views

app_name = "hsds"
urlpatterns: list[URLPattern] = [
    path("hsds/3.0/", views.about, name="about"),
    path("hsds/3.0/openapi.json", views.openapi, name="openapi"),
    path("hsds/3.0/hsds.json", views.nested_copy, name="nested_copy"),
    path("hsds/3.0/hsds.zip", views.tabular_copy, name="tabular_copy"),
    path("hsds/3.0/services", views.services, name="services"),
    path("hsds/3.0/services/<str:found>", views.service, name="service"),
    path("hsds/3.0/organizations", views.organizations, name="organizations"),
    path("hsds/3.0/organizations/<str:found>", views.organization, name="organization"),
    path("hsds/3.0/service_at_locations", views.places, name="places"),
    path("hsds/3.0/service_at_locations/<str:found>", views.place, name="place"),
    path("hsds/3.0/taxonomies", views.taxonomies, name="taxonomies"),
    path("hsds/3.0/taxonomies/<str:found>", views.taxonomy, name="taxonomy"),
    path("hsds/3.0/taxonomy_terms", views.terms, name="terms"),
    path("hsds/3.0/taxonomy_terms/<str:found>", views.term, name="term"),
]
