# Het venster: meldingen, stroken, kleine woorden.
notice-edit-refused = Niet gewijzigd: { $reason }
notice-copied = Gekopieerd: { $text }
notice-path = { $steps ->
    [one] Kortste pad: 1 stap
   *[other] Kortste pad: { $steps } stappen
}
notice-no-path = Geen pad tussen deze twee
notice-selection-undated = Niets in de selectie heeft een datum
notice-boxes = { $count ->
    [one] 1 naam heeft letters die geen lettertype op deze computer heeft. Ze staan er als blokjes; gekopieerd en opgeslagen zijn ze heel
   *[other] { $count } namen hebben letters die geen lettertype op deze computer heeft. Ze staan er als blokjes; gekopieerd en opgeslagen zijn ze heel
}
notice-saved = Opgeslagen: { $path }
notice-picture-saved = Afbeelding opgeslagen: { $path }{ $missing ->
    [0] {""}
    [one] . 1 teken zit in geen ingebouwde letter en staat er als vakje
   *[other] . { $missing } tekens zitten in geen ingebouwde letter en staan er als vakje
}
notice-picture-failed = Geen afbeelding: { $reason }
notice-settings-reset = De instellingen waren onleesbaar; de standaard geldt. Het oude bestand heet nu { $path }
notice-missing-letters = { $count ->
    [one] 1 teken zit in geen ingebouwde letter en staat er als vakje
   *[other] { $count } tekens zitten in geen ingebouwde letter en staan er als vakje
}
caption-aside = { $count ->
    [one] 1 item van het bestand was niet te lezen en is niet getekend
   *[other] { $count } items van het bestand waren niet te lezen en zijn niet getekend
}
strip-device-lost = Het grafische apparaat viel weg. Het venster is opnieuw geopend; er is niets verloren
strip-open-failed = Niet geopend: { $path }. { $reason }
strip-changed-on-disk = { $path } is op schijf gewijzigd. Hier staat de oudere toestand
strip-findings = { $errors ->
    [one] 1 fout
   *[other] { $errors } fouten
} en { $warnings ->
    [one] 1 waarschuwing
   *[other] { $warnings } waarschuwingen
} in dit bestand. Wat klopt staat er; bij opslaan gaat niets verloren
strip-read-only = Geschreven door een nieuwer programma: hier alleen lezen. Opslaan als ander bestand bewaart wijzigingen
strip-gone-from-disk = { $path } is er niet meer. Wat hier staat, staat in geen bestand
notice-save-waits = Een ander programma heeft { $path } open. Wordt enkele seconden lang opnieuw geprobeerd…
strip-not-saved = { $reason }
remedy-open-other = Ander bestand openen…
remedy-findings = Toon
remedy-save-elsewhere = Elders opslaan…
remedy-by-path = Pad typen…
strip-dialog-slow = Het bestandsvenster reageert niet. Een pad typen kan ook
dismiss = Sluiten
hidden-by-hand = met de hand
hidden-by-strength = op sterkte
hidden-by-kind = op soort
hidden-by-end = een uiteinde is verborgen
field-name = naam
field-alias = ook bekend als
field-id = id
field-note = notitie
field-claim = bewering
field-citation = verwijzing
field-source = bron
step-hour = 1 uur
step-day = 1 dag
step-week = 1 week
step-month = 1 maand
step-quarter = 1 kwartaal
step-year = 1 jaar
find-or-command = Zoek, of typ een opdracht
recent-files = Recente bestanden
hidden = verborgen
palette-hint-find = Zoek op naam, alias, tekst of bron
palette-hint-commands = Typ een opdracht
palette-did-you-mean = Bedoeld: { $name }?
palette-more = nog { $count }; typ verder om te beperken
dialog-open-by-path = Dossierbestand openen
dialog-save-by-path = Dossier opslaan als
dialog-path = Pad van het bestand
dialog-ok = OK
dialog-cancel = Annuleren
dialog-close = Sluiten
dialog-save = Opslaan
dialog-discard = Niet opslaan
dialog-window = Tijdvenster
dialog-window-hint = Bijvoorbeeld maart 2021, week 10 2021, 2021-02/2021-03-09
dialog-window-empty = Niets getypt: het hele dossier
dialog-window-understood = Begrepen als { $span }
dialog-unsaved = Wijzigingen in { $title } opslaan?
dialog-unsaved-quit = Ze staan nog in geen bestand en zouden verloren gaan.
dialog-unsaved-close = Ze staan nog in geen bestand en zouden bij sluiten verloren gaan.
dialog-unsaved-reload = Door opnieuw in te lezen zouden ze verloren gaan.
dialog-unsaved-open = Door een ander dossier te openen zouden ze verloren gaan.
dialog-comments = Dit bestand heeft commentaar dat bij opslaan vervalt
dialog-comments-text = Commentaar staat buiten het dossier en blijft niet bewaard; notities wel. Opslaan als ander bestand laat dit zoals het is.
dialog-comments-save = Opslaan zonder commentaar
dialog-replace = Er is al een bestand met deze naam
dialog-replace-it = Vervangen
dialog-findings = Bevindingen in dit bestand
dialog-hidden = Verborgen dingen
dialog-shortcuts = Toetsen en muis
dialog-about = Over Rode Draad
dialog-case-files = Dossierbestanden
dialog-picture-files = Afbeeldingen (SVG, PNG)
gestures = Muis en losse toetsen
about-version = Versie { $version }
about-what = Een tijdlijn en een netwerk over één dossierbestand, voor wie onderzoekt en wie presenteert.
about-never = Het heeft geen netwerkcode, geen account en geen telemetrie. Het onderschept, kraakt en verzamelt niets.
about-licence = Vrije software onder de MIT- of de Apache 2.0-licentie, naar keuze.
about-fonts = Gezet in IBM Plex (SIL Open Font License 1.1).
pane-network = Netwerk
pane-border = Grens tussen twee vensterdelen
pane-timeline = Tijdlijn
network-arranging = rangschikken…
stop = Stop
opening-share = { $path } inlezen · { $percent } %
opening = { $path } inlezen
window-label = Venster
window-none = hele dossier
gesture-wheel = Wiel
    .does = netwerk: zoomen bij de aanwijzer; tijdlijn: banen schuiven, of zoomen als alle banen passen
gesture-ctrl-wheel = Ctrl+wiel
    .does = zoomen in beide beelden
gesture-shift-wheel = Shift+wiel
    .does = door de tijd schuiven
gesture-drag-ground = Slepen op lege grond
    .does = het beeld verschuiven
gesture-shift-drag = Shift+slepen
    .does = selecteren met een rechthoek
gesture-drag-node = Een knoop slepen
    .does = verplaatst hem en zet hem vast
gesture-click = Klik
    .does = selecteren
gesture-ctrl-click = Ctrl+klik of Shift+klik
    .does = toevoegen aan de selectie of eruit halen
gesture-double-click = Dubbelklik op een ding
    .does = selecteren en in beeld brengen
gesture-double-click-ground = Dubbelklik op lege grond
    .does = alles in beeld
gesture-ruler = Slepen op de liniaal
    .does = maakt, verschuift of verlengt het tijdvenster
gesture-ruler-double = Dubbelklik op de liniaal
    .does = haalt het tijdvenster weg
gesture-arrows = Pijltjestoetsen
    .does = lopen van ding naar ding in het beeld waarin het toetsenbord werkt
gesture-escape = Esc
    .does = sluit wat open is, bekijkt dan alles weer, heft dan de selectie op, dan het venster
palette-found = { $count ->
    [one] 1 treffer
   *[other] { $count } treffers
}{ $hidden ->
    [0] {""}
   *[other] , waarvan { $hidden } verborgen
}
dialog-edge-list = “{ $name }” overnemen
edge-list-encoding = Codering: { $encoding }{ $count ->
    [0] {""}
    [one] , 1 letter onleesbaar
   *[other] , { $count } letters onleesbaar
}
edge-list-delimiter = Scheidingsteken
edge-list-header = De eerste rij benoemt de kolommen
edge-list-by-name = Kolommen volgen uit hun namen in de eerste rij
edge-list-by-place = De eerste rij noemt geen bron en doel: kolommen tellen naar hun plaats
edge-list-column = Kolom { $number }
edge-list-rows = { $sound ->
    [one] 1 rij wordt een verband
   *[other] { $sound } rijen worden verbanden
}{ $bad ->
    [0] {""}
    [one] ; 1 rij kan niet mee en blijft als opmerking bij de bron
   *[other] ; { $bad } rijen kunnen niet mee en blijven als opmerking bij de bron
}
edge-list-incomplete = Wijs aan welke kolom de bron bevat en welke het doel
edge-list-doubt = Regel { $line }: { $why }: { $text }
edge-list-take = Overnemen
edge-list-line = regel
edge-list-relation = contact
edge-list-not-taken = Niet overgenomen rijen:
edge-list-time = Tijd
edge-list-weight = gewicht
delimiter-tab = tab
delimiter-semicolon = puntkomma
delimiter-comma = komma
delimiter-bar = verticale streep
column-source = Bron
column-target = Doel
column-weight = Gewicht
column-time = Tijd
column-relation = Relatie
column-other = Opmerking
trouble-no-source = geen bron
trouble-no-target = geen doel
trouble-open-quote = een aanhalingsteken dat nooit sluit
dialog-picture-by-path = Afbeelding opslaan als
notice-busy = Te veel tegelijk; zo dadelijk opnieuw proberen
example-case = Voorbeelddossier
finding-place = Regel { $line }, kolom { $column }:
selected-name = { $name } geselecteerd
network-size = { $nodes } knopen, { $ties } lijnen
events-folded = gebeurtenissen ingevouwen
events-too-many = gebeurtenissen als lijnen: te veel voor knopen
playback-step = Stap { $step }
playback-choices = Stap, snelheid en meer
playback-slides = schuift
playback-slides-back = schuift terug
playback-grows = groeit
playback-shrinks = krimpt
playback-rule-touches = rakend
playback-rule-inside = binnen
notice-nothing-to-play = Niets af te spelen: het venster omvat het hele dossier al
notice-case-ends = Geen datums hierna
notice-case-begins = Geen datums hiervoor
notice-window-least = Het venster is niet langer dan een stap
playback-speed = { $speed } stappen / s
lane-count = { $count ->
    [one] 1 baan
   *[other] { $count } banen
}
picture-ending = de naam moet eindigen op .svg of .png
run-no-trace = De opname van beelden kan niet worden geschreven: { $reason }
run-no-window = Er kon geen venster worden geopend: { $reasons }. De opdrachtregel werkt zonder: rodedraad --help
layout-done = { $nodes } knopen, { $links } verbanden, { $seconds } s
layout-bad-line = regel { $line }: bron en doel zijn nodig
layout-bad-weight = regel { $line }: “{ $weight }” is geen gewicht; een getal boven 0 is nodig

notice-counts-from = Banen tonen aantallen vanaf meer dan { $count } zaken in beeld
notice-deleted = { $name } verwijderd. Ctrl+Z haalt het terug
dialog-delete = { $name } verwijderen?
delete-links = { $count ->
    [one] 1 verband dat daar eindigt, verdwijnt mee.
   *[other] { $count } verbanden die daar eindigen, verdwijnen mee.
}
delete-loosened = { $count ->
    [one] 1 andere zaak verwijst ernaar: die deelname, verwijzing of bewering verdwijnt mee.
   *[other] { $count } andere zaken verwijzen ernaar: die deelnames, verwijzingen of beweringen verdwijnen mee.
}
delete-undo = Het is één stap: Ctrl+Z haalt alles terug.
delete-confirm = Verwijderen
form-new-entity = Nieuwe entiteit
form-new-event = Nieuwe gebeurtenis
form-new-link = Nieuw verband van { $from } naar { $to }
form-of = { $name } wijzigen
form-name = Naam
form-title = Titel
form-relation = Relatie
form-kind = Soort
form-when = Wanneer
    .hint = bijv. 9 maart 2021, medio feb 2021, 2018?/..
form-tags = Labels
    .hint = met komma’s ertussen
form-note = Notitie
form-strength = Sterkte
form-make = Maken
form-change = Wijzigen
form-no-name = Een naam is nodig
form-no-date = Zonder datum. EDTF of woorden: “maart 2021”, “medio feb 2021”, “2018?/..”
form-keys = Tab naar het volgende veld · Page Down naar de volgende groep · Enter neemt over
form-date = Begrepen als: { $date } ({ $edtf })
form-gone = Het is er niet meer
notice-form-refused = Er is niets gewijzigd: wat is getypt kan niet worden overgenomen
dialog-history = Stappen
history-help = Een klik gaat naar het dossier zoals het na die stap was. Wat bleek is, kan opnieuw tot er iets anders wordt gedaan.
history-start = Zoals het werd geopend
history-dropped = { $count ->
    [one] Eén eerdere stap is vervallen en kan niet worden teruggedraaid
   *[other] { $count } eerdere stappen zijn vervallen en kunnen niet worden teruggedraaid
}
history-saved = opgeslagen

strip-journal-failed = Het herstellogboek kan niet worden geschreven: { $reason }. Sla uw werk op, zo nodig elders
strip-safe-start = Het programma startte twee keer niet goed. Dit is een voorzichtige start: software tekent, panelen als eerst, hersteld werk wordt niet vanzelf geopend
strip-version-not-kept = Opgeslagen, maar de versie van daarvoor kon niet worden bewaard: { $reason }
strip-held = { $user } op { $machine } heeft dit dossier open sinds { $since }. Hier is het alleen te lezen: wijzigingen gaan naar een ander bestand
strip-held-perhaps = { $user } op { $machine } opende dit dossier op { $since } en sloot het niet. Hier is het alleen te lezen tot u het overneemt
remedy-take-over = Overnemen
remedy-difference = Wat verschilt?
remedy-recovery = Hersteld werk…
new-case-title = Nieuw dossier
new-case-file = dossier.ron
dialog-recovery = Werk dat niet is opgeslagen
recovery-help = Het programma eindigde voordat dit werk was opgeslagen. Het is bewaard in het herstellogboek. Er wordt niets naar een bestand geschreven voordat u opslaat.
recovery-unknown = Een dossier zonder leesbare titel
recovery-edits = { $count ->
    [one] Eén wijziging, van { $last }
   *[other] { $count } wijzigingen, de laatste van { $last }
}
recovery-lost = { $count ->
    [one] Ten minste één wijziging aan het einde was niet te lezen; het beschadigde logboek is bewaard
   *[other] Ten minste { $count } wijzigingen aan het einde waren niet te lezen; het beschadigde logboek is bewaard
}
recovery-no-file = Er is geen bestand om het mee te vergelijken.
recovery-open = Hersteld werk openen
recovery-put-away = Voorgoed verwijderen
recovery-discard = Haalt het logboek van “{ $title }” van deze computer. Het bestand blijft zoals het is
recovery-later = Later beslissen
recovery-unreadable = Het logboek is vanaf het begin beschadigd: er is niets van te maken.
recovery-no-base = Het bestand waar deze wijzigingen bij horen is gewijzigd of weg, dus ze zijn niet te plaatsen.
dialog-conflict = Niet opgeslagen: iemand anders heeft het bestand gewijzigd
dialog-on-disk = Wat verschilt van het bestand op schijf
dialog-version = Wat verschilt van de eerdere versie
difference-help = Van het bestand naar wat u open hebt:
difference-unreadable = Het is niet als dossier te lezen: { $reason }
difference-theirs = Bestand op schijf openen
difference-overwrite = Eroverheen opslaan
change-added = Erbij: { $thing } “{ $name }”
change-removed = Weg: { $thing } “{ $name }”
change-changed = Gewijzigd: { $thing } “{ $name }”: { $fields }
change-added-count = { $count ->
    [one] 1 erbij
   *[other] { $count } erbij
}
change-removed-count = { $count ->
    [one] 1 weg
   *[other] { $count } weg
}
change-changed-count = { $count ->
    [one] 1 gewijzigd
   *[other] { $count } gewijzigd
}
change-head = eigenschappen van het dossier
change-head-fields = Eigenschappen van het dossier: { $fields }
change-view = hoe het wordt getoond
change-order = alleen de volgorde in het bestand
change-none = Geen verschil
dialog-versions = Eerdere versies
versions-help = Wat het bestand vóór elke keer opslaan bevatte, de laatste bovenaan. Een eerdere versie opent als een eigen dossier; uw bestand blijft zoals het is.
versions-none = Er is er nog geen.
versions-one = { $number }   { $saved }   { $size } kB
versions-open = Als kopie openen
versions-compare = Wat verschilt?
versions-back = Terug naar de lijst
versions-keep = Versies die bij opslaan bewaard blijven:
versions-keep-none = geen
file-field-format = versie van het formaat
file-field-title = titel
file-field-summary = samenvatting
file-field-language = taal
file-field-time-zone = tijdzone
file-field-grading = waarderingsschema
file-field-example = voorbeeld
file-field-tolerances = speling
file-field-kinds = soorten
file-field-extra = onbekende velden
file-field-set-aside = onleesbare onderdelen
file-field-kind = soort
file-field-name = naam
file-field-publisher = uitgever
file-field-published = datum van publicatie
file-field-address = adres
file-field-reliability = betrouwbaarheid
file-field-repeats = herhaalt
file-field-covers = bereik
file-field-attachment = bijlage
file-field-handling = omgang
file-field-use-limits = grenzen aan gebruik
file-field-note = notitie
file-field-aliases = andere namen
file-field-existed = bestaan
file-field-code = code
file-field-tags = labels
file-field-claims = beweringen
file-field-cites = vindplaatsen
file-field-when = datum
file-field-nature = aard
file-field-place = plaats
file-field-participants = deelnemers
file-field-order = volgorde
file-field-from = begin
file-field-to = einde
file-field-relation = relatie
file-field-direction = richting
file-field-strength = sterkte
file-field-implied = afgeleid
file-field-steps = stappen

network-empty = Dit dossier is nog leeg. Begin met een bron: alles rust er op een
form-make-new = Nieuw: “{ $name }”
form-newcomer = nieuw
form-also-source = Ook gemaakt, als bron: { $names }
form-also-made = Ook gemaakt, met dezelfde bronnen: { $names }
form-pick-hint = kies uit het dossier, of typ een nieuwe naam
group-name = Naam van de groep
form-new-source = Nieuwe bron
form-from = Van
form-to = Naar
form-direction = Richting
form-nature = Aard
form-place = Plaats
form-aliases = Andere namen
    .hint = met komma’s ertussen
form-publisher = Uitgever
form-language = Taal
    .hint = bijv. nl
form-address = Adres
    .hint = https://…
form-reliability = Betrouwbaarheid
form-cites = Bronnen waarop het rust
form-add-cite = Vindplaats toevoegen
form-cite-number = { "Vindplaats " }{ $number }{ ", " }
form-cite-more = citaat, wanneer vernomen, notitie
form-source = Bron
form-at = Plaats erin
form-credibility = Geloofwaardigheid
form-quote = Citaat
form-learned = Wanneer vernomen
form-participants = Wie deelneemt
form-add-participant = Deelnemer toevoegen
form-participant-number = { "Deelnemer " }{ $number }{ ", " }
form-participant = Entiteit
form-role = Rol
form-orders = Voor of na andere gebeurtenissen
form-add-order = Volgorde toevoegen
form-order-number = { "Volgorde " }{ $number }{ ", " }
form-order-event = Gebeurtenis
form-order-after = na
form-order-before = voor
form-order-within = binnen dagen van
form-days = Dagen hoogstens
form-claims = Wat bronnen zeggen
form-add-claim = Bewering toevoegen
form-claim-number = { "Bewering " }{ $number }{ ", " }
form-attribute = Kenmerk
form-valued = Soort waarde
form-value = Waarde
form-unit = Eenheid
form-low = Ten minste
form-high = Ten hoogste
form-exactness = Nauwkeurigheid
form-exact = precies
form-rounded = afgerond
form-at-least = ten minste
form-order-of-magnitude = orde van grootte
form-vague = vaag
form-as-of = Geldig op
form-remove = Weghalen
claim-text = Woorden
claim-quantity = Getal
claim-date = Datum
claim-reference = Ding
form-missing = is nog nodig
form-unknown = niets heet “{ $typed }”, of meer dan één ding: kies uit de lijst, of maak het nieuw
form-no-number = “{ $typed }” is geen getal
form-nothing-called-so = Niets heet zo
bulk-title = { $count ->
    [one] Eén ding wijzigen
   *[other] { $count } dingen wijzigen
}
bulk-help = Wat leeg blijft, blijft bij elk zoals het is.
bulk-add-tags = Labels erbij
bulk-remove-tags = Labels weg
bulk-as-it-is = zoals het is
bulk-count = { $count ->
    [0] Er verandert nog niets
    [one] Eén ding verandert
   *[other] { $count } dingen veranderen
}
notice-changed = { $count ->
    [one] Eén ding is gewijzigd
   *[other] { $count } dingen zijn gewijzigd
}
copy-mark = (kopie)
dialog-properties = Eigenschappen van het dossier
properties-summary = Samenvatting
properties-language = Taal (code)
properties-zone = Tijdzone
properties-grading = Waarderingsschema
properties-help = Datums zonder zone zijn dagen in deze tijdzone.
properties-no-title = Een titel is nodig
properties-no-zone = Er is geen tijdzone “{ $typed }”; schrijf haar als “Europe/Amsterdam”
properties-no-kind-name = Elke soort heeft een naam nodig
properties-no-letter = “{ $typed }” is meer dan één letter
properties-no-colour = “{ $typed }” is geen kleur; schrijf zes hexadecimale cijfers, zoals 1F6F8B
properties-kinds = Soorten van dit dossier
properties-add-kind = Soort toevoegen
properties-kind-number = { "Soort " }{ $number }{ ", " }
properties-like = Getekend als
properties-like-none = een eigen vorm
properties-letter = Letter
properties-colour = Kleur
recovery-put-away-sure = Echt voorgoed verwijderen

gesture-alt-drag-node = Alt+slepen van knoop naar knoop
    .does = maakt een verband ertussen
gesture-alt-drag-end = Alt+slepen aan een balk of teken
    .does = verplaatst het naaste einde van de datum
gesture-alt-click-lane = Alt+klik op een baan
    .does = zet er een gebeurtenis op, op dat tijdstip
drag-beside = { $date }, als “{ $name }”
drag-end-impossible = deze datum kan niet

notice-copied-things = { $count ->
    [one] Eén ding gekopieerd, met zijn bronnen
   *[other] { $count } dingen gekopieerd, met hun bronnen en de verbanden ertussen
}
notice-nothing-to-paste = Er staat niets van een dossier op het klembord
notice-pasted = { $count ->
    [one] Eén ding geplakt
   *[other] { $count } dingen geplakt
}{ $known ->
    [0] {""}
   *[other] ; { $known } waren er al
}{ $left ->
    [0] {""}
    [one] ; één verband zonder uiteinden is weggelaten
   *[other] ; { $left } verbanden zonder uiteinden zijn weggelaten
}

dialog-merge = Samenvoegen in { $name }
merge-gone = Deze gaan erin op, en hun namen worden andere namen: { $names }
merge-links = { $count ->
    [one] Eén verband komt erbij.
   *[other] { $count } verbanden komen erbij.
}
merge-between = { $count ->
    [one] Eén verband ertussen wordt een verband met zichzelf.
   *[other] { $count } verbanden ertussen worden verbanden met zichzelf.
}
merge-events = { $count ->
    [one] Het neemt deel aan één gebeurtenis meer.
   *[other] Het neemt deel aan { $count } gebeurtenissen meer.
}
merge-claims = { $count ->
    [one] Eén bewering komt erbij. Geen gaat verloren: wat elkaar tegenspreekt staat naast elkaar.
   *[other] { $count } beweringen komen erbij. Geen gaat verloren: wat elkaar tegenspreekt staat naast elkaar.
}
merge-kept = De originelen blijven in het dossier bewaard: ze kunnen weer worden gesplitst, ook later.
merge-confirm = Samenvoegen
notice-split = { $name } staat weer op zichzelf
file-field-merged = wat erin is samengevoegd
