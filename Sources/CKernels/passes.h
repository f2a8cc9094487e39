// The passes, written once with vectors of CK_WIDTH floats; dispatch.c includes this file once per
// instruction set, with CK(name) giving each copy its own names. Contracts: include/CKernels.h.

#define VF CK(vf)
#define VI CK(vi)
#define VU CK(vu)
#include "vectors.h"

// Runs the body with `n` values left at `i`: whole vectors first, then the rest.
#define CK_EACH(count) for (long i = 0, n = (count); n > 0; i += CK_WIDTH, n -= CK_WIDTH)

CK_INLINE void CK(bias_activate_as)(int32_t activation, float *z, const float *bias, long rows,
                                    long columns, long stride) {
  if (columns == 1 && stride == 1) {  // one unit: its rows lie side by side
    CK_EACH(rows) {
      CK(any_store)(z + i, CK(activate)(activation, CK(any_load)(z + i, n) + bias[0]), n);
    }
    return;
  }
  for (long r = 0; r < rows; r++) {
    float *row = z + r * stride;
    CK_EACH(columns) {
      VF x = CK(any_load)(row + i, n) + CK(any_load)(bias + i, n);
      CK(any_store)(row + i, CK(activate)(activation, x), n);
    }
  }
}

static void CK(bias_activate)(int32_t activation, float *z, const float *bias, long rows, long columns,
                              long stride) {
  switch (activation) {
  case CK_RELU: CK(bias_activate_as)(CK_RELU, z, bias, rows, columns, stride); break;
  case CK_SIGMOID: CK(bias_activate_as)(CK_SIGMOID, z, bias, rows, columns, stride); break;
  case CK_TANH: CK(bias_activate_as)(CK_TANH, z, bias, rows, columns, stride); break;
  default: CK(bias_activate_as)(CK_IDENTITY, z, bias, rows, columns, stride); break;
  }
}

CK_INLINE void CK(activation_gradient_as)(int32_t activation, float *g, const float *a,
                                          const float *mask, float *sums, long rows, long columns,
                                          long stride) {
  if (columns == 1 && stride == 1) {
    VF sum = 0;
    CK_EACH(rows) {
      VF x = CK(any_load)(g + i, n);
      if (mask) x *= CK(any_load)(mask + i, n);
      x = CK(slope)(activation, x, CK(any_load)(a + i, n));
      CK(any_store)(g + i, x, n);
      sum += x;  // lanes past the end hold 0
    }
    sums[0] = CK(lane_sum)(sum);
    return;
  }
  CK_EACH(columns) {
    VF sum = 0;
    for (long r = 0; r < rows; r++) {
      const long at = r * stride + i;
      VF x = CK(any_load)(g + at, n);
      if (mask) x *= CK(any_load)(mask + at, n);
      x = CK(slope)(activation, x, CK(any_load)(a + at, n));
      CK(any_store)(g + at, x, n);
      sum += x;
    }
    CK(any_store)(sums + i, sum, n);
  }
}

static void CK(activation_gradient)(int32_t activation, float *g, const float *a, const float *mask,
                                    float *sums, long rows, long columns, long stride) {
  switch (activation) {
  case CK_RELU: CK(activation_gradient_as)(CK_RELU, g, a, mask, sums, rows, columns, stride); break;
  case CK_SIGMOID:
    CK(activation_gradient_as)(CK_SIGMOID, g, a, mask, sums, rows, columns, stride);
    break;
  case CK_TANH: CK(activation_gradient_as)(CK_TANH, g, a, mask, sums, rows, columns, stride); break;
  default:
    CK(activation_gradient_as)(CK_IDENTITY, g, a, mask, sums, rows, columns, stride);
    break;
  }
}

static void CK(column_sums)(const float *x, float *sums, long rows, long columns, long stride) {
  if (columns == 1 && stride == 1) {
    VF sum = 0;
    CK_EACH(rows) sum += CK(any_load)(x + i, n);
    sums[0] = CK(lane_sum)(sum);
    return;
  }
  CK_EACH(columns) {
    VF sum = 0;
    for (long r = 0; r < rows; r++) sum += CK(any_load)(x + r * stride + i, n);
    CK(any_store)(sums + i, sum, n);
  }
}

static double CK(sigmoid_cross_entropy)(float *z, const float *targets, const float *weights,
                                        float *delta, long count, float scale) {
  VF sum = 0;
  CK_EACH(count) {
    const VF x = CK(any_load)(z + i, n), t = CK(any_load)(targets + i, n);
    const VF w = CK(any_load)(weights + i, n);  // lanes past the end weigh 0
    const VF p = CK(sigmoid)(x);
    // max(z, 0) - z t + log(1 + e^-|z|): the cross-entropy without a logarithm of zero.
    const VF above = x < 0 ? (VF)0.0f : x;
    sum += w * (above - x * t + CK(log1p)(CK(exp)(-__builtin_elementwise_abs(x))));
    CK(any_store)(delta + i, scale * w * (p - t), n);
    CK(any_store)(z + i, p, n);
  }
  return CK(lane_sum)(sum);
}

static double CK(squared_error)(const float *p, const float *targets, const float *weights,
                                float *delta, long count, float scale) {
  VF sum = 0;
  CK_EACH(count) {
    const VF gap = CK(any_load)(p + i, n) - CK(any_load)(targets + i, n);
    const VF weighted = CK(any_load)(weights + i, n) * gap;
    sum += weighted * gap;
    CK(any_store)(delta + i, (2.0f * scale) * weighted, n);
  }
  return CK(lane_sum)(sum);
}

// Turns one row into e^(z - highest), and returns the sum; `highest` receives the row's largest value.
CK_INLINE float CK(row_exponentials)(float *row, long columns, float *highest) {
  VF top = -__builtin_inff();
  CK_EACH(columns) {
    const VF x = n >= CK_WIDTH ? CK(load)(row + i) : CK(load_part)(row + i, n, row[0]);
    top = x < top ? top : x;
  }
  *highest = CK(lane_max)(top);
  VF sum = 0;
  CK_EACH(columns) {
    VF e = CK(exp)(CK(any_load)(row + i, n) - *highest);
    CK(any_store)(row + i, e, n);
    sum += n >= CK_WIDTH ? e : CK(load_part)(row + i, n, 0);
  }
  return CK(lane_sum)(sum);
}

static void CK(softmax)(float *z, long rows, long columns, long stride) {
  for (long r = 0; r < rows; r++) {
    float *row = z + r * stride, highest;
    const float share = 1.0f / CK(row_exponentials)(row, columns, &highest);
    CK_EACH(columns) CK(any_store)(row + i, CK(any_load)(row + i, n) * share, n);
  }
}

static double CK(softmax_cross_entropy)(float *z, const float *classes, const float *weights,
                                        float *delta, long rows, long columns, long stride,
                                        float scale) {
  double loss = 0;
  for (long r = 0; r < rows; r++) {
    float *row = z + r * stride, highest;
    const long class = (long)classes[r];
    const float named = row[class];
    const float sum = CK(row_exponentials)(row, columns, &highest);
    loss += (double)weights[r] * (__builtin_log((double)sum) + ((double)highest - (double)named));
    const float share = 1.0f / sum, factor = scale * weights[r];
    CK_EACH(columns) {
      const VF p = CK(any_load)(row + i, n) * share;
      CK(any_store)(row + i, p, n);
      CK(any_store)(delta + r * stride + i, factor * p, n);
    }
    delta[r * stride + class] -= factor;
  }
  return loss;
}

static void CK(softmax_gradient)(float *g, const float *p, long rows, long columns, long stride) {
  for (long r = 0; r < rows; r++) {
    float *gr = g + r * stride;
    const float *pr = p + r * stride;
    VF sum = 0;
    CK_EACH(columns) sum += CK(any_load)(gr + i, n) * CK(any_load)(pr + i, n);
    const float mean = CK(lane_sum)(sum);
    CK_EACH(columns)
    CK(any_store)(gr + i, CK(any_load)(pr + i, n) * (CK(any_load)(gr + i, n) - mean), n);
  }
}

static void CK(adam)(float *parameters, const float *gradients, float *first, float *second, long count,
                     float rate, float beta1, float rest1, float beta2, float rest2, float correction,
                     float epsilon) {
  CK_EACH(count) {
    const VF g = CK(any_load)(gradients + i, n);
    const VF m = beta1 * CK(any_load)(first + i, n) + rest1 * g;
    const VF v = beta2 * CK(any_load)(second + i, n) + (rest2 * g) * g;
    CK(any_store)(first + i, m, n);
    CK(any_store)(second + i, v, n);
    const VF size = __builtin_elementwise_sqrt(v) * correction + epsilon;
    CK(any_store)(parameters + i, CK(any_load)(parameters + i, n) - rate * m / size, n);
  }
}

static void CK(momentum)(float *parameters, const float *gradients, float *velocity, long count,
                         float rate, float momentum) {
  CK_EACH(count) {
    const VF v = momentum * CK(any_load)(velocity + i, n) + CK(any_load)(gradients + i, n);
    CK(any_store)(velocity + i, v, n);
    CK(any_store)(parameters + i, CK(any_load)(parameters + i, n) - rate * v, n);
  }
}

static void CK(add_scaled)(float *y, const float *x, long count, float factor) {
  CK_EACH(count) CK(any_store)(y + i, CK(any_load)(y + i, n) + factor * CK(any_load)(x + i, n), n);
}

static void CK(add_penalty)(float *gradients, const float *weights, long count, float l1, float l2) {
  CK_EACH(count) {
    const VF w = CK(any_load)(weights + i, n);
    const VF sign = w > 0 ? (VF)l1 : (w < 0 ? (VF)-l1 : (VF)0.0f);
    CK(any_store)(gradients + i, CK(any_load)(gradients + i, n) + (sign + l2 * w), n);
  }
}

static void CK(dropout)(float *output, const float *input, float *mask, long count, uint64_t key,
                        uint32_t threshold, float scale) {
  VU lane;
  for (int k = 0; k < CK_WIDTH; k++) lane[k] = (uint32_t)k;
  CK_EACH(count) {
    // A counter hashed with the key's two halves (the 32-bit finaliser of Ettinger, 2018): the mask
    // depends on the position only, so that every instruction set draws the same one.
    VU h = (lane + (uint32_t)i) * 0x9e3779b1u + (uint32_t)key;
    h ^= h >> 16;
    h *= 0x7feb352du;
    h ^= (uint32_t)(key >> 32);
    h ^= h >> 15;
    h *= 0x846ca68bu;
    h ^= h >> 16;
    const VF m = (VI)(h < threshold) ? (VF)0.0f : (VF)scale;
    CK(any_store)(mask + i, m, n);
    CK(any_store)(output + i, CK(any_load)(input + i, n) * m, n);
  }
}

static void CK(row_dots)(const float *a, const float *w, float *output, long rows, long columns,
                         long stride) {
  for (long r = 0; r < rows; r++) {
    VF sum = 0;
    CK_EACH(columns) sum += CK(any_load)(a + r * stride + i, n) * CK(any_load)(w + i, n);
    output[r] = CK(lane_sum)(sum);
  }
}

static void CK(weighted_row_sum)(const float *a, const float *d, float *sums, long rows, long columns,
                                 long stride) {
  CK_EACH(columns) {
    VF sum = 0;
    for (long r = 0; r < rows; r++) sum += d[r] * CK(any_load)(a + r * stride + i, n);
    CK(any_store)(sums + i, sum, n);
  }
}

static void CK(outer_product)(const float *d, const float *w, float *g, long rows, long columns,
                              long stride) {
  for (long r = 0; r < rows; r++) {
    CK_EACH(columns) CK(any_store)(g + r * stride + i, d[r] * CK(any_load)(w + i, n), n);
  }
}

static bool CK(all_finite)(const float *x, long count) {
  VF sum = 0;  // x - x is 0 for a number and NaN for anything else
  CK_EACH(count) {
    const VF v = CK(any_load)(x + i, n);
    sum += v - v;
  }
  return CK(lane_sum)(sum) == 0;
}

#undef CK_EACH
#undef VF
#undef VI
#undef VU
