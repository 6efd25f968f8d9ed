"""The connection to PostgreSQL, as Django makes it, with statements the server remembers."""

PLAN_ANEW = "/* plan anew */ "
"""Begins a statement over a table that grows from nothing: a remembered plan would still be made
for the empty table, until the server next looks at its statistics."""
