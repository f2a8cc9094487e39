// Optimiser steps for every instruction set.
#define CK_TEMPLATE "optimiser_template.h"
#include "levels.h"

void ck_adam(int32_t level, void *parameters, const void *gradients, void *first, void *second, long count,
             double factor, double rate, double beta1, double rest1, double beta2, double rest2,
             double correction, double epsilon, double decay) {
  CK_DISPATCH(adam, parameters, gradients, first, second, count, factor, rate, beta1, rest1, beta2, rest2,
              correction, epsilon, decay)
}

void ck_momentum(int32_t level, void *parameters, const void *gradients, void *velocity, long count,
                 double factor, double rate, double momentum, int32_t nesterov) {
  CK_DISPATCH(momentum, parameters, gradients, velocity, count, factor, rate, momentum, nesterov)
}

void ck_rmsprop(int32_t level, void *parameters, const void *gradients, void *square, long count,
                double factor, double rate, double smoothing, double rest, double epsilon) {
  CK_DISPATCH(rmsprop, parameters, gradients, square, count, factor, rate, smoothing, rest, epsilon)
}

void ck_add_penalty(int32_t level, void *gradients, const void *weights, long count, double l1, double l2) {
  CK_DISPATCH(add_penalty, gradients, weights, count, l1, l2)
}
