# Commands: name and help.
