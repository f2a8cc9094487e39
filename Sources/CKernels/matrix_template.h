// Matrix products from tiles. Contracts: include/ck_matrix.h.
#include "tile.h"

// Blocks that are packed at once (Goto and van de Geijn, 2008): 256 by 512 numbers of B; of A so many tiles,
// about 120 KiB of floats, which stay in the second-level cache while one panel of B, in the first, meets
// them.
enum {
  CK(block_inner) = CK_BLOCK_INNER,
  CK(block_columns) = CK_BLOCK_COLUMNS,
  CK(block_tiles) = CK_BLOCK_ROWS / CK_TILE_ROWS,
};

// Rows divided as evenly as may be over as few tiles as will hold them, the higher ones first.
typedef struct CK(row_division) {
  long tiles, height, higher;
} CK(division);

CK_INLINE CK(division) CK(divide)(long rows) {
  const long tiles = (rows + CK_TILE_ROWS - 1) / CK_TILE_ROWS;
  return (CK(division)){tiles, rows / tiles, rows % tiles};
}

CK_INLINE long CK(first_row)(const CK(division) *d, long tile) {
  return tile * d->height + (tile < d->higher ? tile : d->higher);
}

static void CK(pack_block)(const CK_REAL *b, long b_inner, long b_column, long inner, long columns,
                           CK_REAL *panels) {
  long j = 0;
  // Four panels at a time where rows lie contiguous, so that each visit to a row reads neighbouring lines.
  if (b_column == 1)
    for (; j + 4 * CK_TILE_COLUMNS <= columns; j += 4 * CK_TILE_COLUMNS)
      for (long k = 0; k < inner; k++) {
        const CK_REAL *from = b + k * b_inner + j;
#pragma clang loop unroll(full)
        for (int q = 0; q < 8; q++)
          CK(store)(panels + (j + q / 2 * CK_TILE_COLUMNS) * inner + k * CK_TILE_COLUMNS + q % 2 * CK_WIDTH,
                    CK(load)(from + q * CK_WIDTH));
      }
  for (; j < columns; j += CK_TILE_COLUMNS) {
    const long count = columns - j < CK_TILE_COLUMNS ? columns - j : CK_TILE_COLUMNS;
    CK(pack_columns)(b + j * b_column, b_inner, b_column, inner, count, panels + j * inner, CK_TILE_COLUMNS);
  }
}

// Some tiles' rows of A times a packed block of B.
static void CK(multiply_block)(const CK(division) *rows, long first, long last, long columns, long inner,
                               const CK_REAL *a, long a_row, long a_inner, const CK_REAL *panels,
                               CK_REAL *row_panels, CK_REAL *c, long c_row, const CK(ending) *ending) {
  // Rows that lie contiguous are read as they are, unless they are whole pages apart: then a tile's rows
  // would crowd each other out of the few places that the first-level cache has for them.
  const bool as_is = a_inner == 1 && a_row % 1024 != 0;
  const long start = CK(first_row)(rows, first);
  if (!as_is) {
    for (long t = first; t < last; t++) {
      const long i = CK(first_row)(rows, t), height = CK(first_row)(rows, t + 1) - i;
      CK(pack_rows)(a + i * a_row, a_row, a_inner, height, inner, row_panels + (i - start) * inner);
    }
  }
  for (long j = 0; j < columns; j += CK_TILE_COLUMNS) {
    CK(ending) tile = *ending;
    if (tile.bias) tile.bias += j;
    for (long t = first; t < last; t++) {
      const long i = CK(first_row)(rows, t), height = CK(first_row)(rows, t + 1) - i;
      const CK_REAL *own = as_is ? a + i * a_row : row_panels + (i - start) * inner;
      CK(tile)((int)height, inner, own, as_is ? a_row : 1, as_is ? 1 : height, panels + j * inner,
               CK_TILE_COLUMNS, c + i * c_row + j, c_row, columns - j, &tile);
    }
  }
}

static void CK(multiply_packed)(long rows, long columns, long inner, const CK_REAL *a, long a_row,
                                long a_inner, const CK_REAL *b, long b_inner, long b_column, CK_REAL *c,
                                long c_row, CK(ending) ending, CK_REAL *scratch) {
  CK_REAL *row_panels = scratch + CK(block_inner) * CK(block_columns);
  const CK(division) division = CK(divide)(rows);
  for (long j = 0; j < columns; j += CK(block_columns)) {
    const long width = columns - j < CK(block_columns) ? columns - j : CK(block_columns);
    for (long k = 0; k < inner; k += CK(block_inner)) {
      const long depth = inner - k < CK(block_inner) ? inner - k : CK(block_inner);
      CK(pack_block)(b + k * b_inner + j * b_column, b_inner, b_column, depth, width, scratch);
      const CK(ending) here = {ending.bias && k == 0 ? ending.bias + j : 0, ending.adds || k > 0,
                               ending.relu && k + depth == inner};
      for (long t = 0; t < division.tiles; t += CK(block_tiles)) {
        const long last = t + CK(block_tiles) < division.tiles ? t + CK(block_tiles) : division.tiles;
        CK(multiply_block)(&division, t, last, width, depth, a + k * a_inner, a_row, a_inner, scratch,
                           row_panels, c + j, c_row, &here);
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
  } else if (inner <= CK(block_inner) && rows <= 128 && columns * inner <= 32768 &&
             (a_row == 1 || a_inner == 1)) {
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
  CK(pack_block)(b, b_inner, b_column, inner, columns, packed);
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
