"""Mails, one by one and in mailboxes."""
