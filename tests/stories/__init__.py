"""Whole votes from the call to the result: stories as data, the mail made of them, and what must hold of each answer."""
