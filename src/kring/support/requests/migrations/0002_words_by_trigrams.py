"""Questions are found by any part of their words, whatever their case: by an index of trigrams."""

from django.db import migrations

from kring.foundation.records.postgresql.trigrams import by_trigrams


class Migration(migrations.Migration):
    dependencies = [("requests", "0001_initial")]
    operations = [by_trigrams({"requests_request_words": ("requests_request", "upper(words)")})]
