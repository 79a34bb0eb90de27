# fish completion for the ent-* tools: options are read from the tool's own --help.
for tool in ent-read ent-parse ent-actors ent-relate ent-extract ent-merge ent-graph \
    ent-rank ent-camps ent-export ent-compare ent-why ent-score ent-train
    complete -c $tool -a "($tool --help 2>/dev/null | string match -r -- '--[a-z0-9-]+.*' | \
string replace -r -- '^(--[a-z0-9-]+)( [A-Z|/a-z.]+)? +(.*)' '\$1\t\$3')" \
        -n 'string match -q -- "-*" (commandline -ct)'
end
