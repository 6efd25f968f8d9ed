"""The counting rulebook: what is a question, an answer, a clock; one version at a time.

The text people read is ``docs/reference/rulebook.md``; a test holds its version to this one. A
figure always names the version it was counted by.
"""

VERSION = 2
