# python: to be sourced.
#
# python_with MODULE   the first python3 that has the module: what Debian's packages bring is seen by
#                      Debian's own alone, and another may come before it in PATH
python_with() {
  local python
  for python in python3 /usr/bin/python3; do
    command -v "$python" >/dev/null && "$python" -c "import $1" 2>/dev/null && { echo "$python"; return; }
  done
  return 1
}
