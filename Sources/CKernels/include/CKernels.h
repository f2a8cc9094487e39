// The element-wise passes of the training engine, each compiled for several instruction sets.
//
// A published Swift package may only assume SSE2, which leaves two thirds of a modern core unused. So
// every hot loop lives here, is compiled once per instruction set, and takes the one to use as its first
// argument. Every pass takes any length; no pass reads or writes outside the lengths it is given.
#pragma once
#include <stdbool.h>
#include <stdint.h>

// Instruction sets, from the one every machine has to the widest.
enum { CK_BASELINE = 0, CK_AVX2 = 1, CK_AVX512 = 2 };

// Activations of the element-wise passes. Softmax is not one: it looks at a whole row.
enum { CK_IDENTITY = 0, CK_RELU = 1, CK_SIGMOID = 2, CK_TANH = 3 };

// The widest instruction set that this processor and operating system run.
int32_t ck_best_level(void);

// z[r][c] = f(z[r][c] + bias[c]); rows lie `stride` apart.
void ck_bias_activate(int32_t level, int32_t activation, float *_Nonnull z, const float *_Nonnull bias,
                      long rows, long columns, long stride);

// g[r][c] *= mask[r][c] (if given) * f'(z) written in terms of a = f(z); sums[c] = sum over r of g[r][c].
void ck_activation_gradient(int32_t level, int32_t activation, float *_Nonnull g,
                            const float *_Nonnull a, const float *_Nullable mask,
                            float *_Nonnull sums, long rows, long columns, long stride);

// sums[c] = sum over r of x[r][c].
void ck_column_sums(int32_t level, const float *_Nonnull x, float *_Nonnull sums, long rows,
                    long columns, long stride);

// Sigmoid and binary cross-entropy in one pass: z becomes p = 1 / (1 + exp(-z)),
// delta = scale * weight * (p - target). Returns the sum of weight * loss.
double ck_sigmoid_cross_entropy(int32_t level, float *_Nonnull z, const float *_Nonnull targets,
                                const float *_Nonnull weights, float *_Nonnull delta, long count,
                                float scale);

// delta = scale * weight * 2 (p - target). Returns the sum of weight * (p - target)^2.
double ck_squared_error(int32_t level, const float *_Nonnull p, const float *_Nonnull targets,
                        const float *_Nonnull weights, float *_Nonnull delta, long count,
                        float scale);

// Each row of z becomes its softmax; columns from `columns` to `stride` are left alone.
void ck_softmax(int32_t level, float *_Nonnull z, long rows, long columns, long stride);

// Softmax and cross-entropy in one pass: z becomes p, delta = scale * weight[r] * (p - one-hot).
// `classes` holds one class index a row, as a float. Returns the sum of weight[r] * loss.
double ck_softmax_cross_entropy(int32_t level, float *_Nonnull z, const float *_Nonnull classes,
                                const float *_Nonnull weights, float *_Nonnull delta, long rows,
                                long columns, long stride, float scale);

// g becomes the gradient with respect to z, where p = softmax(z): p * (g - sum over c of g[c] p[c]).
void ck_softmax_gradient(int32_t level, float *_Nonnull g, const float *_Nonnull p, long rows,
                         long columns, long stride);

// One step of Adam (Kingma and Ba, 2015, algorithm 1); `first` and `second` are the two moments.
// rate = learning rate / (1 - beta1^t); correction = 1 / sqrt(1 - beta2^t).
void ck_adam(int32_t level, float *_Nonnull parameters, const float *_Nonnull gradients,
             float *_Nonnull first, float *_Nonnull second, long count, float rate, float beta1,
             float rest1, float beta2, float rest2, float correction, float epsilon);

// velocity = momentum * velocity + gradient; parameter -= rate * velocity.
void ck_momentum(int32_t level, float *_Nonnull parameters, const float *_Nonnull gradients,
                 float *_Nonnull velocity, long count, float rate, float momentum);

// y += factor * x.
void ck_add_scaled(int32_t level, float *_Nonnull y, const float *_Nonnull x, long count,
                   float factor);

// gradient += l1 * sign(weight) + l2 * weight.
void ck_add_penalty(int32_t level, float *_Nonnull gradients, const float *_Nonnull weights,
                    long count, float l1, float l2);

// mask[i] = 0 where hash(key, i) < threshold, else scale; output = input * mask.
void ck_dropout(int32_t level, float *_Nonnull output, const float *_Nonnull input,
                float *_Nonnull mask, long count, uint64_t key, uint32_t threshold, float scale);

// output[r] = sum over c of a[r][c] w[c]: the product with a single column.
void ck_row_dots(int32_t level, const float *_Nonnull a, const float *_Nonnull w,
                 float *_Nonnull output, long rows, long columns, long stride);

// sums[c] = sum over r of d[r] a[r][c].
void ck_weighted_row_sum(int32_t level, const float *_Nonnull a, const float *_Nonnull d,
                         float *_Nonnull sums, long rows, long columns, long stride);

// g[r][c] = d[r] w[c].
void ck_outer_product(int32_t level, const float *_Nonnull d, const float *_Nonnull w,
                      float *_Nonnull g, long rows, long columns, long stride);

// Whether every value is a finite number.
bool ck_all_finite(int32_t level, const float *_Nonnull x, long count);
