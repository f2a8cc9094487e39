// Losses together with their gradients. `targets` and `weights` are numbers of the level's precision.
#pragma once
#include <stdint.h>

// Sigmoid and binary cross-entropy on logits, with t = (1 - smoothing) target + smoothing / 2 and the
// positive class counted positive_weight (p) times: -p t log(sigmoid(z)) - (1 - t) log(1 - sigmoid(z)).
// delta = scale * weight * slope. Returns the sum of weight * loss. `delta` may be `z`.
double ck_sigmoid_cross_entropy(int32_t level, const void *_Nonnull z, const void *_Nonnull targets,
                                const void *_Nonnull weights, void *_Nonnull delta, long count,
                                double scale, double smoothing, double positive_weight);

// The elementwise losses on e = p - target, with their gradients times scale * weight.
enum {
  CK_SQUARED_ERROR = 0,   // e^2
  CK_ABSOLUTE_ERROR = 1,  // |e|
  CK_HUBER_ERROR = 2,     // e^2 / 2 where |e| <= bend, else bend (|e| - bend / 2)
  CK_HINGE = 3,           // max(0, 1 - t p) with t = 2 target - 1
};

// delta = scale * weight * slope. Returns the sum of weight * loss. `delta` may be `p`.
double ck_error(int32_t level, int32_t kind, const void *_Nonnull p, const void *_Nonnull targets,
                const void *_Nonnull weights, void *_Nonnull delta, long count, double scale, double bend);

// Softmax and cross-entropy on logits: delta = scale * weight[r] * (softmax(z) - target).
//
// `classes` holds one class index a row; with smoothing s the target is 1 - s + s / columns for that class
// and s / columns for the others. Rows of weight 0 may hold any index. Returns the sum of weight * loss.
// `delta` may be `z`.
double ck_softmax_cross_entropy(int32_t level, const void *_Nonnull z, const void *_Nonnull classes,
                                const void *_Nonnull weights, void *_Nonnull delta, long rows, long columns,
                                double scale, double smoothing);

// The Kullback-Leibler divergence of softmax(z) from the targets, sum over c of t (log t - log softmax(z));
// 0 log 0 is 0. Row r weighs weights[r * columns]. delta = scale * weight * slope; it may be
// `z`. Returns the sum of weight * divergence.
double ck_softmax_divergence(int32_t level, const void *_Nonnull z, const void *_Nonnull targets,
                             const void *_Nonnull weights, void *_Nonnull delta, long rows, long columns,
                             double scale);

// The Kullback-Leibler divergence of normal distributions, p from the targets, summed over `columns`; a row
// of either holds `columns` means and then as many logarithms of variances. Row r weighs
// weights[r * 2 * columns]. delta = scale * weight * slope; it may be `p`. Returns the sum of
// weight * divergence.
double ck_gaussian_divergence(int32_t level, const void *_Nonnull p, const void *_Nonnull targets,
                              const void *_Nonnull weights, void *_Nonnull delta, long rows, long columns,
                              double scale);
