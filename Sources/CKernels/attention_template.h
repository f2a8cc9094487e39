// Attention and embeddings. Contracts: include/ck_attention.h.
#include "vectors.h"

// The scores of one query, of which the first `seen` keys count; minus infinity where the mask hides one.
CK_INLINE VF CK(visible)(const CK_REAL *row, const CK_REAL *mask, long i, long n) {
  const CK_REAL nothing = -R(__builtin_inf());
  const VF x = n >= CK_WIDTH ? CK(load)(row + i) : CK(load_part)(row + i, n, nothing);
  if (!mask) return x;
  return CK(any_load)(mask + i, n) == R(0) ? (VF)nothing : x;
}

CK_INLINE void CK(softmax_row)(CK_REAL *row, const CK_REAL *mask, long seen, long keys, CK_REAL scale) {
  VF top = -R(__builtin_inf());
  CK_EACH(seen) {
    const VF x = CK(visible)(row, mask, i, n);
    top = x < top ? top : x;
  }
  const CK_REAL highest = CK(lane_max)(top);
  CK_REAL share = 0;
  if (highest != -R(__builtin_inf())) {  // some key is there
    VF sum = R(0);
    CK_EACH(seen) {
      const VF x = CK(visible)(row, mask, i, n);
      const VF e = x == -R(__builtin_inf()) ? (VF)R(0) : CK(exp)((x - highest) * scale);
      CK(any_store)(row + i, e, n);
      sum += e;
    }
    share = R(1) / CK(lane_sum)(sum);
    CK_EACH(seen) CK(any_store)(row + i, CK(any_load)(row + i, n) * share, n);
  } else {
    CK_EACH(seen) CK(any_store)(row + i, (VF)R(0), n);
  }
  CK_EACH(keys - seen) CK(any_store)(row + seen + i, (VF)R(0), n);
}

static void CK(masked_softmax)(CK_REAL *z, const CK_REAL *mask, long queries, long keys, double scale,
                               bool causal) {
  for (long q = 0; q < queries; q++) {
    const long seen = causal && q + 1 < keys ? q + 1 : keys;
    if (mask) CK(softmax_row)(z + q * keys, mask, seen, keys, R(scale));
    else CK(softmax_row)(z + q * keys, 0, seen, keys, R(scale));
  }
}

// The row of the table that a token names, or -1.
CK_INLINE long CK(table_row)(CK_REAL token, long vocabulary) {
  if (!(token >= 0 && token < R(vocabulary))) return -1;
  const long row = (long)token;
  return R(row) == token ? row : -1;
}

static void CK(embed)(CK_REAL *output, const CK_REAL *table, const CK_REAL *tokens, long positions,
                      long columns, long vocabulary, double padding) {
  for (long p = 0; p < positions; p++) {
    CK_REAL *own = output + p * columns;
    const long row = CK(table_row)(tokens[p], vocabulary);
    if (tokens[p] == R(padding)) {
      CK_EACH(columns) CK(any_store)(own + i, (VF)R(0), n);
    } else if (row < 0) {
      CK_EACH(columns) CK(any_store)(own + i, (VF)R(__builtin_nan("")), n);
    } else {
      __builtin_memcpy(own, table + row * columns, (unsigned long)columns * sizeof(CK_REAL));
    }
  }
}

static void CK(embed_gradient)(CK_REAL *table, const CK_REAL *g, const CK_REAL *tokens, long positions,
                               long columns, long stride, long vocabulary, double padding) {
  for (long p = 0; p < positions; p++) {
    const long row = CK(table_row)(tokens[p], vocabulary);
    if (row < 0 || tokens[p] == R(padding)) continue;
    CK_REAL *sums = table + row * stride;
    CK_EACH(columns) {
      CK(any_store)(sums + i, CK(any_load)(sums + i, n) + CK(any_load)(g + p * stride + i, n), n);
    }
  }
}

static void CK(masked_sum)(CK_REAL *output, const CK_REAL *x, const CK_REAL *mask, long positions,
                           long columns, double scale) {
  CK_EACH(columns) {
    VF sum = R(0);
    for (long p = 0; p < positions; p++)
      if (!mask || mask[p] != 0) sum += CK(any_load)(x + p * columns + i, n);
    CK(any_store)(output + i, sum * R(scale), n);
  }
}

static void CK(masked_spread)(CK_REAL *x, const CK_REAL *row, const CK_REAL *mask, long positions,
                              long columns, double scale) {
  for (long p = 0; p < positions; p++) {
    const CK_REAL factor = !mask || mask[p] != 0 ? R(scale) : R(0);
    CK_EACH(columns) CK(any_store)(x + p * columns + i, CK(any_load)(row + i, n) * factor, n);
  }
}
