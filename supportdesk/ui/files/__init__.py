"""Files in the window, wherever they are attached: what is dropped and pasted, and how they are looked at."""
