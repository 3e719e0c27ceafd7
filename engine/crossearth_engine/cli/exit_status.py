"""What the exit status of a command says."""

from __future__ import annotations

EXIT_BAD_INPUT, EXIT_CANCELED, EXIT_FAILURE, EXIT_INTERRUPTED = 2, 3, 4, 130

STATUSES = {
    0: "Done.",
    EXIT_BAD_INPUT: "Bad arguments or bad input; a sentence on stderr says which.",
    EXIT_CANCELED: (
        "Stopped by SIGTERM or SIGHUP; or by Ctrl-C with a result: a partial map "
        "(--keep-partial), the best model until then."
    ),
    EXIT_FAILURE: "It failed here: disk full, out of memory, no network.",
    EXIT_INTERRUPTED: "Stopped by Ctrl-C.",
}
"""In words, for the help and the manual."""
