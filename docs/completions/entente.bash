# bash completion for the ent-* tools: options are read from the tool's own --help, so that
# they are never out of date.
_entente() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local values
    values=$("${COMP_WORDS[0]}" --help 2>/dev/null |
        sed -n "s/^.*$previous \([^ ]*|[^ ]*\) .*/\1/p" | tr '|' '\n' | grep -v '^[A-Z]*$')
    if [[ $previous == --?* && -n $values ]]; then
        COMPREPLY=($(compgen -W "$values" -- "$current"))
        return
    fi
    if [[ $current == -* ]]; then
        local options
        options=$("${COMP_WORDS[0]}" --help 2>/dev/null | grep -oE -- '(^| )--[a-z0-9-]+')
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    else
        COMPREPLY=($(compgen -f -- "$current"))
    fi
}
complete -o filenames -F _entente ent-read ent-parse ent-actors ent-relate ent-extract \
    ent-merge ent-graph ent-rank ent-camps ent-export ent-compare ent-why ent-score ent-train
