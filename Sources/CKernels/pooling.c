// Pooling and upsampling for every instruction set.
#define CK_TEMPLATE "pooling_template.h"
#include "levels.h"

void ck_max_pool(int32_t level, ck_pooling shape, long images, const void *image, void *output,
                 uint16_t *places) {
  CK_DISPATCH(max_pool, &shape, images, image, output, places)
}

void ck_max_pool_gradient(int32_t level, ck_pooling shape, long images, const void *delta,
                          const uint16_t *places, void *gradient) {
  CK_DISPATCH(max_pool_gradient, &shape, images, delta, places, gradient)
}

void ck_average_pool(int32_t level, ck_pooling shape, long images, const void *image, void *output) {
  CK_DISPATCH(average_pool, &shape, images, image, output)
}

void ck_average_pool_gradient(int32_t level, ck_pooling shape, long images, const void *delta,
                              void *gradient) {
  CK_DISPATCH(average_pool_gradient, &shape, images, delta, gradient)
}

void ck_upsample(int32_t level, ck_pooling shape, long images, const void *image, void *output) {
  CK_DISPATCH(upsample, &shape, images, image, output)
}

void ck_upsample_gradient(int32_t level, ck_pooling shape, long images, const void *delta, void *gradient) {
  CK_DISPATCH(upsample_gradient, &shape, images, delta, gradient)
}
