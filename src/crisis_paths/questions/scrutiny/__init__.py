"""Questions of chapter 7."""
