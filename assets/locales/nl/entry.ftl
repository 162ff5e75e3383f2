# Getypte datums die niet begrepen worden: wat er mis is, en wat wel te typen.
entry-refused = Niet begrepen, vanaf teken { $place }: { $reason }. { $advice }
weekday-long-1 = maandag
weekday-long-2 = dinsdag
weekday-long-3 = woensdag
weekday-long-4 = donderdag
weekday-long-5 = vrijdag
weekday-long-6 = zaterdag
weekday-long-7 = zondag
entry-error-empty = er is niets getypt
    .advice = Typ een datum, bijvoorbeeld maart 2021
entry-error-too-long = meer dan { $most } tekens
    .advice = Typ alleen de datum
entry-error-relative = “{ $word }” hangt af van de dag waarop het gelezen wordt
    .advice = Typ de datum zelf
entry-error-unknown-word = geen datum heeft het woord “{ $word }”
    .advice = { $has-near ->
        [yes] Lijkt op: “{ $near }”
       *[no] Typ bijvoorbeeld 9 mrt 2021, medio maart 2021, week 10 2021, of EDTF
    }
entry-error-unexpected = { $has-text ->
        [no] hier ontbreekt iets
       *[other] “{ $text }” kan hier niet staan
    }
    .advice = Typ bijvoorbeeld 9 mrt 2021, maart 2021 t/m juni 2021, of EDTF
entry-error-ambiguous-day = { $one } of { $other }
    .advice = Typ de maand als woord, of jaar-maand-dag
entry-error-ambiguous-decade = de jaren { $one } of de jaren { $other }
    .advice = Typ alle vier de cijfers
entry-error-ambiguous-hundred = tien jaar of honderd
    .advice = Typ { $decade } voor de tien, { $century } voor de honderd
entry-error-two-digit-year = het jaar heeft twee cijfers
    .advice = Typ ze alle vier
entry-error-no-year = het jaar ontbreekt
    .advice = Erbij typen: geen jaar spreekt vanzelf
entry-error-number-alone = wat { $number } telt, staat er niet
    .advice = Typ de maand erbij, of een jaar met vier cijfers
entry-error-no-day = een dag van de week of een tijd hoort bij één dag
    .advice = Typ dag, maand en jaar
entry-error-wrong-weekday = { $date } is een { $weekday }
    .advice = Verbeter de dag van de week, of laat die weg
entry-error-no-such-week = dat jaar heeft { $most } weken
    .advice = Typ een week van 1 tot en met { $most }
entry-error-no-such-part = ze lopen van 1 tot en met { $most }
    .advice = Typ een getal van 1 tot en met { $most }
entry-error-backwards = het eindigt voor het begint
    .advice = Wissel de datums, of typ het jaar van allebei
entry-error-mixed-list = “en” naast “of”
    .advice = Gebruik een van de twee
entry-error-combined = meer dan twee datums in een periode, of een periode in een lijst
    .advice = Typ één periode, of één lijst van losse datums
entry-error-time-in-list = een lijst, “tussen”, “voor” en “na” hebben hele dagen
    .advice = Laat de tijd weg, of typ van … tot …, of tot …
entry-error-marked-time = een tijd kan niet als ongeveer of mogelijk gelden
    .advice = Laat de tijd weg, of typ twee tijden: van … tot …
entry-error-stretch-in-list = een week of een deel van een maand kan niet in een lijst met “en” staan
    .advice = Typ een periode ervan, of dagen
entry-error-marked-stretch = meer dagen dan als ongeveer of mogelijk te merken zijn
    .advice = Typ van … tot …, of laat het woord weg
entry-error-no-second = de tweede datum ontbreekt
    .advice = Erbij typen, of “vanaf …” of “tot …”
entry-error-no-date = hier staat geen datum
    .advice = Typ bijvoorbeeld 9 mrt 2021, medio maart 2021, week 10 2021, of EDTF
entry-error-date = { $reason }
    .advice = { $has-suggestion ->
        [yes] Lijkt op: { $suggestion }
       *[no] Typ bijvoorbeeld 2021-03-09, 9 mrt 2021 of maart 2021
    }
