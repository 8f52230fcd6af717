" ogi's scripts and its files of tests.
autocmd BufNewFile,BufRead *.ogi,*.ogit,.ogirc,*/.ogi/rc setfiletype ogi
