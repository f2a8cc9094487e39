// Both decoders report an error by a jump out of their depths: a damaged file must never end the
// process, and a truncated one must not pass as a half-grey picture.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// jpeglib.h needs size_t and FILE before it.
#include <jpeglib.h>
#include <png.h>

#include "CMedia.h"

// 64 million pixels: more than any camera, less than a small file can be made to unpack to.
static const size_t largest_image = (size_t)1 << 26;

typedef struct {
  jmp_buf out;
  int truncated;
  char *message;
} png_escape;

static void png_failed(png_structp png, png_const_charp text) {
  png_escape *escape = png_get_error_ptr(png);
  snprintf(escape->message, CMEDIA_MESSAGE, "%s", text);
  longjmp(escape->out, 1);
}

static void png_warned(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void png_read(png_structp png, png_bytep bytes, size_t count) {
  if (fread(bytes, 1, count, (FILE *)png_get_io_ptr(png)) != count) {
    ((png_escape *)png_get_error_ptr(png))->truncated = 1;
    png_error(png, "the file ends early");
  }
}

cmedia_status cmedia_read_png(const char *path, cmedia_image *image, char message[CMEDIA_MESSAGE]) {
  memset(image, 0, sizeof *image);
  message[0] = 0;
  FILE *file = fopen(path, "rb");
  if (!file) return CMEDIA_UNREADABLE;
  png_escape escape = {.truncated = 0, .message = message};
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &escape, png_failed, png_warned);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  // Volatile: set after setjmp, freed after the jump back.
  uint8_t *volatile pixels = NULL;
  png_bytep *volatile rows = NULL;
  volatile cmedia_status status = CMEDIA_OK;
  if (!info || setjmp(escape.out)) {
    free(pixels);
    free(rows);
    png_destroy_read_struct(&png, &info, NULL);
    fclose(file);
    return escape.truncated ? CMEDIA_TRUNCATED : CMEDIA_DAMAGED;
  }
  png_set_read_fn(png, file, png_read);
  png_read_info(png, info);
  size_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
  if (width > largest_image / height) {
    status = CMEDIA_TOO_LARGE;
  } else {
    png_set_expand(png);
    png_set_scale_16(png);
    if (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA ||
        png_get_valid(png, info, PNG_INFO_tRNS)) {
      png_color_16 white = {.red = 255, .green = 255, .blue = 255, .gray = 255};
      png_set_background(png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
    }
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    size_t stride = png_get_rowbytes(png, info);
    image->width = width;
    image->height = height;
    image->channels = png_get_channels(png, info);
    pixels = malloc(stride * height);
    rows = malloc(height * sizeof(png_bytep));
    if (!pixels || !rows) png_error(png, "no memory");
    for (size_t row = 0; row < height; row++) rows[row] = pixels + row * stride;
    png_read_image(png, rows);
    png_read_end(png, NULL);
    free(rows);
    image->pixels = pixels;
  }
  png_destroy_read_struct(&png, &info, NULL);
  fclose(file);
  return status;
}

typedef struct {
  struct jpeg_error_mgr base;
  jmp_buf out;
  int warned;
  char *message;
} jpeg_escape;

static void jpeg_failed(j_common_ptr codec) {
  jpeg_escape *escape = (jpeg_escape *)codec->err;
  char text[JMSG_LENGTH_MAX];
  codec->err->format_message(codec, text);
  snprintf(escape->message, CMEDIA_MESSAGE, "%s", text);
  longjmp(escape->out, 1);
}

static void jpeg_said(j_common_ptr codec, int level) {
  jpeg_escape *escape = (jpeg_escape *)codec->err;
  // -1 is a warning of corrupt data; the end of the file before the end of the picture is one.
  if (level == -1 && !escape->warned) {
    char text[JMSG_LENGTH_MAX];
    codec->err->format_message(codec, text);
    snprintf(escape->message, CMEDIA_MESSAGE, "%s", text);
    escape->warned = 1;
  }
}

// A JPEG ends with the marker FF D9; the decoder makes one up when the file stops before it.
static cmedia_status jpeg_fault(FILE *file) {
  uint8_t end[2] = {0, 0};
  int whole = !fseek(file, -2, SEEK_END) && fread(end, 1, 2, file) == 2 && end[0] == 0xFF && end[1] == 0xD9;
  fclose(file);
  return whole ? CMEDIA_DAMAGED : CMEDIA_TRUNCATED;
}

cmedia_status cmedia_read_jpeg(const char *path, size_t least_side, cmedia_image *image,
                               char message[CMEDIA_MESSAGE]) {
  memset(image, 0, sizeof *image);
  message[0] = 0;
  FILE *file = fopen(path, "rb");
  if (!file) return CMEDIA_UNREADABLE;
  struct jpeg_decompress_struct codec;
  memset(&codec, 0, sizeof codec);
  jpeg_escape escape = {.warned = 0, .message = message};
  codec.err = jpeg_std_error(&escape.base);
  escape.base.error_exit = jpeg_failed;
  escape.base.emit_message = jpeg_said;
  uint8_t *volatile pixels = NULL;
  if (setjmp(escape.out)) {
    free(pixels);
    jpeg_destroy_decompress(&codec);
    return jpeg_fault(file);
  }
  jpeg_create_decompress(&codec);
  jpeg_stdio_src(&codec, file);
  jpeg_read_header(&codec, TRUE);
  if (codec.image_height == 0 || codec.image_width > largest_image / codec.image_height) {
    jpeg_destroy_decompress(&codec);
    fclose(file);
    return CMEDIA_TOO_LARGE;
  }
  codec.out_color_space = codec.jpeg_color_space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
  size_t side = codec.image_width < codec.image_height ? codec.image_width : codec.image_height;
  codec.scale_num = 1;
  codec.scale_denom = 1;
  while (codec.scale_denom < 8 && side / (codec.scale_denom * 2) >= least_side) {
    codec.scale_denom *= 2;
  }
  jpeg_start_decompress(&codec);
  image->width = codec.output_width;
  image->height = codec.output_height;
  image->channels = (size_t)codec.output_components;
  size_t stride = image->width * image->channels;
  pixels = malloc(stride * image->height);
  while (pixels && codec.output_scanline < codec.output_height) {
    JSAMPROW row = pixels + codec.output_scanline * stride;
    jpeg_read_scanlines(&codec, &row, 1);
  }
  if (pixels) jpeg_finish_decompress(&codec);
  jpeg_destroy_decompress(&codec);
  if (escape.warned) {
    free(pixels);
    return jpeg_fault(file);
  }
  fclose(file);
  if (!pixels) return CMEDIA_TOO_LARGE;
  image->pixels = pixels;
  return CMEDIA_OK;
}

void cmedia_free(void *memory) { free(memory); }
