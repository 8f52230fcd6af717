" Vim syntax file. Language: ogi. Written by src/dist/vim.sh.
scriptencoding utf-8
if exists("b:current_syntax")
  finish
endif
let s:cpo_save = &cpo
set cpo&vim

syn case ignore
@words@
" p1 … p99
syn match ogiStatement "\<p[1-9]\d\=\>"
syn match ogiDot "^\s*\.\a\+"
syn match ogiNumber "\<\d\+\(\.\d\+\)\=%\="
syn match ogiDate "\<\d\{4}-\d\d-\d\d\>"
syn match ogiOperator "[=<>]=\=\|!=\|!\~\|\~"
syn match ogiParameter ":\a\w*"
syn region ogiString start=+"+ end=+"+
syn region ogiString start=+'+ end=+'+
syn region ogiString start=+“+ end=+”+
syn region ogiString start=+‘+ end=+’+
syn keyword ogiTodo contained FIXME XXX
syn match ogiComment "#.*" contains=ogiTodo
syn match ogiComment "--\( .*\)\=$" contains=ogiTodo

hi def link ogiStatement Statement
hi def link ogiClause Keyword
hi def link ogiOperator Operator
hi def link ogiDot PreProc
hi def link ogiNumber Number
hi def link ogiDate Number
hi def link ogiParameter Identifier
hi def link ogiString String
hi def link ogiTodo Todo
hi def link ogiComment Comment

setlocal commentstring=#\ %s
let b:current_syntax = "ogi"
let &cpo = s:cpo_save
unlet s:cpo_save
