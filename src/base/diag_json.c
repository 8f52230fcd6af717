/* diag_json: messages for programs: one JSON object a line (see diag.h).
 */
#include "base/diag.h"

#include "base/json.h"

static void put_field(FILE *out, const char *name, struct str text) {
  fprintf(out, ", \"%s\": ", name);
  if (text.n > 0)
    json_text(out, text);
  else
    fputs("null", out);
}

/* Where it begins, and where it ends: the character behind the last. */
static void put_place(FILE *out, const struct source *source, struct span at) {
  bool has_place = source != NULL && source->text.n > 0 && (at.start > 0 || at.end > 0);
  put_field(out, "file", source != NULL ? source->name : (struct str){0});
  if (!has_place) {
    fputs(", \"line\": null, \"column\": null, \"end_line\": null, \"end_column\": null", out);
    return;
  }
  uint32_t line, column, end_line, end_column;
  source_position(source, at.start, &line, &column);
  source_position(source, at.end > at.start ? at.end : at.start, &end_line, &end_column);
  fprintf(out, ", \"line\": %u, \"column\": %u, \"end_line\": %u, \"end_column\": %u", line, column,
          end_line, end_column);
}

void diags_render_json(const struct diags *diags, FILE *out) {
  static const char *const severities[] = {"note", "warning", "error"};
  for (size_t i = 0; i < diags->n; i++) {
    const struct diag *diag = &diags->at[i];
    fprintf(out, "{\"severity\": \"%s\", \"code\": \"", severities[diag->severity]);
    for (const char *c = diag_name(diag->code); *c != '\0'; c++)
      putc(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c, out);
    fputs("\", \"message\": ", out);
    json_text(out, diag->text);
    put_field(out, "hint", diag->hint);
    put_place(out, diag->source, diag->at);
    fprintf(out, ", \"help\": \"help %s\"}\n", diag_topic(diag->code));
  }
}
