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
omitted-density = { $count ->
    [one] 1 link seen as density
   *[other] { $count } links seen as density
}
omitted-lit-links = { $count ->
    [one] 1 more link of the selection not drawn
   *[other] { $count } more links of the selection not drawn
}
omitted-loose-links = { $count ->
    [one] 1 link with an event at its end not drawn
   *[other] { $count } links with an event at their end not drawn
}
omitted-faded-links = { $count ->
    [one] 1 link outside the window off
   *[other] { $count } links outside the window off
}
network-neighbours = { $count ->
    [one] 1 neighbour
   *[other] { $count } neighbours
}
omitted-inside-groups = { $count ->
    [one] 1 tie within groups not drawn
   *[other] { $count } ties within groups not drawn
}
groups-folded = { $count ->
    [one] 1 group folded
   *[other] { $count } groups folded
}
group-spoken = Group { $name }, { $count } things: { $names }
group-around = Around { $name }
bundle-spoken = { $count } ties: { $names }
notice-fold-too-few = A group needs two entities or events. Select more
notice-fold-no-countries = No country is tied to anything
notice-fold-no-communities = No community of three or more was found
network-arranging-share = arranging… { $percent } %
network-stop = Stop arranging
network-stopped = stopped before it came to rest
network-arrange-on = Arrange on
omitted-unsourced-links = { $count ->
    [one] 1 link without a source, not marked
   *[other] { $count } links without a source, not marked
}
omitted-unsourced-names = { $count ->
    [one] 1 thing without a source, not marked
   *[other] { $count } things without a source, not marked
}
