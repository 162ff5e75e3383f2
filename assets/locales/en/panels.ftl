# Outline.
outline = Outline
outline-filter = Filter the lists
outline-filter-toggle = Filter
outline-kinds = Kinds
outline-certainty = Certainty of links
outline-entities = Entities
outline-events = Events
outline-links = Links
outline-sources = Sources
outline-by-links = by links
outline-by-name = by name
outline-by-date = by first date
outline-sort = Order of the entities: { $order }
outline-empty = None in this case
outline-no-match = Nothing matches the filter
outline-kind-shown = { $name }: { $counts }. A click hides this kind
outline-strength-shown = { $name }: { $counts }. A click hides links of this strength
outline-strength-hidden = { $name }: { $counts }. Hidden; a click shows links of this strength
legend-size = Size: { $attribute }
legend-width = Width: { $attribute }
legend-tag = tag { $tag }
legend-rule-empty = A rule without conditions
outline-kind-hidden = { $name }: { $counts }. Hidden; a click shows this kind
section-name = { $name } ({ $count })
links-count = { $count } { $count ->
    [one] link
   *[other] links
}
hidden-because = hidden { $reason }
# Details.
details = Details
details-existed = Existed
details-when = When
details-published = Published
details-as-written = The date as it is written in the file
details-undated-entity = no date of its own
details-impossible = Ends before it starts. Swap or correct
details-also = also { $names }
details-from = from
details-to = to
details-more = { $count } more
details-go = Go to { $name }
details-participants = Participants
details-place = place
details-order = Order
details-missing = Not in this case: { $id }
details-pinned = Pinned
details-colour = Colour
details-colour-of = Colour of { $kind }
details-colour-reset = Own colour of the kind
details-language = Language
details-note = Note
details-id = Id in the file
details-several = { $count } selected
details-nothing = Nothing selected. A click on anything shows what is known of it, and from which source
link-implied = implied, not stated
details-by-order = by order: { $date }
order-rests-on = rests on
order-not-used = Not used until one of them is corrected
order-after = after
order-before = before
order-within = near
order-days = at most { $count } { $count ->
    [one] day
   *[other] days
}
tally-in = { $count } in
tally-possible = { $count } possible
tally-out = { $count } out
tally-undated = { $count } undated
# Claims.
claims-contested = { $count } claims, none merged
claims-count = { $count } claims
claim-as-of = as of { $date }
unsourced = No source
attribute-when = When
attribute-existed = Existed
attribute-name = Name
attribute-began = Began
attribute-ended = Ended
attribute-users = Users
# Sources and grades.
why = Why is this here?
why-independent = { $count } independent { $count ->
    [one] source
   *[other] sources
}
why-reprints-among = { $count ->
    [one] { $count } reprint
   *[other] { $count } reprints
} not counted
why-reprints = { $count } { $count ->
    [one] reprint
   *[other] reprints
}, not counted as support
why-repeats = Repeats { $source }: not counted as support
why-learned = Known to the team: { $date }
why-no-source = No source with the id { $id }
source-row = Source: { $source }
source-repeats = repeats
source-repeated-by = repeated by
source-reprint = A reprint is not counted as support
source-covers = Covers
source-covers-all = everything
source-cited-by = Stands on this source
source-reliability = Reliability
source-handling = Handling code
source-limit = Condition of use
source-attachment = File
source-address = Address
copy-reference = Copy reference
copy-address = Copy address
language-nl = in Dutch
language-en = in English
language-fr = in French
language-de = in German
language-es = in Spanish
language-it = in Italian
grade-admiralty-source-a = reliable source
grade-admiralty-source-b = usually reliable source
grade-admiralty-source-c = fairly reliable source
grade-admiralty-source-d = not usually reliable source
grade-admiralty-source-e = unreliable source
grade-admiralty-source-f = reliability cannot be judged
grade-admiralty-passage-1 = confirmed elsewhere
grade-admiralty-passage-2 = probably true
grade-admiralty-passage-3 = possibly true
grade-admiralty-passage-4 = doubtful
grade-admiralty-passage-5 = improbable
grade-admiralty-passage-6 = truth cannot be judged
grade-europol-source-a = source beyond doubt
grade-europol-source-b = source in most cases reliable
grade-europol-source-c = source in most cases unreliable
grade-europol-source-x = reliability cannot be judged
grade-europol-passage-1 = accuracy not in doubt
grade-europol-passage-2 = known to the source, not to the officer
grade-europol-passage-3 = not known to the source, but corroborated
grade-europol-passage-4 = not known to the source, cannot be corroborated
grade-uk-source-1 = reliable source
grade-uk-source-2 = untested source
grade-uk-source-3 = unreliable source
grade-uk-passage-a = known directly
grade-uk-passage-b = known indirectly, corroborated
grade-uk-passage-c = known indirectly
grade-uk-passage-d = not known
grade-uk-passage-e = suspected to be false
# Case, status line, welcome, lists.
case-extent = Dates
case-zone = Time zone
case-grading = Grading
grading-admiralty = Admiralty, A to F and 1 to 6
grading-europol = Europol 4x4
grading-uk = UK 3x5x2
grading-none = none
count-entities = { $count } { $count ->
    [one] entity
   *[other] entities
}
count-events = { $count } { $count ->
    [one] event
   *[other] events
}
count-links = { $count } { $count ->
    [one] link
   *[other] links
}
count-sources = { $count } { $count ->
    [one] source
   *[other] sources
}
count-errors = { $count } { $count ->
    [one] error
   *[other] errors
}
count-warnings = { $count } { $count ->
    [one] warning
   *[other] warnings
}
count-notes = { $count } { $count ->
    [one] note
   *[other] notes
}
show-findings = Show the findings
status-hidden = hidden { $count }
status-possible = possible { $count }
status-outside = outside window { $count }
status-not-inside = not inside window { $count }
status-near = { $steps ->
        [one] within one step of { $name }: { $near } · faded { $faded }
       *[other] within { $steps } steps of { $name }: { $near } · faded { $faded }
    }
status-near-short = { $near } · faded { $faded }
status-near-off = Look at everything again
near-several = { $count } things
arranged-layered = in layers
arranged-radial = in rings
arranged-time = by time
arranged-country = by country
arranged-kind = by kind
mark-steps = { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }
mark-box = { $name } · { $count }
mark-nowhere = without a country · { $count }
mark-undated = undated · { $count }
status-inside = only what lies inside the window
status-touch-again = A click counts what touches the window again
status-undated = undated { $count }
status-contested = contested { $count }
status-unsourced = unsourced { $count }
status-select = A click selects them
status-hidden-why = hidden { $count }: { $reasons }
status-zone = Times in { $zone }. A click switches between the zone of the case and UTC
status-saved = saved
status-not-saved = not saved
status-read-only = read only
welcome = Open a case or drop one here
welcome-examples = The examples are built in and marked as examples
welcome-recent = Recent files
welcome-open-recent = Open { $path }
welcome-reading = Reading { $path }
findings-none = Nothing found
severity-error = Error
severity-warning = Warning
severity-note = Note
hidden-none = Nothing is hidden
hidden-show = Show { $name }
show = Show
unpin = Unpin
status-happened-again = Press to read the case again by when things happened

# The table.
pane-table = Table
table-tab = Table: { $name } ({ $count })
table-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
table-rows-of = { $count } of { $all } rows
table-sorting = sorting…
table-close = Put the table away
table-copy = Copy the selected rows, or all where none is selected
table-columns = Columns
table-columns-reset = Columns as at first
table-column-left = Move to the left
table-column-right = Move to the right
table-column-off = Take the column away
table-filter = Filter rows
table-scope = Rows: { $what }
table-scope-all = all
table-scope-window = in the window
table-scope-selection = of the selection
table-unsorted = not sorted
table-ascending = sorted upwards
table-descending = sorted downwards
table-head = { $name }, { $order }
table-border = Width of { $name }
table-body = Rows of the table: { $name }
table-bar = Position in the table
table-none = No row matches. Clear the filter or show all
notice-rows-copied = { $count ->
    [one] 1 row copied
   *[other] { $count } rows copied
}
notice-rows-copied-of = The first { $count } of { $all } rows copied: more than that is too much for a clipboard. Filter first
table-field-name = Name
table-field-kind = Kind
table-field-when = When
table-field-ties = Ties
table-field-citations = Citations
table-field-tags = Tags
table-field-answer = Window
table-field-aliases = Other names
table-field-contested = Contested
table-field-note = Note
table-field-id = Id
table-field-participants = Participants
table-field-place = Place
table-field-nature = Nature
table-field-from = From
table-field-relation = Relation
table-field-to = To
table-field-strength = Strength
table-field-direction = Direction
table-field-publisher = Publisher
table-field-reliability = Reliability
table-field-cited = Cited
table-field-language = Language
table-field-repeats = Repeats
table-field-handling = Handling
table-field-address = Address

# Looks.
dialog-looks = Looks
looks-size = Size of nodes
looks-by-ties = by number of ties
looks-width = Width of links
looks-alike = all alike
looks-rules = Rules
looks-rules-help = What meets all conditions of a rule gets its colour. The first rule that fits counts; a colour chosen by hand goes before rules.
looks-rule = { $number }.
looks-rule-add = Add a rule
looks-rule-up = Rule { $number } before the one above
looks-rule-remove = Remove rule { $number }
looks-kind = Kind
looks-any-kind = any kind
looks-tag = Tag
looks-attribute = Attribute
looks-any-attribute = any attribute
looks-value = Value
looks-least = At least
looks-colour = Rule { $number }: colour of { $kind }

status-kept = not saved, in journal { $at }
status-being-kept = not saved, going to journal
status-not-kept = not saved, not in journal
