// Normalisation of rows (layers) and of columns (batches), and their gradients.
#pragma once
#include <stdbool.h>
#include <stdint.h>

// Normalises each row: y = (x - mean) / sqrt(variance + epsilon) * gain + bias.
//
// Where `other` is given, x + other is normalised and kept in `sum`; without it `sum` is not looked at.
// Where `centres` is false the mean is taken as 0 and the variance as the mean square.
// statistics[r] receives the mean and 1 / sqrt(variance + epsilon) of row r. `bias` null stands for zeros.
void ck_normalise_rows(int32_t level, void *_Nonnull y, const void *_Nonnull x, const void *_Nullable other,
                       void *_Nullable sum, const void *_Nonnull gain, const void *_Nullable bias,
                       void *_Nonnull statistics, long rows, long columns, double epsilon, bool centres);

// g, the gradient of y, gives that of x: dx (and `other_dx` the same, where not null), either of which may
// be g. gain_sums[c] = sum over r of g times the normalised x, bias_sums[c] = sum over r of g (null: not
// wanted). dx null: only the sums are wanted.
void ck_normalise_rows_gradient(int32_t level, const void *_Nonnull g, const void *_Nonnull x,
                                const void *_Nonnull gain, const void *_Nonnull statistics,
                                void *_Nullable dx, void *_Nullable other_dx, void *_Nonnull gain_sums,
                                void *_Nullable bias_sums, long rows, long columns, bool centres);

// sums[c] = sum over r of x[r][c] - centre[c]; with `squares` of its square. `centre` null stands for 0.
//
// In blocks of rows whose sums are added up, so that a long column does not lose its small parts.
void ck_shifted_sums(int32_t level, const void *_Nonnull x, const void *_Nullable centre,
                     void *_Nonnull sums, long rows, long columns, bool squares);

// y[r][c] = (x[r][c] - mean[c]) * factor[c] + bias[c].
void ck_normalise_columns(int32_t level, void *_Nonnull y, const void *_Nonnull x, const void *_Nonnull mean,
                          const void *_Nonnull factor, const void *_Nonnull bias, long rows, long columns);

// bias_sums[c] = sum over r of g, gain_sums[c] = sum over r of g * (x - mean[c]) * scale[c].
void ck_normalise_columns_sums(int32_t level, const void *_Nonnull g, const void *_Nonnull x,
                               const void *_Nonnull mean, const void *_Nonnull scale,
                               void *_Nonnull gain_sums, void *_Nonnull bias_sums, long rows, long columns);

// dx = gain * scale * (g - bias_mean - (x - mean) * scale * gain_mean), column by column; dx may be g.
//
// With bias_mean = gain_mean = null the statistics are constants: dx = gain * scale * g.
void ck_normalise_columns_gradient(int32_t level, void *_Nonnull dx, const void *_Nonnull g,
                                   const void *_Nonnull x, const void *_Nonnull mean,
                                   const void *_Nonnull scale, const void *_Nonnull gain,
                                   const void *_Nullable gain_mean, const void *_Nullable bias_mean,
                                   long rows, long columns);

// y[r][c] = g[r][c] * g_factor[c] + x[r][c] * x_factor[c] + shift[c]; y may be g.
void ck_combine_columns(int32_t level, void *_Nonnull y, const void *_Nonnull g,
                        const void *_Nonnull g_factor, const void *_Nonnull x,
                        const void *_Nonnull x_factor, const void *_Nonnull shift, long rows, long columns);
