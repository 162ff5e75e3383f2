# Het netwerk.
legend-in-window = in venster
legend-possible = mogelijk in venster
legend-outside = erbuiten
omitted-labels = { $count ->
    [one] 1 naam weggelaten
   *[other] { $count } namen weggelaten
}
omitted-link-labels = { $count ->
    [one] 1 verbandlabel weggelaten
   *[other] { $count } verbandlabels weggelaten
}
omitted-icons = { $count ->
    [one] 1 pictogram weggelaten
   *[other] { $count } pictogrammen weggelaten
}
omitted-heads = { $count ->
    [one] 1 pijlpunt weggelaten
   *[other] { $count } pijlpunten weggelaten
}
omitted-density = { $count ->
    [one] 1 verband gezien als dichtheid
   *[other] { $count } verbanden gezien als dichtheid
}
omitted-lit-links = { $count ->
    [one] 1 verder verband van de selectie niet getekend
   *[other] { $count } verdere verbanden van de selectie niet getekend
}
omitted-loose-links = { $count ->
    [one] 1 verband met een gebeurtenis als eind niet getekend
   *[other] { $count } verbanden met een gebeurtenis als eind niet getekend
}
omitted-faded-links = { $count ->
    [one] 1 verband buiten het venster weggelaten
   *[other] { $count } verbanden buiten het venster weggelaten
}
network-neighbours = { $count ->
    [one] 1 buur
   *[other] { $count } buren
}
omitted-inside-groups = { $count ->
    [one] 1 band binnen groepen niet getekend
   *[other] { $count } banden binnen groepen niet getekend
}
groups-folded = { $count ->
    [one] 1 groep gevouwen
   *[other] { $count } groepen gevouwen
}
group-spoken = Groep { $name }, { $count } zaken: { $names }
group-around = Rond { $name }
bundle-spoken = { $count } banden: { $names }
notice-fold-too-few = Een groep heeft twee entiteiten of gebeurtenissen nodig. Meer selecteren
notice-fold-no-countries = Geen land is met iets verbonden
notice-fold-no-communities = Geen gemeenschap van drie of meer gevonden
network-arranging-share = schikken… { $percent } %
network-stop = Stoppen met schikken
network-stopped = gestopt voor het in rust was
network-arrange-on = Verder schikken
omitted-unsourced-links = { $count ->
    [one] 1 verband zonder bron, niet gemerkt
   *[other] { $count } verbanden zonder bron, niet gemerkt
}
omitted-unsourced-names = { $count ->
    [one] 1 zaak zonder bron, niet gemerkt
   *[other] { $count } zaken zonder bron, niet gemerkt
}
