"""Who may see and do what, proven over every route."""
