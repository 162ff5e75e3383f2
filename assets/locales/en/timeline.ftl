# The timeline.
timeline-axis-week = wk { $week }
timeline-axis-decade = { $decade }s
timeline-axis-century = { $first }–{ $last }
timeline-undated = Undated
timeline-more = +{ $count }
timeline-whole-case = Whole case
timeline-certain = certain
timeline-possible = possible
timeline-loose = No participant shown
timeline-impossible = ends before it starts
timeline-hidden-lanes = { $count } { $count ->
    [one] lane
   *[other] lanes
} hidden
timeline-folded = { $count } folded
timeline-labels-off = { $count } { $count ->
    [one] label
   *[other] labels
} left out
timeline-between-events = { $count } { $count ->
    [one] link
   *[other] links
} between events
timeline-cut = { $length } skipped: { $dates }. Nothing begins or ends in it
timeline-today = today
timeline-cuts-on = Cuts on
timeline-cuts-off = True scale
