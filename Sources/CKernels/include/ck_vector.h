// Passes over vectors and over the rows or columns of a matrix.
#pragma once
#include <stdbool.h>
#include <stdint.h>

// y += factor * x.
void ck_add_scaled(int32_t level, void *_Nonnull y, const void *_Nonnull x, long count, double factor);

// output = a + b; output may be a or b.
void ck_add(int32_t level, void *_Nonnull output, const void *_Nonnull a, const void *_Nonnull b, long count);

// output = a * b; output may be a or b.
void ck_multiply_each(int32_t level, void *_Nonnull output, const void *_Nonnull a, const void *_Nonnull b,
                      long count);

// x *= factor.
void ck_scale(int32_t level, void *_Nonnull x, long count, double factor);

// x = value.
void ck_fill(int32_t level, void *_Nonnull x, long count, double value);

// sums[c] = sum over r of x[r][c]; rows lie `stride` numbers apart.
void ck_column_sums(int32_t level, const void *_Nonnull x, void *_Nonnull sums, long rows, long columns,
                    long stride);

// z[r][c] += row[c].
void ck_add_to_rows(int32_t level, void *_Nonnull z, const void *_Nonnull row, long rows, long columns);

// The sum of the squares, in double precision.
double ck_sum_of_squares(int32_t level, const void *_Nonnull x, long count);

// output = input * mask, where mask[i] = 0 if hash(key, first + i) < threshold, else scale.
//
// The mask depends on the key and the position only; the same call on a gradient takes it back through.
// `output` may be `input`.
void ck_dropout(int32_t level, void *_Nonnull output, const void *_Nonnull input, long count, long first,
                uint64_t key, uint32_t threshold, double scale);

// x += deviation * noise, where the noise is the scaled sum of four even numbers drawn by hashing the key
// and the position: mean 0, variance 1, nearly normal, within +-3.47.
void ck_add_noise(int32_t level, void *_Nonnull x, long count, uint64_t key, double deviation);

// Mixes two vectors into one another: a = share a + (1 - share) b and b = share b + (1 - share) a.
void ck_mix(int32_t level, void *_Nonnull a, void *_Nonnull b, long count, double share);

// Whether every value is a finite number.
bool ck_all_finite(int32_t level, const void *_Nonnull x, long count);

// output[r] = the `columns` floats at input[order[r]], rows of the input lying `stride` floats apart.
//
// `ahead` rows of `order` follow after `rows`; those needed one batch later are asked for beforehand, since
// rows in random order come from memory one wait at a time otherwise.
void ck_gather(int32_t level, void *_Nonnull output, const float *_Nonnull input,
               const long *_Nonnull order, long rows, long ahead, long columns, long stride);

// Copies floats into numbers of the level's precision, and back.
void ck_from_floats(int32_t level, void *_Nonnull output, const float *_Nonnull input, long count);
void ck_to_floats(int32_t level, float *_Nonnull output, const void *_Nonnull input, long count);
