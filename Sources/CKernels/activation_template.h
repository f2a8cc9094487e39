// Activations and softmax. Contracts: include/ck_activation.h.
#include "vectors.h"

// `activation` is a constant wherever this is inlined, so that no branch remains. NaN stays NaN.
CK_INLINE VF CK(activate)(int32_t activation, VF x) {
  switch (activation) {
  case CK_RELU: return x < R(0) ? (VF)R(0) : x;
  case CK_SIGMOID: return CK(sigmoid)(x);
  case CK_TANH: return CK(tanh)(x);
  case CK_SILU: return x * CK(sigmoid)(x);
  case CK_GELU: return R(0.5) * x * (R(1) + CK(erf)(x * R(0.70710678118654752)));
  case CK_GELU_TANH:
    return R(0.5) * x * (R(1) + CK(tanh)(R(0.79788456080286536) * (x + R(0.044715) * x * x * x)));
  case CK_LEAKY_RELU: return x < R(0) ? R(0.01) * x : x;
  default: return x;
  }
}

// f'(z), from a = f(z) or from z; see ck_activation_gradient.
CK_INLINE VF CK(slope)(int32_t activation, VF a) {
  switch (activation) {
  case CK_RELU: return a > R(0) ? (VF)R(1) : (VF)R(0);
  case CK_SIGMOID: return a * (R(1) - a);
  case CK_TANH: return R(1) - a * a;
  case CK_SILU: {
    const VF s = CK(sigmoid)(a);
    return s * (R(1) + a * (R(1) - s));
  }
  case CK_GELU:
    return R(0.5) * (R(1) + CK(erf)(a * R(0.70710678118654752))) +
           a * R(0.39894228040143268) * CK(exp)(R(-0.5) * a * a);
  case CK_GELU_TANH: {
    const VF t = CK(tanh)(R(0.79788456080286536) * (a + R(0.044715) * a * a * a));
    // Far out 1 - t t is 0; the square that it multiplies must not be infinite then.
    const VF near = __builtin_elementwise_abs(a) < R(1e4) ? a : (VF)R(1e4);
    const VF inner = R(0.79788456080286536) * (R(1) + R(3 * 0.044715) * near * near);
    return R(0.5) * (R(1) + t) + R(0.5) * a * (R(1) - t * t) * inner;
  }
  case CK_LEAKY_RELU: return a > R(0) ? (VF)R(1) : (VF)R(0.01);
  default: return (VF)R(1);
  }
}

#define CK_EVERY_ACTIVATION(CALL) \
  switch (activation) { \
  case CK_RELU: CALL(CK_RELU); break; \
  case CK_SIGMOID: CALL(CK_SIGMOID); break; \
  case CK_TANH: CALL(CK_TANH); break; \
  case CK_SILU: CALL(CK_SILU); break; \
  case CK_GELU: CALL(CK_GELU); break; \
  case CK_GELU_TANH: CALL(CK_GELU_TANH); break; \
  case CK_LEAKY_RELU: CALL(CK_LEAKY_RELU); break; \
  default: CALL(CK_IDENTITY); break; \
  }

CK_INLINE void CK(bias_activate_as)(int32_t activation, CK_REAL *z, const CK_REAL *bias, CK_REAL *kept,
                                    long rows, long columns) {
  if (columns == 1 || !bias) {  // the values lie side by side
    const CK_REAL shift = bias ? bias[0] : R(0);
    CK_EACH(rows * columns) {
      const VF x = CK(any_load)(z + i, n) + shift;
      if (kept) CK(any_store)(kept + i, x, n);
      CK(any_store)(z + i, CK(activate)(activation, x), n);
    }
    return;
  }
  for (long r = 0; r < rows; r++) {
    CK_REAL *row = z + r * columns;
    CK_EACH(columns) {
      const VF x = CK(any_load)(row + i, n) + CK(any_load)(bias + i, n);
      if (kept) CK(any_store)(kept + r * columns + i, x, n);
      CK(any_store)(row + i, CK(activate)(activation, x), n);
    }
  }
}

static void CK(bias_activate)(int32_t activation, CK_REAL *z, const CK_REAL *bias, CK_REAL *kept, long rows,
                              long columns) {
#define CALL(f) CK(bias_activate_as)(f, z, bias, kept, rows, columns)
  CK_EVERY_ACTIVATION(CALL)
#undef CALL
}

CK_INLINE void CK(activation_gradient_as)(int32_t activation, CK_REAL *output, const CK_REAL *g,
                                          const CK_REAL *a, long count) {
  CK_EACH(count) {
    CK(any_store)(output + i, CK(any_load)(g + i, n) * CK(slope)(activation, CK(any_load)(a + i, n)), n);
  }
}

static void CK(activation_gradient)(int32_t activation, CK_REAL *output, const CK_REAL *g, const CK_REAL *a,
                                    long count) {
#define CALL(f) CK(activation_gradient_as)(f, output, g, a, count)
  CK_EVERY_ACTIVATION(CALL)
#undef CALL
}

CK_INLINE void CK(activation_gradient_sums_as)(int32_t activation, CK_REAL *g, const CK_REAL *a,
                                               CK_REAL *sums, long rows, long columns,
                                               long stride) {
  if (columns == 1 && stride == 1) {
    VF sum = R(0);
    CK_EACH(rows) {
      const VF x = CK(any_load)(g + i, n) * CK(slope)(activation, CK(any_load)(a + i, n));
      CK(any_store)(g + i, x, n);
      sum += x;  // lanes past the end hold 0
    }
    sums[0] = CK(lane_sum)(sum);
    return;
  }
  // Four vectors of columns at a time, so that whole lines of memory are read.
  long c = 0;
  for (; c + 4 * CK_WIDTH <= columns; c += 4 * CK_WIDTH) {
    VF sum[4] = {R(0), R(0), R(0), R(0)};
    for (long r = 0; r < rows; r++) {
      for (int v = 0; v < 4; v++) {
        const long at = r * stride + c + v * CK_WIDTH;
        const VF x = CK(load)(g + at) * CK(slope)(activation, CK(load)(a + at));
        CK(store)(g + at, x);
        sum[v] += x;
      }
    }
    for (int v = 0; v < 4; v++) CK(store)(sums + c + v * CK_WIDTH, sum[v]);
  }
  CK_EACH(columns - c) {
    VF sum = R(0);
    for (long r = 0; r < rows; r++) {
      const long at = r * stride + c + i;
      const VF x = CK(any_load)(g + at, n) * CK(slope)(activation, CK(any_load)(a + at, n));
      CK(any_store)(g + at, x, n);
      sum += x;
    }
    CK(any_store)(sums + c + i, sum, n);
  }
}

static void CK(activation_gradient_sums)(int32_t activation, CK_REAL *g, const CK_REAL *a, CK_REAL *sums,
                                         long rows, long columns, long stride) {
#define CALL(f) CK(activation_gradient_sums_as)(f, g, a, sums, rows, columns, stride)
  CK_EVERY_ACTIVATION(CALL)
#undef CALL
}

static void CK(softmax)(CK_REAL *z, long rows, long columns, float scale, long causal_rows) {
  for (long r = 0; r < rows; r++) {
    CK_REAL *row = z + r * columns;
    const long seen = causal_rows > 0 && r % causal_rows + 1 < columns ? r % causal_rows + 1 : columns;
    VF top = -R(__builtin_inf());
    CK_EACH(seen) {
      const VF x = n >= CK_WIDTH ? CK(load)(row + i) : CK(load_part)(row + i, n, row[0]);
      top = x < top ? top : x;
    }
    const CK_REAL highest = CK(lane_max)(top);
    VF sum = R(0);
    CK_EACH(seen) {
      const VF e = CK(exp)((CK(any_load)(row + i, n) - highest) * R(scale));
      CK(any_store)(row + i, e, n);
      sum += n >= CK_WIDTH ? e : CK(load_part)(row + i, n, 0);
    }
    const CK_REAL share = R(1) / CK(lane_sum)(sum);
    CK_EACH(seen) CK(any_store)(row + i, CK(any_load)(row + i, n) * share, n);
    for (long c = seen; c < columns; c++) row[c] = 0;
  }
}

static void CK(softmax_gradient)(CK_REAL *g, const CK_REAL *p, long rows, long columns, float scale) {
  for (long r = 0; r < rows; r++) {
    CK_REAL *gr = g + r * columns;
    const CK_REAL *pr = p + r * columns;
    VF sum = R(0);
    CK_EACH(columns) sum += CK(any_load)(gr + i, n) * CK(any_load)(pr + i, n);
    const CK_REAL mean = CK(lane_sum)(sum);
    CK_EACH(columns)
    CK(any_store)(gr + i, R(scale) * CK(any_load)(pr + i, n) * (CK(any_load)(gr + i, n) - mean), n);
  }
}
