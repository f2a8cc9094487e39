#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CMedia.h"

static uint32_t little_endian(const uint8_t bytes[4]) {
  return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

// libsndfile reads what is there of a WAV file cut short and says nothing, so that the length its
// header promises is compared with the file here. Sizes of 0 and 0xFFFFFFFF mean "not known".
static int wav_is_cut(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return 0;
  uint8_t head[12];
  int cut = 0;
  if (fread(head, 1, 12, file) == 12 && !memcmp(head, "RIFF", 4) && !memcmp(head + 8, "WAVE", 4)) {
    fseek(file, 0, SEEK_END);
    uint64_t length = (uint64_t)ftell(file), at = 12;
    uint8_t chunk[8];
    while (at + 8 <= length && !fseek(file, (long)at, SEEK_SET) && fread(chunk, 1, 8, file) == 8) {
      uint64_t size = little_endian(chunk + 4);
      if (!memcmp(chunk, "data", 4)) {
        cut = size != 0 && size != 0xFFFFFFFF && at + 8 + size > length;
        break;
      }
      at += 8 + size + (size & 1);
    }
  }
  fclose(file);
  return cut;
}

int cmedia_sound_rate(const char *path) {
  SF_INFO info = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &info);
  if (!file) return 0;
  sf_close(file);
  return info.samplerate;
}

cmedia_status cmedia_read_sound(const char *path, int longest_seconds, cmedia_sound *sound,
                                char message[CMEDIA_MESSAGE]) {
  memset(sound, 0, sizeof *sound);
  message[0] = 0;
  if (wav_is_cut(path)) return CMEDIA_TRUNCATED;
  SF_INFO info = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &info);
  if (!file) {
    snprintf(message, CMEDIA_MESSAGE, "%s", sf_strerror(NULL));
    return CMEDIA_DAMAGED;
  }
  if (info.samplerate <= 0 || info.channels <= 0 || info.channels > 64) {
    sf_close(file);
    snprintf(message, CMEDIA_MESSAGE, "%d channels at %d Hz", info.channels, info.samplerate);
    return CMEDIA_DAMAGED;
  }
  sf_count_t most = (sf_count_t)longest_seconds * info.samplerate;
  sf_count_t wanted = info.frames < most ? info.frames : most;
  enum { block = 4096 };
  float *samples = malloc((size_t)(wanted > 0 ? wanted : 1) * sizeof(float));
  float *mixed = malloc((size_t)block * (size_t)info.channels * sizeof(float));
  sf_count_t got = 0;
  while (samples && mixed && got < wanted) {
    sf_count_t next = wanted - got < block ? wanted - got : block;
    sf_count_t read = sf_readf_float(file, mixed, next);
    if (read <= 0) break;
    for (sf_count_t frame = 0; frame < read; frame++) {
      float sum = 0;
      for (int channel = 0; channel < info.channels; channel++) {
        sum += mixed[frame * info.channels + channel];
      }
      samples[got + frame] = sum / (float)info.channels;
    }
    got += read;
  }
  free(mixed);
  sf_close(file);
  if (!samples || got < wanted) {
    free(samples);
    return samples ? CMEDIA_TRUNCATED : CMEDIA_TOO_LARGE;
  }
  sound->samples = samples;
  sound->frames = (size_t)got;
  sound->rate = info.samplerate;
  sound->was_cut = info.frames > most;
  return CMEDIA_OK;
}
