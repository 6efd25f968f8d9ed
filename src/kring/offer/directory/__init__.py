"""The public directory of services."""
