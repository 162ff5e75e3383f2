# Bevindingen: wat bij het lezen van een dossier opviel. Het bericht zegt wat er is, het advies wat te doen.

finding-empty-file = Het bestand is leeg
    .advice = Een eerdere versie van het bestand openen, of een nieuw dossier beginnen
finding-utf-16 = Opgeslagen als UTF-16; een dossier is UTF-8
    .advice = Het bestand opnieuw opslaan als UTF-8, zonder verdere wijziging
finding-windows-1252 = Opgeslagen als Windows-1252; een dossier is UTF-8. Eerste byte daarvan: { $byte } op positie { $offset }
    .advice = Het bestand opnieuw opslaan als UTF-8, zonder verdere wijziging
finding-invalid-utf8 = Byte { $byte } op positie { $offset } is geen UTF-8
    .advice = De beschadigde letter vervangen, of een eerdere versie van het bestand openen
finding-too-large = Het bestand is { $size } GB; tot { $most } GB wordt gelezen
    .advice = Het dossier splitsen, of berichten en registraties erbuiten houden
finding-too-many-items = Het bestand heeft { $count } onderdelen; tot { $most } worden gelezen
    .advice = Het dossier splitsen, of berichten en registraties erbuiten houden
finding-syntax-end = Het bestand eindigt binnen het haakje "{ $sign }" van regel { $first }
    .advice = Het sluithaakje toevoegen, of een eerdere versie openen: het bestand is mogelijk afgekapt
finding-syntax-text = Hier begint een tekst die niet eindigt
    .advice = Het sluitende aanhalingsteken toevoegen
finding-syntax-comment = Hier begint commentaar dat niet eindigt
    .advice = Aan het eind van het commentaar */ toevoegen
finding-syntax-escape = Onbekend teken na een backslash in een tekst
    .advice = Schrijf \\ voor een backslash; bekend zijn \n \r \t \0 \" \' \x41 en \u{ "{" }e9{ "}" }
finding-syntax-comma = Er ontbreekt een komma voor "{ $sign }"
    .advice = Een komma zetten na de vorige waarde, of de aanhalingstekens en haakjes daarvan nakijken
finding-syntax-colon = Er ontbreekt een dubbele punt voor "{ $sign }"
    .advice = Schrijf veld: waarde
finding-syntax-nesting = Te veel haakjes binnen haakjes
    .advice = De haakjes voor deze plaats nakijken; een dossier heeft ongeveer tien niveaus
finding-syntax-after = "{ $sign }" staat na het einde van het dossier
    .advice = Verwijderen wat na het laatste haakje staat, of de haakjes ervoor nakijken
finding-syntax-sign = "{ $sign }" kan hier niet staan
    .advice = Aanhalingstekens, komma's en haakjes op deze plaats nakijken
finding-syntax-other = Geen RON: { $detail }
    .advice = Aanhalingstekens, komma's en haakjes op deze plaats nakijken
finding-not-a-case = Het bestand is RON, maar geen dossier
    .advice = Een dossier begint met Case(format: (1, 0), title: "…"
finding-duplicate-field = Het veld "{ $field }" staat hier twee keer; eerst op regel { $first }
    .advice = Een van beide verwijderen
finding-missing-field = Het veld "{ $field }" ontbreekt
    .advice = Voeg toe: { $field }: …
finding-wrong-type = Hier hoort { $expected }, niet { $found }
    .advice = De waarde vergelijken met het bestandsformaat in de handleiding
finding-wrong-name = "{ $found }" staat waar { $expected } hoort
    .advice = Schrijf { $expected }( … ), of verplaats het onderdeel naar zijn eigen lijst
finding-bad-number = { $number } is geen getal dat hier past
    .advice = Schrijf een eindig getal tot en met { $most }
finding-unknown-word = { $word } is niet een van { $words }
    .advice = { $has-near ->
        [yes] Lijkt op: { $near }. Schrijf het zonder aanhalingstekens
       *[no] Schrijf een van deze woorden, zonder aanhalingstekens
    }
finding-empty-id = De id is leeg
    .advice = Geef het onderdeel een leesbare id: letters, cijfers, "-", "_" en "."
finding-duplicate-id = De id "{ $id }" is al in gebruik op regel { $first }
    .advice = Geef een van beide een andere id
finding-duplicate-key = "{ $key }" staat hier twee keer
    .advice = Een van beide verwijderen
finding-dangling-id = Geen { $wanted } "{ $id }"
    .advice = { $has-near ->
        [yes] Lijkt op: "{ $near }". De id verbeteren, of het onderdeel toevoegen
       *[no] De id verbeteren, of het onderdeel toevoegen
    }
finding-wrong-item = "{ $id }" is { $found }; hier hoort { $wanted }
    .advice = Een andere id noemen
finding-end-aside = "{ $id }" op regel { $first } kon niet worden gelezen; dit verband is daarom apart gezet
    .advice = Eerst het onderdeel op regel { $first } verbeteren
finding-bad-date = "{ $date }" is geen datum: { $reason }
    .advice = { $has-near ->
        [yes] Misschien "{ $near }"
       *[no] Schrijf bijvoorbeeld 2021-03-09, 2021-03, 2020/2021, 2021-02-15~ of 2021-03-09T05:00[Europe/Amsterdam]
    }
finding-bad-colour = "{ $text }" is geen kleur
    .advice = Schrijf zes hexadecimale cijfers, bijvoorbeeld 3977A8
finding-bad-letter = "{ $text }" is niet één letter
    .advice = Schrijf één teken
finding-unknown-zone = Geen tijdzone "{ $zone }"; dagen worden in UTC genomen
    .advice = { $has-near ->
        [yes] Lijkt op: "{ $near }"
       *[no] Schrijf een IANA-naam, bijvoorbeeld Europe/Amsterdam
    }

finding-unknown-field = Onbekend veld "{ $field }", ongewijzigd bewaard
    .advice = { $has-near ->
        [yes] Lijkt op: { $near }
       *[no] Verwijderen, of de opmerking naar een veld note verplaatsen
    }
finding-unknown-kind = Onbekende soort "{ $kind }"
    .advice = { $has-near ->
        [yes] Lijkt op: { $near }. Verbeteren, of de soort toevoegen aan kinds
       *[no] Verbeteren, of de soort toevoegen aan kinds
    }
finding-ends-before-start = Eindigt voor het begint: { $date }
    .advice = De datums wisselen of verbeteren
finding-order-contradiction = Tegenspraak: { $chain }
    .advice = { $count ->
        [one] Verbeter een datum of deze volgorde; tot dan blijven de datums zoals ze zijn geschreven
       *[other] Verbeter een datum of een van deze volgordes; tot dan blijven de datums zoals ze zijn geschreven
    }
finding-order-circle = Loopt in een kring: { $chain }
    .advice = { $count ->
        [one] Noem een andere gebeurtenis
       *[other] Verbeter of verwijder een van deze volgordes; tot dan telt geen ervan mee
    }
finding-low-above-high = De ondergrens { $low } ligt boven de bovengrens { $high }
    .advice = De grenzen wisselen of verbeteren
finding-look-alike = De id "{ $id }" lijkt op "{ $other }" van regel { $first }
    .advice = Geef een van beide een andere id, of maak ze gelijk
finding-mixed-alphabets = De id "{ $id }" mengt alfabetten: "{ $character }" is { $point }
    .advice = De letter opnieuw typen op het juiste toetsenbord
finding-hidden-character = De id bevat een onzichtbaar teken, { $character }
    .advice = Verwijderen, hier en overal waar de id genoemd wordt
finding-id-character = De id bevat "{ $character }"
    .advice = Gebruik letters, cijfers, "-", "_" en "."
finding-unknown-grade = De waardering "{ $grade }" hoort niet bij het stelsel van het dossier
    .advice = { $grades ->
        [none] Zet grading op het stelsel dat gebruikt wordt
       *[other] Schrijf een van { $grades }, of zet grading op het stelsel dat gebruikt wordt
    }
finding-comments = { $count ->
        [one] 1 keer commentaar; bij opslaan valt dat weg
       *[other] { $count } keer commentaar; bij opslaan valt dat weg
    }
    .advice = Opmerkingen naar velden note verplaatsen
finding-newer-minor = Geschreven door een nieuwere versie ({ $version }, deze schrijft { $ours }); onbekende velden bewaard: { $count }
    .advice = Het programma bijwerken om alles te zien
finding-newer-major = Geschreven door een nieuwere versie ({ $version }, deze schrijft { $ours }): alleen lezen; onbekende velden: { $count }
    .advice = Het programma bijwerken om alles te zien en het dossier te kunnen wijzigen

finding-unsourced = Geen bron voor "{ $id }"
    .advice = Een verwijzing toevoegen, hier of bij een van de beweringen
finding-undated = Geen datum voor "{ $id }"
    .advice = Een datum toevoegen waar die bekend is; wat ongedateerd is, verbergt het tijdvenster nooit
finding-contested = { $count } beweringen over "{ $attribute }" verschillen. Niet samengevoegd
    .advice = De bronnen wegen; de beweringen staan naast elkaar

thing-kind = soort
thing-source = bron
thing-entity = entiteit
thing-event = gebeurtenis
thing-link = verband
thing-story = verhaal
thing-node = entiteit of gebeurtenis
thing-item = onderdeel
thing-a-kind = een soort
thing-a-source = een bron
thing-a-entity = een entiteit
thing-a-event = een gebeurtenis
thing-a-link = een verband
thing-a-story = een verhaal
thing-a-node = een entiteit of gebeurtenis
thing-a-item = een onderdeel

value-block = een blok
value-list = een lijst
value-map = een tabel
value-text = een tekst tussen aanhalingstekens
value-number = een getal
value-flag = true of false
value-word = een woord zonder aanhalingstekens
value-variant = een woord met zijn waarde tussen haakjes
value-pair = een paar getallen
value-tuple = waarden tussen haakjes
value-other = dit

# Waarom een tekst geen datum is.
date-error-empty = er staat niets
date-error-blank-around = spaties ervoor of erna
date-error-blank-inside = een spatie erin
date-error-character = geen datum heeft dit teken
date-error-unexpected = dit kan hier niet staan
date-error-year = een jaar heeft vier cijfers
date-error-negative-year = een jaar onder nul heeft geen X, en een jaar -0000 is er niet
date-error-long-year = Y is voor jaren van meer dan vier cijfers, alleen en zonder nullen ervoor
date-error-too-large = het getal is te groot
date-error-significant-digits = zoveel significante cijfers heeft het jaar niet
date-error-month = een maand heeft twee cijfers
date-error-no-such-month = maanden lopen van 01 tot 12, seizoenen en andere delen van een jaar van 21 tot 41
date-error-day = een dag heeft twee cijfers
date-error-no-such-day = deze dag heeft de maand niet
date-error-season-with-day = een seizoen heeft geen dagen
date-error-second-slash = meer dan één schuine streep
date-error-no-dated-end = geen van beide einden heeft een datum
date-error-misplaced-dots = puntjes staan voor het begin of na het einde
date-error-set-in-extent = een verzameling staat alleen, zonder schuine streep
date-error-unclosed-set = het sluithaakje van de verzameling ontbreekt
date-error-empty-member = de verzameling heeft een leeg lid
date-error-nested-set = een verzameling in een verzameling
date-error-set-range = beide einden van een reeks in een verzameling zijn gewone datums van één precisie
date-error-set-range-order = de reeks eindigt voor zij begint
date-error-instant-date = voor een tijd staat een volle datum, jaar-maand-dag
date-error-time = een tijd is uu:mm of uu:mm:ss
date-error-no-such-time = geen klok wijst deze tijd aan
date-error-fraction = meer dan drie decimalen in de seconden
date-error-offset = een afstand tot UTC is Z of +uu:mm, tot 14 uur
date-error-offset-mismatch = de zone had toen deze afstand tot UTC niet
date-error-unclosed-zone = het sluithaakje van de zone ontbreekt
date-error-unknown-zone = geen zone heeft deze naam
date-error-skipped-time = de klok is over deze tijd heen vooruitgezet

# Wat niet te openen of op te slaan is.
load-not-found = Geen bestand met deze naam
load-broken-link = De koppeling wijst naar een bestand dat er niet is
load-folder = Een map, geen bestand
load-not-a-file = Een apparaat of pijp, geen bestand
load-no-permission = Geen recht om het te lezen
load-too-large = { $size } GB; tot { $most } GB wordt gelezen
load-other = Niet te lezen: { $detail }
save-locked = Niet opgeslagen: een ander programma slaat dit bestand op
save-busy = Niet opgeslagen: een ander programma heeft dit bestand open, en na enkele seconden nog steeds. Het bestand op schijf is niet gewijzigd
save-changed = Niet opgeslagen: het bestand op schijf is gewijzigd sinds het openen
save-exists = Niet opgeslagen: er is al een bestand met deze naam
save-vanished = Niet opgeslagen: het bestand of de map is er niet meer
save-read-only = Niet opgeslagen: geen recht om hier te schrijven
save-disk-full = Niet opgeslagen: schijf vol, { $size } MB nodig. Het bestand op schijf is niet gewijzigd
save-not-confirmed = Geschreven, maar de schijf heeft het niet bevestigd: { $detail }
output-is-input = Niet opgeslagen: dit is het bestand dat gelezen werd. Kies een andere naam
save-other = Niet opgeslagen: { $detail }. Het bestand op schijf is niet gewijzigd

# De opdrachtregel.
format-differs = Niet in de vaste vorm. rodedraad format --write maakt die
stats-entities = Entiteiten
stats-kind = {"  "}
stats-events = Gebeurtenissen
stats-participations = Deelnames
stats-links = Verbanden
stats-sources = Bronnen
stats-citations = Verwijzingen
stats-quantities = Aantallen
stats-unsourced = Zonder bron
stats-undated = Ongedateerd
stats-contested = Omstreden
stats-aside = Apart gezet
stats-span = Tijd
stats-window = Tijdvenster
stats-all = Alles
stats-findings = Bevindingen
stats-tally = zeker { $certain } · mogelijk { $possible } · buiten { $out } · ongedateerd { $undated }
stats-severities = fouten { $error } · waarschuwingen { $warning } · notities { $note }
