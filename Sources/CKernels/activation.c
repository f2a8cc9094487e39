// Activations and softmax for every instruction set.
#define CK_TEMPLATE "activation_template.h"
#include "levels.h"

void ck_bias_activate(int32_t level, int32_t activation, void *z, const void *bias, void *kept, long rows,
                      long columns) {
  CK_DISPATCH(bias_activate, activation, z, bias, kept, rows, columns)
}

void ck_activation_gradient(int32_t level, int32_t activation, void *output, const void *g,
                            const void *value_or_sum, long count) {
  CK_DISPATCH(activation_gradient, activation, output, g, value_or_sum, count)
}

void ck_activation_gradient_sums(int32_t level, int32_t activation, void *g, const void *value_or_sum,
                                 void *sums, long rows, long columns, long stride) {
  CK_DISPATCH(activation_gradient_sums, activation, g, value_or_sum, sums, rows, columns, stride)
}

void ck_softmax(int32_t level, void *z, long rows, long columns, float scale, long causal_rows) {
  CK_DISPATCH(softmax, z, rows, columns, scale, causal_rows)
}

void ck_softmax_gradient(int32_t level, void *g, const void *p, long rows, long columns, float scale) {
  CK_DISPATCH(softmax_gradient, g, p, rows, columns, scale)
}
