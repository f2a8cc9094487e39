// Compiles the file that CK_TEMPLATE names once per instruction set, and once in double precision.
//
// Inside a template, CK(name) gives each copy its own names, CK_REAL is its number type and CK_WIDTH the
// numbers in one vector. CK_DISPATCH(name, arguments) then calls the copy that `level` names.
#include "CKernels.h"

#include <math.h>
#include <string.h>

#define CK_PASTE(name, suffix) name##_##suffix
#define CK_NAME(name, suffix) CK_PASTE(name, suffix)
#define CK(name) CK_NAME(name, CK_SUFFIX)
#define CK_INLINE static inline __attribute__((always_inline))

// 128-bit vectors: SSE2 on x86, NEON on ARM.
#define CK_SUFFIX baseline
#define CK_REAL float
#define CK_WIDTH 4
#define CK_REGISTERS 16
#include CK_TEMPLATE
#include "level_end.h"

// Double precision, for gradient checks: no hot path, so one instruction set does.
#define CK_SUFFIX double
#define CK_REAL double
#define CK_WIDTH 2
#define CK_REGISTERS 16
#define CK_IS_DOUBLE 1
#include CK_TEMPLATE
#undef CK_IS_DOUBLE
#include "level_end.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define CK_SUFFIX avx2
#define CK_REAL float
#define CK_WIDTH 8
#define CK_REGISTERS 16
#include CK_TEMPLATE
#include "level_end.h"
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512vl,avx512dq,avx512bw"))), \
                             apply_to = function)
#define CK_SUFFIX avx512
#define CK_REAL float
#define CK_WIDTH 16
#define CK_REGISTERS 32
#include CK_TEMPLATE
#include "level_end.h"
#pragma clang attribute pop

#define CK_DISPATCH(name, ...) \
  switch (level) { \
  case CK_DOUBLE: return name##_double(__VA_ARGS__); \
  case CK_AVX512: return name##_avx512(__VA_ARGS__); \
  case CK_AVX2: return name##_avx2(__VA_ARGS__); \
  default: return name##_baseline(__VA_ARGS__); \
  }

#else

#define CK_DISPATCH(name, ...) \
  switch (level) { \
  case CK_DOUBLE: return name##_double(__VA_ARGS__); \
  default: return name##_baseline(__VA_ARGS__); \
  }

#endif
