/* fuzz.h: what every fuzz target offers; libFuzzer or driver.c calls it. */
#ifndef ENTENTE_FUZZ_H
#define ENTENTE_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
