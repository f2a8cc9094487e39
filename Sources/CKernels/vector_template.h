// Passes over vectors, rows and columns. Contracts: include/ck_vector.h.
#include "vectors.h"

static void CK(add_scaled)(CK_REAL *y, const CK_REAL *x, long count, double factor) {
  CK_EACH(count) CK(any_store)(y + i, CK(any_load)(y + i, n) + R(factor) * CK(any_load)(x + i, n), n);
}

static void CK(add)(CK_REAL *output, const CK_REAL *a, const CK_REAL *b, long count) {
  CK_EACH(count) CK(any_store)(output + i, CK(any_load)(a + i, n) + CK(any_load)(b + i, n), n);
}

static void CK(multiply_each)(CK_REAL *output, const CK_REAL *a, const CK_REAL *b, long count) {
  CK_EACH(count) CK(any_store)(output + i, CK(any_load)(a + i, n) * CK(any_load)(b + i, n), n);
}

static void CK(scale)(CK_REAL *x, long count, double factor) {
  CK_EACH(count) CK(any_store)(x + i, CK(any_load)(x + i, n) * R(factor), n);
}

static void CK(fill)(CK_REAL *x, long count, double value) {
  CK_EACH(count) CK(any_store)(x + i, (VF)R(value), n);
}

static void CK(column_sums)(const CK_REAL *x, CK_REAL *sums, long rows, long columns, long stride) {
  if (columns == 1 && stride == 1) {
    VF sum = R(0);
    CK_EACH(rows) sum += CK(any_load)(x + i, n);
    sums[0] = CK(lane_sum)(sum);
    return;
  }
  CK_EACH(columns) {
    VF sum = R(0);
    for (long r = 0; r < rows; r++) sum += CK(any_load)(x + r * stride + i, n);
    CK(any_store)(sums + i, sum, n);
  }
}

static void CK(add_to_rows)(CK_REAL *z, const CK_REAL *row, long rows, long columns) {
  for (long r = 0; r < rows; r++) CK(add)(z + r * columns, z + r * columns, row, columns);
}

static double CK(sum_of_squares)(const CK_REAL *x, long count) {
  double total = 0;
  // In blocks, so that a long vector's float sum does not lose its small parts.
  for (long start = 0; start < count; start += 4096) {
    VF sum = R(0);
    CK_EACH(count - start < 4096 ? count - start : 4096) {
      const VF v = CK(any_load)(x + start + i, n);
      sum += v * v;
    }
    total += CK(lane_sum)(sum);
  }
  return total;
}

static void CK(dropout)(CK_REAL *output, const CK_REAL *input, long count, long first, uint64_t key,
                        uint32_t threshold, double scale) {
  typedef uint32_t Hash __attribute__((ext_vector_type(CK_WIDTH)));
  Hash lane;
  for (int k = 0; k < CK_WIDTH; k++) lane[k] = (uint32_t)k;
  CK_EACH(count) {
    // A counter hashed with the key's two halves (the 32-bit finaliser of Ettinger, 2018): the mask
    // depends on the position only, so that every instruction set draws the same one.
    Hash h = (lane + (uint32_t)(first + i)) * 0x9e3779b1u + (uint32_t)key;
    h ^= h >> 16;
    h *= 0x7feb352du;
    h ^= (uint32_t)(key >> 32);
    h ^= h >> 15;
    h *= 0x846ca68bu;
    h ^= h >> 16;
    VF mask;
    for (int k = 0; k < CK_WIDTH; k++) mask[k] = h[k] < threshold ? R(0) : R(scale);
    CK(any_store)(output + i, CK(any_load)(input + i, n) * mask, n);
  }
}

static bool CK(all_finite)(const CK_REAL *x, long count) {
  VF sum = R(0);  // x - x is 0 for a number and NaN for anything else
  CK_EACH(count) {
    const VF v = CK(any_load)(x + i, n);
    sum += v - v;
  }
  return CK(lane_sum)(sum) == 0;
}

static void CK(from_floats)(CK_REAL *output, const float *input, long count) {
  for (long i = 0; i < count; i++) output[i] = input[i];
}

static void CK(to_floats)(float *output, const CK_REAL *input, long count) {
  for (long i = 0; i < count; i++) output[i] = (float)input[i];
}
