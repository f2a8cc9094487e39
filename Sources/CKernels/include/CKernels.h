// The passes of the training engine, each compiled for several instruction sets.
//
// A published Swift package may only assume SSE2, which leaves two thirds of a modern core unused. So
// every hot loop lives here, is compiled once per instruction set, and takes the one to use as its first
// argument. Every pass takes any length; no pass reads or writes outside the lengths it is given.
//
// `void *` points at floats, or at doubles where the level is CK_DOUBLE. Matrices are row-major.
#pragma once
#include <stdbool.h>
#include <stdint.h>

// Instruction sets, from the one every machine has to the widest; then double precision on the first.
enum { CK_BASELINE = 0, CK_AVX2 = 1, CK_AVX512 = 2, CK_DOUBLE = 3 };

// The widest instruction set that this processor and operating system run.
int32_t ck_best_level(void);

#include "CTrees.h"
#include "ck_activation.h"
#include "ck_attention.h"
#include "ck_convolution.h"
#include "ck_ctc.h"
#include "ck_loss.h"
#include "ck_matrix.h"
#include "ck_normalisation.h"
#include "ck_optimiser.h"
#include "ck_pooling.h"
#include "ck_recurrent.h"
#include "ck_vector.h"
