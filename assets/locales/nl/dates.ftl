# Datums in woorden.
month-1 = jan
month-2 = feb
month-3 = mrt
month-4 = apr
month-5 = mei
month-6 = jun
month-7 = jul
month-8 = aug
month-9 = sep
month-10 = okt
month-11 = nov
month-12 = dec
month-long-1 = januari
month-long-2 = februari
month-long-3 = maart
month-long-4 = april
month-long-5 = mei
month-long-6 = juni
month-long-7 = juli
month-long-8 = augustus
month-long-9 = september
month-long-10 = oktober
month-long-11 = november
month-long-12 = december
weekday-1 = ma
weekday-2 = di
weekday-3 = wo
weekday-4 = do
weekday-5 = vr
weekday-6 = za
weekday-7 = zo
season-1 = lente
season-2 = zomer
season-3 = herfst
season-4 = winter
date-about = ongeveer { $date }
date-questioned = { $date }?
date-unknown = ?
date-always = onbegrensd
date-from = vanaf { $date }
date-until = t/m { $date }
date-until-brief = t/m { $date }
date-open = loopt door
date-no-start = zonder begin
date-or-before = { $date } of eerder
date-or-after = { $date } of later
date-and-before = { $date } en alles ervoor
date-and-after = { $date } en alles erna
date-span = { $start } – { $end }
date-at = { $date }, { $time }
date-one-of = een van { $date }
date-each-of = elk van { $date }
date-list-or = { $first } of { $last }
date-list-and = { $first } en { $last }
date-some-time-in = ergens in { $date }
date-day-of-a-month = { $year } (dag { $day } van een maand)
date-southern = { $date } (zuidelijk)
date-quarter = kwartaal { $number } van { $year }
date-third = derde deel { $number } van { $year }
date-half = helft { $number } van { $year }
date-week = week { $week } van { $year }
date-decade = de jaren { $decade }
date-bce = { $year } v.Chr.
length-seconds = { $count } { $count ->
    [one] seconde
   *[other] seconden
}
length-minutes = { $count } { $count ->
    [one] minuut
   *[other] minuten
}
length-hours = { $count } uur
length-days = { $count } { $count ->
    [one] dag
   *[other] dagen
}
length-months = { $count } { $count ->
    [one] maand
   *[other] maanden
}
length-years = { $count } jaar

# Hoe lang na het ene het andere is.
difference-days = Verschil { $count } { $count ->
    [one] dag
   *[other] dagen
}
difference-days-between = Verschil tussen { $least } en { $most } dagen
difference-days-least = Verschil ten minste { $count } { $count ->
    [one] dag
   *[other] dagen
}
difference-days-overlap = Verschil ten hoogste { $most } { $most ->
    [one] dag
   *[other] dagen
}; ze kunnen samenvallen of omgekeerd liggen
difference-minutes = Verschil { $count } { $count ->
    [one] minuut
   *[other] minuten
}
difference-minutes-between = Verschil tussen { $least } en { $most } minuten
difference-minutes-least = Verschil ten minste { $count } { $count ->
    [one] minuut
   *[other] minuten
}
difference-minutes-overlap = Verschil ten hoogste { $most } { $most ->
    [one] minuut
   *[other] minuten
}; ze kunnen samenvallen of omgekeerd liggen
difference-none = Geen verschil: de twee overlappen, of er is te weinig bekend
difference-questioned = { $difference }, als de datums kloppen
date-by-order = { $date }, door de volgorde van gebeurtenissen
date-narrowed = { $written }, door de volgorde van gebeurtenissen { $date }
date-follows = { $date } (volgt uit: { $reasons })
date-between = tussen { $first } en { $last }
date-starts-not-before = begint niet voor { $date }
date-starts-not-after = begint niet na { $date }
date-ends-not-before = eindigt niet voor { $date }
date-ends-not-after = eindigt niet na { $date }
# De volgorde van gebeurtenissen.
order-named = "{ $title }"
order-dated = "{ $title }" ({ $date })
order-stands-after = na { $other }
order-says-after = { $event } is na { $other }
order-stands-after-days = hooguit { $count } { $count ->
    [one] dag
   *[other] dagen
} na { $other }
order-says-after-days = { $event } is hooguit { $count } { $count ->
    [one] dag
   *[other] dagen
} na { $other }
order-stands-before = voor { $other }
order-says-before = { $event } is voor { $other }
order-stands-before-days = hooguit { $count } { $count ->
    [one] dag
   *[other] dagen
} voor { $other }
order-says-before-days = { $event } is hooguit { $count } { $count ->
    [one] dag
   *[other] dagen
} voor { $other }
order-stands-within-days = hooguit { $count } { $count ->
    [one] dag
   *[other] dagen
} van { $other }
order-says-within-days = { $event } is hooguit { $count } { $count ->
    [one] dag
   *[other] dagen
} van { $other }
