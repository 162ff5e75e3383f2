# De tijdlijn.
timeline-axis-week = wk { $week }
timeline-axis-decade = { $decade }–
timeline-axis-century = { $first }–{ $last }
timeline-undated = Ongedateerd
timeline-more = +{ $count }
timeline-whole-case = Hele dossier
timeline-certain = zeker
timeline-possible = mogelijk
timeline-loose = Geen deelnemer getoond
timeline-impossible = eindigt voor het begint
timeline-hidden-lanes = { $count } { $count ->
    [one] baan
   *[other] banen
} verborgen
timeline-folded = { $count } gevouwen
timeline-labels-off = { $count } { $count ->
    [one] bijschrift
   *[other] bijschriften
} weggelaten
timeline-between-events = { $count } { $count ->
    [one] verband
   *[other] verbanden
} tussen gebeurtenissen
timeline-cut = { $length } overgeslagen: { $dates }. Niets begint of eindigt erin
timeline-today = vandaag
timeline-cuts-on = Sprongen aan
timeline-cuts-off = Ware schaal
