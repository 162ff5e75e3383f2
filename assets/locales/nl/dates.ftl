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
