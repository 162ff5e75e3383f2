# The window: notices, strips, small words.
notice-edit-refused = Not changed: { $reason }
notice-copied = Copied: { $text }
notice-path = { $steps ->
    [one] Shortest path: 1 step
   *[other] Shortest path: { $steps } steps
}
notice-no-path = No path between these two
notice-selection-undated = Nothing selected has a date
notice-boxes = { $count ->
    [one] 1 name has letters that no typeface on this computer has. They stand as boxes; copied and saved they are whole
   *[other] { $count } names have letters that no typeface on this computer has. They stand as boxes; copied and saved they are whole
}
notice-saved = Saved: { $path }
notice-picture-saved = Picture saved: { $path }{ $missing ->
    [0] {""}
    [one] . 1 letter is in no built-in typeface and stands as a box
   *[other] . { $missing } letters are in no built-in typeface and stand as boxes
}
notice-picture-failed = No picture: { $reason }
notice-settings-reset = The settings could not be read; defaults are used. The old file is kept as { $path }
notice-missing-letters = { $count ->
    [one] 1 letter is in no built-in typeface and stands as a box
   *[other] { $count } letters are in no built-in typeface and stand as boxes
}
caption-aside = { $count ->
    [one] 1 item of the file could not be read and is not drawn
   *[other] { $count } items of the file could not be read and are not drawn
}
strip-device-lost = The graphics device was lost. The window was opened again; nothing is lost
strip-open-failed = Not opened: { $path }. { $reason }
strip-changed-on-disk = { $path } changed on disk. What is shown is the older state
strip-findings = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
} and { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
} in this file. What is sound is shown; nothing is lost on saving
strip-read-only = Written by a newer program: read only here. Save as another file to keep changes
strip-gone-from-disk = { $path } is no longer there. What is shown is in no file
notice-save-waits = Another program has { $path } open. Trying again for some seconds…
strip-not-saved = { $reason }
remedy-open-other = Open another…
remedy-findings = Show
remedy-save-elsewhere = Save elsewhere…
remedy-by-path = Type a path…
strip-dialog-slow = The file dialog does not answer. A path can be typed instead
dismiss = Dismiss
hidden-by-hand = by hand
hidden-by-strength = by strength
hidden-by-kind = by kind
hidden-by-end = an end is hidden
field-name = name
field-alias = also called
field-id = id
field-note = note
field-claim = claim
field-citation = citation
field-source = source
step-hour = 1 hour
step-day = 1 day
step-week = 1 week
step-month = 1 month
step-quarter = 1 quarter
step-year = 1 year
find-or-command = Find, or type a command
recent-files = Recent files
hidden = hidden
palette-hint-find = Find by name, alias, text or source
palette-hint-commands = Type a command
palette-did-you-mean = Did you mean { $name }?
palette-more = { $count } more; type on to narrow
dialog-open-by-path = Open a case file
dialog-save-by-path = Save the case as
dialog-path = Path of the file
dialog-ok = OK
dialog-cancel = Cancel
dialog-close = Close
dialog-save = Save
dialog-discard = Do not save
dialog-window = Time window
dialog-window-hint = For example mid Feb 2021, week 10 2021, 2021-02/2021-03-09
dialog-window-empty = Nothing typed: the whole case
dialog-window-understood = Understood as { $span }
dialog-unsaved = Save the changes in { $title }?
dialog-unsaved-quit = They are in no file yet and would be lost.
dialog-unsaved-close = They are in no file yet and would be lost by closing the case.
dialog-unsaved-reload = Reading the file again would lose them.
dialog-unsaved-open = Opening another case would lose them.
dialog-comments = This file has comments that a save would drop
dialog-comments-text = Comments stand outside the case and cannot be kept; notes can. Saving as another file leaves this one as it is.
dialog-comments-save = Save without comments
dialog-replace = There is a file of this name already
dialog-replace-it = Replace it
dialog-findings = Findings in this file
dialog-hidden = Hidden things
dialog-shortcuts = Keys and mouse
dialog-about = About Rode Draad
dialog-case-files = Case files
dialog-picture-files = Pictures (SVG, PNG)
gestures = Mouse and bare keys
about-version = Version { $version }
about-what = A timeline and a network over one case file, for those who investigate and those who present.
about-never = It has no network code, no account and no telemetry. It intercepts, cracks and collects nothing.
about-licence = Free software under the MIT or the Apache 2.0 licence, at choice.
about-fonts = Set in IBM Plex (SIL Open Font License 1.1).
pane-network = Network
pane-border = Border between two panes
pane-timeline = Timeline
network-arranging = arranging…
stop = Stop
opening-share = reading { $path } · { $percent } %
opening = reading { $path }
window-label = Window
window-none = whole case
gesture-wheel = Wheel
    .does = network: zoom at the pointer; timeline: scroll lanes, or zoom where all lanes fit
gesture-ctrl-wheel = Ctrl+wheel
    .does = zoom in both views
gesture-shift-wheel = Shift+wheel
    .does = move through time
gesture-drag-ground = Drag on empty ground
    .does = move the picture
gesture-shift-drag = Shift+drag
    .does = select by rectangle
gesture-drag-node = Drag a node
    .does = moves and pins it
gesture-click = Click
    .does = select
gesture-ctrl-click = Ctrl+click or Shift+click
    .does = add to the selection or take out
gesture-double-click = Double click on a thing
    .does = select it and bring it into view
gesture-double-click-ground = Double click on empty ground
    .does = fit everything
gesture-ruler = Drag on the ruler
    .does = makes, moves or resizes the time window
gesture-ruler-double = Double click on the ruler
    .does = takes the window away
gesture-arrows = Arrow keys
    .does = walk from thing to thing in the view that has the keyboard
gesture-escape = Esc
    .does = closes what is open, then looks at everything again, then clears the selection, then the window
palette-found = { $count ->
    [one] 1 hit
   *[other] { $count } hits
}{ $hidden ->
    [0] {""}
   *[other] , { $hidden } of them hidden
}
dialog-edge-list = Take over “{ $name }”
edge-list-encoding = Encoding: { $encoding }{ $count ->
    [0] {""}
    [one] , 1 letter unreadable
   *[other] , { $count } letters unreadable
}
edge-list-delimiter = Delimiter
edge-list-header = The first row names the columns
edge-list-by-name = Columns are told by their names in the first row
edge-list-by-place = The first row does not name source and target: columns count by place
edge-list-column = Column { $number }
edge-list-rows = { $sound ->
    [one] 1 row becomes a link
   *[other] { $sound } rows become links
}{ $bad ->
    [0] {""}
    [one] ; 1 row cannot be taken and is kept as a note on the source
   *[other] ; { $bad } rows cannot be taken and are kept as a note on the source
}
edge-list-incomplete = Say which column holds the source and which the target
edge-list-doubt = Line { $line }: { $why }: { $text }
edge-list-take = Take over
edge-list-line = line
edge-list-relation = contact
edge-list-not-taken = Rows not taken:
edge-list-time = Time
edge-list-weight = weight
delimiter-tab = tab
delimiter-semicolon = semicolon
delimiter-comma = comma
delimiter-bar = bar
column-source = Source
column-target = Target
column-weight = Weight
column-time = Time
column-relation = Relation
column-other = Remark
trouble-no-source = no source
trouble-no-target = no target
trouble-open-quote = a quote that is never closed
dialog-picture-by-path = Save the picture as
notice-busy = Too much at once; try again in a moment
example-case = Example case
finding-place = Line { $line }, column { $column }:
selected-name = { $name } selected
network-size = { $nodes } nodes, { $ties } ties
events-folded = events folded
events-too-many = events drawn as ties: too many for nodes
playback-step = Step { $step }
playback-choices = Step, speed and more
playback-slides = slides
playback-slides-back = slides back
playback-grows = grows
playback-shrinks = shrinks
playback-rule-touches = touching
playback-rule-inside = inside
notice-nothing-to-play = Nothing to play: the window already holds the whole case
notice-case-ends = No dates after this
notice-case-begins = No dates before this
notice-window-least = The window is no longer than one step
playback-speed = { $speed } steps / s
lane-count = { $count ->
    [one] 1 lane
   *[other] { $count } lanes
}
picture-ending = the name must end in .svg or .png
run-no-trace = The record of frames cannot be written: { $reason }
run-no-window = No window could be opened: { $reasons }. The command line works without one: rodedraad --help
layout-done = { $nodes } nodes, { $links } links, { $seconds } s
layout-bad-line = line { $line }: source and target are needed
layout-bad-weight = line { $line }: “{ $weight }” is no weight; a number above 0 is needed

notice-counts-from = Lanes show counts from more than { $count } things in view on
notice-deleted = { $name } deleted. Ctrl+Z brings it back
dialog-delete = Delete { $name }?
delete-links = { $count ->
    [one] 1 link that ends there goes along.
   *[other] { $count } links that end there go along.
}
delete-loosened = { $count ->
    [one] 1 other thing refers to it: that part of it, a citation or a claim goes along.
   *[other] { $count } other things refer to it: those parts of them, citations or claims go along.
}
delete-undo = It is one step: Ctrl+Z brings all of it back.
delete-confirm = Delete
form-new-entity = New entity
form-new-event = New event
form-new-link = New link from { $from } to { $to }
form-of = Change { $name }
form-name = Name
form-title = Title
form-relation = Relation
form-kind = Kind
form-when = When
    .hint = e.g. 9 March 2021, mid Feb 2021, 2018?/..
form-tags = Tags
    .hint = with commas between them
form-note = Note
form-strength = Strength
form-make = Make
form-change = Change
form-no-name = A name is needed
form-no-date = Without a date. EDTF or words: “March 2021”, “mid Feb 2021”, “2018?/..”
form-keys = Tab to the next field · Page Down to the next group · Enter takes it
form-date = Understood as: { $date } ({ $edtf })
form-gone = It is not there any more
notice-form-refused = Nothing was changed: what was typed cannot be taken
dialog-history = Steps
history-help = A click goes to the case as it was after that step. What is pale can be done again until something else is done.
history-start = As it was opened
history-dropped = { $count ->
    [one] One earlier step was dropped and cannot be taken back
   *[other] { $count } earlier steps were dropped and cannot be taken back
}
history-saved = saved

strip-journal-failed = The recovery journal cannot be written: { $reason }. Save your work, elsewhere if need be
strip-safe-start = The program did not start well twice. This is a careful start: drawn in software, panes as at first, recovered work not opened by itself
strip-version-not-kept = Saved, but the version before could not be kept: { $reason }
strip-held = { $user } on { $machine } has this case open since { $since }. Here it is read only: changes are saved elsewhere
strip-held-perhaps = { $user } on { $machine } opened this case on { $since } and did not close it. Here it is read only until you take it over
remedy-take-over = Take over
remedy-difference = What differs?
remedy-recovery = Recovered work…
new-case-title = New case
new-case-file = case.ron
dialog-recovery = Work that was not saved
recovery-help = The program ended before this work was saved. It was kept in the recovery journal. Nothing is written to a file before you save.
recovery-unknown = A case without a readable title
recovery-edits = { $count ->
    [one] One change, made on { $last }
   *[other] { $count } changes, the last on { $last }
}
recovery-lost = { $count ->
    [one] At least one change at the end could not be read; the damaged journal is kept
   *[other] At least { $count } changes at the end could not be read; the damaged journal is kept
}
recovery-no-file = There is no file to compare it with.
recovery-open = Open recovered work
recovery-put-away = Delete for good
recovery-discard = Takes the journal of “{ $title }” off this machine. The file stays as it is
recovery-later = Decide later
recovery-unreadable = The journal is damaged from its start: nothing can be made of it.
recovery-no-base = The file that these changes belong to was changed or is gone, so they cannot be placed.
dialog-conflict = Not saved: the file was changed by someone else
dialog-on-disk = What differs from the file on disk
dialog-version = What differs from the earlier version
difference-help = From the file to what you have open:
difference-unreadable = It cannot be read as a case: { $reason }
difference-theirs = Open the file on disk
difference-overwrite = Save over it
change-added = Added: { $thing } “{ $name }”
change-removed = Removed: { $thing } “{ $name }”
change-changed = Changed: { $thing } “{ $name }”: { $fields }
change-added-count = { $count ->
    [one] 1 added
   *[other] { $count } added
}
change-removed-count = { $count ->
    [one] 1 removed
   *[other] { $count } removed
}
change-changed-count = { $count ->
    [one] 1 changed
   *[other] { $count } changed
}
change-head = properties of the case
change-head-fields = Properties of the case: { $fields }
change-view = how it is shown
change-order = only the order in the file
change-none = No difference
dialog-versions = Earlier versions
versions-help = What the file held before each save, the latest first. An earlier version opens as a case of its own; your file stays as it is.
versions-none = There is none yet.
versions-one = { $number }   { $saved }   { $size } kB
versions-open = Open as a copy
versions-compare = What differs?
versions-back = Back to the list
versions-keep = Versions to keep at each save:
versions-keep-none = none
file-field-format = version of the format
file-field-title = title
file-field-summary = summary
file-field-language = language
file-field-time-zone = time zone
file-field-grading = grading scheme
file-field-example = example
file-field-tolerances = tolerances
file-field-kinds = kinds
file-field-extra = unknown fields
file-field-set-aside = items that cannot be read
file-field-kind = kind
file-field-name = name
file-field-publisher = publisher
file-field-published = date of publication
file-field-address = address
file-field-reliability = reliability
file-field-repeats = repeats
file-field-covers = coverage
file-field-attachment = attachment
file-field-handling = handling
file-field-use-limits = limits of use
file-field-note = note
file-field-aliases = aliases
file-field-existed = existence
file-field-code = code
file-field-tags = tags
file-field-claims = claims
file-field-cites = citations
file-field-when = date
file-field-nature = nature
file-field-place = place
file-field-participants = participants
file-field-order = order
file-field-from = start
file-field-to = end
file-field-relation = relation
file-field-direction = direction
file-field-strength = strength
file-field-implied = implied
file-field-steps = steps

network-empty = This case is still empty. Begin with a source: all else stands on one
form-make-new = New: “{ $name }”
form-newcomer = new
form-also-source = Made too, as a source: { $names }
form-also-made = Made too, on the same sources: { $names }
form-pick-hint = choose from the case, or type a new name
group-name = Name of the group
form-new-source = New source
form-from = From
form-to = To
form-direction = Direction
form-nature = Nature
form-place = Place
form-aliases = Other names
    .hint = with commas between them
form-publisher = Publisher
form-language = Language
    .hint = e.g. en
form-address = Address
    .hint = https://…
form-reliability = Reliability
form-cites = Sources it stands on
form-add-cite = Add a citation
form-cite-number = { "Citation " }{ $number }{ ", " }
form-cite-more = quotation, when learned, note
form-source = Source
form-at = Place in it
form-credibility = Credibility
form-quote = Quotation
form-learned = When learned
form-participants = Who takes part
form-add-participant = Add a participant
form-participant-number = { "Participant " }{ $number }{ ", " }
form-participant = Entity
form-role = Role
form-orders = Before or after other events
form-add-order = Add an order
form-order-number = { "Order " }{ $number }{ ", " }
form-order-event = Event
form-order-after = after
form-order-before = before
form-order-within = within days of
form-days = Days at most
form-claims = What sources say
form-add-claim = Add a claim
form-claim-number = { "Claim " }{ $number }{ ", " }
form-attribute = Attribute
form-valued = Sort of value
form-value = Value
form-unit = Unit
form-low = At least
form-high = At most
form-exactness = Exactness
form-exact = exact
form-rounded = rounded
form-at-least = at least
form-order-of-magnitude = order of magnitude
form-vague = vague
form-as-of = As of
form-remove = Remove
claim-text = Words
claim-quantity = Number
claim-date = Date
claim-reference = Thing
form-missing = is still needed
form-unknown = nothing is called “{ $typed }”, or more than one thing: choose from the list, or make it new
form-no-number = “{ $typed }” is not a number
form-nothing-called-so = Nothing is called so
bulk-title = { $count ->
    [one] Change one thing
   *[other] Change { $count } things
}
bulk-help = What is left empty stays as it is in each of them.
bulk-add-tags = Add tags
bulk-remove-tags = Take tags away
bulk-as-it-is = as it is
bulk-count = { $count ->
    [0] Nothing changes yet
    [one] One thing changes
   *[other] { $count } things change
}
notice-changed = { $count ->
    [one] One thing was changed
   *[other] { $count } things were changed
}
copy-mark = (copy)
dialog-properties = Properties of the case
properties-summary = Summary
properties-language = Language (code)
properties-zone = Time zone
properties-grading = Grading scheme
properties-help = Dates without a zone are days in this time zone.
properties-no-title = A title is needed
properties-no-zone = There is no time zone “{ $typed }”; write it as “Europe/Amsterdam”
properties-no-kind-name = Each kind needs a name
properties-no-letter = “{ $typed }” is more than one letter
properties-no-colour = “{ $typed }” is no colour; write six hexadecimal digits, as 1F6F8B
properties-kinds = Kinds of this case
properties-add-kind = Add a kind
properties-kind-number = { "Kind " }{ $number }{ ", " }
properties-like = Drawn like
properties-like-none = a shape of its own
properties-letter = Letter
properties-colour = Colour
recovery-put-away-sure = Really delete for good

gesture-alt-drag-node = Alt+drag from node to node
    .does = makes a link between them
gesture-alt-drag-end = Alt+drag on a bar or mark
    .does = moves the nearer end of its date
gesture-alt-click-lane = Alt+click on a lane
    .does = places an event on it, at that time
drag-beside = { $date }, as “{ $name }”
drag-end-impossible = this date cannot be

notice-copied-things = { $count ->
    [one] One thing copied, with its sources
   *[other] { $count } things copied, with their sources and the links between them
}
notice-nothing-to-paste = There is nothing of a case on the clipboard
notice-pasted = { $count ->
    [one] One thing pasted
   *[other] { $count } things pasted
}{ $known ->
    [0] {""}
   *[other] ; { $known } were here already
}{ $left ->
    [0] {""}
    [one] ; one link without its ends was left out
   *[other] ; { $left } links without their ends were left out
}

dialog-merge = Merge into { $name }
merge-gone = These go into it, and their names become other names: { $names }
merge-links = { $count ->
    [one] One link comes to it.
   *[other] { $count } links come to it.
}
merge-between = { $count ->
    [one] One link between them becomes a link to itself.
   *[other] { $count } links between them become links to itself.
}
merge-events = { $count ->
    [one] It takes part in one event more.
   *[other] It takes part in { $count } events more.
}
merge-claims = { $count ->
    [one] One claim comes to it. None is lost: those that disagree stand side by side.
   *[other] { $count } claims come to it. None is lost: those that disagree stand side by side.
}
merge-kept = The originals are kept in the case: they can be split again, also later.
merge-confirm = Merge
notice-split = { $name } stands by itself again
file-field-merged = what was merged into it
