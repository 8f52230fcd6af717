# tab.zsh FOLDER TYPED…: what an interactive zsh shows on a terminal of its own when each TYPED is
# followed by Tab, then "line=" and the line as it is after that. FOLDER has the completions.
zmodload zsh/zpty
TERM=xterm zpty shell zsh -f -i
# Runs a command and waits until what it prints last is there: the line itself shows a sum unsolved.
seen() {
  zpty -w shell "$1print seen-\$((40 + 2))"
  zpty -r -m shell shown '*seen-42*'
  print -r -- "${shown%seen-42*}"
}
seen "stty rows 200 columns 200; fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D
zstyle ':completion:*' verbose yes; LISTMAX=1000
tell() { zle -I; print -r -- \"line=\$BUFFER\"; BUFFER=; }; zle -N tell; bindkey '^T' tell
" >/dev/null
for typed in "${@[2,-1]}"; do
  zpty -n -w shell "$typed"$'\t'
  seen $'\x14' # Ctrl-T
done
