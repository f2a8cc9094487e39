// Matrix products from tiles. Contracts: include/ck_matrix.h.
#include "tile.h"

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
