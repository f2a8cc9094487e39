// Optimisers: one step over `count` parameters. `g` is factor * gradient, the factor being that of a
// clipped or averaged gradient, 1 otherwise.
#pragma once
#include <stdint.h>

// Adam (Kingma and Ba, 2015, algorithm 1), and AdamW where decay is not 0 (Loshchilov and Hutter, 2019).
//
// first = beta1 first + rest1 g; second = beta2 second + rest2 g^2;
// parameter = parameter (1 - decay) - rate first / (sqrt(second) correction + epsilon), where
// rate = learning rate / (1 - beta1^t), correction = 1 / sqrt(1 - beta2^t), and
// decay = learning rate * weight decay. All constants come in double, since 1 - beta2 in float is off.
void ck_adam(int32_t level, void *_Nonnull parameters, const void *_Nonnull gradients, void *_Nonnull first,
             void *_Nonnull second, long count, double factor, double rate, double beta1, double rest1,
             double beta2, double rest2, double correction, double epsilon, double decay);

// velocity = momentum * velocity + g; parameter -= rate * velocity, or with Nesterov's look ahead
// parameter -= rate * (g + momentum * velocity).
void ck_momentum(int32_t level, void *_Nonnull parameters, const void *_Nonnull gradients,
                 void *_Nonnull velocity, long count, double factor, double rate, double momentum,
                 int32_t nesterov);

// RMSProp (Hinton, 2012): square = smoothing square + (1 - smoothing) g^2;
// parameter -= rate * g / (sqrt(square) + epsilon).
void ck_rmsprop(int32_t level, void *_Nonnull parameters, const void *_Nonnull gradients,
                void *_Nonnull square, long count, double factor, double rate, double smoothing, double rest,
                double epsilon);

// gradient += l1 * sign(weight) + l2 * weight.
void ck_add_penalty(int32_t level, void *_Nonnull gradients, const void *_Nonnull weights, long count,
                    double l1, double l2);
