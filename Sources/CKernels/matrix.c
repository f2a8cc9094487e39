// Matrix products for every instruction set.
#define CK_BLOCK_INNER 256
#define CK_BLOCK_COLUMNS 512
#define CK_BLOCK_ROWS 128
#define CK_TEMPLATE "matrix_template.h"
#include "levels.h"
#include "scratch.h"

// A packed block of B and one of A, for floats or doubles.
enum { scratch_numbers = CK_BLOCK_INNER * (CK_BLOCK_COLUMNS + CK_BLOCK_ROWS) };

void ck_multiply(int32_t level, long rows, long columns, long inner, const void *a, long a_row, long a_inner,
                 const void *b, long b_inner, long b_column, void *c, long c_row, const void *bias,
                 int32_t flags) {
  void *scratch = ck_scratch(scratch_numbers * (level == CK_DOUBLE ? sizeof(double) : sizeof(float)));
  CK_DISPATCH(multiply, rows, columns, inner, a, a_row, a_inner, b, b_inner, b_column, c, c_row, bias, flags,
              scratch)
}

void ck_pack_matrix(int32_t level, long columns, long inner, const void *b, long b_inner, long b_column,
                    void *packed) {
  CK_DISPATCH(pack_matrix, columns, inner, b, b_inner, b_column, packed)
}

void ck_multiply_by_packed(int32_t level, long rows, long columns, long inner, const void *a, long a_row,
                           const void *packed, void *c, long c_row, int32_t flags) {
  void *panel = ck_scratch(14 * (size_t)inner * (level == CK_DOUBLE ? sizeof(double) : sizeof(float)));
  CK_DISPATCH(multiply_by_packed, rows, columns, inner, a, a_row, packed, c, c_row, flags, panel)
}
