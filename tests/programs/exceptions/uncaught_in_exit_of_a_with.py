class Door:
    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        print("exit", kind)
        raise RuntimeError("door jammed") from exc


with Door() as d:
    print("inside")
    {}["key"]
