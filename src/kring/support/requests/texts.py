"""The neutral messages of this room: a subject, one sentence, a link. Never content."""
