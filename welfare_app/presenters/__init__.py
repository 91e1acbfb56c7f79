"""What each screen shows and how it answers, without Qt."""
