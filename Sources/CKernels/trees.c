// Compiles the tree passes for every instruction set and hands each call to the one it names.
#include "CTrees.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "CKernels.h"

// A fused multiply-add rounds once where two operations round twice: other bytes on other machines.
#pragma STDC FP_CONTRACT OFF
// Wide vectors cross no call: every function that takes or returns one is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define CT_INLINE static inline __attribute__((always_inline))
#define CT_PASTE(name, suffix) name##_##suffix
#define CT_NAME(name, suffix) CT_PASTE(name, suffix)
#define CT(name) CT_NAME(name, CT_SUFFIX)

// Eight lanes on every instruction set, so that sums over lanes are the same everywhere.
enum { CT_LANES = 8 };
typedef double ct_doubles __attribute__((ext_vector_type(8)));
typedef int64_t ct_longs __attribute__((ext_vector_type(8)));
typedef float ct_floats __attribute__((ext_vector_type(8)));
typedef int32_t ct_ints __attribute__((ext_vector_type(8)));
typedef int64_t ct_pair __attribute__((ext_vector_type(2)));

#define CT_SUFFIX baseline
#include "tree_passes.h"
#undef CT_SUFFIX

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define CT_SUFFIX avx2
#include "tree_passes.h"
#undef CT_SUFFIX
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512vl,avx512dq,avx512bw"))), \
                             apply_to = function)
#define CT_SUFFIX avx512
#include "tree_passes.h"
#undef CT_SUFFIX
#pragma clang attribute pop

#define CT_DISPATCH(name, ...) \
  switch (level) { \
  case CK_AVX512: return name##_avx512(__VA_ARGS__); \
  case CK_AVX2: return name##_avx2(__VA_ARGS__); \
  default: return name##_baseline(__VA_ARGS__); \
  }

#else

#define CT_DISPATCH(name, ...) \
  (void)level; \
  return name##_baseline(__VA_ARGS__);

#endif

// Maps a float's bits to an integer in the same order.
CT_INLINE uint32_t ct_ordered(uint32_t bits) {
  return bits ^ ((uint32_t)-(int32_t)(bits >> 31) | 0x80000000u);
}

void ct_sort(float *values, float *scratch, long count) {
  enum { BITS = 11, BUCKETS = 1 << BITS, PASSES = 3 };
  _Static_assert(BITS * PASSES >= 32, "every bit takes part");
  uint32_t places[PASSES][BUCKETS];
  memset(places, 0, sizeof places);
  for (long i = 0; i < count; i++) {
    uint32_t key;
    memcpy(&key, values + i, sizeof key);
    key = ct_ordered(key);
    for (int pass = 0; pass < PASSES; pass++) places[pass][key >> (BITS * pass) & (BUCKETS - 1)]++;
  }
  float *from = values, *to = scratch;
  for (int pass = 0; pass < PASSES; pass++) {
    uint32_t place = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      uint32_t here = places[pass][bucket];
      places[pass][bucket] = place;
      place += here;
    }
    for (long i = 0; i < count; i++) {
      uint32_t bits;
      memcpy(&bits, from + i, sizeof bits);
      to[places[pass][ct_ordered(bits) >> (BITS * pass) & (BUCKETS - 1)]++] = from[i];
    }
    float *other = from;
    from = to;
    to = other;
  }
  memcpy(values, scratch, count * sizeof(float));
}

void ct_assign_bins(int32_t level, const float *values, long stride, const float *bounds,
                    uint8_t missing, uint8_t *bins, long bins_stride, long count) {
  CT_DISPATCH(assign_bins, values, stride, bounds, missing, bins, bins_stride, count)
}

ct_gradient_summary ct_gradients(int32_t level, int32_t objective, float delta, const double *scores,
                                 const float *targets, const float *weights, float *gradients,
                                 float *hessians, long count) {
  CT_DISPATCH(gradients, objective, delta, scores, targets, weights, gradients, hessians, count)
}

ct_gradient_summary ct_softmax_gradients(int32_t level, const double *scores, long stride, long classes,
                                         const float *targets, const float *weights, float *gradients,
                                         float *hessians, long count) {
  CT_DISPATCH(softmax_gradients, scores, stride, classes, targets, weights, gradients, hessians, count)
}

void ct_pack(int32_t level, const float *gradients, const float *hessians, double gradient_scale,
             double hessian_scale, long count_bits, ct_sum *sums, long count) {
  CT_DISPATCH(pack, gradients, hessians, gradient_scale, hessian_scale, count_bits, sums, count)
}

ct_threshold ct_best_threshold(int32_t level, const ct_sum *bins, long candidates, ct_sum base,
                               ct_sum total, const ct_limits *limits) {
  CT_DISPATCH(best_threshold, bins, candidates, base, total, limits)
}

// The passes below wait for memory, not for arithmetic: wider instructions gain them nothing.

CT_INLINE void ct_add(ct_sum *to, ct_pair share) {
  ct_pair sum;
  memcpy(&sum, to, sizeof sum);
  sum += share;
  memcpy(to, &sum, sizeof sum);
}

// How many rows ahead a pass asks for the memory of a row that may be anywhere. In a table beyond the
// caches a pass over a few of its rows would wait for each of them otherwise: 7 times as long was measured.
enum { CT_AHEAD = 64 };

// `width` is a constant where this is called, so the inner loop unrolls.
CT_INLINE void ct_histogram_of(long width, const uint8_t *group, const uint32_t *rows, long first,
                                long count, const ct_sum *sums, ct_sum *histogram,
                                const int32_t *offsets) {
  ct_sum *columns[CT_GROUP];
  for (long k = 0; k < width; k++) columns[k] = histogram + offsets[k];
  for (long i = 0; i < count; i++) {
    size_t row = rows ? rows[i] : (size_t)(first + i);
    uint64_t bins;
    ct_pair share;
    memcpy(&bins, group + row * CT_GROUP, sizeof bins);
    memcpy(&share, sums + i, sizeof share);
    if (rows) __builtin_prefetch(group + (size_t)rows[i + CT_AHEAD < count ? i + CT_AHEAD : i] * CT_GROUP);
#pragma unroll
    for (long k = 0; k < width; k++) ct_add(columns[k] + (bins >> (8 * k) & 255), share);
  }
}

void ct_histogram(const uint8_t *group, long width, const uint32_t *rows, long first, long count,
                  const ct_sum *sums, ct_sum *histogram, const int32_t *offsets) {
#define CT_WIDTH_CASE(w) \
  case w: \
    if (rows) ct_histogram_of(w, group, rows, 0, count, sums, histogram, offsets); \
    else ct_histogram_of(w, group, NULL, first, count, sums, histogram, offsets); \
    return;
  switch (width) {
    CT_WIDTH_CASE(1)
    CT_WIDTH_CASE(2)
    CT_WIDTH_CASE(3)
    CT_WIDTH_CASE(4)
    CT_WIDTH_CASE(5)
    CT_WIDTH_CASE(6)
    CT_WIDTH_CASE(7)
    CT_WIDTH_CASE(8)
  }
#undef CT_WIDTH_CASE
}

void ct_gather(const ct_sum *sums, const uint32_t *rows, long count, ct_sum *gathered) {
  for (long i = 0; i < count; i++) {
    __builtin_prefetch(sums + rows[i + CT_AHEAD < count ? i + CT_AHEAD : i]);
    gathered[i] = sums[rows[i]];
  }
}

void ct_subtract(ct_sum *whole, const ct_sum *part, long count) {
  int64_t *to = &whole->gradient;
  const int64_t *from = &part->gradient;
  for (long i = 0; i < 2 * count; i++) to[i] -= from[i];
}

long ct_partition(const uint8_t *column, uint32_t *rows, long count, const uint8_t *goes_left,
                          uint32_t *right) {
  long left = 0;
  for (long i = 0; i < count; i++) {
    uint32_t row = rows[i];
    __builtin_prefetch(column + (size_t)rows[i + CT_AHEAD < count ? i + CT_AHEAD : i] * CT_GROUP);
    long goes = goes_left[column[(size_t)row * CT_GROUP]];
    // Both places are written and one of them counts, so there is no branch to guess wrong.
    rows[left] = row;
    right[i - left] = row;
    left += goes;
  }
  return left;
}
