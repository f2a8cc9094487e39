// Compiles the passes for every instruction set and hands each call to the one it names.
#include "CKernels.h"

#define CK_PASTE(name, suffix) name##_##suffix
#define CK_NAME(name, suffix) CK_PASTE(name, suffix)
#define CK(name) CK_NAME(name, CK_SUFFIX)
#define CK_INLINE static inline __attribute__((always_inline))

// 128-bit vectors: SSE2 on x86, NEON on ARM.
#define CK_SUFFIX baseline
#define CK_WIDTH 4
#include "passes.h"
#undef CK_SUFFIX
#undef CK_WIDTH

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define CK_SUFFIX avx2
#define CK_WIDTH 8
#include "passes.h"
#undef CK_SUFFIX
#undef CK_WIDTH
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512vl,avx512dq,avx512bw"))), \
                             apply_to = function)
#define CK_SUFFIX avx512
#define CK_WIDTH 16
#include "passes.h"
#undef CK_SUFFIX
#undef CK_WIDTH
#pragma clang attribute pop

int32_t ck_best_level(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw"))
    return CK_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return CK_AVX2;
  return CK_BASELINE;
}

#define CK_DISPATCH(name, ...) \
  switch (level) { \
  case CK_AVX512: return name##_avx512(__VA_ARGS__); \
  case CK_AVX2: return name##_avx2(__VA_ARGS__); \
  default: return name##_baseline(__VA_ARGS__); \
  }

#else

int32_t ck_best_level(void) { return CK_BASELINE; }

#define CK_DISPATCH(name, ...) \
  (void)level; \
  return name##_baseline(__VA_ARGS__);

#endif

void ck_bias_activate(int32_t level, int32_t activation, float *z, const float *bias, long rows,
                      long columns, long stride) {
  CK_DISPATCH(bias_activate, activation, z, bias, rows, columns, stride)
}

void ck_activation_gradient(int32_t level, int32_t activation, float *g, const float *a,
                            const float *mask, float *sums, long rows, long columns, long stride) {
  CK_DISPATCH(activation_gradient, activation, g, a, mask, sums, rows, columns, stride)
}

void ck_column_sums(int32_t level, const float *x, float *sums, long rows, long columns, long stride) {
  CK_DISPATCH(column_sums, x, sums, rows, columns, stride)
}

double ck_sigmoid_cross_entropy(int32_t level, float *z, const float *targets, const float *weights,
                                float *delta, long count, float scale) {
  CK_DISPATCH(sigmoid_cross_entropy, z, targets, weights, delta, count, scale)
}

double ck_squared_error(int32_t level, const float *p, const float *targets, const float *weights,
                        float *delta, long count, float scale) {
  CK_DISPATCH(squared_error, p, targets, weights, delta, count, scale)
}

void ck_softmax(int32_t level, float *z, long rows, long columns, long stride) {
  CK_DISPATCH(softmax, z, rows, columns, stride)
}

double ck_softmax_cross_entropy(int32_t level, float *z, const float *classes, const float *weights,
                                float *delta, long rows, long columns, long stride, float scale) {
  CK_DISPATCH(softmax_cross_entropy, z, classes, weights, delta, rows, columns, stride, scale)
}

void ck_softmax_gradient(int32_t level, float *g, const float *p, long rows, long columns, long stride) {
  CK_DISPATCH(softmax_gradient, g, p, rows, columns, stride)
}

void ck_adam(int32_t level, float *parameters, const float *gradients, float *first, float *second,
             long count, float rate, float beta1, float rest1, float beta2, float rest2, float correction,
             float epsilon) {
  CK_DISPATCH(adam, parameters, gradients, first, second, count, rate, beta1, rest1, beta2, rest2,
              correction, epsilon)
}

void ck_momentum(int32_t level, float *parameters, const float *gradients, float *velocity, long count,
                 float rate, float momentum) {
  CK_DISPATCH(momentum, parameters, gradients, velocity, count, rate, momentum)
}

void ck_add_scaled(int32_t level, float *y, const float *x, long count, float factor) {
  CK_DISPATCH(add_scaled, y, x, count, factor)
}

void ck_add_penalty(int32_t level, float *gradients, const float *weights, long count, float l1,
                    float l2) {
  CK_DISPATCH(add_penalty, gradients, weights, count, l1, l2)
}

void ck_dropout(int32_t level, float *output, const float *input, float *mask, long count, uint64_t key,
                uint32_t threshold, float scale) {
  CK_DISPATCH(dropout, output, input, mask, count, key, threshold, scale)
}

void ck_row_dots(int32_t level, const float *a, const float *w, float *output, long rows, long columns,
                 long stride) {
  CK_DISPATCH(row_dots, a, w, output, rows, columns, stride)
}

void ck_weighted_row_sum(int32_t level, const float *a, const float *d, float *sums, long rows,
                         long columns, long stride) {
  CK_DISPATCH(weighted_row_sum, a, d, sums, rows, columns, stride)
}

void ck_outer_product(int32_t level, const float *d, const float *w, float *g, long rows, long columns,
                      long stride) {
  CK_DISPATCH(outer_product, d, w, g, rows, columns, stride)
}

bool ck_all_finite(int32_t level, const float *x, long count) { CK_DISPATCH(all_finite, x, count) }
