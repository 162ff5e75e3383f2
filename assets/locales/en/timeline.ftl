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
timeline-folded-lanes = { $count } { $count ->
    [one] lane
   *[other] lanes
} in folded groups
timeline-counted = { $count } { $count ->
    [one] lane
   *[other] lanes
} as counts

timeline-arranging = arranging lanes…
lanes-rest = No group
lanes-group = Group { $name }, { $count } { $count ->
    [one] lane
   *[other] lanes
}
hover-unsourced = No source is named
timeline-list-all = Select all { $count }
hover-counts = { $certain } certain, { $possible } possible
hover-covered = Nothing recorded here. Covered by { $sources }
hover-possibly-covered = Nothing recorded here. Covered, by some readings only, by { $sources }
hover-not-covered = Not covered by any source: nothing recorded does not mean that nothing happened
clock-button = Clock: { $clock }
clock-reading = Clock: { $clock }, reading…
clock-happened = happened
clock-known = known to the team
clock-published = published
timeline-cut = { $length } skipped: { $dates }. Nothing begins or ends in it
timeline-today = today
timeline-cuts-on = Cuts on
timeline-cuts-off = True scale
timeline-counts = { $name }: { $count } things in { $span }, shown as counts
timeline-empty-case = Nothing dated yet: what gets a date appears here
timeline-empty = Nothing here is dated by the clock “{ $clock }”. { $count } things are undated
