/* progress: how far a load has come, on a terminal (see progress.h). */
#include "app/progress.h"

#include "app/state.h"
#include "base/clock.h"
#include "base/str.h"

#include <sys/ioctl.h>
#include <unistd.h>

#define PATIENCE 1.0 /* seconds: a load that takes less is over before a line is read */
#define INTERVAL 0.2 /* seconds between two lines: more often nobody can read them */
#define LINE_WIDTH 80

struct progress progress_new(FILE *out, bool quiet) {
  double now = clock_seconds();
  return (struct progress){!quiet && isatty(fileno(out)) ? out : NULL, now, now, false};
}

static size_t line_width(FILE *out) {
  struct winsize size;
  if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 1)
    return size.ws_col - 1u; /* in the last column some terminals go to the next line */
  return LINE_WIDTH - 1;
}

/* 12 s, 3 min 5 s, 2 h 10 min */
static void add_time(struct sbuf *line, double seconds) {
  unsigned long long s = (unsigned long long)(seconds + 0.5);
  if (s < 60)
    sbuf_addf(line, "%llu s", s);
  else if (s < 3600)
    sbuf_addf(line, "%llu min %llu s", s / 60, s % 60);
  else
    sbuf_addf(line, "%llu h %llu min", s / 3600, s % 3600 / 60);
}

void progress_show(struct progress *progress, const struct progress_counts *counts) {
  if (progress->out == NULL)
    return;
  double now = clock_seconds(), took = now - progress->begun;
  if (took < PATIENCE || now - progress->shown < INTERVAL)
    return;
  struct arena arena = {0};
  struct sbuf line = {.arena = &arena};
  sbuf_addf(&line, "loading: %zu of %zu file%s, %zu report%s, %.0f/s", counts->files,
            counts->all_files, counts->all_files == 1 ? "" : "s", counts->reports,
            counts->reports == 1 ? "" : "s", (double)counts->reports / took);
  if (counts->files > 0 && counts->files < counts->all_files) {
    sbuf_add_z(&line, ", ");
    add_time(&line, took / (double)counts->files * (double)(counts->all_files - counts->files));
    sbuf_add_z(&line, " left");
  }
  if (counts->problems > 0)
    sbuf_addf(&line, ", %zu problem%s", counts->problems, counts->problems == 1 ? "" : "s");
  struct str text = str_sub(sbuf_str(&line), 0, line_width(progress->out));
  fprintf(progress->out, "\r%.*s\033[K", STR_ARG(text));
  fflush(progress->out);
  arena_free(&arena);
  progress->shown = now;
  progress->is_written = true;
}

void progress_clear(struct progress *progress) {
  if (!progress->is_written)
    return;
  fputs("\r\033[K", progress->out);
  fflush(progress->out);
  progress->is_written = false;
}
