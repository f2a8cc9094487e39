// Convolution straight from the image, without a copy of every window. Contracts: include/ck_convolution.h.
//
// The numbers of a window's row lie side by side, and the windows of an output row a fixed step apart: they
// are a matrix whose rows may overlap. A tile's sums stay in registers over all rows of the window.
#include "tile.h"

// Numbers of a window that lie side by side: a row of it, or one position where dilation sets them apart.
CK_INLINE long CK(stretch_length)(const ck_convolution *g) {
  return g->dilation_width == 1 ? g->kernel_width * g->channels : g->channels;
}

// A window as such stretches; one of the packed kernel lies after the other, b_inner numbers a step.
CK_INLINE CK(stretches) CK(window)(const ck_convolution *g, long b_inner) {
  const long length = CK(stretch_length)(g);
  const long across = g->dilation_width == 1 ? 1 : g->kernel_width;
  return (CK(stretches)){g->kernel_height,
                         across,
                         g->dilation_height * g->bordered_width * g->channels,
                         g->dilation_width * g->channels,
                         across * length * b_inner,
                         length * b_inner};
}

CK_INLINE bool CK(has_border)(const ck_convolution *g) {
  return g->bordered_height != g->height || g->bordered_width != g->width;
}

// The image with its border of zeros: itself where it has none, else a copy in `bordered`.
static const CK_REAL *CK(lay_border)(const ck_convolution *g, const CK_REAL *image, CK_REAL *bordered) {
  if (!CK(has_border)(g)) return image;
  const long row = g->width * g->channels, wide = g->bordered_width * g->channels;
  memset(bordered, 0, g->bordered_height * wide * sizeof *bordered);
  for (long h = 0; h < g->height; h++)
    memcpy(bordered + (g->top + h) * wide + g->left * g->channels, image + h * row, row * sizeof *image);
  return bordered;
}

#define CK_CONVOLVE_TILE(m, v) \
  { \
    CK(sums) s; \
    for (int i = 0; i < m; i++) \
      for (int w = 0; w < v; w++) s.at[i][w] = R(0); \
    CK(tile_add_stretches)(&s, m, v, window, length, at, step, 1, panel, CK_TILE_COLUMNS); \
    CK(tile_store)(&s, m, v, output, g->out_channels, left, ending); \
    break; \
  }

// `rows` neighbouring positions of one output row, for one panel of output channels.
static void CK(convolve_tile)(const ck_convolution *g, int rows, const CK_REAL *at, const CK_REAL *panel,
                              CK_REAL *output, long left, const CK(ending) *ending) {
  const CK(stretches) window = CK(window)(g, CK_TILE_COLUMNS);
  const long length = CK(stretch_length)(g), step = g->stride_width * g->channels;
  CK_TILE_SWITCH(rows, left, CK_CONVOLVE_TILE)
}

static void CK(convolve)(const ck_convolution *g, long images, const CK_REAL *image, const CK_REAL *packed,
                         const CK_REAL *bias, CK_REAL *output, int32_t then_relu, CK_REAL *bordered) {
  const long inner = g->kernel_height * g->kernel_width * g->channels;
  for (long n = 0; n < images; n++) {
    const CK_REAL *whole = CK(lay_border)(g, image + n * g->height * g->width * g->channels, bordered);
    CK_REAL *out = output + n * g->out_height * g->out_width * g->out_channels;
    for (long j = 0; j < g->out_channels; j += CK_TILE_COLUMNS) {
      const CK(ending) ending = {bias ? bias + j : 0, false, then_relu != 0};
      for (long h = 0; h < g->out_height; h++) {
        const CK_REAL *row = whole + h * g->stride_height * g->bordered_width * g->channels;
        long height;
        for (long w = 0; w < g->out_width; w += height) {
          height = CK(tile_height)(g->out_width - w);
          CK(convolve_tile)(g, (int)height, row + w * g->stride_width * g->channels, packed + j * inner,
                            out + (h * g->out_width + w) * g->out_channels + j, g->out_channels - j, &ending);
        }
      }
    }
  }
}

// Adds delta times the kernel into one row of the image, for one place of the kernel.
static void CK(add_back)(const ck_convolution *g, const CK_REAL *delta, const CK_REAL *matrix, CK_REAL *row) {
  const CK(ending) adding = {0, true, false};
  const long step = g->stride_width * g->channels;
  for (long j = 0; j < g->channels; j += CK_TILE_COLUMNS) {
    long height;
    for (long w = 0; w < g->out_width; w += height) {
      height = CK(tile_height)(g->out_width - w);
      CK(tile)((int)height, g->out_channels, delta + w * g->out_channels, g->out_channels, 1,
               matrix + j * g->out_channels, CK_TILE_COLUMNS, row + w * step + j, step, g->channels - j,
               &adding);
    }
  }
}

static void CK(convolve_back)(const ck_convolution *g, long images, const CK_REAL *delta,
                              const CK_REAL *packed, CK_REAL *image, CK_REAL *bordered) {
  const long matrix = g->out_channels * CK_PACKED_COLUMNS(g->channels);
  const long row = g->width * g->channels, wide = g->bordered_width * g->channels;
  for (long n = 0; n < images; n++) {
    const CK_REAL *from = delta + n * g->out_height * g->out_width * g->out_channels;
    CK_REAL *to = image + n * g->height * row;
    CK_REAL *sums = CK(has_border)(g) ? bordered : to;
    memset(sums, 0, g->bordered_height * wide * sizeof *sums);
    for (long h = 0; h < g->out_height; h++)
      for (long kh = 0; kh < g->kernel_height; kh++)
        for (long kw = 0; kw < g->kernel_width; kw++)
          CK(add_back)(g, from + h * g->out_width * g->out_channels,
                       packed + (kh * g->kernel_width + kw) * matrix,
                       sums + (h * g->stride_height + kh * g->dilation_height) * wide +
                           kw * g->dilation_width * g->channels);
    if (sums == to) continue;
    for (long h = 0; h < g->height; h++)
      memcpy(to + h * row, sums + (g->top + h) * wide + g->left * g->channels, row * sizeof *to);
  }
}

#define CK_KERNEL_TILE(m, v) \
  { \
    CK(sums) s; \
    for (int i = 0; i < m; i++) \
      for (int w = 0; w < v; w++) s.at[i][w] = R(0); \
    CK(tile_add_stretches)(&s, m, v, positions, g->out_width, at, 1, step, delta, delta_row); \
    CK(tile_store)(&s, m, v, kernel, g->out_channels, left, ending); \
    break; \
  }

// Adds one image's share to `rows` rows and one panel of columns of the kernel.
static void CK(kernel_tile)(const ck_convolution *g, int rows, const CK_REAL *at, const CK_REAL *delta,
                            long delta_row, CK_REAL *kernel, long left, const CK(ending) *ending) {
  const long step = g->stride_width * g->channels;
  const CK(stretches) positions = {
      g->out_height, 1, g->stride_height * g->bordered_width * g->channels, 0, g->out_width * delta_row, 0};
  CK_TILE_SWITCH(rows, left, CK_KERNEL_TILE)
}

static void CK(convolution_kernel)(const ck_convolution *g, long images, const CK_REAL *image,
                                   const CK_REAL *delta, CK_REAL *kernel, long part, long parts,
                                   CK_REAL *bordered, CK_REAL *widened) {
  const CK(stretches) window = CK(window)(g, 0);
  const long length = CK(stretch_length)(g), stretches = window.down * window.across;
  const long height = CK(tile_height)(length), tiles_down = (length + height - 1) / height;
  const long tiles_across = (g->out_channels + CK_TILE_COLUMNS - 1) / CK_TILE_COLUMNS;
  const long tiles = tiles_across * stretches * tiles_down;
  const long positions = g->out_height * g->out_width;
  // Whole vectors are read; rows that end within one are copied apart first.
  const bool widens = g->out_channels % CK_WIDTH != 0;
  const long wide = widens ? CK_PACKED_COLUMNS(g->out_channels) : g->out_channels;
  for (long n = 0; n < images; n++) {
    const CK_REAL *whole = CK(lay_border)(g, image + n * g->height * g->width * g->channels, bordered);
    const CK_REAL *here = delta + n * positions * g->out_channels;
    if (widens) {
      for (long p = 0; p < positions; p++)
        memcpy(widened + p * wide, here + p * g->out_channels, g->out_channels * sizeof *here);
      here = widened;
    }
    const CK(ending) ending = {0, n > 0, false};
    for (long t = part * tiles / parts; t < (part + 1) * tiles / parts; t++) {
      const long j = t / (stretches * tiles_down) * CK_TILE_COLUMNS;
      const long stretch = t / tiles_down % stretches, i = t % tiles_down * height;
      const long rows = length - i < height ? length - i : height;
      const long offset = stretch / window.across * window.a_down + stretch % window.across * window.a_across;
      CK(kernel_tile)(g, (int)rows, whole + offset + i, here + j, wide,
                      kernel + (stretch * length + i) * g->out_channels + j, g->out_channels - j, &ending);
    }
  }
}
