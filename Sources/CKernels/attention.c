// Attention and embeddings for every instruction set.
#define CK_TEMPLATE "attention_template.h"
#include "levels.h"

void ck_masked_softmax(int32_t level, void *z, const void *mask, long queries, long keys, double scale,
                       bool causal) {
  CK_DISPATCH(masked_softmax, z, mask, queries, keys, scale, causal)
}

void ck_embed(int32_t level, void *output, const void *table, const void *tokens, long positions,
              long columns, long vocabulary, double padding) {
  CK_DISPATCH(embed, output, table, tokens, positions, columns, vocabulary, padding)
}

void ck_embed_gradient(int32_t level, void *table, const void *g, const void *tokens, long positions,
                       long columns, long stride, long vocabulary, double padding) {
  CK_DISPATCH(embed_gradient, table, g, tokens, positions, columns, stride, vocabulary, padding)
}

void ck_masked_sum(int32_t level, void *output, const void *x, const void *mask, long positions, long columns,
                   double scale) {
  CK_DISPATCH(masked_sum, output, x, mask, positions, columns, scale)
}

void ck_masked_spread(int32_t level, void *x, const void *row, const void *mask, long positions, long columns,
                      double scale) {
  CK_DISPATCH(masked_spread, x, row, mask, positions, columns, scale)
}
