// CTC for every instruction set.
#define CK_TEMPLATE "ctc_template.h"
#include "levels.h"

double ck_ctc(int32_t level, const void *z, const void *labels, const void *weights, void *delta, long rows,
              long time, long classes, long label_length, double scale, double *scratch) {
  CK_DISPATCH(ctc, z, labels, weights, delta, rows, time, classes, label_length, scale, scratch)
}
