// The vector type of one instruction set, and the mathematics on it. Included by every template first.

#define VF CK(vf)
#define VI CK(vi)
#define VU CK(vu)
// A constant in the precision of this copy.
#define R(x) ((CK_REAL)(x))
// Runs the body with `n` values left at `i`: whole vectors first, then the rest.
#define CK_EACH(count) for (long i = 0, n = (count); n > 0; i += CK_WIDTH, n -= CK_WIDTH)

typedef CK_REAL VF __attribute__((ext_vector_type(CK_WIDTH)));
#ifdef CK_IS_DOUBLE
typedef int64_t VI __attribute__((ext_vector_type(CK_WIDTH)));
typedef uint64_t VU __attribute__((ext_vector_type(CK_WIDTH)));
#else
typedef int32_t VI __attribute__((ext_vector_type(CK_WIDTH)));
typedef uint32_t VU __attribute__((ext_vector_type(CK_WIDTH)));
#endif

// memcpy is how C spells an unaligned load; it compiles to one instruction.
CK_INLINE VF CK(load)(const CK_REAL *p) {
  VF v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}

CK_INLINE void CK(store)(CK_REAL *p, VF v) { __builtin_memcpy(p, &v, sizeof v); }

// The first n values; the other lanes hold `fill`.
CK_INLINE VF CK(load_part)(const CK_REAL *p, long n, CK_REAL fill) {
  VF v = fill;
  for (long k = 0; k < n; k++) v[k] = p[k];
  return v;
}

CK_INLINE void CK(store_part)(CK_REAL *p, VF v, long n) {
  for (long k = 0; k < n; k++) p[k] = v[k];
}

CK_INLINE VF CK(any_load)(const CK_REAL *p, long n) {
  return n >= CK_WIDTH ? CK(load)(p) : CK(load_part)(p, n, 0);
}

CK_INLINE void CK(any_store)(CK_REAL *p, VF v, long n) {
  if (n >= CK_WIDTH) CK(store)(p, v);
  else CK(store_part)(p, v, n);
}

CK_INLINE CK_REAL CK(lane_sum)(VF v) {
  CK_REAL lanes[CK_WIDTH];
  __builtin_memcpy(lanes, &v, sizeof v);
  for (int width = CK_WIDTH / 2; width > 0; width /= 2)
    for (int i = 0; i < width; i++) lanes[i] += lanes[i + width];
  return lanes[0];
}

CK_INLINE CK_REAL CK(lane_max)(VF v) {
  CK_REAL highest = v[0];
  for (int i = 1; i < CK_WIDTH; i++) highest = v[i] > highest ? v[i] : highest;
  return highest;
}

#ifdef CK_IS_DOUBLE

// One lane at a time by the system's library, which is right to the last place or nearly so.
CK_INLINE VF CK(exp)(VF x) {
  for (int i = 0; i < CK_WIDTH; i++) x[i] = exp(x[i]);
  return x;
}

CK_INLINE VF CK(log1p)(VF u) {
  for (int i = 0; i < CK_WIDTH; i++) u[i] = log1p(u[i]);
  return u;
}

CK_INLINE VF CK(tanh)(VF x) {
  for (int i = 0; i < CK_WIDTH; i++) x[i] = tanh(x[i]);
  return x;
}

CK_INLINE VF CK(erf)(VF x) {
  for (int i = 0; i < CK_WIDTH; i++) x[i] = erf(x[i]);
  return x;
}

#else

// e^x within 2 units in the last place, for -87.3 <= x <= 88.3; held to those ends outside.
// x = n ln 2 + r with |r| <= ln 2 / 2, then the Taylor polynomial of degree 7 in r. NaN stays NaN.
CK_INLINE VF CK(exp)(VF x) {
  x = x > 88.3f ? (VF)88.3f : x;
  x = x < -87.3f ? (VF)-87.3f : x;
  const VF shift = 12582912.0f;  // 1.5 * 2^23: adding it rounds to a whole number
  const VF n = (x * 1.44269504f + shift) - shift;
  VF r = x - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  VF p = 1.0f / 5040;
  p = p * r + 1.0f / 720;
  p = p * r + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  // NaN has no exponent to build from; the polynomial already is NaN, so any power of two does.
  const VI exponent = __builtin_convertvector(n == n ? n : (VF)0.0f, VI) + 127;
  const VI bits = exponent << 23;
  VF power;
  __builtin_memcpy(&power, &bits, sizeof power);
  return p * power;
}

// log(1 + u) for 0 <= u <= 1: 2 artanh(u / (2 + u)), whose series falls by 9 a term.
CK_INLINE VF CK(log1p)(VF u) {
  const VF s = u / (2.0f + u);
  const VF q = s * s;
  VF p = 1.0f / 15;
  p = p * q + 1.0f / 13;
  p = p * q + 1.0f / 11;
  p = p * q + 1.0f / 9;
  p = p * q + 1.0f / 7;
  p = p * q + 1.0f / 5;
  p = p * q + 1.0f / 3;
  p = p * q + 1.0f;
  return 2.0f * s * p;
}

// Near zero 1 - 2 / (e^2x + 1) would lose every digit, so a polynomial (Cephes, Moshier 1989) takes over.
CK_INLINE VF CK(tanh)(VF x) {
  const VF size = __builtin_elementwise_abs(x);
  const VF far = 1.0f - 2.0f / (CK(exp)(2.0f * size) + 1.0f);
  const VF q = x * x;
  VF p = -5.70498872745e-3f;
  p = p * q + 2.06390887954e-2f;
  p = p * q - 5.37397155531e-2f;
  p = p * q + 1.33314422036e-1f;
  p = p * q - 3.33332819422e-1f;
  const VF near = x + x * q * p;
  return size < 0.625f ? near : (x < 0 ? -far : far);
}

// The error function within 2e-7: Abramowitz and Stegun (1964), formula 7.1.26 away from zero, and the
// Taylor series near it, where the formula's absolute error would be a large relative one.
CK_INLINE VF CK(erf)(VF x) {
  const VF size = __builtin_elementwise_abs(x);
  const VF t = 1.0f / (1.0f + 0.3275911f * size);
  VF p = 1.061405429f;
  p = p * t - 1.453152027f;
  p = p * t + 1.421413741f;
  p = p * t - 0.284496736f;
  p = p * t + 0.254829592f;
  const VF far = 1.0f - p * t * CK(exp)(-size * size);
  const VF q = x * x;
  VF s = -1.0f / 1320;
  s = s * q + 1.0f / 216;
  s = s * q - 1.0f / 42;
  s = s * q + 1.0f / 10;
  s = s * q - 1.0f / 3;
  s = s * q + 1.0f;
  const VF near = 1.12837917f * x * s;
  return size < 0.5f ? near : (x < 0 ? -far : far);
}

#endif

CK_INLINE VF CK(sigmoid)(VF x) { return R(1) / (R(1) + CK(exp)(-x)); }
