try:
    from functools import nothing_like_this
except ImportError as e:
    error = e
kind = type(error)
