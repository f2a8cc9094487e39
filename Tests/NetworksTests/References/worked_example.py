"""The worked example in double precision and plain Python: one sigmoid unit, two inputs, binary
cross-entropy, every parameter starting at 0.5, learning rate 0.01, 100 full-batch steps."""
from math import exp, log

rows = [(1.0, 2.0, 1.0), (2.0, -1.0, 0.0), (-1.0, 1.0, 1.0), (0.0, -2.0, 0.0)]
w1 = w2 = b = 0.5
for step in range(1, 101):
    loss = g1 = g2 = gb = 0.0
    for x1, x2, t in rows:
        p = 1 / (1 + exp(-(w1 * x1 + w2 * x2 + b)))
        loss -= (t * log(p) + (1 - t) * log(1 - p)) / len(rows)
        g1 += (p - t) * x1 / len(rows)
        g2 += (p - t) * x2 / len(rows)
        gb += (p - t) / len(rows)
    w1, w2, b = w1 - 0.01 * g1, w2 - 0.01 * g2, b - 0.01 * gb
    if step in (1, 2, 10, 50, 100):
        print(f"step {step:3d} loss before {loss:.10f} after w1 {w1:.10f} w2 {w2:.10f} b {b:.10f}")
