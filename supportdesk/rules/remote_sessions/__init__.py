"""Which case a remote session belonged to, by what its vendor reports of it and what the desk knows."""
