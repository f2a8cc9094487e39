// Normalisation for every instruction set.
#define CK_TEMPLATE "normalisation_template.h"
#include "levels.h"

void ck_normalise_rows(int32_t level, void *y, const void *x, const void *other, void *sum, const void *gain,
                       const void *bias, void *statistics, long rows, long columns, double epsilon,
                       bool centres) {
  CK_DISPATCH(normalise_rows, y, x, other, sum, gain, bias, statistics, rows, columns, epsilon, centres)
}

void ck_normalise_rows_gradient(int32_t level, const void *g, const void *x, const void *gain,
                                const void *statistics, void *dx, void *other_dx, void *gain_sums,
                                void *bias_sums, long rows, long columns, bool centres) {
  CK_DISPATCH(normalise_rows_gradient, g, x, gain, statistics, dx, other_dx, gain_sums, bias_sums, rows,
              columns, centres)
}

void ck_shifted_sums(int32_t level, const void *x, const void *centre, void *sums, long rows, long columns,
                     bool squares) {
  CK_DISPATCH(shifted_sums, x, centre, sums, rows, columns, squares)
}

void ck_normalise_columns(int32_t level, void *y, const void *x, const void *mean, const void *factor,
                          const void *bias, long rows, long columns) {
  CK_DISPATCH(normalise_columns, y, x, mean, factor, bias, rows, columns)
}

void ck_normalise_columns_sums(int32_t level, const void *g, const void *x, const void *mean,
                               const void *scale, void *gain_sums, void *bias_sums, long rows,
                               long columns) {
  CK_DISPATCH(normalise_columns_sums, g, x, mean, scale, gain_sums, bias_sums, rows, columns)
}

void ck_normalise_columns_gradient(int32_t level, void *dx, const void *g, const void *x, const void *mean,
                                   const void *scale, const void *gain, const void *gain_mean,
                                   const void *bias_mean, long rows, long columns) {
  CK_DISPATCH(normalise_columns_gradient, dx, g, x, mean, scale, gain, gain_mean, bias_mean, rows, columns)
}

void ck_combine_columns(int32_t level, void *y, const void *g, const void *g_factor, const void *x,
                        const void *x_factor, const void *shift, long rows, long columns) {
  CK_DISPATCH(combine_columns, y, g, g_factor, x, x_factor, shift, rows, columns)
}
