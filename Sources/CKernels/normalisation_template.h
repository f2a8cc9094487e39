// Normalisation of rows and of columns. Contracts: include/ck_normalisation.h.
#include "vectors.h"

// One row: its mean and 1 / its deviation.
CK_INLINE void CK(row_statistics)(const CK_REAL *x, long columns, double epsilon, bool centres,
                                  CK_REAL *statistics) {
  CK_REAL mean = 0;
  if (centres) {
    VF sum = R(0);
    CK_EACH(columns) sum += CK(any_load)(x + i, n);
    mean = CK(lane_sum)(sum) / R(columns);
  }
  VF squares = R(0);
  CK_EACH(columns) {
    const VF d = (n >= CK_WIDTH ? CK(load)(x + i) : CK(load_part)(x + i, n, mean)) - mean;
    squares += d * d;
  }
  statistics[0] = mean;
  statistics[1] = R(1 / sqrt((double)(CK(lane_sum)(squares) / R(columns)) + epsilon));
}

static void CK(normalise_rows)(CK_REAL *y, const CK_REAL *x, const CK_REAL *other, CK_REAL *sum,
                               const CK_REAL *gain, const CK_REAL *bias, CK_REAL *statistics, long rows,
                               long columns, double epsilon, bool centres) {
  for (long r = 0; r < rows; r++) {
    const CK_REAL *row = x + r * columns;
    if (other) {
      CK_REAL *both = sum + r * columns;
      CK_EACH(columns) {
        CK(any_store)(both + i, CK(any_load)(row + i, n) + CK(any_load)(other + r * columns + i, n), n);
      }
      row = both;
    }
    CK_REAL *own = statistics + 2 * r;
    CK(row_statistics)(row, columns, epsilon, centres, own);
    const CK_REAL mean = own[0], scale = own[1];
    CK_EACH(columns) {
      VF v = (CK(any_load)(row + i, n) - mean) * scale * CK(any_load)(gain + i, n);
      if (bias) v += CK(any_load)(bias + i, n);
      CK(any_store)(y + r * columns + i, v, n);
    }
  }
}

static void CK(normalise_rows_gradient)(const CK_REAL *g, const CK_REAL *x, const CK_REAL *gain,
                                        const CK_REAL *statistics, CK_REAL *dx, CK_REAL *other_dx,
                                        CK_REAL *gain_sums, CK_REAL *bias_sums, long rows, long columns,
                                        bool centres) {
  CK_EACH(columns) {
    CK(any_store)(gain_sums + i, (VF)R(0), n);
    if (bias_sums) CK(any_store)(bias_sums + i, (VF)R(0), n);
  }
  for (long r = 0; r < rows; r++) {
    const CK_REAL *slope = g + r * columns, *value = x + r * columns;
    const CK_REAL mean = statistics[2 * r], scale = statistics[2 * r + 1];
    VF along = R(0), across = R(0);
    CK_EACH(columns) {
      const VF d = CK(any_load)(slope + i, n);
      const VF part = d * ((CK(any_load)(value + i, n) - mean) * scale);
      CK(any_store)(gain_sums + i, CK(any_load)(gain_sums + i, n) + part, n);
      if (bias_sums) CK(any_store)(bias_sums + i, CK(any_load)(bias_sums + i, n) + d, n);
      const VF weight = CK(any_load)(gain + i, n);  // lanes past the end hold 0
      along += part * weight;
      across += d * weight;
    }
    if (!dx && !other_dx) continue;
    const CK_REAL share = CK(lane_sum)(along) / R(columns);
    const CK_REAL middle = centres ? CK(lane_sum)(across) / R(columns) : 0;
    CK_EACH(columns) {
      const VF normal = (CK(any_load)(value + i, n) - mean) * scale;
      const VF d = CK(any_load)(slope + i, n) * CK(any_load)(gain + i, n);
      const VF v = (d - middle - normal * share) * scale;
      if (dx) CK(any_store)(dx + r * columns + i, v, n);
      if (other_dx) CK(any_store)(other_dx + r * columns + i, v, n);
    }
  }
}

// Rows whose sums are taken in one go before they are added to the others'.
enum { CK(block_rows) = 64 };

static void CK(shifted_sums)(const CK_REAL *x, const CK_REAL *centre, CK_REAL *sums, long rows, long columns,
                             bool squares) {
  CK_EACH(columns) CK(any_store)(sums + i, (VF)R(0), n);
  for (long start = 0; start < rows; start += CK(block_rows)) {
    const long end = start + CK(block_rows) < rows ? start + CK(block_rows) : rows;
    CK_EACH(columns) {
      const VF middle = centre ? CK(any_load)(centre + i, n) : (VF)R(0);
      VF sum = R(0);
      for (long r = start; r < end; r++) {
        const VF d = CK(any_load)(x + r * columns + i, n) - middle;
        sum += squares ? d * d : d;
      }
      CK(any_store)(sums + i, CK(any_load)(sums + i, n) + sum, n);
    }
  }
}

static void CK(normalise_columns)(CK_REAL *y, const CK_REAL *x, const CK_REAL *mean, const CK_REAL *factor,
                                  const CK_REAL *bias, long rows, long columns) {
  for (long r = 0; r < rows; r++) {
    CK_EACH(columns) {
      const VF d = CK(any_load)(x + r * columns + i, n) - CK(any_load)(mean + i, n);
      CK(any_store)(y + r * columns + i, d * CK(any_load)(factor + i, n) + CK(any_load)(bias + i, n), n);
    }
  }
}

static void CK(normalise_columns_sums)(const CK_REAL *g, const CK_REAL *x, const CK_REAL *mean,
                                       const CK_REAL *scale, CK_REAL *gain_sums, CK_REAL *bias_sums,
                                       long rows, long columns) {
  CK_EACH(columns) {
    CK(any_store)(gain_sums + i, (VF)R(0), n);
    CK(any_store)(bias_sums + i, (VF)R(0), n);
  }
  for (long start = 0; start < rows; start += CK(block_rows)) {
    const long end = start + CK(block_rows) < rows ? start + CK(block_rows) : rows;
    CK_EACH(columns) {
      const VF middle = CK(any_load)(mean + i, n), width = CK(any_load)(scale + i, n);
      VF along = R(0), sum = R(0);
      for (long r = start; r < end; r++) {
        const VF d = CK(any_load)(g + r * columns + i, n);
        along += d * ((CK(any_load)(x + r * columns + i, n) - middle) * width);
        sum += d;
      }
      CK(any_store)(gain_sums + i, CK(any_load)(gain_sums + i, n) + along, n);
      CK(any_store)(bias_sums + i, CK(any_load)(bias_sums + i, n) + sum, n);
    }
  }
}

static void CK(normalise_columns_gradient)(CK_REAL *dx, const CK_REAL *g, const CK_REAL *x,
                                           const CK_REAL *mean, const CK_REAL *scale, const CK_REAL *gain,
                                           const CK_REAL *gain_mean, const CK_REAL *bias_mean, long rows,
                                           long columns) {
  for (long r = 0; r < rows; r++) {
    CK_EACH(columns) {
      const VF width = CK(any_load)(scale + i, n), factor = CK(any_load)(gain + i, n) * width;
      VF d = CK(any_load)(g + r * columns + i, n);
      if (gain_mean && bias_mean) {
        const VF normal = (CK(any_load)(x + r * columns + i, n) - CK(any_load)(mean + i, n)) * width;
        d -= CK(any_load)(bias_mean + i, n) + normal * CK(any_load)(gain_mean + i, n);
      }
      CK(any_store)(dx + r * columns + i, d * factor, n);
    }
  }
}

static void CK(combine_columns)(CK_REAL *y, const CK_REAL *g, const CK_REAL *g_factor, const CK_REAL *x,
                                const CK_REAL *x_factor, const CK_REAL *shift, long rows, long columns) {
  for (long r = 0; r < rows; r++) {
    CK_EACH(columns) {
      const VF d = CK(any_load)(g + r * columns + i, n) * CK(any_load)(g_factor + i, n);
      const VF v = CK(any_load)(x + r * columns + i, n) * CK(any_load)(x_factor + i, n);
      CK(any_store)(y + r * columns + i, d + v + CK(any_load)(shift + i, n), n);
    }
  }
}
