// Gated recurrent layers for every instruction set.
#define CK_TEMPLATE "recurrent_template.h"
#include "levels.h"

void ck_gru_forward(int32_t level, ck_recurrent_step step, void *gates, const void *hidden, const void *bias,
                    const void *previous, void *output) {
  CK_DISPATCH(gru_forward, step, gates, hidden, bias, previous, output)
}

void ck_gru_backward(int32_t level, ck_recurrent_step step, void *gates, const void *previous,
                     const void *delta, long delta_stride, void *carry) {
  CK_DISPATCH(gru_backward, step, gates, previous, delta, delta_stride, carry)
}

void ck_lstm_forward(int32_t level, ck_recurrent_step step, void *gates, const void *bias,
                     const void *previous, const void *previous_cell, void *output, void *cell) {
  CK_DISPATCH(lstm_forward, step, gates, bias, previous, previous_cell, output, cell)
}

void ck_lstm_backward(int32_t level, ck_recurrent_step step, void *gates, const void *cell,
                      const void *previous_cell, const void *delta, long delta_stride, void *carry,
                      void *cell_carry) {
  CK_DISPATCH(lstm_backward, step, gates, cell, previous_cell, delta, delta_stride, carry, cell_carry)
}
