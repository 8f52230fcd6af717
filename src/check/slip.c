/* slip: two figures → the slips that lead from one to the other (see slip.h). */
#include "check/slip.h"

#define DIGITS 20

struct slip_name {
  const char *key, *words;
};

static const struct slip_name names[SLIP_COUNT] = {
    {"row_shifted", "the values of the row stand one cell off"},
    {"column_shifted", "the values of the column stand one cell off"},
    {"joined", "two numbers joined in one cell"},
    {"split", "one number split over two cells"},
    {"sign", "the sign is wrong"},
    {"times_10", "off by a factor of 10"},
    {"times_100", "off by a factor of 100"},
    {"times_10000", "off by a factor of 10000"},
    {"digits_swapped", "two digits swapped"},
    {"digit_dropped", "a digit dropped"},
    {"digit_added", "a digit added"},
    {"digit_misread", "a digit misread"},
    {"left_out", "left out: 0 where a number belongs"},
    {"none_due", "a number where 0 belongs"},
};

/* The decimal digits, first one first; how many there are. */
static int digits_of(int64_t value, char digits[DIGITS]) {
  char turned[DIGITS];
  int n = 0;
  for (; value > 0 || n == 0; value /= 10)
    turned[n++] = (char)(value % 10);
  for (int i = 0; i < n; i++)
    digits[i] = turned[n - 1 - i];
  return n;
}

/* Is `shorter` what is left of `longer` without one digit? */
static bool lacks_one(const char *shorter, int n, const char *longer) {
  int i = 0;
  while (i < n && shorter[i] == longer[i])
    i++;
  while (i < n && shorter[i] == longer[i + 1])
    i++;
  return i == n;
}

static unsigned same_length(const char *a, const char *b, int n) {
  int first = -1, second = -1, differing = 0;
  for (int i = 0; i < n; i++)
    if (a[i] != b[i]) {
      second = differing == 1 ? i : second;
      first = differing == 0 ? i : first;
      differing++;
    }
  if (differing == 1)
    return SLIP_MISREAD;
  return differing == 2 && a[first] == b[second] && a[second] == b[first] ? SLIP_SWAPPED : 0;
}

static bool is_factor(int64_t a, int64_t b, int64_t factor) {
  return a / factor == b && a % factor == 0;
}

unsigned slips_between(int64_t printed, int64_t implied) {
  unsigned slips = 0;
  char p[DIGITS], v[DIGITS];
  if (printed == implied)
    return 0;
  if (printed == 0)
    return SLIP_LEFT_OUT;
  if (implied == 0)
    return SLIP_NONE_DUE;
  if (printed == -implied)
    return SLIP_SIGN;
  if ((printed < 0) != (implied < 0))
    return 0;
  int64_t a = printed < 0 ? -printed : printed, b = implied < 0 ? -implied : implied;
  static const int64_t factors[] = {10, 100, 10000};
  for (int i = 0; i < 3; i++)
    if (is_factor(a, b, factors[i]) || is_factor(b, a, factors[i]))
      slips |= (unsigned)SLIP_10 << i;
  int np = digits_of(a, p), nv = digits_of(b, v);
  if (np == nv)
    slips |= same_length(p, v, np);
  else if (np + 1 == nv && lacks_one(p, np, v))
    slips |= SLIP_DROPPED;
  else if (nv + 1 == np && lacks_one(v, nv, p))
    slips |= SLIP_ADDED;
  return slips;
}

bool digits_join(int64_t a, int64_t b, int64_t joined) {
  char x[DIGITS], y[DIGITS], z[DIGITS];
  if (a < 0 || b < 0 || joined < 0)
    return false;
  int nx = digits_of(a, x), ny = digits_of(b, y), nz = digits_of(joined, z);
  if (nx + ny != nz)
    return false;
  for (int i = 0; i < nz; i++)
    if (z[i] != (i < nx ? x[i] : y[i - nx]))
      return false;
  return true;
}

static struct str listed(struct arena *arena, unsigned slips, bool is_key) {
  struct sbuf b = {.arena = arena};
  for (int i = 0; i < SLIP_COUNT; i++)
    if (slips >> i & 1)
      sbuf_addf(&b, "%s%s",
                b.n == 0 ? ""
                : is_key ? ";"
                         : ", or ",
                is_key ? names[i].key : names[i].words);
  return sbuf_str(&b);
}

struct str slip_keys(struct arena *arena, unsigned slips) {
  return listed(arena, slips, true);
}

struct str slip_words(struct arena *arena, unsigned slips) {
  return listed(arena, slips, false);
}
