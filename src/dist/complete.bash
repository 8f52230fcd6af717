# bash completion for ogi. Written by src/dist/complete.sh.

_ogi_words() {
  # shellcheck disable=SC2207
  COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_ogi_files() {
  local IFS=$'\n'
  # shellcheck disable=SC2207
  COMPREPLY+=($(compgen "$1" -- "$2"))
  compopt -o filenames 2>/dev/null
}

_ogi() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # --format=csv is three words to bash
  if [ "$cur" = "=" ]; then
    cur=
  elif [ "$prev" = "=" ]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [ "$COMP_CWORD" -gt 1 ]; then
    case ${COMP_WORDS[1]} in
    help)
      _ogi_words "--all @topics@" "$cur"
      return
      ;;
    fmt)
      case $cur in
      -*) _ogi_words "-w --write -l --list --check --help" "$cur" ;;
      *) _ogi_files -f "$cur" ;;
      esac
      return
      ;;
    esac
  fi
  case $prev in
  --format) _ogi_words "@formats@" "$cur" ;;
  --error-format) _ogi_words "text json" "$cur" ;;
  @folder@) _ogi_files -d "$cur" ;;
  @file@) _ogi_files -f "$cur" ;;
  @text@) ;; # a statement or a number
  *)
    case $cur in
    -*) _ogi_words "@words@" "$cur" ;;
    *)
      [ "$COMP_CWORD" -gt 1 ] || _ogi_words "help fmt" "$cur"
      _ogi_files -f "$cur"
      ;;
    esac
    ;;
  esac
}

complete -F _ogi ogi
