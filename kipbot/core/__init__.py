"""The pure centre: what mail means, how votes are counted and judged. No I/O, no clock, no randomness, no logging."""
