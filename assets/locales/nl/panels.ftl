# Overzicht.
outline = Overzicht
outline-filter = Lijsten filteren
outline-filter-toggle = Filter
outline-kinds = Soorten
outline-certainty = Zekerheid van verbanden
outline-entities = Entiteiten
outline-events = Gebeurtenissen
outline-links = Verbanden
outline-sources = Bronnen
outline-by-links = op verbanden
outline-by-name = op naam
outline-by-date = op eerste datum
outline-sort = Volgorde van de entiteiten: { $order }
outline-empty = Geen in dit dossier
outline-no-match = Niets past bij het filter
outline-kind-shown = { $name }: { $counts }. Een klik verbergt deze soort
outline-strength-shown = { $name }: { $counts }. Een klik verbergt verbanden van deze sterkte
outline-strength-hidden = { $name }: { $counts }. Verborgen; een klik toont verbanden van deze sterkte
legend-size = Grootte: { $attribute }
legend-width = Dikte: { $attribute }
legend-tag = label { $tag }
legend-rule-empty = Een regel zonder voorwaarden
outline-kind-hidden = { $name }: { $counts }. Verborgen; een klik toont deze soort
section-name = { $name } ({ $count })
links-count = { $count } { $count ->
    [one] verband
   *[other] verbanden
}
hidden-because = verborgen { $reason }
# Details.
details = Details
details-existed = Bestond
details-when = Wanneer
details-published = Gepubliceerd
details-as-written = De datum zoals die in het bestand staat
details-undated-entity = geen eigen datum
details-impossible = Eindigt voor het begint. Wissel of verbeter
details-also = ook { $names }
details-from = van
details-to = naar
details-more = nog { $count }
details-go = Naar { $name }
details-participants = Deelnemers
details-place = plaats
details-order = Volgorde
details-missing = Niet in dit dossier: { $id }
details-pinned = Vastgezet
details-colour = Kleur
details-colour-of = Kleur van { $kind }
details-colour-reset = Eigen kleur van de soort
details-language = Taal
details-note = Notitie
details-id = Id in het bestand
details-several = { $count } geselecteerd
details-nothing = Niets geselecteerd. Een klik op iets toont wat ervan bekend is, en uit welke bron
link-implied = af te leiden, niet gesteld
details-by-order = door de volgorde: { $date }
order-rests-on = rust op
order-not-used = Telt niet mee tot een ervan is verbeterd
order-after = na
order-before = voor
order-within = nabij
order-days = hooguit { $count } { $count ->
    [one] dag
   *[other] dagen
}
tally-in = { $count } in
tally-possible = { $count } mogelijk
tally-out = { $count } uit
tally-undated = { $count } ongedateerd
# Beweringen.
claims-contested = { $count } beweringen, niet samengevoegd
claims-count = { $count } beweringen
claim-as-of = per { $date }
unsourced = Zonder bron
attribute-when = Wanneer
attribute-existed = Bestond
attribute-name = Naam
attribute-began = Begin
attribute-ended = Einde
attribute-users = Gebruikers
# Bronnen en waarderingen.
why = Waarom staat dit hier?
why-independent = { $count } onafhankelijke { $count ->
    [one] bron
   *[other] bronnen
}
why-reprints-among = { $count ->
    [one] { $count } overname telt
   *[other] { $count } overnames tellen
} niet
why-reprints = { $count ->
    [one] { $count } overname, telt
   *[other] { $count } overnames, tellen
} niet als steun
why-repeats = Herhaalt { $source }: telt niet als steun
why-learned = Bekend bij het team: { $date }
why-no-source = Geen bron met het id { $id }
source-row = Bron: { $source }
source-repeats = herhaalt
source-repeated-by = herhaald door
source-reprint = Een overname telt niet als steun
source-covers = Dekt
source-covers-all = alles
source-cited-by = Rust op deze bron
source-reliability = Betrouwbaarheid
source-handling = Hanteringscode
source-limit = Gebruiksvoorwaarde
source-attachment = Bestand
source-address = Adres
copy-reference = Verwijzing kopiëren
copy-address = Adres kopiëren
language-nl = in het Nederlands
language-en = in het Engels
language-fr = in het Frans
language-de = in het Duits
language-es = in het Spaans
language-it = in het Italiaans
grade-admiralty-source-a = betrouwbare bron
grade-admiralty-source-b = doorgaans betrouwbare bron
grade-admiralty-source-c = redelijk betrouwbare bron
grade-admiralty-source-d = doorgaans onbetrouwbare bron
grade-admiralty-source-e = onbetrouwbare bron
grade-admiralty-source-f = betrouwbaarheid niet te beoordelen
grade-admiralty-passage-1 = elders bevestigd
grade-admiralty-passage-2 = waarschijnlijk waar
grade-admiralty-passage-3 = mogelijk waar
grade-admiralty-passage-4 = twijfelachtig
grade-admiralty-passage-5 = onwaarschijnlijk
grade-admiralty-passage-6 = waarheid niet te beoordelen
grade-europol-source-a = bron boven twijfel
grade-europol-source-b = bron in de meeste gevallen betrouwbaar
grade-europol-source-c = bron in de meeste gevallen onbetrouwbaar
grade-europol-source-x = betrouwbaarheid niet te beoordelen
grade-europol-passage-1 = juistheid niet in twijfel
grade-europol-passage-2 = bekend bij de bron, niet bij de ambtenaar
grade-europol-passage-3 = niet bekend bij de bron, wel gesteund
grade-europol-passage-4 = niet bekend bij de bron, niet te steunen
grade-uk-source-1 = betrouwbare bron
grade-uk-source-2 = niet beproefde bron
grade-uk-source-3 = onbetrouwbare bron
grade-uk-passage-a = rechtstreeks bekend
grade-uk-passage-b = indirect bekend, gesteund
grade-uk-passage-c = indirect bekend
grade-uk-passage-d = niet bekend
grade-uk-passage-e = vermoedelijk onwaar
# Dossier, statusregel, welkom, lijsten.
case-extent = Datums
case-zone = Tijdzone
case-grading = Waardering
grading-admiralty = Admiralty, A tot F en 1 tot 6
grading-europol = Europol 4x4
grading-uk = VK 3x5x2
grading-none = geen
count-entities = { $count } { $count ->
    [one] entiteit
   *[other] entiteiten
}
count-events = { $count } { $count ->
    [one] gebeurtenis
   *[other] gebeurtenissen
}
count-links = { $count } { $count ->
    [one] verband
   *[other] verbanden
}
count-sources = { $count } { $count ->
    [one] bron
   *[other] bronnen
}
count-errors = { $count } { $count ->
    [one] fout
   *[other] fouten
}
count-warnings = { $count } { $count ->
    [one] waarschuwing
   *[other] waarschuwingen
}
count-notes = { $count } { $count ->
    [one] opmerking
   *[other] opmerkingen
}
show-findings = Bevindingen tonen
status-hidden = verborgen { $count }
status-possible = mogelijk { $count }
status-outside = buiten venster { $count }
status-not-inside = niet binnen venster { $count }
status-near = { $steps ->
        [one] binnen één stap van { $name }: { $near } · verbleekt { $faded }
       *[other] binnen { $steps } stappen van { $name }: { $near } · verbleekt { $faded }
    }
status-near-short = { $near } · verbleekt { $faded }
status-near-off = Alles weer bekijken
near-several = { $count } dingen
arranged-layered = in lagen
arranged-radial = in ringen
arranged-time = op tijd
arranged-country = per land
arranged-kind = per soort
mark-steps = { $steps ->
        [one] 1 stap
       *[other] { $steps } stappen
    }
mark-box = { $name } · { $count }
mark-nowhere = zonder land · { $count }
mark-undated = zonder datum · { $count }
status-inside = alleen wat binnen het venster ligt
status-touch-again = Een klik telt weer wat het venster raakt
status-undated = ongedateerd { $count }
status-contested = betwist { $count }
status-unsourced = zonder bron { $count }
status-select = Een klik selecteert ze
status-hidden-why = verborgen { $count }: { $reasons }
status-zone = Tijden in { $zone }. Een klik wisselt tussen de zone van het dossier en UTC
status-saved = opgeslagen
status-not-saved = niet opgeslagen
status-read-only = alleen lezen
welcome = Een dossier openen, of hierheen slepen
welcome-examples = De voorbeelden zijn ingebouwd en als voorbeeld gemerkt
welcome-recent = Recente bestanden
welcome-open-recent = { $path } openen
welcome-reading = Bezig met lezen: { $path }
findings-none = Niets gevonden
severity-error = Fout
severity-warning = Waarschuwing
severity-note = Opmerking
hidden-none = Niets is verborgen
hidden-show = { $name } tonen
show = Toon
unpin = Losmaken
status-happened-again = Indrukken om het dossier weer te lezen naar wanneer iets gebeurde

# De tabel.
pane-table = Tabel
table-tab = Tabel: { $name } ({ $count })
table-rows = { $count ->
    [one] 1 rij
   *[other] { $count } rijen
}
table-rows-of = { $count } van { $all } rijen
table-sorting = sorteren…
table-close = Tabel opbergen
table-copy = Geselecteerde rijen kopiëren, of alle waar niets is geselecteerd
table-columns = Kolommen
table-columns-reset = Kolommen zoals eerst
table-column-left = Naar links
table-column-right = Naar rechts
table-column-off = Kolom weghalen
table-filter = Rijen filteren
table-scope = Rijen: { $what }
table-scope-all = alle
table-scope-window = in het venster
table-scope-selection = bij de selectie
table-unsorted = niet gesorteerd
table-ascending = oplopend gesorteerd
table-descending = aflopend gesorteerd
table-head = { $name }, { $order }
table-border = Breedte van { $name }
table-body = Rijen van de tabel: { $name }
table-bar = Plaats in de tabel
table-none = Geen rij voldoet. Filter wissen of alle tonen
notice-rows-copied = { $count ->
    [one] 1 rij gekopieerd
   *[other] { $count } rijen gekopieerd
}
notice-rows-copied-of = De eerste { $count } van { $all } rijen gekopieerd: meer is te veel voor een klembord. Eerst filteren
table-field-name = Naam
table-field-kind = Soort
table-field-when = Wanneer
table-field-ties = Banden
table-field-citations = Verwijzingen
table-field-tags = Labels
table-field-answer = Venster
table-field-aliases = Andere namen
table-field-contested = Betwist
table-field-note = Notitie
table-field-id = Id
table-field-participants = Deelnemers
table-field-place = Plaats
table-field-nature = Aard
table-field-from = Van
table-field-relation = Relatie
table-field-to = Naar
table-field-strength = Sterkte
table-field-direction = Richting
table-field-publisher = Uitgever
table-field-reliability = Betrouwbaarheid
table-field-cited = Aangehaald
table-field-language = Taal
table-field-repeats = Herhaalt
table-field-handling = Hantering
table-field-address = Adres

# Uiterlijk.
dialog-looks = Uiterlijk
looks-size = Grootte van knopen
looks-by-ties = naar aantal banden
looks-width = Dikte van verbanden
looks-alike = allemaal gelijk
looks-rules = Regels
looks-rules-help = Wat aan alle voorwaarden van een regel voldoet, krijgt zijn kleur. De eerste regel die past telt; een met de hand gekozen kleur gaat voor regels.
looks-rule = { $number }.
looks-rule-add = Regel toevoegen
looks-rule-up = Regel { $number } vóór die erboven
looks-rule-remove = Regel { $number } weghalen
looks-kind = Soort
looks-any-kind = elke soort
looks-tag = Label
looks-attribute = Kenmerk
looks-any-attribute = elk kenmerk
looks-value = Waarde
looks-least = Minstens
looks-colour = Regel { $number }: kleur van { $kind }

status-kept = niet opgeslagen, in logboek { $at }
status-being-kept = niet opgeslagen, gaat naar logboek
status-not-kept = niet opgeslagen, niet in logboek
