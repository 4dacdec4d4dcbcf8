"""The labelled mails: one trap a row, read by meaning, and the score that kipbot gets on them."""
