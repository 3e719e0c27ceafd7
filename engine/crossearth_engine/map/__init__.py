"""The map while it grows: its tiles, what is noted of them, and what is made of them in the end."""
