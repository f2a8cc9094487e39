#!/usr/bin/env bash
# Compares the training engine with PyTorch, Keras, JAX, scikit-learn, LightGBM and numpy; called by `make benchmark`.
# The first run sets up a Python environment of its own under Benchmarks/.venv; BENCHMARK_PYTHON names an
# interpreter that has the frameworks already. compare.py says what else can be set, as in
# `ROUNDS=9 ONLY=W1,W4 make benchmark`; the whole comparison takes three quarters of an hour on two cores.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
cd "$(dirname "$0")/.."

python=${BENCHMARK_PYTHON:-}
if [ -z "$python" ]; then
  venv=Benchmarks/.venv
  python=$venv/bin/python
  [ -x "$python" ] || python3 -m venv "$venv"
  if ! "$python" -c "import importlib.util as u, sys
sys.exit(any(u.find_spec(m) is None for m in ('torch', 'tensorflow', 'keras', 'jax', 'sklearn', 'lightgbm', 'numpy')))"; then
    "$python" -m pip install --quiet --upgrade pip
    # PyTorch's processor-only build is a tenth of the size; TORCH_INDEX names an index that has it.
    "$python" -m pip install --quiet torch ${TORCH_INDEX:+--index-url "$TORCH_INDEX"}
    "$python" -m pip install --quiet numpy scikit-learn tensorflow-cpu "jax[cpu]" lightgbm
  fi
fi

[ -f Benchmarks/data/complete ] || "$python" Benchmarks/make_data.py Benchmarks/data
swift build -c release --product surefoot-benchmark
"$python" Benchmarks/compare.py Benchmarks/data .build/release/surefoot-benchmark Benchmarks/RESULTS.md
