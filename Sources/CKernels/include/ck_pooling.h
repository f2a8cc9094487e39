// Pooling and upsampling of images, [height][width][channels] each, one after another.
#pragma once
#include <stdint.h>

// Where windows lie over an image. A window that reaches over the edge has only the positions inside.
typedef struct {
  long height, width, channels;
  long out_height, out_width;
  long window_height, window_width;
  long stride_height, stride_width;
  // How far the first window reaches over the upper and the left edge.
  long top, left;
} ck_pooling;

// output = the highest value of every window and channel, the first of equals; not a number where one of
// them is not. `places` receives where in its window it was found, counted row by row; null if unneeded.
void ck_max_pool(int32_t level, ck_pooling shape, long images, const void *_Nonnull image,
                 void *_Nonnull output, uint16_t *_Nullable places);

// gradient = delta at the places that ck_max_pool found, added up where windows share one, 0 elsewhere.
void ck_max_pool_gradient(int32_t level, ck_pooling shape, long images, const void *_Nonnull delta,
                          const uint16_t *_Nonnull places, void *_Nonnull gradient);

// output = the mean over every window's positions inside the image.
void ck_average_pool(int32_t level, ck_pooling shape, long images, const void *_Nonnull image,
                     void *_Nonnull output);

// gradient = each window's delta shared out evenly over its positions, added up where windows overlap.
void ck_average_pool_gradient(int32_t level, ck_pooling shape, long images, const void *_Nonnull delta,
                              void *_Nonnull gradient);

// output, [out_height][out_width], = the image with every position repeated stride_height times
// stride_width; only the image's size, the channels and the strides of `shape` count.
void ck_upsample(int32_t level, ck_pooling shape, long images, const void *_Nonnull image,
                 void *_Nonnull output);

// gradient = the sum of delta over each position's repetitions.
void ck_upsample_gradient(int32_t level, ck_pooling shape, long images, const void *_Nonnull delta,
                          void *_Nonnull gradient);
