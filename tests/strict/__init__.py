"""What makes every test strict. Each file here is one rule, loaded by the root ``conftest.py``.

Undefined template variables, warnings and naive datetimes fail by the settings in
``pyproject.toml``.
"""
