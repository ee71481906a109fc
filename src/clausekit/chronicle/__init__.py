"""Timeline → what people read: the course of events and who owes what by when, as text, tables, pictures and calendars."""
