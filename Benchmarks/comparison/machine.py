"""What the figures were measured on and with."""
import importlib.metadata
import os
import platform
import subprocess


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def instruction_sets():
    """The vector instructions that matter here, as the system lists them."""
    try:
        with open("/proc/cpuinfo") as file:
            flags = next(line for line in file if line.startswith("flags")).split()
    except (OSError, StopIteration):
        return ""
    return ", ".join(name for name in ("avx2", "fma", "avx512f") if name in flags)


def swift():
    try:
        done = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True)
        return done.stdout.splitlines()[0].split(" (")[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "Swift"


def versions():
    names = ["torch", "keras", "tensorflow", "tensorflow-cpu", "jax", "scikit-learn", "lightgbm", "numpy"]
    found = []
    for name in names:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            pass
    return ", ".join([f"Python {platform.python_version()}"] + found)


def description():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.machine()}"
    return (f"{processor()} ({instruction_sets()}), {os.cpu_count()} cores, {memory:.0f} GiB, {system}.\n"
            f"{swift()}; {versions()}.")
