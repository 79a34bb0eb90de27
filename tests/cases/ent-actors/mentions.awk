# The words that carry mentions, with their actor and their brackets, below each sentence's text.
NF == 10 {
    actor = entity = ""
    count = split($10, misc, "|")
    for (i = 1; i <= count; i++) {
        if (misc[i] ~ /^Actor=/) actor = " " misc[i]
        if (misc[i] ~ /^Entity=/) entity = " " misc[i]
    }
    gsub(/:0?[01]\.[0-9]*/, "", entity) # certainties
    if (actor entity != "") print "  " $1 " " $2 actor entity
}
/^# text/
