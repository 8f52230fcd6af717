#compdef ogi
# zsh completion for ogi. Written by src/dist/complete.sh.

_ogi() {
  local -a topics
  topics=(@topics@)
  if (( CURRENT > 2 )); then
    case $words[2] in
      help)
        _arguments '--all[the whole manual]' '*:topic:($topics)'
        return
        ;;
      fmt)
        _arguments '(-w --write)'{-w,--write}'[write the text back into the files]' \
          '(-l --list)'{-l,--list}'[name the files whose text would change]' \
          '--check[the same, with exit status 1 when there are some]' '--help[these options]' \
          '*:script:_files'
        return
        ;;
    esac
  fi
  _arguments -S \
@specs@
    '1: :_ogi_first' \
    '*:report, folder or glob:_files'
}

_ogi_first() {
  _alternative 'commands:command:((help\:"explain a topic" fmt\:"scripts in canonical form"))' \
    'files:report, folder or glob:_files'
}

_ogi "$@"
