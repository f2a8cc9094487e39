// Pooling and upsampling, a vector of channels at a time. Contracts: include/ck_pooling.h.
#include "vectors.h"

typedef uint16_t CK(place_vector) __attribute__((ext_vector_type(CK_WIDTH)));

CK_INLINE void CK(store_places)(uint16_t *to, VI places, long n) {
  const CK(place_vector) narrow = __builtin_convertvector(places, CK(place_vector));
  if (n >= CK_WIDTH) memcpy(to, &narrow, sizeof narrow);
  else
    for (long k = 0; k < n; k++) to[k] = narrow[k];
}

CK_INLINE VI CK(load_places)(const uint16_t *from, long n) {
  CK(place_vector) narrow = 0;
  if (n >= CK_WIDTH) memcpy(&narrow, from, sizeof narrow);
  else
    for (long k = 0; k < n; k++) narrow[k] = from[k];
  return __builtin_convertvector(narrow, VI);
}

// The part of a window that lies inside the image: from its first to before its last row and column,
// counted from the window's own corner, which is at (row, column) of the image.
typedef struct CK(window_part) {
  long row, column, first_row, last_row, first_column, last_column;
} CK(part);

CK_INLINE CK(part) CK(inside)(const ck_pooling *p, long h, long w) {
  CK(part) x;
  x.row = h * p->stride_height - p->top;
  x.column = w * p->stride_width - p->left;
  x.first_row = x.row < 0 ? -x.row : 0;
  x.first_column = x.column < 0 ? -x.column : 0;
  x.last_row = p->height - x.row < p->window_height ? p->height - x.row : p->window_height;
  x.last_column = p->width - x.column < p->window_width ? p->width - x.column : p->window_width;
  return x;
}

// Numbers from an image's start to position (a, b) of a window.
CK_INLINE long CK(at)(const ck_pooling *p, const CK(part) *x, long a, long b) {
  return ((x->row + a) * p->width + x->column + b) * p->channels;
}

// Whether all windows are 2 by 2 and lie inside: the usual case, whose loops are worth unrolling.
CK_INLINE bool CK(are_pairs)(const ck_pooling *p) {
  return p->window_height == 2 && p->window_width == 2 && p->top == 0 && p->left == 0 &&
         (p->out_height - 1) * p->stride_height + 2 <= p->height &&
         (p->out_width - 1) * p->stride_width + 2 <= p->width;
}

CK_INLINE void CK(max_of_window)(const ck_pooling *p, const CK(part) *x, const CK_REAL *image,
                                 CK_REAL *output, uint16_t *places) {
  const long row = p->width * p->channels;
  const CK_REAL *corner = image + CK(at)(p, x, x->first_row, x->first_column);
  CK_EACH(p->channels) {
    VF best = CK(any_load)(corner + i, n);
    VI place = (VI)(int)(x->first_row * p->window_width + x->first_column);
    for (long a = 0; a < x->last_row - x->first_row; a++)
      for (long b = 0; b < x->last_column - x->first_column; b++) {
        const VF value = CK(any_load)(corner + a * row + b * p->channels + i, n);
        const VI higher = (value > best) | (value != value);
        best = higher ? value : best;
        place = higher ? (VI)(int)((a + x->first_row) * p->window_width + b + x->first_column) : place;
      }
    CK(any_store)(output + i, best, n);
    if (places) CK(store_places)(places + i, place, n);
  }
}

static void CK(max_pool)(const ck_pooling *p, long images, const CK_REAL *image, CK_REAL *output,
                         uint16_t *places) {
  const bool pairs = CK(are_pairs)(p);
  for (long m = 0; m < images; m++, image += p->height * p->width * p->channels)
    for (long h = 0; h < p->out_height; h++)
      for (long w = 0; w < p->out_width; w++, output += p->channels) {
        CK(part) x = CK(inside)(p, h, w);
        if (pairs) x = (CK(part)){x.row, x.column, 0, 2, 0, 2};
        if (pairs) CK(max_of_window)(p, &x, image, output, places);
        else CK(max_of_window)(p, &x, image, output, places);
        if (places) places += p->channels;
      }
}

// Whether no two windows share a position, so that each can be written without reading it first.
CK_INLINE bool CK(are_apart)(const ck_pooling *p) {
  return p->stride_height >= p->window_height && p->stride_width >= p->window_width;
}

// Whether every position lies in some window.
CK_INLINE bool CK(cover)(const ck_pooling *p) {
  return p->stride_height <= p->window_height && p->stride_width <= p->window_width &&
         (p->out_height - 1) * p->stride_height - p->top + p->window_height >= p->height &&
         (p->out_width - 1) * p->stride_width - p->left + p->window_width >= p->width;
}

CK_INLINE void CK(clear_image)(const ck_pooling *p, CK_REAL *gradient) {
  if (CK(are_apart)(p) && CK(cover)(p)) return;
  memset(gradient, 0, p->height * p->width * p->channels * sizeof *gradient);
}

CK_INLINE void CK(spread_max)(const ck_pooling *p, const CK(part) *x, const CK_REAL *delta,
                              const uint16_t *places, CK_REAL *gradient, const bool adds) {
  const long row = p->width * p->channels;
  CK_REAL *corner = gradient + CK(at)(p, x, x->first_row, x->first_column);
  CK_EACH(p->channels) {
    const VF d = CK(any_load)(delta + i, n);
    const VI place = CK(load_places)(places + i, n);
    for (long a = 0; a < x->last_row - x->first_row; a++)
      for (long b = 0; b < x->last_column - x->first_column; b++) {
        CK_REAL *to = corner + a * row + b * p->channels + i;
        const long here = (a + x->first_row) * p->window_width + b + x->first_column;
        VF g = place == (VI)(int)here ? d : (VF)R(0);
        if (adds) g += CK(any_load)(to, n);
        CK(any_store)(to, g, n);
      }
  }
}

static void CK(max_pool_gradient)(const ck_pooling *p, long images, const CK_REAL *delta,
                                  const uint16_t *places, CK_REAL *gradient) {
  const bool apart = CK(are_apart)(p), pairs = CK(are_pairs)(p);
  for (long m = 0; m < images; m++, gradient += p->height * p->width * p->channels) {
    CK(clear_image)(p, gradient);
    for (long h = 0; h < p->out_height; h++)
      for (long w = 0; w < p->out_width; w++, delta += p->channels, places += p->channels) {
        CK(part) x = CK(inside)(p, h, w);
        if (pairs) x = (CK(part)){x.row, x.column, 0, 2, 0, 2};
        if (apart && pairs) CK(spread_max)(p, &x, delta, places, gradient, false);
        else if (apart) CK(spread_max)(p, &x, delta, places, gradient, false);
        else CK(spread_max)(p, &x, delta, places, gradient, true);
      }
  }
}

CK_INLINE CK_REAL CK(share)(const CK(part) *x) {
  return R(1) / (CK_REAL)((x->last_row - x->first_row) * (x->last_column - x->first_column));
}

static void CK(average_pool)(const ck_pooling *p, long images, const CK_REAL *image, CK_REAL *output) {
  for (long m = 0; m < images; m++, image += p->height * p->width * p->channels)
    for (long h = 0; h < p->out_height; h++)
      for (long w = 0; w < p->out_width; w++, output += p->channels) {
        const CK(part) x = CK(inside)(p, h, w);
        CK_EACH(p->channels) {
          VF sum = R(0);
          for (long a = x.first_row; a < x.last_row; a++)
            for (long b = x.first_column; b < x.last_column; b++)
              sum += CK(any_load)(image + CK(at)(p, &x, a, b) + i, n);
          CK(any_store)(output + i, sum * CK(share)(&x), n);
        }
      }
}

static void CK(average_pool_gradient)(const ck_pooling *p, long images, const CK_REAL *delta,
                                      CK_REAL *gradient) {
  const bool adds = !CK(are_apart)(p);
  for (long m = 0; m < images; m++, gradient += p->height * p->width * p->channels) {
    CK(clear_image)(p, gradient);
    for (long h = 0; h < p->out_height; h++)
      for (long w = 0; w < p->out_width; w++, delta += p->channels) {
        const CK(part) x = CK(inside)(p, h, w);
        CK_EACH(p->channels) {
          const VF d = CK(any_load)(delta + i, n) * CK(share)(&x);
          for (long a = x.first_row; a < x.last_row; a++)
            for (long b = x.first_column; b < x.last_column; b++) {
              CK_REAL *to = gradient + CK(at)(p, &x, a, b) + i;
              CK(any_store)(to, adds ? d + CK(any_load)(to, n) : d, n);
            }
        }
      }
  }
}

static void CK(upsample)(const ck_pooling *p, long images, const CK_REAL *image, CK_REAL *output) {
  for (long row = 0; row < images * p->height; row++, image += p->width * p->channels)
    for (long a = 0; a < p->stride_height; a++)
      for (long w = 0; w < p->width; w++)
        for (long b = 0; b < p->stride_width; b++, output += p->channels)
          memcpy(output, image + w * p->channels, p->channels * sizeof *output);
}

static void CK(upsample_gradient)(const ck_pooling *p, long images, const CK_REAL *delta, CK_REAL *gradient) {
  const long wide = p->width * p->stride_width * p->channels;
  for (long row = 0; row < images * p->height; row++, delta += p->stride_height * wide)
    for (long w = 0; w < p->width; w++, gradient += p->channels)
      CK_EACH(p->channels) {
        VF sum = R(0);
        for (long a = 0; a < p->stride_height; a++)
          for (long b = 0; b < p->stride_width; b++)
            sum += CK(any_load)(delta + a * wide + (w * p->stride_width + b) * p->channels + i, n);
        CK(any_store)(gradient + i, sum, n);
      }
}
