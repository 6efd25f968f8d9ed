"""What the database of an installation holds, as JSON: read after the last kill."""

import json

import django
from django.apps import apps
from django.db import connection, models
from django.db.models import Count, Exists, OuterRef


def dangling() -> list[str]:
    """Foreign keys that point to nothing, looked up row by row, whatever the database promises."""
    wrong = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if not isinstance(field, models.ForeignKey):
                continue
            target = field.target_field.attname
            parents = field.related_model._default_manager.filter(**{target: OuterRef(field.attname)})
            rows = model._default_manager.filter(**{f"{field.attname}__isnull": False})
            if rows.exclude(Exists(parents)).exists():
                wrong.append(f"{model._meta.label}.{field.name}")
    return wrong


def integrity() -> str:
    """The database's own opinion of its pages and indexes."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check")
            return str(cursor.fetchone()[0])
        cursor.execute("CREATE EXTENSION IF NOT EXISTS amcheck")
        cursor.execute(
            "SELECT count(bt_index_check(c.oid, true)) FROM pg_index i JOIN pg_class c"
            " ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'btree'"
        )
        return "ok" if cursor.fetchone()[0] else "no indexes"


def main() -> None:
    """One JSON object on the screen."""
    django.setup()
    request = apps.get_model("requests", "Request")
    held = apps.get_model("requests", "Holding").objects.filter(ends_at__isnull=True)
    clocks = request.objects.annotate(number=Count("clocks")).filter(number=3)
    subjects = apps.get_model("journal", "JournalSubject").objects.filter(kind="request")
    written = subjects.filter(entry__verb="request.asked")
    found = {
        "submissions": [str(key) for key in request.objects.values_list("submission", flat=True)],
        "with_three_clocks": clocks.count(),
        "running_holdings": held.count(),
        "held_once": held.values("request").distinct().count(),
        "journal_entries": written.count(),
        "in_the_journal": written.values("subject_key").distinct().count(),
        "dangling": dangling(),
        "integrity": integrity(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
