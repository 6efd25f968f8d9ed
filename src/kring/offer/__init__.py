"""The floor of the offer: what help exists, where, for whom, and what is free."""
