# Dates in words.
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
month-long-1 = January
month-long-2 = February
month-long-3 = March
month-long-4 = April
month-long-5 = May
month-long-6 = June
month-long-7 = July
month-long-8 = August
month-long-9 = September
month-long-10 = October
month-long-11 = November
month-long-12 = December
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
season-1 = spring
season-2 = summer
season-3 = autumn
season-4 = winter
date-about = about { $date }
date-questioned = { $date }?
date-unknown = ?
date-always = no limit
date-from = from { $date }
date-until = until { $date }
date-until-brief = to { $date }
date-open = still open
date-no-start = no start
date-or-before = { $date } or before
date-or-after = { $date } or later
date-and-before = { $date } and all before
date-and-after = { $date } and all after
date-span = { $start } – { $end }
date-at = { $date }, { $time }
date-one-of = one of { $date }
date-each-of = each of { $date }
date-list-or = { $first } or { $last }
date-list-and = { $first } and { $last }
date-some-time-in = some time in { $date }
date-day-of-a-month = { $year } (day { $day } of a month)
date-southern = { $date } (southern)
date-quarter = quarter { $number } of { $year }
date-third = third { $number } of { $year }
date-half = half { $number } of { $year }
date-week = week { $week } of { $year }
date-decade = the { $decade }s
date-bce = { $year } BCE
length-seconds = { $count } { $count ->
    [one] second
   *[other] seconds
}
length-minutes = { $count } { $count ->
    [one] minute
   *[other] minutes
}
length-hours = { $count } { $count ->
    [one] hour
   *[other] hours
}
length-days = { $count } { $count ->
    [one] day
   *[other] days
}
length-months = { $count } { $count ->
    [one] month
   *[other] months
}
length-years = { $count } { $count ->
    [one] year
   *[other] years
}

# How long after one thing another is.
difference-days = Difference { $count } { $count ->
    [one] day
   *[other] days
}
difference-days-between = Difference between { $least } and { $most } days
difference-days-least = Difference at least { $count } { $count ->
    [one] day
   *[other] days
}
difference-days-overlap = Difference at most { $most } { $most ->
    [one] day
   *[other] days
}; they may fall together or in the other order
difference-minutes = Difference { $count } { $count ->
    [one] minute
   *[other] minutes
}
difference-minutes-between = Difference between { $least } and { $most } minutes
difference-minutes-least = Difference at least { $count } { $count ->
    [one] minute
   *[other] minutes
}
difference-minutes-overlap = Difference at most { $most } { $most ->
    [one] minute
   *[other] minutes
}; they may fall together or in the other order
difference-none = No difference: the two overlap, or too little is known
difference-questioned = { $difference }, if the dates hold
date-by-order = { $date }, by the order of events
date-narrowed = { $written }, by the order of events { $date }
date-follows = { $date } (follows from: { $reasons })
date-between = between { $first } and { $last }
date-starts-not-before = starts not before { $date }
date-starts-not-after = starts not after { $date }
date-ends-not-before = ends not before { $date }
date-ends-not-after = ends not after { $date }
# The order of events.
order-named = "{ $title }"
order-dated = "{ $title }" ({ $date })
order-stands-after = after { $other }
order-says-after = { $event } is after { $other }
order-stands-after-days = at most { $count } { $count ->
    [one] day
   *[other] days
} after { $other }
order-says-after-days = { $event } is at most { $count } { $count ->
    [one] day
   *[other] days
} after { $other }
order-stands-before = before { $other }
order-says-before = { $event } is before { $other }
order-stands-before-days = at most { $count } { $count ->
    [one] day
   *[other] days
} before { $other }
order-says-before-days = { $event } is at most { $count } { $count ->
    [one] day
   *[other] days
} before { $other }
order-stands-within-days = at most { $count } { $count ->
    [one] day
   *[other] days
} from { $other }
order-says-within-days = { $event } is at most { $count } { $count ->
    [one] day
   *[other] days
} from { $other }
