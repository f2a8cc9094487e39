// The vector type of one instruction set, and the mathematics on it. Included by passes.h only.

typedef float VF __attribute__((ext_vector_type(CK_WIDTH)));
typedef int32_t VI __attribute__((ext_vector_type(CK_WIDTH)));
typedef uint32_t VU __attribute__((ext_vector_type(CK_WIDTH)));

// memcpy is how C spells an unaligned load; it compiles to one instruction.
CK_INLINE VF CK(load)(const float *p) {
  VF v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}

CK_INLINE void CK(store)(float *p, VF v) { __builtin_memcpy(p, &v, sizeof v); }

// The first n values; the other lanes hold `fill`.
CK_INLINE VF CK(load_part)(const float *p, long n, float fill) {
  VF v = fill;
  __builtin_memcpy(&v, p, (unsigned long)n * sizeof(float));
  return v;
}

CK_INLINE void CK(store_part)(float *p, VF v, long n) {
  __builtin_memcpy(p, &v, (unsigned long)n * sizeof(float));
}

CK_INLINE VF CK(any_load)(const float *p, long n) {
  return n >= CK_WIDTH ? CK(load)(p) : CK(load_part)(p, n, 0);
}

CK_INLINE void CK(any_store)(float *p, VF v, long n) {
  if (n >= CK_WIDTH) CK(store)(p, v);
  else CK(store_part)(p, v, n);
}

CK_INLINE float CK(lane_sum)(VF v) {
  float lanes[CK_WIDTH];
  __builtin_memcpy(lanes, &v, sizeof v);
  for (int width = CK_WIDTH / 2; width > 0; width /= 2)
    for (int i = 0; i < width; i++) lanes[i] += lanes[i + width];
  return lanes[0];
}

CK_INLINE float CK(lane_max)(VF v) {
  float highest = v[0];
  for (int i = 1; i < CK_WIDTH; i++) highest = v[i] > highest ? v[i] : highest;
  return highest;
}

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

CK_INLINE VF CK(sigmoid)(VF x) { return 1.0f / (1.0f + CK(exp)(-x)); }

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

// `activation` is a constant wherever this is inlined, so that no branch remains. NaN stays NaN.
CK_INLINE VF CK(activate)(int32_t activation, VF x) {
  switch (activation) {
  case CK_RELU: return x < 0 ? (VF)0.0f : x;
  case CK_SIGMOID: return CK(sigmoid)(x);
  case CK_TANH: return CK(tanh)(x);
  default: return x;
  }
}

// g * f'(z), from the value a = f(z).
CK_INLINE VF CK(slope)(int32_t activation, VF g, VF a) {
  switch (activation) {
  case CK_RELU: return a > 0 ? g : (VF)0.0f;
  case CK_SIGMOID: return g * (a * (1.0f - a));
  case CK_TANH: return g * (1.0f - a * a);
  default: return g;
  }
}
