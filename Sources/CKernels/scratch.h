// Working memory of the calling thread.
#pragma once
#include <stddef.h>

// At least `bytes` bytes on a 64-byte boundary, kept for the thread's next call and freed with the thread.
//
// Only the first call of a thread, or one that asks for more than before, takes memory.
void *ck_scratch(size_t bytes);
