#!/usr/bin/env bash
# Compares the training engine with PyTorch, Keras and scikit-learn on the reference network; called by
# `make benchmark`. The first run sets up a Python environment of its own under Benchmarks/.venv.
# ROUNDS=9 bash Benchmarks/run.sh asks for more rounds than five.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
cd "$(dirname "$0")/.."

venv=Benchmarks/.venv
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
fi
if ! "$venv/bin/python" -c "import importlib.util as u, sys
sys.exit(any(u.find_spec(m) is None for m in ('torch', 'tensorflow', 'keras', 'sklearn', 'numpy')))"; then
  "$venv/bin/python" -m pip install --quiet --upgrade pip
  # PyTorch's processor-only build is a tenth of the size; TORCH_INDEX names an index that has it.
  "$venv/bin/python" -m pip install --quiet torch ${TORCH_INDEX:+--index-url "$TORCH_INDEX"}
  "$venv/bin/python" -m pip install --quiet numpy scikit-learn tensorflow-cpu
fi

[ -f Benchmarks/data/initial.txt ] || "$venv/bin/python" Benchmarks/make_data.py Benchmarks/data
swift build -c release --product surefoot-benchmark
"$venv/bin/python" Benchmarks/compare.py Benchmarks/data .build/release/surefoot-benchmark \
  "$venv/bin/python" "${ROUNDS:-5}" Benchmarks/RESULTS.md
