"""Tasks as files for other programs: JSON, CSV, Markdown, HTML, Excel and calendars."""
