// The hot passes of tree growing: binning, gradients, histograms, thresholds and the partition of rows.
//
// Gradients and hessians are rounded to whole multiples of a power of two before they are summed, so that
// every sum is exact: it depends neither on the order of the rows nor on the number of threads, and a
// sibling's histogram is its parent's minus its brother's without any rounding. Vectors have the same
// width and no operation is fused, so that every instruction set gives the same bytes too.
#pragma once
#include <stdint.h>

// Columns lie in groups of this many, one byte each, so that one load fetches a row's bins of a group.
enum { CT_GROUP = 8 };

// A row's share of a sum, or the sum itself. `hessian` holds whole units above the lowest `count_bits`
// bits (see ct_limits) and a number of rows in them; adding two sums adds all three parts.
typedef struct {
  int64_t gradient;
  int64_t hessian;
} ct_sum;

// What decides whether a threshold is legal, and what it gains.
typedef struct {
  // What one unit of `ct_sum.gradient` and of its hessian is worth.
  double gradient_unit, hessian_unit;
  double l1, l2;
  // In units.
  int64_t minimum_hessian;
  int64_t minimum_rows;
  int64_t count_bits;
} ct_limits;

typedef struct {
  // Without the parent's share; minus infinity if no threshold is legal.
  double gain;
  // The last bin that goes left.
  int64_t bin;
  ct_sum left;
} ct_threshold;

// The sum of weight * loss over some rows, and the largest absolute gradient and hessian among them.
typedef struct {
  double loss;
  float gradient, hessian;
} ct_gradient_summary;

// Objectives with one score a row. Scores are log odds for CT_BINARY, in units of the target otherwise.
enum { CT_SQUARED = 0, CT_ABSOLUTE = 1, CT_HUBER = 2, CT_BINARY = 3 };

// Sorts by an 11-bit radix sort; `scratch` has the same length. No value may be NaN.
void ct_sort(float *_Nonnull values, float *_Nonnull scratch, long count);

// bins[r * bins_stride] = how many of the 256 ascending `bounds` lie below values[r * stride], or
// `missing` for NaN. Unused bounds are +infinity; infinite values count as the largest finite ones.
void ct_assign_bins(int32_t level, const float *_Nonnull values, long stride,
                    const float *_Nonnull bounds, uint8_t missing, uint8_t *_Nonnull bins,
                    long bins_stride, long count);

// gradients and hessians of weight * loss with respect to the score. `delta` is CT_HUBER's.
ct_gradient_summary ct_gradients(int32_t level, int32_t objective, float delta,
                                 const double *_Nonnull scores, const float *_Nonnull targets,
                                 const float *_Nullable weights, float *_Nonnull gradients,
                                 float *_Nonnull hessians, long count);

// The same for softmax. Scores, gradients and hessians of class k lie k * stride from the first's;
// hessians are p (1 - p) classes / (classes - 1).
ct_gradient_summary ct_softmax_gradients(int32_t level, const double *_Nonnull scores, long stride,
                                         long classes, const float *_Nonnull targets,
                                         const float *_Nullable weights, float *_Nonnull gradients,
                                         float *_Nonnull hessians, long count);

// sums[r] = gradients and hessians in whole units, round(g * gradient_scale), with a count of 1. The
// scaled values must stay below 2^51.
void ct_pack(int32_t level, const float *_Nonnull gradients, const float *_Nonnull hessians,
             double gradient_scale, double hessian_scale, long count_bits, ct_sum *_Nonnull sums,
             long count);

// gathered[i] = sums[rows[i]].
void ct_gather(const ct_sum *_Nonnull sums, const uint32_t *_Nonnull rows, long count,
               ct_sum *_Nonnull gathered);

// histogram[offsets[k] + bin] += sums[i] for each of the group's first `width` columns and each row
// rows[i], or first + i without `rows`. `group` holds CT_GROUP bytes a row of the table.
void ct_histogram(const uint8_t *_Nonnull group, long width,
                  const uint32_t *_Nullable rows, long first, long count,
                  const ct_sum *_Nonnull sums, ct_sum *_Nonnull histogram,
                  const int32_t *_Nonnull offsets);

// whole -= part, entry by entry.
void ct_subtract(ct_sum *_Nonnull whole, const ct_sum *_Nonnull part, long count);

// The best threshold t among bins 0 ..< candidates: bins up to t go left together with `base`, the rest
// of `total` goes right. The gain is T(GL)^2 / (HL + l2) + T(GR)^2 / (HR + l2), T(G) = max(|G| - l1, 0).
// HL + l2 and HR + l2 count at least one unit. Among equal gains the last wins. At most 256 candidates.
ct_threshold ct_best_threshold(int32_t level, const ct_sum *_Nonnull bins, long candidates,
                               ct_sum base, ct_sum total, const ct_limits *_Nonnull limits);

// Splits `rows` in place, order kept: those whose bin has a 1 in `goes_left` move to the front, the rest
// to `right`. Returns how many went left. `column` holds its rows' bins CT_GROUP bytes apart.
long ct_partition(const uint8_t *_Nonnull column, uint32_t *_Nonnull rows, long count,
                  const uint8_t *_Nonnull goes_left, uint32_t *_Nonnull right);
