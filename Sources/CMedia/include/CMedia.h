#pragma once
#include <stddef.h>
#include <stdint.h>

/// How reading a picture or a sound ended.
typedef enum {
  CMEDIA_OK = 0,
  CMEDIA_UNREADABLE,
  CMEDIA_TRUNCATED,
  CMEDIA_DAMAGED,
  CMEDIA_TOO_LARGE,
} cmedia_status;

/// A decoded picture: 8 bits a channel, rows from the top, no padding.
typedef struct {
  size_t width;
  size_t height;
  size_t channels;  // 1 grey, 3 red green blue
  uint8_t *pixels;  // freed by cmedia_free
} cmedia_image;

/// A decoded sound, mixed to one channel, samples from -1 to 1.
typedef struct {
  size_t frames;
  int rate;        // samples a second
  int was_cut;     // 1 when the file is longer than was asked for
  float *samples;  // freed by cmedia_free
} cmedia_sound;

/// Room for a decoder's message, with its final zero.
enum { CMEDIA_MESSAGE = 200 };

/// Decodes a PNG; palettes, 16 bits and transparency (on white) become plain 8-bit channels.
cmedia_status cmedia_read_png(const char *path, cmedia_image *image, char message[CMEDIA_MESSAGE]);

/// Decodes a JPEG; a large one at a smaller scale, with no side below least_side.
cmedia_status cmedia_read_jpeg(const char *path, size_t least_side, cmedia_image *image,
                               char message[CMEDIA_MESSAGE]);

/// Encodes 8-bit pixels (channels 1 grey, 3 red green blue) as a PNG; bytes are freed by cmedia_free.
cmedia_status cmedia_encode_png(const uint8_t *pixels, size_t width, size_t height, size_t channels,
                                uint8_t **bytes, size_t *count);

/// The samples a second of a sound file, 0 when it is none.
int cmedia_sound_rate(const char *path);

/// Decodes a sound file, at most its first longest_seconds.
cmedia_status cmedia_read_sound(const char *path, int longest_seconds, cmedia_sound *sound,
                                char message[CMEDIA_MESSAGE]);

/// Frees pixels or samples; NULL is allowed.
void cmedia_free(void *memory);
