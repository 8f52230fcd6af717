#!/bin/sh
# Prints the C source that holds the files named (stdlib/…) as they are; see src/form/stdlib.h.
# The bytes come in by the assembler's .incbin, so that no text has to be quoted.
set -eu
echo '#include "form/stdlib.h"'
n=0
for file; do
  cat <<END
__asm__(".section .rodata\n"
        "ogi_stdlib_$n: .incbin \"$file\"\n"
        "ogi_stdlib_${n}_end: .byte 0\n"
        ".previous\n");
extern const char ogi_stdlib_$n[], ogi_stdlib_${n}_end[];
END
  n=$((n + 1))
done
echo 'const struct stdlib_file stdlib_files[] = {'
n=0
for file; do
  echo "  {\"${file#stdlib/}\", ogi_stdlib_$n, ogi_stdlib_${n}_end},"
  n=$((n + 1))
done
[ $n -gt 0 ] || echo '  {"", "", ""},'
echo '};'
echo "const size_t stdlib_nfiles = $n;"
