"""The paper room: rule files and rosters, read from YAML with the exact place of every mistake."""
