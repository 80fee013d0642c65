"""The words of the trade as frozen dataclasses and enumerations; standard library only."""
