// The tile of products: up to CK_TILE_ROWS rows times two vectors of columns, all of it held in registers
// while the inner dimension runs; and the packing that lays matrices out for it.
#include "vectors.h"

// 28 of 32 registers hold sums with AVX-512, 12 of 16 elsewhere; two hold columns of B.
#define CK_TILE_ROWS (CK_REGISTERS == 32 ? 14 : 6)
#define CK_TILE_COLUMNS (2 * CK_WIDTH)

typedef struct CK(tile_vectors) {
  VF at[14][2];
} CK(sums);

// Calls CASE(rows, v) for every height of a tile.
#define CK_TILE_CASES(CASE, v) \
  case 1: CASE(1, v) case 2: CASE(2, v) case 3: CASE(3, v) case 4: CASE(4, v) case 5: CASE(5, v) \
  case 6: CASE(6, v)
#define CK_TALL_TILE_CASES(CASE, v) \
  case 7: CASE(7, v) case 8: CASE(8, v) case 9: CASE(9, v) case 10: CASE(10, v) case 11: CASE(11, v) \
  case 12: CASE(12, v) case 13: CASE(13, v) case 14: CASE(14, v)

// A sum that runs in stretches: `down` times `across` of them, each of `inner` products. From one stretch
// to the next A moves by a_down or a_across numbers and B by b_down or b_across.
typedef struct CK(stretch_steps) {
  long down, across, a_down, a_across, b_down, b_across;
} CK(stretches);

// `steps` neighbouring values of the inner dimension. Of the rows' places every third is kept, from which the
// two after it are one addressing mode away, so that the loop has next to nothing but loads and products.
CK_INLINE void CK(tile_steps)(VF (*t)[2], const int rows, const int vectors, const int steps,
                              const CK_REAL *const *third, long a_row, long a_inner, long a_at,
                              const CK_REAL *b, long b_inner) {
#pragma clang loop unroll(full)
  for (int k = 0; k < steps; k++) {
    VF column[2];
    for (int v = 0; v < vectors; v++) column[v] = CK(load)(b + k * b_inner + v * CK_WIDTH);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      const VF x = (VF)third[i / 3][a_at + i % 3 * a_row + k * a_inner];
      for (int v = 0; v < vectors; v++) t[i][v] += x * column[v];
    }
  }
}

// sums[i][v] += sum over the stretches and over k of a[i * a_row + k * a_inner] * b[k * b_inner + v * width].
// `rows`, `vectors` and one of a_row and a_inner are constants wherever this is inlined, so that every loop
// but the outer ones unrolls.
CK_INLINE void CK(tile_add_stretches)(CK(sums) *s, const int rows, const int vectors,
                                      const CK(stretches) steps, long inner, const CK_REAL *a, long a_row,
                                      long a_inner, const CK_REAL *b, long b_inner) {
  VF t[14][2];
  for (int i = 0; i < rows; i++)
    for (int v = 0; v < vectors; v++) t[i][v] = s->at[i][v];
  for (long d = 0; d < steps.down; d++)
    for (long e = 0; e < steps.across; e++) {
      const CK_REAL *third[5];
      for (int i = 0; i < rows; i += 3)
        third[i / 3] = a + d * steps.a_down + e * steps.a_across + i * a_row;
      const CK_REAL *bt = b + d * steps.b_down + e * steps.b_across;
      long k = 0;
      for (; k + 4 <= inner; k += 4, bt += 4 * b_inner)
        CK(tile_steps)(t, rows, vectors, 4, third, a_row, a_inner, k * a_inner, bt, b_inner);
      for (; k < inner; k++, bt += b_inner)
        CK(tile_steps)(t, rows, vectors, 1, third, a_row, a_inner, k * a_inner, bt, b_inner);
    }
  for (int i = 0; i < rows; i++)
    for (int v = 0; v < vectors; v++) s->at[i][v] = t[i][v];
}

// The same in a single stretch.
CK_INLINE void CK(tile_add)(CK(sums) *s, const int rows, const int vectors, long inner, const CK_REAL *a,
                            long a_row, long a_inner, const CK_REAL *b, long b_inner) {
  CK(tile_add_stretches)(s, rows, vectors, (CK(stretches)){1, 1, 0, 0, 0, 0}, inner, a, a_row, a_inner, b,
                         b_inner);
}

// What happens where a tile's sums meet C.
typedef struct CK(meeting) {
  const CK_REAL *bias;  // added to every row, or null
  bool adds;            // C += instead of C =
  bool relu;
} CK(ending);

// One vector of columns, `n` of them to be kept; the ending is given apart so that it stays in registers.
CK_INLINE void CK(tile_store_columns)(const CK(sums) *s, const int rows, const int v, CK_REAL *c, long c_row,
                                      long n, VF bias, const bool adds, const bool relu) {
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
    VF x = s->at[i][v] + bias;
    if (adds) x += CK(any_load)(c + i * c_row, n);
    if (relu) x = x < R(0) ? (VF)R(0) : x;
    CK(any_store)(c + i * c_row, x, n);
  }
}

CK_INLINE void CK(tile_store)(CK(sums) *s, const int rows, const int vectors, CK_REAL *c, long c_row,
                              long columns, const CK(ending) *ending) {
  const CK_REAL *bias = ending->bias;
  const bool adds = ending->adds, relu = ending->relu;
  const bool is_whole = columns >= vectors * CK_WIDTH;
#pragma clang loop unroll(full)
  for (int v = 0; v < vectors; v++) {
    const long n = is_whole ? CK_WIDTH : columns - v * CK_WIDTH;
    if (n <= 0) return;
    const VF b = bias ? CK(any_load)(bias + v * CK_WIDTH, n) : (VF)R(0);
    CK_REAL *place = c + v * CK_WIDTH;
    // The commonest endings without a question in between.
    if (n < CK_WIDTH) CK(tile_store_columns)(s, rows, v, place, c_row, n, b, adds, relu);
    else if (adds) CK(tile_store_columns)(s, rows, v, place, c_row, CK_WIDTH, b, true, relu);
    else CK(tile_store_columns)(s, rows, v, place, c_row, CK_WIDTH, b, false, relu);
  }
}

#define CK_ONE_TILE(m, v, a_row, a_inner) \
  { \
    CK(sums) s; \
    for (int i = 0; i < m; i++) \
      for (int w = 0; w < v; w++) s.at[i][w] = R(0); \
    CK(tile_add)(&s, m, v, inner, a, a_row, a_inner, b, b_inner); \
    CK(tile_store)(&s, m, v, c, c_row, columns, ending); \
    break; \
  }
#define CK_TILE_OF_ROWS(m, v) CK_ONE_TILE(m, v, a_step, 1)
#define CK_TILE_OF_PANELS(m, v) CK_ONE_TILE(m, v, 1, a_step)

// Runs CASE(rows, vectors) for a tile of `rows` rows and the columns that are left of it.
#if CK_REGISTERS == 32
#define CK_ANY_TILE(CASE, v) CK_TILE_CASES(CASE, v) CK_TALL_TILE_CASES(CASE, v)
#else
#define CK_ANY_TILE(CASE, v) CK_TILE_CASES(CASE, v)
#endif
#define CK_TILE_SWITCH(rows, left, CASE) \
  if ((left) > CK_WIDTH) { \
    switch (rows) { CK_ANY_TILE(CASE, 2) } \
  } else { \
    switch (rows) { CK_ANY_TILE(CASE, 1) } \
  }

// One tile of C from rows of A that lie contiguous, a_step apart.
static void CK(tile_of_rows)(int rows, long inner, const CK_REAL *a, long a_step, const CK_REAL *b,
                             long b_inner, CK_REAL *c, long c_row, long columns,
                             const CK(ending) *ending) {
  CK_TILE_SWITCH(rows, columns, CK_TILE_OF_ROWS)
}

// One tile of C from columns of A that lie contiguous, as in a packed panel, a_step apart.
static void CK(tile_of_panels)(int rows, long inner, const CK_REAL *a, long a_step, const CK_REAL *b,
                               long b_inner, CK_REAL *c, long c_row, long columns,
                               const CK(ending) *ending) {
  CK_TILE_SWITCH(rows, columns, CK_TILE_OF_PANELS)
}

// Either; one of a_row and a_inner is 1.
static void CK(tile)(int rows, long inner, const CK_REAL *a, long a_row, long a_inner, const CK_REAL *b,
                     long b_inner, CK_REAL *c, long c_row, long columns, const CK(ending) *ending) {
  if (a_inner == 1) CK(tile_of_rows)(rows, inner, a, a_row, b, b_inner, c, c_row, columns, ending);
  else CK(tile_of_panels)(rows, inner, a, a_inner, b, b_inner, c, c_row, columns, ending);
}

typedef CK_REAL CK(four) __attribute__((ext_vector_type(4)));

// to[k * to_row + j] = from[j * from_row + k] for 4 by 4 numbers.
CK_INLINE void CK(transpose_four)(const CK_REAL *from, long from_row, CK_REAL *to, long to_row) {
  CK(four) r[4], y[4];
  for (int q = 0; q < 4; q++) __builtin_memcpy(&r[q], from + q * from_row, sizeof r[q]);
  const CK(four) x0 = __builtin_shufflevector(r[0], r[1], 0, 4, 1, 5);
  const CK(four) x1 = __builtin_shufflevector(r[0], r[1], 2, 6, 3, 7);
  const CK(four) x2 = __builtin_shufflevector(r[2], r[3], 0, 4, 1, 5);
  const CK(four) x3 = __builtin_shufflevector(r[2], r[3], 2, 6, 3, 7);
  y[0] = __builtin_shufflevector(x0, x2, 0, 1, 4, 5);
  y[1] = __builtin_shufflevector(x0, x2, 2, 3, 6, 7);
  y[2] = __builtin_shufflevector(x1, x3, 0, 1, 4, 5);
  y[3] = __builtin_shufflevector(x1, x3, 2, 3, 6, 7);
  for (int q = 0; q < 4; q++) __builtin_memcpy(to + q * to_row, &y[q], sizeof y[q]);
}

// Copies `count` columns of `inner` rows of B, side by side, filling up with zeros to `width` columns.
CK_INLINE void CK(pack_columns)(const CK_REAL *b, long b_inner, long b_column, long inner, long count,
                                CK_REAL *panel, const long width) {
  if (b_column == 1) {
    if (count == width) {
      for (long k = 0; k < inner; k++)
        for (long j = 0; j < width; j += CK_WIDTH)
          CK(store)(panel + k * width + j, CK(load)(b + k * b_inner + j));
      return;
    }
    for (long k = 0; k < inner; k++) {
      for (long j = 0; j < count; j++) panel[k * width + j] = b[k * b_inner + j];
      for (long j = count; j < width; j++) panel[k * width + j] = 0;
    }
    return;
  }
  long k = 0;
  if (b_inner == 1) {  // a transposed matrix, whose rows are our columns: 4 by 4 at a time
    for (; k + 4 <= inner; k += 4) {
      long j = 0;
      for (; j + 4 <= count; j += 4)
        CK(transpose_four)(b + j * b_column + k, b_column, panel + k * width + j, width);
      for (; j < width; j++)
        for (long q = k; q < k + 4; q++) panel[q * width + j] = j < count ? b[j * b_column + q] : R(0);
    }
  }
  for (; k < inner; k++)
    for (long j = 0; j < width; j++)
      panel[k * width + j] = j < count ? b[k * b_inner + j * b_column] : R(0);
}

// Copies `rows` rows of A so that the values met at one k lie side by side.
CK_INLINE void CK(pack_rows)(const CK_REAL *a, long a_row, long a_inner, long rows, long inner,
                             CK_REAL *panel) {
  if (a_row == 1) {
    switch (rows) {
#define CK_COPY_ROWS(m, unused) \
  for (long k = 0; k < inner; k++) \
    __builtin_memcpy(panel + k * m, a + k * a_inner, m * sizeof(CK_REAL)); \
  return;
      CK_TILE_CASES(CK_COPY_ROWS, 0)
      CK_TALL_TILE_CASES(CK_COPY_ROWS, 0)
#undef CK_COPY_ROWS
    }
  }
  long i = 0;
  if (a_inner == 1) {
    for (; i + 4 <= rows; i += 4) {
      long k = 0;
      for (; k + 4 <= inner; k += 4)
        CK(transpose_four)(a + i * a_row + k, a_row, panel + k * rows + i, rows);
      for (; k < inner; k++)
        for (long q = i; q < i + 4; q++) panel[k * rows + q] = a[q * a_row + k];
    }
  }
  for (; i < rows; i++)
    for (long k = 0; k < inner; k++) panel[k * rows + i] = a[i * a_row + k * a_inner];
}

// The height of the next tile: rows divide evenly over as few tiles as will hold them.
CK_INLINE long CK(tile_height)(long rows) {
  const long tiles = (rows + CK_TILE_ROWS - 1) / CK_TILE_ROWS;
  return tiles > 0 ? (rows + tiles - 1) / tiles : 0;
}
