// Convolution of images, [height][width][channels] each, one after another. A sequence is one of height 1.
#pragma once
#include <stdint.h>

// Where windows lie over an image. Both ways of passing through it use the same one: `height`, `width` and
// `channels` are of the side that windows are laid over, `out_...` of the side with one position a window.
typedef struct {
  long height, width, channels;
  long out_height, out_width, out_channels;
  long kernel_height, kernel_width;
  long stride_height, stride_width;
  long dilation_height, dilation_width;
  // Zeros laid around the image: above, left of it, and its size with all of them.
  long top, left, bordered_height, bordered_width;
} ck_convolution;

// output[o] = bias (if given) + sum over the window at o of image * kernel; then ReLU where `then_relu`.
//
// `packed` holds the kernel, [kernel_height * kernel_width * channels][out_channels], as ck_pack_matrix
// leaves it.
void ck_convolve(int32_t level, ck_convolution shape, long images, const void *_Nonnull image,
                 const void *_Nonnull packed, const void *_Nullable bias, void *_Nonnull output,
                 int32_t then_relu);

// image = for every window, delta at its position times the kernel, added up where windows overlap.
//
// `packed` holds, for each place of the kernel, its [out_channels][channels] matrix as ck_pack_matrix leaves
// it, one after another.
void ck_convolve_back(int32_t level, ck_convolution shape, long images, const void *_Nonnull delta,
                      const void *_Nonnull packed, void *_Nonnull image);

// kernel[k][o] = sum over all images and windows of image at the window's place k times delta[o].
//
// Writes part number `part` of `parts`; every element is summed in the same order whatever the parts are.
void ck_convolution_kernel(int32_t level, ck_convolution shape, long images, const void *_Nonnull image,
                           const void *_Nonnull delta, void *_Nonnull kernel, long part, long parts);
