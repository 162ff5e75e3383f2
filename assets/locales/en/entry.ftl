# Typed dates that are not understood: what is wrong, and what to type instead.
entry-refused = Not understood, from character { $place } on: { $reason }. { $advice }
weekday-long-1 = Monday
weekday-long-2 = Tuesday
weekday-long-3 = Wednesday
weekday-long-4 = Thursday
weekday-long-5 = Friday
weekday-long-6 = Saturday
weekday-long-7 = Sunday
entry-error-empty = nothing is typed
    .advice = Type a date, for example March 2021
entry-error-too-long = more than { $most } characters
    .advice = Type the date alone
entry-error-relative = “{ $word }” depends on the day on which it is read
    .advice = Type the date itself
entry-error-unknown-word = no date has the word “{ $word }”
    .advice = { $has-near ->
        [yes] Near: “{ $near }”
       *[no] Type for example 9 Mar 2021, mid March 2021, week 10 2021, or EDTF
    }
entry-error-unexpected = { $has-text ->
        [no] something is missing here
       *[other] “{ $text }” cannot stand here
    }
    .advice = Type for example 9 Mar 2021, March 2021 to June 2021, or EDTF
entry-error-ambiguous-day = { $one } or { $other }
    .advice = Type the month as a word, or year-month-day
entry-error-ambiguous-decade = the { $one }s or the { $other }s
    .advice = Type all four digits
entry-error-ambiguous-hundred = ten years or a hundred
    .advice = Type { $decade } for the ten, { $century } for the hundred
entry-error-two-digit-year = the year has two digits
    .advice = Type all four
entry-error-no-year = the year is missing
    .advice = Add it: no year is taken for granted
entry-error-number-alone = what { $number } counts is not said
    .advice = Add the month, or type a year with four digits
entry-error-no-day = a day of the week or a time belongs to one day
    .advice = Type day, month and year
entry-error-wrong-weekday = { $date } is a { $weekday }
    .advice = Correct the day of the week, or leave it out
entry-error-no-such-week = that year has { $most } weeks
    .advice = Type a week from 1 to { $most }
entry-error-no-such-part = they run from 1 to { $most }
    .advice = Type a number from 1 to { $most }
entry-error-backwards = it ends before it starts
    .advice = Swap the dates, or type the year of both
entry-error-mixed-list = “and” beside “or”
    .advice = Use one of the two
entry-error-combined = more than two dates in a range, or a range in a list
    .advice = Type one range, or one list of single dates
entry-error-time-in-list = a list, “between”, “before” and “after” hold whole days
    .advice = Leave the time out, or type from … to …, or until …
entry-error-marked-time = a time cannot be marked as about or possible
    .advice = Leave the time out, or type two times: from … to …
entry-error-stretch-in-list = a week or a part of a month cannot stand in a list with “and”
    .advice = Type a range of them, or days
entry-error-marked-stretch = more days than can be marked as about or possible
    .advice = Type from … to …, or leave the mark out
entry-error-no-second = the second date is missing
    .advice = Add it, or type “from …” or “until …”
entry-error-no-date = there is no date here
    .advice = Type for example 9 Mar 2021, mid March 2021, week 10 2021, or EDTF
entry-error-date = { $reason }
    .advice = { $has-suggestion ->
        [yes] Near: { $suggestion }
       *[no] Type for example 2021-03-09, 9 Mar 2021 or March 2021
    }
