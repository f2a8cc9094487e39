// Losses and their gradients. Contracts: include/ck_loss.h.
#include "vectors.h"

static double CK(sigmoid_cross_entropy)(const CK_REAL *z, const CK_REAL *targets, const CK_REAL *weights,
                                        CK_REAL *delta, long count, double scale, double smoothing,
                                        double positive_weight) {
  const CK_REAL kept = R(1 - smoothing), even = R(smoothing / 2), positive = R(positive_weight);
  double total = 0;
  // In blocks, so that a long float sum does not lose its small parts.
  for (long start = 0; start < count; start += 4096) {
    VF sum = R(0);
    CK_EACH(count - start < 4096 ? count - start : 4096) {
      const long at = start + i;
      const VF x = CK(any_load)(z + at, n), t = CK(any_load)(targets + at, n) * kept + even;
      const VF w = CK(any_load)(weights + at, n);  // lanes past the end weigh 0
      const VF yes = positive * t, both = yes + (R(1) - t);
      // With m = max(z, 0): the cross-entropy without a logarithm of zero.
      const VF above = x < R(0) ? (VF)R(0) : x;
      sum += w * (both * above - x * yes + both * CK(log1p)(CK(exp)(-__builtin_elementwise_abs(x))));
      CK(any_store)(delta + at, R(scale) * w * (both * CK(sigmoid)(x) - yes), n);
    }
    total += CK(lane_sum)(sum);
  }
  return total;
}

// 1, -1, or 0 times e, so that 0 and NaN stay what they are.
CK_INLINE VF CK(sign)(VF e) { return e > R(0) ? (VF)R(1) : (e < R(0) ? (VF)R(-1) : R(0) * e); }

// The loss, with its slope with respect to p in `slope`.
CK_INLINE VF CK(one_error)(int32_t kind, VF p, VF t, CK_REAL bend, VF *slope) {
  const VF e = p - t, size = __builtin_elementwise_abs(e);
  switch (kind) {
  case CK_ABSOLUTE_ERROR: *slope = CK(sign)(e); return size;
  case CK_HUBER_ERROR:
    *slope = size > bend ? bend * CK(sign)(e) : e;
    return size > bend ? bend * (size - R(0.5) * bend) : R(0.5) * e * e;
  case CK_HINGE: {
    const VF side = R(2) * t - R(1), gap = R(1) - side * p;
    *slope = gap > R(0) ? -side : (gap == gap ? (VF)R(0) : gap);
    return gap < R(0) ? (VF)R(0) : gap;
  }
  default: *slope = R(2) * e; return e * e;
  }
}

CK_INLINE double CK(error_as)(int32_t kind, const CK_REAL *p, const CK_REAL *targets,
                              const CK_REAL *weights, CK_REAL *delta, long count, double scale,
                              double bend) {
  double total = 0;
  for (long start = 0; start < count; start += 4096) {
    VF sum = R(0);
    CK_EACH(count - start < 4096 ? count - start : 4096) {
      const long at = start + i;
      const VF w = CK(any_load)(weights + at, n);
      VF slope;
      const VF loss = CK(one_error)(kind, CK(any_load)(p + at, n), CK(any_load)(targets + at, n), R(bend),
                                    &slope);
      sum += w * loss;
      CK(any_store)(delta + at, R(scale) * w * slope, n);
    }
    total += CK(lane_sum)(sum);
  }
  return total;
}

static double CK(error)(int32_t kind, const CK_REAL *p, const CK_REAL *targets, const CK_REAL *weights,
                        CK_REAL *delta, long count, double scale, double bend) {
  switch (kind) {
  case CK_ABSOLUTE_ERROR:
    return CK(error_as)(CK_ABSOLUTE_ERROR, p, targets, weights, delta, count, scale, bend);
  case CK_HUBER_ERROR:
    return CK(error_as)(CK_HUBER_ERROR, p, targets, weights, delta, count, scale, bend);
  case CK_HINGE: return CK(error_as)(CK_HINGE, p, targets, weights, delta, count, scale, bend);
  default: return CK(error_as)(CK_SQUARED_ERROR, p, targets, weights, delta, count, scale, bend);
  }
}

static double CK(softmax_cross_entropy)(const CK_REAL *z, const CK_REAL *classes, const CK_REAL *weights,
                                        CK_REAL *delta, long rows, long columns, double scale,
                                        double smoothing) {
  double total = 0;
  for (long r = 0; r < rows; r++) {
    const CK_REAL *row = z + r * columns;
    CK_REAL *out = delta + r * columns;
    if (weights[r] == 0) {
      for (long c = 0; c < columns; c++) out[c] = 0;
      continue;
    }
    const long class = (long)classes[r];
    const double named = row[class];
    VF top = -R(__builtin_inf()), all = R(0);
    CK_EACH(columns) {
      const VF x = n >= CK_WIDTH ? CK(load)(row + i) : CK(load_part)(row + i, n, row[0]);
      top = x < top ? top : x;
      if (smoothing > 0) all += CK(any_load)(row + i, n);
    }
    const CK_REAL highest = CK(lane_max)(top);
    VF sum = R(0);
    CK_EACH(columns) {
      const VF e = CK(exp)(CK(any_load)(row + i, n) - highest);
      CK(any_store)(out + i, e, n);
      sum += n >= CK_WIDTH ? e : CK(load_part)(out + i, n, 0);
    }
    const CK_REAL mass = CK(lane_sum)(sum);
    const double mean = smoothing > 0 ? CK(lane_sum)(all) / (double)columns : 0;
    total += (double)weights[r] *
             (log((double)mass) + (double)highest - (1 - smoothing) * named - smoothing * mean);
    const CK_REAL factor = R(scale) * weights[r], share = factor / mass;
    const CK_REAL even = factor * R(smoothing / (double)columns);
    CK_EACH(columns) CK(any_store)(out + i, CK(any_load)(out + i, n) * share - even, n);
    out[class] -= factor * R(1 - smoothing);
  }
  return total;
}

static double CK(softmax_divergence)(const CK_REAL *z, const CK_REAL *targets, const CK_REAL *weights,
                                     CK_REAL *delta, long rows, long columns, double scale) {
  double total = 0;
  for (long r = 0; r < rows; r++) {
    const CK_REAL *row = z + r * columns, *target = targets + r * columns;
    CK_REAL *out = delta + r * columns;
    VF top = -R(__builtin_inf());
    CK_EACH(columns) {
      const VF x = n >= CK_WIDTH ? CK(load)(row + i) : CK(load_part)(row + i, n, row[0]);
      top = x < top ? top : x;
    }
    const CK_REAL highest = CK(lane_max)(top);
    // The target's own entropy does not change, but it is part of the loss; its logarithm, of which a
    // vector version is nowhere else needed, is taken one by one.
    double named = 0, given = 0;
    for (long c = 0; c < columns; c++) {
      const double t = target[c];
      given += t;
      if (t > 0) named += t * (log(t) - ((double)row[c] - (double)highest));
    }
    VF sum = R(0);
    CK_EACH(columns) {
      const VF e = CK(exp)(CK(any_load)(row + i, n) - highest);
      CK(any_store)(out + i, e, n);
      sum += n >= CK_WIDTH ? e : CK(load_part)(out + i, n, 0);
    }
    const CK_REAL mass = CK(lane_sum)(sum);
    const double weight = weights[r * columns];
    total += weight * (named + given * log((double)mass));
    const CK_REAL factor = R(scale * weight), share = factor * R(given) / mass;
    CK_EACH(columns)
    CK(any_store)(out + i, CK(any_load)(out + i, n) * share - factor * CK(any_load)(target + i, n), n);
  }
  return total;
}

// Of N(a, e^u) from N(b, e^v): (v - u + (e^u + (a - b)^2) e^-v - 1) / 2.
static double CK(gaussian_divergence)(const CK_REAL *p, const CK_REAL *targets, const CK_REAL *weights,
                                      CK_REAL *delta, long rows, long columns, double scale) {
  double total = 0;
  for (long r = 0; r < rows; r++) {
    const CK_REAL *mean = p + r * 2 * columns, *target = targets + r * 2 * columns;
    CK_REAL *out = delta + r * 2 * columns;
    const double weight = weights[r * 2 * columns];
    const CK_REAL factor = R(scale * weight);
    VF sum = R(0);
    CK_EACH(columns) {
      const VF u = CK(any_load)(mean + columns + i, n), v = CK(any_load)(target + columns + i, n);
      const VF gap = CK(any_load)(mean + i, n) - CK(any_load)(target + i, n);
      const VF ratio = CK(exp)(u - v), precision = CK(exp)(-v);
      // Lanes past the end hold equal distributions, which are 0 apart.
      sum += R(0.5) * (v - u + ratio + gap * gap * precision - R(1));
      CK(any_store)(out + i, factor * gap * precision, n);
      CK(any_store)(out + columns + i, R(0.5) * factor * (ratio - R(1)), n);
    }
    total += weight * CK(lane_sum)(sum);
  }
  return total;
}
