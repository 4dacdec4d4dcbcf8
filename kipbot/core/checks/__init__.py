"""The conditions that a rule can set on a vote: one small function each, one named verdict each."""
