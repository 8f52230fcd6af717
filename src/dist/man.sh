#!/bin/sh
# man.sh OGI: prints the manual page ogi(1): what OGI says in --help and in its help topics, with what
# stands nowhere else (files, environment) from man.tail; its date is that of the changelog.
set -eu
ogi=$1
here=$(dirname "$0")
date=$(sed -n 's/^ -- .*>  //p' "$here/changelog" | head -n 1)
date=$(date -u -d "$date" +%Y-%m-%d 2>/dev/null || echo "$date")
version=$("$ogi" --version)

cat <<END
.\\" Written by src/dist/man.sh: change the help instead.
.TH OGI 1 "$date" "$version" "User Commands"
.SH NAME
ogi \\- answer questions from annual reports on open government information
.SH SYNOPSIS
.nf
.B ogi [\\-d DB] [\\-c STATEMENT]... [\\-f SCRIPT]... [OPTION]... [PATH]...
.B ogi help [TOPIC | \\-\\-all]
.B ogi fmt [\\-w | \\-l | \\-\\-check] [FILE]...
.fi
.SH DESCRIPTION
END
# Paragraphs of --help: usage, then what it is, the options, more, the exit status.
"$ogi" --help | sed 1d | awk -v part=text -f "$here/man.awk"
echo .SH OPTIONS
"$ogi" --help | awk -f "$here/options.awk" | awk -v part=options -f "$here/man.awk"
echo .SH EXIT STATUS
"$ogi" --help | awk -v part=status -f "$here/man.awk"
echo .SH LANGUAGE
"$ogi" help --all | awk -v part=topics -f "$here/man.awk"
cat "$here/man.tail"
