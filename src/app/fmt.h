/* fmt: `ogi fmt`, the canonical text of scripts. Needs no panel and no definitions.
 */
#ifndef OGI_APP_FMT_H
#define OGI_APP_FMT_H

/* Takes the words behind `ogi`, argv[0] being `fmt`. Returns the exit status: 0; 1 when --check
 * finds a script that would change; 2 for a script that cannot be read as statements, or wrong
 * options; 3 for a file that cannot be read; 4 for one that cannot be written. */
int fmt_main(int argc, char **argv);

#endif
