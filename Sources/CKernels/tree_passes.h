// The tree passes of one instruction set; trees.c includes this once for each.

// Lanes past `left` hold `fill`, so that the last rows go through the same arithmetic as the others.
CT_INLINE ct_floats CT(floats)(const float *p, long left, float fill) {
  ct_floats v = fill;
  memcpy(&v, p, (left < CT_LANES ? left : CT_LANES) * sizeof(float));
  return v;
}

CT_INLINE ct_floats CT(narrowed)(const double *p, long left) {
  ct_doubles v = 0;
  memcpy(&v, p, (left < CT_LANES ? left : CT_LANES) * sizeof(double));
  return __builtin_convertvector(v, ct_floats);
}

CT_INLINE void CT(put)(float *p, ct_floats v, long left) {
  memcpy(p, &v, (left < CT_LANES ? left : CT_LANES) * sizeof(float));
}

CT_INLINE ct_floats CT(either)(ct_ints mask, ct_floats yes, ct_floats no) {
  return (ct_floats)((mask & (ct_ints)yes) | (~mask & (ct_ints)no));
}

CT_INLINE double CT(lane_sum)(ct_doubles v) {
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

CT_INLINE float CT(lane_max)(ct_floats v) {
  float highest = v[0];
  for (int i = 1; i < CT_LANES; i++) highest = v[i] > highest ? v[i] : highest;
  return highest;
}

// exp for arguments of at most 0, within 2 units in the last place; 0 below -87. The argument is n ln 2 + r
// with |r| <= ln 2 / 2, ln 2 taken in two parts (Cody and Waite, 1980), and exp(r) a polynomial.
CT_INLINE ct_floats CT(exp)(ct_floats x) {
  x = CT(either)(x < -87.0f, (ct_floats)-87.0f, x);
  // Adding 1.5 * 2^23 rounds to a whole number, which then stands in the lowest bits.
  ct_floats shifted = x * 1.44269504f + 12582912.0f;
  ct_floats n = shifted - 12582912.0f;
  ct_floats r = x - n * 0.693359375f + n * 2.12194440e-4f;
  ct_floats series = 1.0f / 5040;
  series = series * r + 1.0f / 720;
  series = series * r + 1.0f / 120;
  series = series * r + 1.0f / 24;
  series = series * r + 1.0f / 6;
  series = series * r + 0.5f;
  series = series * r + 1.0f;
  series = series * r + 1.0f;
  ct_ints power = ((ct_ints)shifted - 0x4b400000 + 127) << 23;
  return series * (ct_floats)power;
}

// log(1 + e) for 0 <= e <= 1, as 2 artanh(e / (2 + e)).
CT_INLINE ct_floats CT(log1p)(ct_floats e) {
  ct_floats s = e / (2.0f + e), q = s * s;
  ct_floats series = 1.0f / 13;
  series = series * q + 1.0f / 11;
  series = series * q + 1.0f / 9;
  series = series * q + 1.0f / 7;
  series = series * q + 1.0f / 5;
  series = series * q + 1.0f / 3;
  series = series * q + 1.0f;
  return 2.0f * s * series;
}

static void CT(assign_bins)(const float *values, long stride, const float *bounds, uint8_t missing,
                            uint8_t *bins, long bins_stride, long count) {
  for (long start = 0; start < count; start += 64) {
    long rows = count - start < 64 ? count - start : 64;
    float value[64];
    int32_t bin[64];
    for (long i = 0; i < 64; i++) {
      float v = i < rows ? values[(start + i) * stride] : 0;
      value[i] = v > 3.40282347e38f ? 3.40282347e38f : v;
    }
    // A binary search without branches: 64 values take each of its eight steps together.
    for (long i = 0; i < 64; i++) bin[i] = 0;
    for (int step = 128; step > 0; step /= 2)
      for (long i = 0; i < 64; i++) bin[i] += bounds[bin[i] + step - 1] < value[i] ? step : 0;
    for (long i = 0; i < rows; i++)
      bins[(start + i) * bins_stride] = value[i] == value[i] ? (uint8_t)bin[i] : missing;
  }
}

// One objective; the switch outside keeps it out of the loop.
CT_INLINE ct_gradient_summary CT(gradients_of)(int32_t objective, float delta, const double *scores,
                                               const float *targets, const float *weights,
                                               float *gradients, float *hessians, long count) {
  ct_doubles loss = 0;
  ct_floats top_gradient = 0, top_hessian = 0;
  for (long i = 0; i < count; i += CT_LANES) {
    long left = count - i;
    ct_floats y = CT(floats)(targets + i, left, 0), g, h = 1;
    ct_doubles l;
    ct_floats w = weights ? CT(floats)(weights + i, left, 0) : CT(either)(
      (ct_ints){0, 1, 2, 3, 4, 5, 6, 7} < (int32_t)(left < CT_LANES ? left : CT_LANES), (ct_floats)1,
      (ct_floats)0);
    if (objective == CT_BINARY) {
      ct_floats z = CT(narrowed)(scores + i, left);
      ct_floats e = CT(exp)(-__builtin_elementwise_abs(z)), major = 1.0f / (1.0f + e), minor = e * major;
      // Each probability is taken from its own side, so that neither is a difference of near equals.
      ct_floats positive = CT(either)(z >= 0, major, minor), negative = CT(either)(z >= 0, minor, major);
      g = CT(either)(y > 0.5f, -negative, positive);
      h = major * minor;
      ct_floats against = CT(either)(y > 0.5f, -z, z);
      ct_floats surprise = CT(either)(against > 0, against, (ct_floats)0) + CT(log1p)(e);
      l = __builtin_convertvector(surprise, ct_doubles);
    } else {
      // The difference in double: scores may be large beside their errors.
      ct_doubles score = 0;
      memcpy(&score, scores + i, (left < CT_LANES ? left : CT_LANES) * sizeof(double));
      ct_doubles error = score - __builtin_convertvector(y, ct_doubles);
      ct_floats d = __builtin_convertvector(error, ct_floats), size = __builtin_elementwise_abs(d);
      ct_floats sign = CT(either)(d > 0, (ct_floats)1, CT(either)(d < 0, (ct_floats)-1, (ct_floats)0));
      if (objective == CT_SQUARED) {
        g = d;
        l = error * error;
      } else if (objective == CT_ABSOLUTE) {
        g = sign;
        l = __builtin_elementwise_abs(error);
      } else {
        g = CT(either)(size <= delta, d, sign * delta);
        // The part beyond delta costs delta for each unit: g (d - g / 2) is both halves of the formula.
        ct_doubles slope = __builtin_convertvector(g, ct_doubles);
        l = slope * (error - 0.5 * slope);
      }
    }
    g *= w;
    h *= w;
    loss += l * __builtin_convertvector(w, ct_doubles);
    top_gradient = __builtin_elementwise_max(top_gradient, __builtin_elementwise_abs(g));
    top_hessian = __builtin_elementwise_max(top_hessian, h);
    CT(put)(gradients + i, g, left);
    CT(put)(hessians + i, h, left);
  }
  return (ct_gradient_summary){CT(lane_sum)(loss), CT(lane_max)(top_gradient), CT(lane_max)(top_hessian)};
}

static ct_gradient_summary CT(gradients)(int32_t objective, float delta, const double *scores,
                                         const float *targets, const float *weights, float *gradients,
                                         float *hessians, long count) {
  switch (objective) {
  case CT_BINARY:
    return CT(gradients_of)(CT_BINARY, delta, scores, targets, weights, gradients, hessians, count);
  case CT_ABSOLUTE:
    return CT(gradients_of)(CT_ABSOLUTE, delta, scores, targets, weights, gradients, hessians, count);
  case CT_HUBER:
    return CT(gradients_of)(CT_HUBER, delta, scores, targets, weights, gradients, hessians, count);
  default:
    return CT(gradients_of)(CT_SQUARED, delta, scores, targets, weights, gradients, hessians, count);
  }
}

static ct_gradient_summary CT(softmax_gradients)(const double *scores, long stride, long classes,
                                                 const float *targets, const float *weights,
                                                 float *gradients, float *hessians, long count) {
  double loss = 0;
  ct_floats top_gradient = 0, top_hessian = 0;
  float factor = (float)classes / (float)(classes - 1);
  for (long i = 0; i < count; i += CT_LANES) {
    long left = count - i;
    ct_floats y = CT(floats)(targets + i, left, 0);
    ct_floats w = weights ? CT(floats)(weights + i, left, 0) : (ct_floats)1;
    ct_floats top = CT(narrowed)(scores + i, left), sum = 0, own = 0;
    for (long k = 1; k < classes; k++)
      top = __builtin_elementwise_max(top, CT(narrowed)(scores + k * stride + i, left));
    for (long k = 0; k < classes; k++) {
      ct_floats distance = CT(narrowed)(scores + k * stride + i, left) - top, e = CT(exp)(distance);
      own = CT(either)(y == (float)k, distance, own);
      sum += e;
      CT(put)(gradients + k * stride + i, e, left);
    }
    for (long k = 0; k < classes; k++) {
      ct_floats p = CT(floats)(gradients + k * stride + i, left, 0) / sum;
      ct_floats g = w * (p - CT(either)(y == (float)k, (ct_floats)1, (ct_floats)0));
      ct_floats h = w * factor * p * (1.0f - p);
      top_gradient = __builtin_elementwise_max(top_gradient, __builtin_elementwise_abs(g));
      top_hessian = __builtin_elementwise_max(top_hessian, h);
      CT(put)(gradients + k * stride + i, g, left);
      CT(put)(hessians + k * stride + i, h, left);
    }
    for (long lane = 0; lane < CT_LANES && lane < left; lane++)
      loss += w[lane] * (log((double)sum[lane]) - own[lane]);
  }
  return (ct_gradient_summary){loss, CT(lane_max)(top_gradient), CT(lane_max)(top_hessian)};
}

// Rounds to the nearest whole number: adding 1.5 * 2^52 leaves it in the lowest bits.
CT_INLINE ct_longs CT(whole)(ct_doubles x) {
  return (ct_longs)(x + 0x1.8p52) - 0x4338000000000000;
}

CT_INLINE ct_doubles CT(real)(ct_longs x) {
  return (ct_doubles)(x + 0x4338000000000000) - 0x1.8p52;
}

static void CT(pack)(const float *gradients, const float *hessians, double gradient_scale,
                     double hessian_scale, long count_bits, ct_sum *sums, long count) {
  for (long i = 0; i < count; i += CT_LANES) {
    long left = count - i;
    ct_longs g = CT(whole)(
      __builtin_convertvector(CT(floats)(gradients + i, left, 0), ct_doubles) * gradient_scale);
    ct_longs h = CT(whole)(
      __builtin_convertvector(CT(floats)(hessians + i, left, 0), ct_doubles) * hessian_scale);
    h = h << (int64_t)count_bits | 1;
    for (long lane = 0; lane < CT_LANES && lane < left; lane++)
      sums[i + lane] = (ct_sum){g[lane], h[lane]};
  }
}

CT_INLINE ct_doubles CT(share_of_gain)(ct_doubles gradient, ct_doubles hessian,
                                       const ct_limits *limits) {
  ct_doubles excess = __builtin_elementwise_abs(gradient * limits->gradient_unit) - limits->l1;
  excess = __builtin_elementwise_max(excess, (ct_doubles)0);
  // A hessian too small to count is one unit; otherwise it could make a gain of any size.
  return excess * excess /
         __builtin_elementwise_max(hessian * limits->hessian_unit + limits->l2,
                                   (ct_doubles)limits->hessian_unit);
}

static ct_threshold CT(best_threshold)(const ct_sum *bins, long candidates, ct_sum base, ct_sum total,
                                       const ct_limits *limits) {
  int64_t gradients[256 + CT_LANES], hessians[256 + CT_LANES];
  int64_t gradient = base.gradient, hessian = base.hessian;
  for (long bin = 0; bin < candidates; bin++) {
    gradient += bins[bin].gradient;
    hessian += bins[bin].hessian;
    gradients[bin] = gradient;
    hessians[bin] = hessian;
  }
  // No row on the right is never legal, so these lose.
  for (long bin = candidates; bin < candidates + CT_LANES; bin++) {
    gradients[bin] = total.gradient;
    hessians[bin] = total.hessian;
  }
  int64_t count_mask = ((int64_t)1 << limits->count_bits) - 1;
  int64_t all_rows = total.hessian & count_mask, all_hessian = total.hessian >> limits->count_bits;
  ct_doubles best = -INFINITY;
  ct_longs best_bin = 0, lane = {0, 1, 2, 3, 4, 5, 6, 7};
  for (long bin = 0; bin < candidates; bin += CT_LANES) {
    ct_longs g, packed;
    memcpy(&g, gradients + bin, sizeof g);
    memcpy(&packed, hessians + bin, sizeof packed);
    ct_longs rows = packed & count_mask, h = packed >> limits->count_bits;
    ct_longs other_g = total.gradient - g, other_h = all_hessian - h;
    ct_longs legal = (rows >= limits->minimum_rows) & (all_rows - rows >= limits->minimum_rows) &
                     (h >= limits->minimum_hessian) & (other_h >= limits->minimum_hessian);
    ct_doubles gain = CT(share_of_gain)(CT(real)(g), CT(real)(h), limits) +
                      CT(share_of_gain)(CT(real)(other_g), CT(real)(other_h), limits);
    ct_longs better = (gain >= best) & legal;
    best = (ct_doubles)((better & (ct_longs)gain) | (~better & (ct_longs)best));
    best_bin = (better & (bin + lane)) | (~better & best_bin);
  }
  ct_threshold found = {-INFINITY, 0, {0, 0}};
  for (int i = 0; i < CT_LANES; i++)
    if (best[i] > found.gain || (best[i] == found.gain && best_bin[i] > found.bin)) {
      found.gain = best[i];
      found.bin = best_bin[i];
    }
  if (found.gain > -INFINITY)
    found.left = (ct_sum){gradients[found.bin], hessians[found.bin]};
  return found;
}
