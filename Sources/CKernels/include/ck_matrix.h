// Matrix products.
#pragma once
#include <stdint.h>

enum {
  CK_ADD = 1,        // C += instead of C =
  CK_THEN_RELU = 2,  // C = max(sums, 0)
};

// C[i][j] = bias[j] (if given) + sum over k of a[i * a_row + k * a_inner] * b[k * b_inner + j * b_column].
//
// Strides count numbers; a transposed matrix is one whose strides are exchanged. Rows of C lie c_row apart
// and their columns side by side. C must not overlap A or B. Every element is summed in the order of k,
// whatever rows and columns are asked for, so that splitting C between threads changes no bit.
void ck_multiply(int32_t level, long rows, long columns, long inner, const void *_Nonnull a, long a_row,
                 long a_inner, const void *_Nonnull b, long b_inner, long b_column, void *_Nonnull c,
                 long c_row, const void *_Nullable bias, int32_t flags);

// Columns that a packed matrix of `columns` columns takes room for, on any instruction set.
#define CK_PACKED_COLUMNS(columns) (((columns) + 31) / 32 * 32)

// Copies B, [inner][columns], into the order in which ck_multiply_by_packed meets it. `packed` holds
// inner * columns numbers, the columns counted in whole multiples of 32.
void ck_pack_matrix(int32_t level, long columns, long inner, const void *_Nonnull b, long b_inner,
                    long b_column, void *_Nonnull packed);

// As ck_multiply with a B that was packed by the same level, for several products with one B. The rows of
// A lie a_row apart, each of them side by side.
void ck_multiply_by_packed(int32_t level, long rows, long columns, long inner, const void *_Nonnull a,
                           long a_row, const void *_Nonnull packed, void *_Nonnull c, long c_row,
                           int32_t flags);
