#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#include "CMedia.h"

// The file as far as it is written.
typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t room;
} growing_file;

static void write_bytes(png_structp png, png_bytep bytes, size_t count) {
  growing_file *file = png_get_io_ptr(png);
  if (file->room - file->count < count) {
    size_t room = 2 * (file->count + count);
    uint8_t *larger = realloc(file->bytes, room);
    if (!larger) png_error(png, "no memory");
    file->bytes = larger;
    file->room = room;
  }
  memcpy(file->bytes + file->count, bytes, count);
  file->count += count;
}

static void flush_nothing(png_structp png) { (void)png; }

// libpng prints an error before it jumps unless it is told not to.
static void write_failed(png_structp png, png_const_charp text) {
  (void)text;
  png_longjmp(png, 1);
}

static void write_warned(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

cmedia_status cmedia_encode_png(const uint8_t *pixels, size_t width, size_t height, size_t channels,
                                uint8_t **bytes, size_t *count) {
  *bytes = NULL;
  *count = 0;
  growing_file file = {.bytes = NULL, .count = 0, .room = 0};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, write_failed, write_warned);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info || setjmp(png_jmpbuf(png))) {
    free(file.bytes);
    png_destroy_write_struct(&png, &info);
    return CMEDIA_DAMAGED;
  }
  png_set_write_fn(png, &file, write_bytes, flush_nothing);
  png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8,
               channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  for (size_t row = 0; row < height; row++) {
    png_write_row(png, (png_bytep)(uintptr_t)(pixels + row * width * channels));
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  *bytes = file.bytes;
  *count = file.count;
  return CMEDIA_OK;
}
