// What attention and embeddings do beside their matrix products.
#pragma once
#include <stdbool.h>
#include <stdint.h>

// Each row of z, [queries][keys], becomes the softmax of scale * z over the keys that it may look at, and
// 0 elsewhere; a row that may look at none becomes zeros.
//
// Where `mask` is given, keys whose mask is 0 are not looked at; where `causal` is true, row q looks at keys
// 0 to q only.
void ck_masked_softmax(int32_t level, void *_Nonnull z, const void *_Nullable mask, long queries, long keys,
                       double scale, bool causal);

// output[p] = table[token of p], for `positions` tokens; rows of table and output have `columns` numbers.
//
// A token equal to `padding` gives zeros; one that is no whole number from 0 to vocabulary - 1 gives NaN.
void ck_embed(int32_t level, void *_Nonnull output, const void *_Nonnull table, const void *_Nonnull tokens,
              long positions, long columns, long vocabulary, double padding);

// table[token of p] += g[p] in the order of p, for columns of rows that lie `stride` apart; tokens equal to
// `padding` or outside the vocabulary add nothing.
void ck_embed_gradient(int32_t level, void *_Nonnull table, const void *_Nonnull g,
                       const void *_Nonnull tokens, long positions, long columns, long stride,
                       long vocabulary, double padding);

// output[c] = scale * sum over p of x[p][c], over the positions whose mask is not 0; null counts all.
void ck_masked_sum(int32_t level, void *_Nonnull output, const void *_Nonnull x, const void *_Nullable mask,
                   long positions, long columns, double scale);

// x[p][c] = scale * row[c] where the mask of p is not 0, elsewhere 0; null counts all.
void ck_masked_spread(int32_t level, void *_Nonnull x, const void *_Nonnull row, const void *_Nullable mask,
                      long positions, long columns, double scale);
