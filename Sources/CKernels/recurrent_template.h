// Gated recurrent layers, step by step. Contracts: include/ck_recurrent.h.
#include "vectors.h"

CK_INLINE bool CK(is_padding)(const ck_recurrent_step *step, long row) {
  return step->tokens && ((const CK_REAL *)step->tokens)[row * step->token_stride] == R(step->padding);
}

// A row of `values`, or null where there are none.
CK_INLINE const CK_REAL *CK(row_of)(const CK_REAL *values, long row, long stride) {
  return values ? values + row * stride : 0;
}

CK_INLINE VF CK(load_or_zero)(const CK_REAL *p, long i, long n) {
  return p ? CK(any_load)(p + i, n) : (VF)R(0);
}

// to = from, or 0 without it.
CK_INLINE void CK(keep_row)(CK_REAL *to, const CK_REAL *from, long count) {
  CK_EACH(count) CK(any_store)(to + i, CK(load_or_zero)(from, i, n), n);
}

CK_INLINE void CK(gru_forward_row)(long units, CK_REAL *gates, const CK_REAL *hidden, const CK_REAL *bias,
                                   const CK_REAL *previous, CK_REAL *output) {
  CK_REAL *r_at = gates, *z_at = gates + units, *hn_at = gates + 2 * units, *n_at = gates + 3 * units;
  CK_EACH(units) {
    VF hr = CK(any_load)(bias + i, n), hz = CK(any_load)(bias + units + i, n);
    VF hn = CK(any_load)(bias + 2 * units + i, n);
    if (hidden) {
      hr += CK(any_load)(hidden + i, n);
      hz += CK(any_load)(hidden + units + i, n);
      hn += CK(any_load)(hidden + 2 * units + i, n);
    }
    const VF r = CK(sigmoid)(CK(any_load)(r_at + i, n) + hr);
    const VF z = CK(sigmoid)(CK(any_load)(z_at + i, n) + hz);
    const VF candidate = CK(tanh)(CK(any_load)(n_at + i, n) + r * hn);
    CK(any_store)(r_at + i, r, n);
    CK(any_store)(z_at + i, z, n);
    CK(any_store)(hn_at + i, hn, n);
    CK(any_store)(n_at + i, candidate, n);
    const VF before = CK(load_or_zero)(previous, i, n);
    CK(any_store)(output + i, candidate + z * (before - candidate), n);
  }
}

static void CK(gru_forward)(ck_recurrent_step step, CK_REAL *gates, const CK_REAL *hidden,
                            const CK_REAL *bias, const CK_REAL *previous, CK_REAL *output) {
  for (long row = 0; row < step.rows; row++) {
    const CK_REAL *before = CK(row_of)(previous, row, step.state_stride);
    CK_REAL *after = output + row * step.state_stride;
    if (CK(is_padding)(&step, row)) {
      CK(keep_row)(after, before, step.units);
    } else {
      CK(gru_forward_row)(step.units, gates + row * step.gate_stride,
                          CK(row_of)(hidden, row, 3 * step.units), bias, before, after);
    }
  }
}

CK_INLINE void CK(gru_backward_row)(long units, CK_REAL *gates, const CK_REAL *previous,
                                    const CK_REAL *delta, CK_REAL *carry) {
  CK_REAL *r_at = gates, *z_at = gates + units, *hn_at = gates + 2 * units, *n_at = gates + 3 * units;
  CK_EACH(units) {
    const VF dh = CK(any_load)(carry + i, n) + CK(load_or_zero)(delta, i, n);
    const VF r = CK(any_load)(r_at + i, n), z = CK(any_load)(z_at + i, n);
    const VF hn = CK(any_load)(hn_at + i, n), candidate = CK(any_load)(n_at + i, n);
    const VF before = CK(load_or_zero)(previous, i, n);
    const VF dn = dh * (R(1) - z) * (R(1) - candidate * candidate);
    CK(any_store)(r_at + i, dn * hn * r * (R(1) - r), n);
    CK(any_store)(z_at + i, dh * (before - candidate) * z * (R(1) - z), n);
    CK(any_store)(hn_at + i, dn * r, n);
    CK(any_store)(n_at + i, dn, n);
    CK(any_store)(carry + i, dh * z, n);
  }
}

// carry += delta, gates = 0: the state went through unchanged.
CK_INLINE void CK(pass_row_back)(long units, CK_REAL *gates, const CK_REAL *delta, CK_REAL *carry) {
  CK(keep_row)(gates, 0, 4 * units);
  CK_EACH(units) CK(any_store)(carry + i, CK(any_load)(carry + i, n) + CK(load_or_zero)(delta, i, n), n);
}

static void CK(gru_backward)(ck_recurrent_step step, CK_REAL *gates, const CK_REAL *previous,
                             const CK_REAL *delta, long delta_stride, CK_REAL *carry) {
  for (long row = 0; row < step.rows; row++) {
    CK_REAL *own = gates + row * step.gate_stride, *back = carry + row * step.units;
    const CK_REAL *slope = CK(row_of)(delta, row, delta_stride);
    if (CK(is_padding)(&step, row)) {
      CK(pass_row_back)(step.units, own, slope, back);
    } else {
      CK(gru_backward_row)(step.units, own, CK(row_of)(previous, row, step.state_stride), slope, back);
    }
  }
}

CK_INLINE void CK(lstm_forward_row)(long units, CK_REAL *gates, const CK_REAL *bias,
                                    const CK_REAL *previous_cell, CK_REAL *output, CK_REAL *cell) {
  CK_EACH(units) {
    VF sum[4];
    for (int gate = 0; gate < 4; gate++)
      sum[gate] = CK(any_load)(gates + gate * units + i, n) + CK(any_load)(bias + gate * units + i, n);
    const VF in = CK(sigmoid)(sum[0]), forget = CK(sigmoid)(sum[1]);
    const VF candidate = CK(tanh)(sum[2]), out = CK(sigmoid)(sum[3]);
    const VF value = forget * CK(load_or_zero)(previous_cell, i, n) + in * candidate;
    CK(any_store)(gates + i, in, n);
    CK(any_store)(gates + units + i, forget, n);
    CK(any_store)(gates + 2 * units + i, candidate, n);
    CK(any_store)(gates + 3 * units + i, out, n);
    CK(any_store)(cell + i, value, n);
    CK(any_store)(output + i, out * CK(tanh)(value), n);
  }
}

static void CK(lstm_forward)(ck_recurrent_step step, CK_REAL *gates, const CK_REAL *bias,
                             const CK_REAL *previous, const CK_REAL *previous_cell, CK_REAL *output,
                             CK_REAL *cell) {
  for (long row = 0; row < step.rows; row++) {
    const long at = row * step.state_stride;
    const CK_REAL *cell_before = CK(row_of)(previous_cell, row, step.state_stride);
    if (CK(is_padding)(&step, row)) {
      CK(keep_row)(output + at, CK(row_of)(previous, row, step.state_stride), step.units);
      CK(keep_row)(cell + at, cell_before, step.units);
    } else {
      CK(lstm_forward_row)(step.units, gates + row * step.gate_stride, bias, cell_before, output + at,
                           cell + at);
    }
  }
}

CK_INLINE void CK(lstm_backward_row)(long units, CK_REAL *gates, const CK_REAL *cell,
                                     const CK_REAL *previous_cell, const CK_REAL *delta, CK_REAL *carry,
                                     CK_REAL *cell_carry) {
  CK_EACH(units) {
    const VF dh = CK(any_load)(carry + i, n) + CK(load_or_zero)(delta, i, n);
    const VF in = CK(any_load)(gates + i, n), forget = CK(any_load)(gates + units + i, n);
    const VF candidate = CK(any_load)(gates + 2 * units + i, n);
    const VF out = CK(any_load)(gates + 3 * units + i, n);
    const VF bent = CK(tanh)(CK(any_load)(cell + i, n));
    const VF dc = CK(any_load)(cell_carry + i, n) + dh * out * (R(1) - bent * bent);
    CK(any_store)(gates + i, dc * candidate * in * (R(1) - in), n);
    CK(any_store)(gates + units + i,
                  dc * CK(load_or_zero)(previous_cell, i, n) * forget * (R(1) - forget), n);
    CK(any_store)(gates + 2 * units + i, dc * in * (R(1) - candidate * candidate), n);
    CK(any_store)(gates + 3 * units + i, dh * bent * out * (R(1) - out), n);
    CK(any_store)(cell_carry + i, dc * forget, n);
    CK(any_store)(carry + i, (VF)R(0), n);
  }
}

static void CK(lstm_backward)(ck_recurrent_step step, CK_REAL *gates, const CK_REAL *cell,
                              const CK_REAL *previous_cell, const CK_REAL *delta, long delta_stride,
                              CK_REAL *carry, CK_REAL *cell_carry) {
  for (long row = 0; row < step.rows; row++) {
    CK_REAL *own = gates + row * step.gate_stride, *back = carry + row * step.units;
    const CK_REAL *slope = CK(row_of)(delta, row, delta_stride);
    if (CK(is_padding)(&step, row)) {
      CK(pass_row_back)(step.units, own, slope, back);
    } else {
      CK(lstm_backward_row)(step.units, own, cell + row * step.state_stride,
                            CK(row_of)(previous_cell, row, step.state_stride), slope, back,
                            cell_carry + row * step.units);
    }
  }
}
