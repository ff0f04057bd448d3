"""The view as PDF: the page of HTML with a style sheet of its own, tagged for screen readers."""
