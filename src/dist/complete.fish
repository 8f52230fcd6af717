# fish completion for ogi. Written by src/dist/complete.sh.
complete -c ogi -n __fish_use_subcommand -a help -d 'explain a topic'
complete -c ogi -n __fish_use_subcommand -a fmt -d 'scripts in canonical form'
complete -c ogi -n '__fish_seen_subcommand_from help' -f -a '@topics@' -d topic
complete -c ogi -n '__fish_seen_subcommand_from help' -f -l all -d 'the whole manual'
complete -c ogi -n '__fish_seen_subcommand_from fmt' -s w -l write -d 'write the text back into the files'
complete -c ogi -n '__fish_seen_subcommand_from fmt' -s l -l list -d 'name the files whose text would change'
complete -c ogi -n '__fish_seen_subcommand_from fmt' -l check -d 'the same, with exit status 1 when there are some'
complete -c ogi -n '__fish_seen_subcommand_from fmt' -l help -d 'these options'
@specs@
