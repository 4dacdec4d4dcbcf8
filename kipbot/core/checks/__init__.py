"""One small function for each condition that a vote must meet."""
