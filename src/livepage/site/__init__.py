"""What belongs to the site and not to a page: search, map, previews, the page for missing ones."""
