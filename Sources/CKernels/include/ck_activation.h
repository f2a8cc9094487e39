// Activations, value by value and by row, and their gradients.
#pragma once
#include <stdint.h>

// Softmax is not one of them: it looks at a whole row.
enum {
  CK_IDENTITY = 0,
  CK_RELU = 1,
  CK_SIGMOID = 2,
  CK_TANH = 3,
  CK_SILU = 4,       // z sigmoid(z)
  CK_GELU = 5,       // z (1 + erf(z / sqrt 2)) / 2
  CK_GELU_TANH = 6,  // its approximation by tanh
  CK_LEAKY_RELU = 7, // z where positive, z / 100 elsewhere
};

// z[r][c] = f(z[r][c] + bias[c]); without a bias z = f(z). Where `kept` is given it receives z + bias,
// which the gradient of some activations needs.
void ck_bias_activate(int32_t level, int32_t activation, void *_Nonnull z, const void *_Nullable bias,
                      void *_Nullable kept, long rows, long columns);

// output = g * f'(z), from the value a = f(z) for identity, ReLU, sigmoid, tanh and leaky ReLU, and from
// the sum z for the others. `output` may be `g`.
void ck_activation_gradient(int32_t level, int32_t activation, void *_Nonnull output,
                            const void *_Nonnull g, const void *_Nonnull value_or_sum, long count);

// g *= f' as above, and sums[c] = sum over r of g[r][c]; rows of both lie `stride` numbers apart.
void ck_activation_gradient_sums(int32_t level, int32_t activation, void *_Nonnull g,
                                 const void *_Nonnull value_or_sum, void *_Nonnull sums, long rows,
                                 long columns, long stride);

// Each row of z becomes the softmax of scale * z. Where causal_rows is positive, row r looks only at its
// first r % causal_rows + 1 values and the others become 0.
void ck_softmax(int32_t level, void *_Nonnull z, long rows, long columns, float scale, long causal_rows);

// g becomes the gradient with respect to z where p = softmax(scale * z):
// scale * p * (g - sum over c of g[c] p[c]).
void ck_softmax_gradient(int32_t level, void *_Nonnull g, const void *_Nonnull p, long rows, long columns,
                         float scale);
