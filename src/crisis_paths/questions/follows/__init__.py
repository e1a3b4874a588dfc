"""Questions of chapters 5 and 6."""
