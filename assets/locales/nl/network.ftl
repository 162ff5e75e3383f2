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
