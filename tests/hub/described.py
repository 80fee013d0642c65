"""Messages made from the hub's own description: one for each place where an id or a scope's number may stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

Path = tuple[str | int, ...]

# Where a value of any kind may stand, an id may, at any depth and as a key.
_ANYWHERE: tuple[Path, ...] = (("x",), ("x", 0, "y", 0), ("x", "y", "<key>"), ("<key>",))
_NUMBERS_OF_SCOPES = frozenset({"scope", "held", "known", "behind"})


@dataclass(frozen=True)
class Place:
    """A place in a request where what belongs to somebody may be named; `path` leads to it in the body."""

    method: str
    route: str
    parameter: str | None
    path: Path
    is_number: bool = False

    def __str__(self) -> str:
        where = self.parameter or ".".join(map(str, self.path))
        return f"{self.method.upper()} {self.route} {where}"


class Described:
    """The hub's OpenAPI description; `known` are values of fields that must be right for anything to be answered."""

    def __init__(self, description: Mapping[str, Any], known: Mapping[str, object]) -> None:
        self._description, self._known = description, known

    def places(self) -> Iterator[Place]:
        """Every place of every route."""
        for route, methods in self._description["paths"].items():
            for method, operation in methods.items():
                for parameter in operation.get("parameters", ()):
                    yield Place(method, route, parameter["name"], ())
                if (schema := self._body(operation)) is not None:
                    for path, is_number in self._slots(schema, ""):
                        yield Place(method, route, None, path, is_number)

    def message(self, place: Place, value: object) -> tuple[str, Any]:
        """The route's path and its body with this value in its place."""
        operation = self._description["paths"][place.route][place.method]
        route = place.route
        for parameter in operation.get("parameters", ()):
            route = route.replace(f"{{{parameter['name']}}}", str(value))
        schema = self._body(operation)
        return route, None if schema is None else self._filled(schema, "", place.path, value)

    def _body(self, operation: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a schema
        body = operation.get("requestBody")
        return None if body is None else next(iter(body["content"].values()))["schema"]

    def _resolved(self, schema: Any) -> Any:  # noqa: ANN401 - a schema
        while "$ref" in schema or "anyOf" in schema:
            if "$ref" in schema:
                schema = self._description["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
            else:
                schema = next(each for each in schema["anyOf"] if each.get("type") != "null")
        return schema

    def _slots(self, given: Any, name: str) -> Iterator[tuple[Path, bool]]:  # noqa: ANN401 - a schema
        schema = self._resolved(given)
        if schema.get("format") == "uuid":
            yield (), False
        elif schema.get("type") == "integer" and name in _NUMBERS_OF_SCOPES:
            yield (), True
        elif schema.get("type") == "object" and not {"properties", "additionalProperties"} & schema.keys():
            yield from ((path, False) for path in _ANYWHERE)
        for key, inner in schema.get("properties", {}).items():
            yield from (((key, *path), number) for path, number in self._slots(inner, key))
        for index, inner in enumerate(schema.get("prefixItems", ())):
            yield from (((index, *path), number) for path, number in self._slots(inner, name))
        if isinstance(schema.get("items"), dict):
            yield from (((0, *path), number) for path, number in self._slots(schema["items"], name))
        if isinstance(schema.get("additionalProperties"), dict):
            if name in _NUMBERS_OF_SCOPES:
                yield ("<key>",), True
            else:
                inner = schema["additionalProperties"]
                yield from ((("a", *path), number) for path, number in self._slots(inner, name))
                yield ("<key>",), False

    def _filled(self, given: Any, name: str, path: Path, value: object) -> Any:  # noqa: ANN401 - a message
        schema = self._resolved(given)
        if value is _NOTHING and name in self._known and schema.get("type") != "object":
            return self._known[name]
        if (
            path
            and schema.get("type") == "object"
            and not {"properties", "additionalProperties"} & schema.keys()
        ):
            return _put(path, value)
        if not path and value is not _NOTHING:
            return value
        kind = schema.get("type")
        if kind == "object":
            return self._object(schema, name, path, value)
        if kind == "array":
            return self._array(schema, name, path, value)
        return _plainest(schema)

    def _object(self, schema: Any, name: str, path: Path, value: object) -> dict[str, Any]:  # noqa: ANN401 - a schema
        head, rest = (path[0], path[1:]) if path else (None, ())
        if "properties" not in schema:
            if head is None:
                return {}
            if head == "<key>":
                return {str(value): 0}
            return {str(head): self._filled(schema["additionalProperties"], name, rest, value)}
        return {
            key: self._filled(inner, key, rest, value)
            if key == head
            else self._filled(inner, key, (), _NOTHING)
            for key, inner in schema["properties"].items()
            if key == head or key in schema.get("required", ())
        }

    def _array(self, schema: Any, name: str, path: Path, value: object) -> list[Any]:  # noqa: ANN401 - a schema
        if "prefixItems" in schema:
            return [
                self._filled(inner, name, path[1:], value)
                if path and path[0] == index
                else self._filled(inner, name, (), _NOTHING)
                for index, inner in enumerate(schema["prefixItems"])
            ]
        return [self._filled(schema["items"], name, path[1:], value)] if path else []


_NOTHING = object()


def _put(path: Path, value: object) -> object:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if head == "<key>":
        return {str(value): 1}
    return [_put(rest, value)] if isinstance(head, int) else {head: _put(rest, value)}


def _plainest(schema: Any) -> object:  # noqa: ANN401 - a schema
    if "enum" in schema:
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    plain: dict[str | None, object] = {
        "integer": max(1, schema.get("minimum", 1)),
        "number": 0,
        "boolean": False,
        "string": "x" * max(1, schema.get("minLength", 1)),
    }
    if schema.get("format") == "uuid":
        return str(uuid4())
    return plain.get(schema.get("type"))
