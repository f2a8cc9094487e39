// Connectionist temporal classification (Graves et al., 2006).
#pragma once
#include <stdint.h>

// -log p(labels) under softmax(z) at every time, summed over all ways of placing the labels, in order, with
// blanks (class 0) between; equal neighbours need a blank between them.
//
// z is [rows][time][classes]; `labels` [rows][label_length], each row's labels from 1 on, then -1 to fill
// up. Row r weighs weights[r * label_length]. delta = scale * weight * slope; it may be `z`. `scratch`
// holds time * (2 label_length + 2) + 2 (2 label_length + 1) doubles whatever the level. Returns the sum
// of weight * loss, which is infinite where a row's labels do not fit its time.
double ck_ctc(int32_t level, const void *_Nonnull z, const void *_Nonnull labels,
              const void *_Nonnull weights, void *_Nonnull delta, long rows, long time, long classes,
              long label_length, double scale, double *_Nonnull scratch);
