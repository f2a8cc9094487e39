// Gated recurrent layers: what one time step does beside its matrix products.
#pragma once
#include <stdint.h>

// The rows of one step and how they lie in memory. Strides count numbers from one row to the next.
typedef struct {
  long rows, units;
  // Of `gates`: each row has four blocks of `units` numbers side by side.
  long gate_stride;
  // Of states, cells and outputs.
  long state_stride;
  // One token a row, or null; a row whose token equals `padding` keeps its state in this step.
  const void *_Nullable tokens;
  long token_stride;
  double padding;
} ck_recurrent_step;

// GRU (Cho et al., 2014, in the form that applies the reset gate after the product).
//
// In: blocks 0, 1 and 3 of `gates` hold the inputs' part of r, z and n. `hidden` holds the states' part of
// r, z and n, [rows][3 units], or is null where all states are zero; bias, [3 units], is added to it.
// Out: blocks r, z, states' part of n, n; output = (1 - z) n + z previous.
// `previous` null stands for zeros.
void ck_gru_forward(int32_t level, ck_recurrent_step step, void *_Nonnull gates,
                    const void *_Nullable hidden, const void *_Nonnull bias, const void *_Nullable previous,
                    void *_Nonnull output);

// In: `gates` as forward left them; `carry`, [rows][units], the gradient of the output from later steps, to
// which `delta` (rows delta_stride apart, or null) is added.
// Out: `gates` hold the gradients of the sums before r, z, of the states' part of n, and before n;
// `carry` the gradient of the previous state but for what comes through the product.
void ck_gru_backward(int32_t level, ck_recurrent_step step, void *_Nonnull gates,
                     const void *_Nullable previous, const void *_Nullable delta, long delta_stride,
                     void *_Nonnull carry);

// LSTM (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000).
//
// In: `gates` hold the sums i, f, g, o but for bias, [4 units]. Out: their values;
// cell = f previous_cell + i g; output = o tanh(cell). `previous` and `previous_cell` null stand for zeros.
void ck_lstm_forward(int32_t level, ck_recurrent_step step, void *_Nonnull gates, const void *_Nonnull bias,
                     const void *_Nullable previous, const void *_Nullable previous_cell,
                     void *_Nonnull output, void *_Nonnull cell);

// As ck_gru_backward; `carry` leaves as zeros (the whole gradient of the previous state comes through the
// product) but for padded rows, which hand it on. cell_carry, [rows][units], is the cell's own gradient.
void ck_lstm_backward(int32_t level, ck_recurrent_step step, void *_Nonnull gates, const void *_Nonnull cell,
                      const void *_Nullable previous_cell, const void *_Nullable delta, long delta_stride,
                      void *_Nonnull carry, void *_Nonnull cell_carry);
