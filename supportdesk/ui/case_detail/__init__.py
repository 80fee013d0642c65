"""The case pane: header, clocks, timeline, composer, properties and what can be done; it decides nothing itself."""
