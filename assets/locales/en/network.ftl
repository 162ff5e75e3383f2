# The network.
legend-in-window = in window
legend-possible = possibly in window
legend-outside = outside
omitted-labels = { $count ->
    [one] 1 name off
   *[other] { $count } names off
}
omitted-link-labels = { $count ->
    [one] 1 link label off
   *[other] { $count } link labels off
}
