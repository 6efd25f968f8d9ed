from django.db import migrations

from kring.offer.houses.loading import load_conditions


def forwards(apps, schema_editor):
    load_conditions(apps)


class Migration(migrations.Migration):
    dependencies = [("houses", "0001_initial")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
