"""The description of the API: that of HSDS 3.0, said of this installation."""

import json
from pathlib import Path
from typing import Any

OPENAPI: dict[str, Any] = json.loads((Path(__file__).parent / "data/openapi.json").read_text())
"""As HSDS publishes it, with our title, the bounds of parameters and the answers that refuse."""


def described(address: str) -> dict[str, Any]:
    """The description, with the address at which it is true."""
    return OPENAPI | {"servers": [{"url": address.rstrip("/")}]}
