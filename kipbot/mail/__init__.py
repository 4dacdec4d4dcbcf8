"""The mail room: bytes in archives become facts about mails."""
