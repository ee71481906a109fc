"""Draft → a PDF that can be printed, searched and read aloud: tagged (PDF/UA-1), with bookmarks, links and fonts of its own."""
