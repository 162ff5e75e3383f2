# Findings: what reading a case noticed. The message says what is, its advice what to do.

finding-empty-file = The file is empty
    .advice = Open an earlier version of the file, or start a new case
finding-utf-16 = Saved as UTF-16; a case is UTF-8
    .advice = Save the file again as UTF-8, without changing anything else
finding-windows-1252 = Saved as Windows-1252; a case is UTF-8. First such byte: { $byte } at offset { $offset }
    .advice = Save the file again as UTF-8, without changing anything else
finding-invalid-utf8 = Byte { $byte } at offset { $offset } is not UTF-8
    .advice = Replace the damaged letter, or open an earlier version of the file
finding-too-large = The file has { $size } GB; up to { $most } GB are read
    .advice = Split the case, or keep messages and records outside it
finding-too-many-items = The file has { $count } items; up to { $most } are read
    .advice = Split the case, or keep messages and records outside it
finding-syntax-end = The file ends inside the bracket "{ $sign }" of line { $first }
    .advice = Add the closing bracket, or open an earlier version: the file may have been cut off
finding-syntax-text = A text starts here and does not end
    .advice = Add the closing quote
finding-syntax-comment = A comment starts here and does not end
    .advice = Add */ at the end of the comment
finding-syntax-escape = Unknown escape in a text
    .advice = Write \\ for a backslash; known are \n \r \t \0 \" \' \x41 and \u{ "{" }e9{ "}" }
finding-syntax-comma = A comma is missing before "{ $sign }"
    .advice = Add a comma after the previous value, or check its quotes and brackets
finding-syntax-colon = A colon is missing before "{ $sign }"
    .advice = Write field: value
finding-syntax-nesting = Too many brackets within brackets
    .advice = Check the brackets before this place; a case has about ten levels
finding-syntax-after = "{ $sign }" stands after the end of the case
    .advice = Remove what follows the last bracket, or check the brackets before it
finding-syntax-sign = "{ $sign }" cannot stand here
    .advice = Check quotes, commas and brackets at this place
finding-syntax-other = Not RON: { $detail }
    .advice = Check quotes, commas and brackets at this place
finding-not-a-case = The file is RON, but not a case
    .advice = A case starts with Case(format: (1, 0), title: "…"
finding-duplicate-field = The field "{ $field }" stands here twice; first on line { $first }
    .advice = Remove one of the two
finding-missing-field = The field "{ $field }" is missing
    .advice = Add { $field }: …
finding-wrong-type = Expected { $expected }, found { $found }
    .advice = Compare the value with the file format in the manual
finding-wrong-name = "{ $found }" stands where { $expected } belongs
    .advice = Write { $expected }( … ), or move the item to its own list
finding-bad-number = { $number } is not a number that fits here
    .advice = Write a finite number up to { $most }
finding-unknown-word = { $word } is not one of { $words }
    .advice = { $has-near ->
        [yes] Near: { $near }. Write it without quotes
       *[no] Write one of these words, without quotes
    }
finding-empty-id = The id is empty
    .advice = Give the item a readable id: letters, digits, "-", "_" and "."
finding-duplicate-id = The id "{ $id }" is taken by the item on line { $first }
    .advice = Give one of the two another id
finding-duplicate-key = "{ $key }" stands here twice
    .advice = Remove one of the two
finding-dangling-id = No { $wanted } "{ $id }"
    .advice = { $has-near ->
        [yes] Near: "{ $near }". Correct the id, or add the item
       *[no] Correct the id, or add the item
    }
finding-wrong-item = "{ $id }" is { $found }; { $wanted } belongs here
    .advice = Name another id
finding-end-aside = "{ $id }" on line { $first } could not be read, so this link is set aside
    .advice = Correct the item on line { $first } first
finding-bad-date = "{ $date }" is not a date: { $reason }
    .advice = { $has-near ->
        [yes] Perhaps "{ $near }"
       *[no] Write for example 2021-03-09, 2021-03, 2020/2021, 2021-02-15~ or 2021-03-09T05:00[Europe/Amsterdam]
    }
finding-bad-colour = "{ $text }" is not a colour
    .advice = Write six hexadecimal digits, for example 3977A8
finding-bad-letter = "{ $text }" is not one letter
    .advice = Write one character
finding-unknown-zone = No time zone "{ $zone }"; days are taken in UTC
    .advice = { $has-near ->
        [yes] Near: "{ $near }"
       *[no] Write an IANA name, for example Europe/Amsterdam
    }

finding-unknown-field = Unknown field "{ $field }", kept as it is
    .advice = { $has-near ->
        [yes] Near: { $near }
       *[no] Remove it, or move the remark to a note field
    }
finding-unknown-kind = Unknown kind "{ $kind }"
    .advice = { $has-near ->
        [yes] Near: { $near }. Correct it, or add the kind to kinds
       *[no] Correct it, or add the kind to kinds
    }
finding-ends-before-start = Ends before it starts: { $date }
    .advice = Swap or correct the dates
finding-order-contradiction = Contradiction: { $chain }
    .advice = { $count ->
        [one] Correct a date or this order; until then the dates stay as written
       *[other] Correct a date or one of these orders; until then the dates stay as written
    }
finding-order-circle = Comes round in a circle: { $chain }
    .advice = { $count ->
        [one] Name another event
       *[other] Correct or remove one of these orders; until then none of them is used
    }
finding-low-above-high = The lower bound { $low } is above the upper bound { $high }
    .advice = Swap or correct the bounds
finding-look-alike = The id "{ $id }" looks like "{ $other }" on line { $first }
    .advice = Give one of the two another id, or make them the same
finding-mixed-alphabets = The id "{ $id }" mixes alphabets: "{ $character }" is { $point }
    .advice = Type the letter again on the right keyboard
finding-hidden-character = The id holds an invisible character, { $character }
    .advice = Remove it, here and wherever the id is named
finding-id-character = The id holds "{ $character }"
    .advice = Use letters, digits, "-", "_" and "."
finding-unknown-grade = The grade "{ $grade }" is not in the scheme of the case
    .advice = { $grades ->
        [none] Set grading to the scheme that is used
       *[other] Write one of { $grades }, or set grading to the scheme that is used
    }
finding-comments = { $count ->
        [one] 1 comment; saving drops it
       *[other] { $count } comments; saving drops them
    }
    .advice = Move remarks to note fields
finding-newer-minor = Written by a newer version ({ $version }, this one writes { $ours }); unknown fields kept: { $count }
    .advice = Update the program to see everything
finding-newer-major = Written by a newer version ({ $version }, this one writes { $ours }): read only; unknown fields: { $count }
    .advice = Update the program to see everything and to change the case

finding-unsourced = No source for "{ $id }"
    .advice = Add a citation to it or to one of its claims
finding-undated = No date for "{ $id }"
    .advice = Add a date where one is known; what is undated is never hidden by the time window
finding-contested = { $count } claims on "{ $attribute }" differ. None merged
    .advice = Weigh the sources; the claims stand side by side

thing-kind = kind
thing-source = source
thing-entity = entity
thing-event = event
thing-link = link
thing-story = story
thing-node = entity or event
thing-item = item
thing-a-kind = a kind
thing-a-source = a source
thing-a-entity = an entity
thing-a-event = an event
thing-a-link = a link
thing-a-story = a story
thing-a-node = an entity or event
thing-a-item = an item

value-block = a block
value-list = a list
value-map = a map
value-text = a text in quotes
value-number = a number
value-flag = true or false
value-word = a word without quotes
value-variant = a word with its value in brackets
value-pair = a pair of numbers
value-tuple = values in brackets
value-other = this

# Why a text is not a date.
date-error-empty = nothing is written
date-error-blank-around = blanks before or after it
date-error-blank-inside = a blank inside it
date-error-character = no date has this sign
date-error-unexpected = this cannot stand here
date-error-year = a year has four digits
date-error-negative-year = a year below zero has no X, and there is no year -0000
date-error-long-year = Y is for years of more than four digits, alone and without leading zeros
date-error-too-large = the number is too large
date-error-significant-digits = the year does not have so many significant digits
date-error-month = a month has two digits
date-error-no-such-month = months run from 01 to 12, seasons and other parts of a year from 21 to 41
date-error-day = a day has two digits
date-error-no-such-day = the month does not have this day
date-error-season-with-day = a season has no days
date-error-second-slash = more than one slash
date-error-no-dated-end = neither end has a date
date-error-misplaced-dots = dots stand before the start or after the end
date-error-set-in-extent = a set stands alone, without a slash
date-error-unclosed-set = the closing bracket of the set is missing
date-error-empty-member = the set has an empty member
date-error-nested-set = a set in a set
date-error-set-range = both ends of a range in a set are plain dates of one precision
date-error-set-range-order = the range ends before it starts
date-error-instant-date = before a time stands a full date, year-month-day
date-error-time = a time is hh:mm or hh:mm:ss
date-error-no-such-time = no clock shows this time
date-error-fraction = more than three decimals in the seconds
date-error-offset = an offset is Z or +hh:mm, up to 14 hours
date-error-offset-mismatch = the zone did not have this offset then
date-error-unclosed-zone = the closing bracket of the zone is missing
date-error-unknown-zone = no zone has this name
date-error-skipped-time = the clock was put forward over this time

# What cannot be opened or saved.
load-not-found = No such file
load-broken-link = The link leads to a file that does not exist
load-folder = A folder, not a file
load-not-a-file = A device or pipe, not a file
load-no-permission = No permission to read it
load-too-large = { $size } GB; up to { $most } GB are read
load-other = Could not be read: { $detail }
save-locked = Not saved: another program is saving this file
save-busy = Not saved: another program has this file open, and still had it after some seconds. The file on disk is unchanged
save-changed = Not saved: the file on disk has changed since it was opened
save-exists = Not saved: there is a file of this name already
save-vanished = Not saved: the file or its folder is no longer there
save-read-only = Not saved: no permission to write here
save-disk-full = Not saved: disk full, { $size } MB needed. The file on disk is unchanged
save-not-confirmed = Written, but the disk did not confirm it: { $detail }
output-is-input = Not saved: this is the file that was read. Choose another name
save-other = Not saved: { $detail }. The file on disk is unchanged

# The command line.
format-differs = Not in canonical form. rodedraad format --write brings it there
stats-entities = Entities
stats-kind = {"  "}
stats-events = Events
stats-participations = Participations
stats-links = Links
stats-sources = Sources
stats-citations = Citations
stats-quantities = Quantities
stats-unsourced = Unsourced
stats-undated = Undated
stats-contested = Contested
stats-aside = Set aside
stats-span = Time
stats-window = Window
stats-all = All
stats-findings = Findings
stats-tally = certain { $certain } · possible { $possible } · outside { $out } · undated { $undated }
stats-severities = errors { $error } · warnings { $warning } · notes { $note }
