"""Questions of chapters 1 to 3."""
