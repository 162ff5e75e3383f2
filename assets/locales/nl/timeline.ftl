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
timeline-folded-lanes = { $count } { $count ->
    [one] baan
   *[other] banen
} in ingeklapte groepen
timeline-counted = { $count } { $count ->
    [one] baan
   *[other] banen
} als aantallen

timeline-arranging = banen worden gemaakt…
lanes-rest = Geen groep
lanes-group = Groep { $name }, { $count } { $count ->
    [one] baan
   *[other] banen
}
hover-unsourced = Er is geen bron genoemd
timeline-list-all = Alle { $count } selecteren
hover-counts = { $certain } zeker, { $possible } mogelijk
hover-covered = Hier is niets vastgelegd. Gedekt door { $sources }
hover-possibly-covered = Hier is niets vastgelegd. Alleen bij sommige lezingen gedekt door { $sources }
hover-not-covered = Door geen bron gedekt: niets vastgelegd betekent niet dat er niets gebeurde
clock-button = Klok: { $clock }
clock-reading = Klok: { $clock }, wordt gelezen…
clock-happened = gebeurd
clock-known = bekend bij het team
clock-published = gepubliceerd
timeline-cut = { $length } overgeslagen: { $dates }. Niets begint of eindigt erin
timeline-today = vandaag
timeline-cuts-on = Sprongen aan
timeline-cuts-off = Ware schaal
timeline-counts = { $name }: { $count } zaken in { $span }, getoond als aantallen
timeline-empty-case = Nog niets gedateerd: wat een datum krijgt, verschijnt hier
timeline-empty = Niets is hier gedateerd met de klok “{ $clock }”. { $count } zaken zijn ongedateerd
