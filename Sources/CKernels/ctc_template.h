// The forward-backward algorithm of CTC in logarithms. Contract: include/ck_ctc.h.
#include "vectors.h"

// Of the 2 labels + 1 states the even ones are blanks.
CK_INLINE long CK(ctc_class)(const CK_REAL *labels, long state) {
  return state % 2 == 0 ? 0 : (long)labels[state / 2];
}

// Whether a path may go to this state from two states before, past the blank between.
CK_INLINE bool CK(ctc_skips)(const CK_REAL *labels, long state) {
  return state % 2 == 1 && state >= 2 && labels[state / 2] != labels[state / 2 - 1];
}

// log(e^a + e^b); minus infinity stands for a probability of 0. The system's log1p takes many times as
// long as its log, and what it would add is far below what matters.
CK_INLINE double CK(log_add)(double a, double b) {
  const double high = a > b ? a : b, low = a > b ? b : a;
  return low == -__builtin_inf() ? high : high + log(1 + exp(low - high));
}

CK_INLINE double CK(log_add_three)(double a, double b, double c) {
  const double high = a > b ? a : b, low = a > b ? b : a;
  const double top = high > c ? high : c, middle = high > c ? c : high;
  if (middle == -__builtin_inf()) return top;
  return top + log(1 + (exp(middle - top) + exp(low - top)));
}

// log of the sum of e^z over each time's classes.
CK_INLINE void CK(ctc_masses)(const CK_REAL *z, long time, long classes, double *masses) {
  for (long t = 0; t < time; t++) {
    const CK_REAL *row = z + t * classes;
    VF top = -R(__builtin_inf()), sum = R(0);
    CK_EACH(classes) {
      const VF x = n >= CK_WIDTH ? CK(load)(row + i) : CK(load_part)(row + i, n, row[0]);
      top = x < top ? top : x;
    }
    const CK_REAL highest = CK(lane_max)(top);
    CK_EACH(classes) {
      const VF e = CK(exp)(CK(any_load)(row + i, n) - highest);
      CK_REAL lanes[CK_WIDTH];
      CK(store)(lanes, e);
      sum += n >= CK_WIDTH ? e : CK(load_part)(lanes, n, 0);
    }
    masses[t] = log((double)CK(lane_sum)(sum)) + (double)highest;
  }
}

// alpha[t][s]: log of the probability of all beginnings that are in state s at time t.
CK_INLINE void CK(ctc_forward)(const CK_REAL *z, const CK_REAL *labels, long time, long classes, long states,
                               const double *masses, double *alpha) {
  const double never = -__builtin_inf();
  for (long s = 0; s < states; s++)
    alpha[s] = s < 2 ? (double)z[CK(ctc_class)(labels, s)] - masses[0] : never;
  for (long t = 1; t < time; t++) {
    const double *before = alpha + (t - 1) * states;
    double *now = alpha + t * states;
    for (long s = 0; s < states; s++) {
      const double near = s >= 1 ? before[s - 1] : never;
      const double arrived = CK(ctc_skips)(labels, s) ? CK(log_add_three)(before[s], near, before[s - 2])
                                                      : CK(log_add)(before[s], near);
      now[s] = arrived + (double)z[t * classes + CK(ctc_class)(labels, s)] - masses[t];
    }
  }
}

// Walks back over beta[s], the log of the probability of all endings from state s on, and leaves each
// time's gradient: softmax minus the share of the paths that have each class there.
CK_INLINE void CK(ctc_backward)(const CK_REAL *z, const CK_REAL *labels, long time, long classes,
                                long states, const double *masses, const double *alpha, double whole,
                                CK_REAL factor, double *beta, CK_REAL *delta) {
  const double never = -__builtin_inf();
  double *now = beta, *after = beta + states;
  for (long t = time - 1; t >= 0; t--) {
    const CK_REAL *row = z + t * classes;
    CK_REAL *out = delta + t * classes;
    for (long s = 0; s < states; s++) {
      double left = s >= states - 2 ? 0 : never;
      if (t < time - 1) {
        const double near = s + 1 < states ? after[s + 1] : never;
        left = s + 2 < states && CK(ctc_skips)(labels, s + 2)
                   ? CK(log_add_three)(after[s], near, after[s + 2])
                   : CK(log_add)(after[s], near);
      }
      now[s] = left + (double)row[CK(ctc_class)(labels, s)] - masses[t];
    }
    // `now` and `alpha` both count this time's own probability; one of them is enough. It has to be read
    // before the gradient is written, which may go where the logits are.
    for (long s = 0; s < states; s++)
      after[s] = exp(alpha[t * states + s] + now[s] - whole -
                     ((double)row[CK(ctc_class)(labels, s)] - masses[t]));
    const CK_REAL mass = R(masses[t]);
    CK_EACH(classes) CK(any_store)(out + i, factor * CK(exp)(CK(any_load)(row + i, n) - mass), n);
    for (long s = 0; s < states; s++) out[CK(ctc_class)(labels, s)] -= factor * R(after[s]);
    double *swap = now;
    now = after;
    after = swap;
  }
}

static double CK(ctc)(const CK_REAL *z, const CK_REAL *labels, const CK_REAL *weights, CK_REAL *delta,
                      long rows, long time, long classes, long label_length, double scale,
                      double *scratch) {
  double total = 0;
  double *masses = scratch, *beta = masses + time, *alpha = beta + 2 * (2 * label_length + 1);
  for (long r = 0; r < rows; r++) {
    const CK_REAL *row = z + r * time * classes, *own = labels + r * label_length;
    CK_REAL *out = delta + r * time * classes;
    const double weight = weights[r * label_length];
    if (weight == 0) {
      for (long i = 0; i < time * classes; i++) out[i] = 0;
      continue;
    }
    long count = 0;
    while (count < label_length && own[count] >= 0) count++;
    const long states = 2 * count + 1;
    CK(ctc_masses)(row, time, classes, masses);
    CK(ctc_forward)(row, own, time, classes, states, masses, alpha);
    const double *last = alpha + (time - 1) * states;
    const double whole = CK(log_add)(last[states - 1], states > 1 ? last[states - 2] : -__builtin_inf());
    total -= weight * whole;
    CK(ctc_backward)(row, own, time, classes, states, masses, alpha, whole, R(scale * weight), beta, out);
  }
  return total;
}
