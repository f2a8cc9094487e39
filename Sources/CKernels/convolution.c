// Convolution for every instruction set.
#define CK_TEMPLATE "convolution_template.h"
#include "levels.h"
#include "scratch.h"

static size_t number_bytes(int32_t level) { return level == CK_DOUBLE ? sizeof(double) : sizeof(float); }

// Numbers of one image with its border.
static long bordered_numbers(const ck_convolution *g) {
  return g->bordered_height * g->bordered_width * g->channels;
}

void ck_convolve(int32_t level, ck_convolution shape, long images, const void *image, const void *packed,
                 const void *bias, void *output, int32_t then_relu) {
  void *bordered = ck_scratch(bordered_numbers(&shape) * number_bytes(level));
  CK_DISPATCH(convolve, &shape, images, image, packed, bias, output, then_relu, bordered)
}

void ck_convolve_back(int32_t level, ck_convolution shape, long images, const void *delta, const void *packed,
                      void *image) {
  void *bordered = ck_scratch(bordered_numbers(&shape) * number_bytes(level));
  CK_DISPATCH(convolve_back, &shape, images, delta, packed, image, bordered)
}

void ck_convolution_kernel(int32_t level, ck_convolution shape, long images, const void *image,
                           const void *delta, void *kernel, long part, long parts) {
  const long border = (bordered_numbers(&shape) + 15) / 16 * 16;
  const long widened = shape.out_height * shape.out_width * CK_PACKED_COLUMNS(shape.out_channels);
  char *bordered = ck_scratch((border + widened) * number_bytes(level));
  void *apart = bordered + border * number_bytes(level);
  CK_DISPATCH(convolution_kernel, &shape, images, image, delta, kernel, part, parts, (void *)bordered, apart)
}
