// Ends one copy of a template: the names that belong to it are free again.
#undef VF
#undef VI
#undef VU
#undef R
#undef CK_EACH
#undef CK_SUFFIX
#undef CK_REAL
#undef CK_WIDTH
#undef CK_REGISTERS
#undef CK_ANY_TILE
