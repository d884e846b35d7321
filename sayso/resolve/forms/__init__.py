"""What the layout of a text makes plain: turns of a transcript, captions of quotations."""
