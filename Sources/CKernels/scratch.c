#include "scratch.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct {
  size_t bytes;
  void *memory;
} Scratch;

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static _Thread_local Scratch scratch;

// The key exists only so that a thread's memory is freed with it.
static void make_key(void) { pthread_key_create(&key, free); }

void *ck_scratch(size_t bytes) {
  if (scratch.bytes < bytes) {
    pthread_once(&once, make_key);
    free(scratch.memory);
    scratch.memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
    if (!scratch.memory) abort();  // as Swift does when an allocation fails
    scratch.bytes = bytes;
    pthread_setspecific(key, scratch.memory);
  }
  return scratch.memory;
}
