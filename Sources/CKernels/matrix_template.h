// Matrix products. The tile is the heart: up to CK_TILE_ROWS rows times two vectors of columns, all of it
// held in registers while the inner dimension runs.
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

// sums[i][v] += sum over k of a[i * a_row + k * a_inner] * b[k * b_inner + v * width ...].
// `rows` and `vectors` are constants wherever this is inlined, so that every loop but k's unrolls.
CK_INLINE void CK(tile_add)(CK(sums) *s, const int rows, const int vectors, long inner, const CK_REAL *a,
                            long a_row, long a_inner, const CK_REAL *b, long b_inner) {
  VF t[14][2];
  for (int i = 0; i < rows; i++)
    for (int v = 0; v < vectors; v++) t[i][v] = s->at[i][v];
  for (long k = 0; k < inner; k++) {
    VF column[2];
    for (int v = 0; v < vectors; v++) column[v] = CK(load)(b + v * CK_WIDTH);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      const VF x = (VF)a[i * a_row];
      for (int v = 0; v < vectors; v++) t[i][v] += x * column[v];
    }
    a += a_inner;
    b += b_inner;
  }
  for (int i = 0; i < rows; i++)
    for (int v = 0; v < vectors; v++) s->at[i][v] = t[i][v];
}

// What happens where a tile's sums meet C.
typedef struct CK(meeting) {
  const CK_REAL *bias;  // added to every row, or null
  bool adds;            // C += instead of C =
  bool relu;
} CK(ending);

CK_INLINE void CK(tile_store)(CK(sums) *s, const int rows, const int vectors, CK_REAL *c, long c_row,
                              long columns, const CK(ending) *ending) {
  for (int v = 0; v < vectors; v++) {
    const long n = columns - v * CK_WIDTH;
    if (n <= 0) return;
    const VF bias = ending->bias ? CK(any_load)(ending->bias + v * CK_WIDTH, n) : (VF)R(0);
    for (int i = 0; i < rows; i++) {
      CK_REAL *place = c + i * c_row + v * CK_WIDTH;
      VF x = s->at[i][v] + bias;
      if (ending->adds) x += CK(any_load)(place, n);
      if (ending->relu) x = x < R(0) ? (VF)R(0) : x;
      CK(any_store)(place, x, n);
    }
  }
}

#define CK_ONE_TILE(m, v) \
  { \
    CK(sums) s; \
    for (int i = 0; i < m; i++) \
      for (int w = 0; w < v; w++) s.at[i][w] = R(0); \
    CK(tile_add)(&s, m, v, inner, a, a_row, a_inner, b, b_inner); \
    CK(tile_store)(&s, m, v, c, c_row, columns, ending); \
    break; \
  }

// One tile of C; A from packed panels (a_row 1) or as it lies.
static void CK(tile)(int rows, long inner, const CK_REAL *a, long a_row, long a_inner, const CK_REAL *b,
                     long b_inner, CK_REAL *c, long c_row, long columns, const CK(ending) *ending) {
  if (columns > CK_WIDTH) {
    switch (rows) {
      CK_TILE_CASES(CK_ONE_TILE, 2)
#if CK_REGISTERS == 32
      CK_TALL_TILE_CASES(CK_ONE_TILE, 2)
#endif
    }
  } else {
    switch (rows) {
      CK_TILE_CASES(CK_ONE_TILE, 1)
#if CK_REGISTERS == 32
      CK_TALL_TILE_CASES(CK_ONE_TILE, 1)
#endif
    }
  }
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

// Blocks of the inner dimension and of columns that are packed at once: 512 KiB of floats, half of a
// second-level cache; a block's panel of A, at most 14 KiB, stays in the first level.
enum { CK(block_inner) = 256, CK(block_columns) = 512 };

static void CK(multiply_packed)(long rows, long columns, long inner, const CK_REAL *a, long a_row,
                                long a_inner, const CK_REAL *b, long b_inner, long b_column, CK_REAL *c,
                                long c_row, CK(ending) ending, CK_REAL *scratch) {
  CK_REAL *panels = scratch;
  CK_REAL *row_panel = scratch + CK(block_inner) * CK(block_columns);
  for (long j0 = 0; j0 < columns; j0 += CK(block_columns)) {
    const long width = columns - j0 < CK(block_columns) ? columns - j0 : CK(block_columns);
    for (long k0 = 0; k0 < inner; k0 += CK(block_inner)) {
      const long depth = inner - k0 < CK(block_inner) ? inner - k0 : CK(block_inner);
      for (long j = 0; j < width; j += CK_TILE_COLUMNS) {
        const long count = width - j < CK_TILE_COLUMNS ? width - j : CK_TILE_COLUMNS;
        CK(pack_columns)(b + k0 * b_inner + (j0 + j) * b_column, b_inner, b_column, depth, count,
                         panels + j * depth, CK_TILE_COLUMNS);
      }
      CK(ending) here = ending;
      here.adds = ending.adds || k0 > 0;
      if (k0 > 0) here.bias = 0;
      here.relu = ending.relu && k0 + depth == inner;
      // Rows that lie contiguous are read as they are, unless they are whole pages apart: then a tile's rows
      // would crowd each other out of the few places that the first-level cache has for them.
      const bool as_is = a_inner == 1 && a_row % 1024 != 0;
      long height;
      for (long i = 0; i < rows; i += height) {
        height = CK(tile_height)(rows - i);
        const CK_REAL *own = a + i * a_row + k0 * a_inner;
        if (!as_is) CK(pack_rows)(own, a_row, a_inner, height, depth, row_panel);
        for (long j = 0; j < width; j += CK_TILE_COLUMNS) {
          CK(ending) tile = here;
          if (here.bias) tile.bias = here.bias + j0 + j;
          CK(tile)((int)height, depth, as_is ? own : row_panel, as_is ? a_row : 1, as_is ? 1 : height,
                   panels + j * depth, CK_TILE_COLUMNS, c + i * c_row + j0 + j, c_row, width - j, &tile);
        }
      }
    }
  }
}

// Small products: A as it lies; B as it lies where its rows can be read in whole vectors.
static void CK(multiply_direct)(long rows, long columns, long inner, const CK_REAL *a, long a_row,
                                long a_inner, const CK_REAL *b, long b_inner, long b_column, CK_REAL *c,
                                long c_row, CK(ending) ending, CK_REAL *scratch) {
  for (long j = 0; j < columns; j += CK_TILE_COLUMNS) {
    const long left = columns - j;
    const CK_REAL *panel = b + j * b_column;
    long panel_inner = b_inner;
    if (b_column != 1 || (left < CK_TILE_COLUMNS && left % CK_WIDTH != 0)) {
      CK(pack_columns)(panel, b_inner, b_column, inner, left < CK_TILE_COLUMNS ? left : CK_TILE_COLUMNS,
                       scratch, CK_TILE_COLUMNS);
      panel = scratch;
      panel_inner = CK_TILE_COLUMNS;
    }
    CK(ending) tile = ending;
    if (ending.bias) tile.bias = ending.bias + j;
    long height;
    for (long i = 0; i < rows; i += height) {
      height = CK(tile_height)(rows - i);
      CK(tile)((int)height, inner, a + i * a_row, a_row, a_inner, panel, panel_inner, c + i * c_row + j,
               c_row, left, &tile);
    }
  }
}

// One column of C from rows of A that lie contiguous: dot products.
static void CK(multiply_vector)(long rows, long inner, const CK_REAL *a, long a_row, const CK_REAL *b,
                                CK_REAL *c, long c_row, CK(ending) ending) {
  for (long r = 0; r < rows; r++) {
    VF sum = R(0);
    CK_EACH(inner) sum += CK(any_load)(a + r * a_row + i, n) * CK(any_load)(b + i, n);
    CK_REAL x = CK(lane_sum)(sum) + (ending.bias ? ending.bias[0] : R(0));
    if (ending.adds) x += c[r * c_row];
    if (ending.relu && x < 0) x = 0;
    c[r * c_row] = x;
  }
}

// One column of C from columns of A that lie contiguous: the transposed product is one whole row of C.
//
// In stretches of the inner dimension, of which a packed tile's columns fit into the scratch memory.
static void CK(multiply_transposed_vector)(long rows, long inner, const CK_REAL *a, long a_inner,
                                           const CK_REAL *b, long b_inner, CK_REAL *c, CK(ending) ending,
                                           CK_REAL *scratch) {
  const long stretch = CK(block_inner) * CK(block_columns) / CK_TILE_COLUMNS;
  long k = 0;
  do {
    const long depth = inner - k < stretch ? inner - k : stretch;
    const CK(ending) here = {0, ending.adds || k > 0, ending.relu && k + depth == inner};
    CK(multiply_direct)(1, rows, depth, b + k * b_inner, 0, b_inner, a + k * a_inner, a_inner, 1, c, rows,
                        here, scratch);
    k += depth;
  } while (k < inner);
}

static void CK(multiply)(long rows, long columns, long inner, const CK_REAL *a, long a_row, long a_inner,
                         const CK_REAL *b, long b_inner, long b_column, CK_REAL *c, long c_row,
                         const CK_REAL *bias, int32_t flags, CK_REAL *scratch) {
  const CK(ending) ending = {bias, (flags & CK_ADD) != 0, (flags & CK_THEN_RELU) != 0};
  // A column of a wider C, whose rows lie further apart, is summed as the rest of it is.
  const bool is_vector = columns == 1 && c_row == 1;
  if (is_vector && a_inner == 1 && (b_inner == 1 || inner == 1)) {
    CK(multiply_vector)(rows, inner, a, a_row, b, c, c_row, ending);
  } else if (is_vector && a_row == 1 && !bias) {
    CK(multiply_transposed_vector)(rows, inner, a, a_inner, b, b_inner, c, ending, scratch);
  } else if (inner <= CK(block_inner) && rows <= 128 && columns * inner <= 32768) {
    CK(multiply_direct)(rows, columns, inner, a, a_row, a_inner, b, b_inner, b_column, c, c_row, ending,
                        scratch);
  } else {
    CK(multiply_packed)(rows, columns, inner, a, a_row, a_inner, b, b_inner, b_column, c, c_row, ending,
                        scratch);
  }
}

// B for several products: panels of CK_TILE_COLUMNS columns, one after another.
static void CK(pack_matrix)(long columns, long inner, const CK_REAL *b, long b_inner, long b_column,
                            CK_REAL *packed) {
  for (long j = 0; j < columns; j += CK_TILE_COLUMNS) {
    const long count = columns - j < CK_TILE_COLUMNS ? columns - j : CK_TILE_COLUMNS;
    CK(pack_columns)(b + j * b_column, b_inner, b_column, inner, count, packed + j * inner, CK_TILE_COLUMNS);
  }
}

static void CK(multiply_by_packed)(long rows, long columns, long inner, const CK_REAL *a, long a_row,
                                   const CK_REAL *packed, CK_REAL *c, long c_row, int32_t flags,
                                   CK_REAL *row_panel) {
  const CK(ending) ending = {0, (flags & CK_ADD) != 0, (flags & CK_THEN_RELU) != 0};
  long height;
  for (long i = 0; i < rows; i += height) {
    height = CK(tile_height)(rows - i);
    CK(pack_rows)(a + i * a_row, a_row, 1, height, inner, row_panel);
    for (long j = 0; j < columns; j += CK_TILE_COLUMNS)
      CK(tile)((int)height, inner, row_panel, 1, height, packed + j * inner, CK_TILE_COLUMNS,
               c + i * c_row + j, c_row, columns - j, &ending);
  }
}
