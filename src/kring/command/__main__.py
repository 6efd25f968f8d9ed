"""``python -m kring.command``: the same as ``kring``."""

import sys

from kring.command import main

sys.exit(main())
