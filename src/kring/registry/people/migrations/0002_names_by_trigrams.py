"""Names are found by any part of them: on PostgreSQL by an index of trigrams."""

from django.db import migrations

from kring.foundation.records.postgresql.trigrams import by_trigrams


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        by_trigrams(
            {
                "people_family_trigrams": ("people_family", "search_name"),
                "people_person_trigrams": ("people_person", "search_name"),
            }
        )
    ]
