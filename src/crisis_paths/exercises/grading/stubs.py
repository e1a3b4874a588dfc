"""What stands in a released notebook where students are to write."""

CODE = "# nothing else is needed here"
TEXT = "*Write here.*"
