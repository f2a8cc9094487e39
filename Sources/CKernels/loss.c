// Losses for every instruction set.
#define CK_TEMPLATE "loss_template.h"
#include "levels.h"

double ck_sigmoid_cross_entropy(int32_t level, const void *z, const void *targets, const void *weights,
                                void *delta, long count, double scale, double smoothing,
                                double positive_weight) {
  CK_DISPATCH(sigmoid_cross_entropy, z, targets, weights, delta, count, scale, smoothing, positive_weight)
}

double ck_error(int32_t level, int32_t kind, const void *p, const void *targets, const void *weights,
                void *delta, long count, double scale, double bend) {
  CK_DISPATCH(error, kind, p, targets, weights, delta, count, scale, bend)
}

double ck_softmax_cross_entropy(int32_t level, const void *z, const void *classes, const void *weights,
                                void *delta, long rows, long columns, double scale, double smoothing) {
  CK_DISPATCH(softmax_cross_entropy, z, classes, weights, delta, rows, columns, scale, smoothing)
}

double ck_softmax_divergence(int32_t level, const void *z, const void *targets, const void *weights,
                             void *delta, long rows, long columns, double scale) {
  CK_DISPATCH(softmax_divergence, z, targets, weights, delta, rows, columns, scale)
}

double ck_gaussian_divergence(int32_t level, const void *p, const void *targets, const void *weights,
                              void *delta, long rows, long columns, double scale) {
  CK_DISPATCH(gaussian_divergence, p, targets, weights, delta, rows, columns, scale)
}
