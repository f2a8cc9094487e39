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
  // Four vectors of columns at a time, so that whole lines of memory are read.
  long c = 0;
  for (; c + 4 * CK_WIDTH <= columns; c += 4 * CK_WIDTH) {
    VF sum[4] = {R(0), R(0), R(0), R(0)};
    for (long r = 0; r < rows; r++)
      for (int v = 0; v < 4; v++) sum[v] += CK(load)(x + r * stride + c + v * CK_WIDTH);
    for (int v = 0; v < 4; v++) CK(store)(sums + c + v * CK_WIDTH, sum[v]);
  }
  CK_EACH(columns - c) {
    VF sum = R(0);
    for (long r = 0; r < rows; r++) sum += CK(any_load)(x + r * stride + c + i, n);
    CK(any_store)(sums + c + i, sum, n);
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

// Spreads a key's bits over all of its bits (the finaliser of SplitMix64; Steele, Lea and Flood, 2014), so
// that keys that differ in a single one have nothing in common.
CK_INLINE uint64_t CK(spread)(uint64_t key) {
  key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9ull;
  key = (key ^ (key >> 27)) * 0x94d049bb133111ebull;
  return key ^ (key >> 31);
}

typedef uint32_t CK(hash_vector) __attribute__((ext_vector_type(CK_WIDTH)));

// A counter hashed with a spread key's two halves (the 32-bit finaliser of Ettinger, 2018): it depends on the
// position only, so that every instruction set draws the same numbers.
CK_INLINE CK(hash_vector) CK(hash)(long position, uint64_t key) {
  CK(hash_vector) lane;
  for (int k = 0; k < CK_WIDTH; k++) lane[k] = (uint32_t)k;
  CK(hash_vector) h = (lane + (uint32_t)position) * 0x9e3779b1u + (uint32_t)key;
  h ^= h >> 16;
  h *= 0x7feb352du;
  h ^= (uint32_t)(key >> 32);
  h ^= h >> 15;
  h *= 0x846ca68bu;
  h ^= h >> 16;
  return h;
}

static void CK(dropout)(CK_REAL *output, const CK_REAL *input, long count, long first, uint64_t key,
                        uint32_t threshold, double scale) {
  key = CK(spread)(key);
  CK_EACH(count) {
    const CK(hash_vector) h = CK(hash)(first + i, key);
    VF mask;
    for (int k = 0; k < CK_WIDTH; k++) mask[k] = h[k] < threshold ? R(0) : R(scale);
    CK(any_store)(output + i, CK(any_load)(input + i, n) * mask, n);
  }
}

static void CK(add_noise)(CK_REAL *x, long count, uint64_t key, double deviation) {
  // Four 16-bit numbers have mean 4 * 32767.5 and variance 4 * (65536^2 - 1) / 12.
  const double scale = deviation / 37837.22760;
  const uint64_t one = CK(spread)(key), other = CK(spread)(key ^ 0x9e3779b97f4a7c15ull);
  CK_EACH(count) {
    const CK(hash_vector) a = CK(hash)(i, one), b = CK(hash)(i, other);
    const CK(hash_vector) sum = (a >> 16) + (a & 0xffffu) + (b >> 16) + (b & 0xffffu);
    VF noise;
    for (int k = 0; k < CK_WIDTH; k++) noise[k] = R(scale * ((double)sum[k] - 131070.0));
    CK(any_store)(x + i, CK(any_load)(x + i, n) + noise, n);
  }
}

static void CK(mix)(CK_REAL *a, CK_REAL *b, long count, double share) {
  CK_EACH(count) {
    const VF x = CK(any_load)(a + i, n), y = CK(any_load)(b + i, n);
    CK(any_store)(a + i, R(share) * x + R(1 - share) * y, n);
    CK(any_store)(b + i, R(share) * y + R(1 - share) * x, n);
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

static void CK(gather)(CK_REAL *output, const float *input, const long *order, long rows, long ahead,
                       long columns, long stride) {
  // Rows longer than this arrive in time by themselves once their first lines are read.
  const bool fetches = columns <= 256;
  for (long r = 0; r < rows; r++) {
    if (fetches && r < ahead) {
      const float *next = input + order[rows + r] * stride;
      for (long c = 0; c < columns; c += 16) __builtin_prefetch(next + c);
    }
    const float *row = input + order[r] * stride;
#ifdef CK_IS_DOUBLE
    for (long c = 0; c < columns; c++) output[r * columns + c] = row[c];
#else
    __builtin_memcpy(output + r * columns, row, (unsigned long)columns * sizeof(float));
#endif
  }
}

static void CK(from_floats)(CK_REAL *output, const float *input, long count) {
  for (long i = 0; i < count; i++) output[i] = input[i];
}

static void CK(to_floats)(float *output, const CK_REAL *input, long count) {
  for (long i = 0; i < count; i++) output[i] = (float)input[i];
}
