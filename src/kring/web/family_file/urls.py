"""Routes of the family file."""

from django.urls import URLPattern, path

from kring.web.family_file import (
    consent_pages,
    documents,
    drafting,
    people_pages,
    reach_pages,
    story,
    trust_pages,
    views,
)

app_name = "family_file"
MEMBER = "gezinnen/<uuid:key>/mensen/<uuid:person_key>/"
urlpatterns: list[URLPattern] = [
    path("gezinnen/", views.families, name="families"),
    path("gezinnen/<uuid:key>/", views.family, name="family"),
    path("gezinnen/<uuid:key>/wie-keek/", views.looked, name="looked"),
    path("gezinnen/<uuid:key>/naam/", views.rename, name="rename"),
    path("gezinnen/<uuid:key>/verhaal/", story.story, name="story"),
    path("gezinnen/<uuid:key>/verhaal/schrijven/", story.write, name="write"),
    path("gezinnen/<uuid:key>/verhaal/concept/", drafting.draft, name="draft"),
    path("gezinnen/<uuid:key>/verhaal/<uuid:note_key>/", story.note, name="note"),
    path("gezinnen/<uuid:key>/verhaal/<uuid:note_key>/tekst/", story.correct_words, name="correct_note"),
    path("gezinnen/<uuid:key>/verhaal/<uuid:note_key>/aard/", story.reclass, name="reclass_note"),
    path("gezinnen/<uuid:key>/verhaal/<uuid:note_key>/achter/", story.withhold, name="withhold_note"),
    path("gezinnen/<uuid:key>/verhaal/<uuid:note_key>/lezen/", story.let_read, name="let_read"),
    path("gezinnen/<uuid:key>/verhaal/<uuid:note_key>/terug/", story.take_back, name="take_back"),
    path("gezinnen/<uuid:key>/documenten/", documents.documents, name="documents"),
    path("gezinnen/<uuid:key>/documenten/toevoegen/", documents.add, name="add_document"),
    path("gezinnen/<uuid:key>/documenten/<uuid:document_key>/", documents.fetch, name="document"),
    path("gezinnen/<uuid:key>/in-stilte/<uuid:word_key>/", trust_pages.hear, name="hear"),
    path("gezinnen/<uuid:key>/mensen/nieuw/", people_pages.add_person, name="add_person"),
    path(MEMBER, views.member, name="member"),
    path(f"{MEMBER}banden/", people_pages.ties, name="ties"),
    path(f"{MEMBER}bereiken/", reach_pages.reach, name="reach"),
    path(f"{MEMBER}woont/", reach_pages.home, name="home"),
    path(f"{MEMBER}toestemming/", consent_pages.consent, name="consent"),
    path(f"{MEMBER}beslissen/", trust_pages.ability, name="ability"),
    path(f"{MEMBER}gedeeld/", trust_pages.sharing, name="sharing"),
    path(f"{MEMBER}veilig/", trust_pages.safety, name="safety"),
]
