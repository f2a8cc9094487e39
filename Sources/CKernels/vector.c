// Passes over vectors, rows and columns for every instruction set.
#define CK_TEMPLATE "vector_template.h"
#include "levels.h"

void ck_add_scaled(int32_t level, void *y, const void *x, long count, double factor) {
  CK_DISPATCH(add_scaled, y, x, count, factor)
}

void ck_add(int32_t level, void *output, const void *a, const void *b, long count) {
  CK_DISPATCH(add, output, a, b, count)
}

void ck_multiply_each(int32_t level, void *output, const void *a, const void *b, long count) {
  CK_DISPATCH(multiply_each, output, a, b, count)
}

void ck_scale(int32_t level, void *x, long count, double factor) { CK_DISPATCH(scale, x, count, factor) }

void ck_fill(int32_t level, void *x, long count, double value) { CK_DISPATCH(fill, x, count, value) }

void ck_column_sums(int32_t level, const void *x, void *sums, long rows, long columns, long stride) {
  CK_DISPATCH(column_sums, x, sums, rows, columns, stride)
}

void ck_add_to_rows(int32_t level, void *z, const void *row, long rows, long columns) {
  CK_DISPATCH(add_to_rows, z, row, rows, columns)
}

double ck_sum_of_squares(int32_t level, const void *x, long count) { CK_DISPATCH(sum_of_squares, x, count) }

void ck_dropout(int32_t level, void *output, const void *input, long count, long first, uint64_t key,
                uint32_t threshold, double scale) {
  CK_DISPATCH(dropout, output, input, count, first, key, threshold, scale)
}

void ck_add_noise(int32_t level, void *x, long count, uint64_t key, double deviation) {
  CK_DISPATCH(add_noise, x, count, key, deviation)
}

void ck_mix(int32_t level, void *a, void *b, long count, double share) {
  CK_DISPATCH(mix, a, b, count, share)
}

bool ck_all_finite(int32_t level, const void *x, long count) { CK_DISPATCH(all_finite, x, count) }

void ck_gather(int32_t level, void *output, const float *input, const long *order, long rows, long ahead,
               long columns, long stride) {
  CK_DISPATCH(gather, output, input, order, rows, ahead, columns, stride)
}

void ck_from_floats(int32_t level, void *output, const float *input, long count) {
  CK_DISPATCH(from_floats, output, input, count)
}

void ck_to_floats(int32_t level, float *output, const void *input, long count) {
  CK_DISPATCH(to_floats, output, input, count)
}
