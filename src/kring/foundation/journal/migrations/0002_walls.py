"""Triggers that refuse to change what was written."""

from django.db import migrations

from kring.foundation.journal import walls


def put_up(apps, schema_editor):
    walls.put_up(schema_editor.connection)


def take_down(apps, schema_editor):
    walls.take_down(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunPython(put_up, take_down)]
