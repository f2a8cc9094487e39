// Optimiser steps. Contracts: include/ck_optimiser.h.
#include "vectors.h"

static void CK(adam)(CK_REAL *parameters, const CK_REAL *gradients, CK_REAL *first, CK_REAL *second,
                     long count, double factor, double rate, double beta1, double rest1, double beta2,
                     double rest2, double correction, double epsilon, double decay) {
  const CK_REAL f = R(factor), b1 = R(beta1), r1 = R(rest1), b2 = R(beta2), r2 = R(rest2);
  const CK_REAL step = R(rate), scale = R(correction), small = R(epsilon), keep = R(1 - decay);
  CK_EACH(count) {
    const VF g = f * CK(any_load)(gradients + i, n);
    const VF m = b1 * CK(any_load)(first + i, n) + r1 * g;
    const VF v = b2 * CK(any_load)(second + i, n) + (r2 * g) * g;
    CK(any_store)(first + i, m, n);
    CK(any_store)(second + i, v, n);
    const VF size = __builtin_elementwise_sqrt(v) * scale + small;
    CK(any_store)(parameters + i, keep * CK(any_load)(parameters + i, n) - step * m / size, n);
  }
}

static void CK(momentum)(CK_REAL *parameters, const CK_REAL *gradients, CK_REAL *velocity, long count,
                         double factor, double rate, double momentum, int32_t nesterov) {
  CK_EACH(count) {
    const VF g = R(factor) * CK(any_load)(gradients + i, n);
    const VF v = R(momentum) * CK(any_load)(velocity + i, n) + g;
    CK(any_store)(velocity + i, v, n);
    const VF step = nesterov ? g + R(momentum) * v : v;
    CK(any_store)(parameters + i, CK(any_load)(parameters + i, n) - R(rate) * step, n);
  }
}

static void CK(rmsprop)(CK_REAL *parameters, const CK_REAL *gradients, CK_REAL *square, long count,
                        double factor, double rate, double smoothing, double rest, double epsilon) {
  CK_EACH(count) {
    const VF g = R(factor) * CK(any_load)(gradients + i, n);
    const VF s = R(smoothing) * CK(any_load)(square + i, n) + R(rest) * g * g;
    CK(any_store)(square + i, s, n);
    const VF size = __builtin_elementwise_sqrt(s) + R(epsilon);
    CK(any_store)(parameters + i, CK(any_load)(parameters + i, n) - R(rate) * g / size, n);
  }
}

static void CK(add_penalty)(CK_REAL *gradients, const CK_REAL *weights, long count, double l1, double l2) {
  CK_EACH(count) {
    const VF w = CK(any_load)(weights + i, n);
    const VF sign = w > R(0) ? (VF)R(l1) : (w < R(0) ? (VF)R(-l1) : (VF)R(0));
    CK(any_store)(gradients + i, CK(any_load)(gradients + i, n) + (sign + R(l2) * w), n);
  }
}
