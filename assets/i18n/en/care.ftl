# Between two visits: standard answers, the moves of promises and problems, adaptation, occasions, satisfaction.

answer-box-empty = No standard answers yet. The catalogue (g k) takes them.
answer-uses = { $n ->
    [0] not used
    [one] used once
   *[other] used { $n } times
}
answer-check-ask = Valid until { $date }: check before use. Insert it all the same? (y/N)
answers-ready = { $n ->
    [one] 1 standard answer about this: Ctrl-T
   *[other] { $n } standard answers about this: Ctrl-T
}
answer-box-hint = Words of the question …  Enter inserts, Esc leaves
