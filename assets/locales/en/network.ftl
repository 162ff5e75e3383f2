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
omitted-icons = { $count ->
    [one] 1 icon off
   *[other] { $count } icons off
}
omitted-heads = { $count ->
    [one] 1 arrowhead off
   *[other] { $count } arrowheads off
}
omitted-faded-links = { $count ->
    [one] 1 link outside the window off
   *[other] { $count } links outside the window off
}
network-neighbours = { $count ->
    [one] 1 neighbour
   *[other] { $count } neighbours
}
