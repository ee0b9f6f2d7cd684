"""The compiled kernel: the plain engine's arithmetic in C, when a compiler was there at installation."""
