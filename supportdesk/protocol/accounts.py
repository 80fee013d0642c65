"""What is said about accounts, devices and sessions; how it is packed is next door, what it comes to is the hub's."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, Meta, Struct, UnsetType

from supportdesk.domain.words import AgentRole

Login = Annotated[str, Meta(min_length=1, max_length=320, description="an e-mail address or another name")]
Password = Annotated[str, Meta(min_length=1, max_length=256)]
Token = Annotated[str, Meta(min_length=1, max_length=200, pattern="^[A-Za-z0-9_.-]+$")]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Email = Annotated[str, Meta(min_length=1, max_length=320)]
Roles = Annotated[list[AgentRole], Meta(min_length=1, max_length=20)]
Kind = Literal["central", "subsidiary", "agency", "distributor"]
Zone = Annotated[str, Meta(min_length=1, max_length=64, description="such as Europe/Paris")]
Country = Annotated[str, Meta(pattern="^[A-Z]{2}$")]
Region = Annotated[str, Meta(max_length=80)]
Address = Annotated[str, Meta(max_length=300, description="one line, at the head of the branch's reports")]
Phone = Annotated[str, Meta(max_length=60)]
BranchEmail = Annotated[str, Meta(max_length=200)]
Logo = Annotated[str, Meta(max_length=54_620, description="a picture of at most 40 kB, in base64")]
Colour = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]


class Problem(Struct, frozen=True, kw_only=True):
    """Why a request was not done: `code` for programs, the sentences for people."""

    code: str
    what: str
    meaning: str
    remedy: str


class KnownDevice(Struct, frozen=True, kw_only=True):
    """A device that was registered before, with the secret it got then."""

    id: UUID
    secret: Token


class NewDevice(Struct, frozen=True, kw_only=True):
    """A device to be registered: what its person calls it, and what it runs on."""

    name: Annotated[str, Meta(min_length=1, max_length=120)]
    platform: Annotated[str, Meta(min_length=1, max_length=60)]


class LogIn(Struct, frozen=True, kw_only=True):
    """Sign in by password; a device that was registered before names itself, another is registered."""

    login: Login
    password: Password
    device: NewDevice
    known_device: KnownDevice | None = None


class SingleSignOn(Struct, frozen=True, kw_only=True):
    """Sign in with what an OpenID provider vouches for; `state` is the hub's own and good once."""

    state: Token
    id_token: Annotated[str, Meta(min_length=1, max_length=20_000)]
    device: NewDevice
    known_device: KnownDevice | None = None


class Refresh(Struct, frozen=True, kw_only=True):
    """Ask for new tokens; the same question twice, after a lost answer, gives the same answer."""

    refresh_token: Token


class Tokens(Struct, frozen=True, kw_only=True):
    """Tokens of a session: the access token goes with each request, the refresh token asks for the next pair."""

    access_token: str
    access_expires_at: datetime
    refresh_token: str
    refresh_expires_at: datetime


class SignedIn(Struct, frozen=True, kw_only=True):
    """A session was begun; `device_secret` comes once, when the device was registered by it."""

    device_id: UUID
    device_secret: str | None
    tokens: Tokens
    agent: WhoAmI


class WhoAmI(Struct, frozen=True, kw_only=True):
    """Who is signed in, and what the person may do."""

    agent_id: UUID
    account_id: UUID
    device_id: UUID
    login: str
    name: str
    email: str | None
    branch_id: UUID | None
    branch: str | None
    roles: list[str]


class ChangePassword(Struct, frozen=True, kw_only=True):
    """Change one's own password; every other session of the account ends."""

    password: Password
    new_password: Password


class SignOnOffer(Struct, frozen=True, kw_only=True):
    """How to sign in at an OpenID provider: where to go, as whom, and what ties the answer to this sign-on.

    Some providers give a secret to programs that can't keep one and ask for it; it protects nothing (RFC 8252, 8.5).
    """

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    client_id: str
    client_secret: str | None
    scopes: str
    state: str
    nonce: str
    expires_at: datetime


class NewUser(Struct, frozen=True, kw_only=True):
    """Somebody who is to work here and sign in; without a password only by single sign-on."""

    login: Login
    name: Name
    roles: Roles
    email: Email | None = None
    branch_id: UUID | None = None
    password: Password | None = None


class User(Struct, frozen=True, kw_only=True):
    """An account with its agent."""

    account_id: UUID
    agent_id: UUID
    login: str
    name: str
    email: str | None
    roles: list[str]
    branch_id: UUID | None
    branch: str | None
    active: bool
    has_password: bool
    created_at: datetime


class Users(Struct, frozen=True, kw_only=True):
    """All accounts."""

    users: list[User]


class SetPassword(Struct, frozen=True, kw_only=True):
    """Give somebody a new password; all sessions of the account end."""

    password: Password


class SetRoles(Struct, frozen=True, kw_only=True):
    """Give somebody other roles, in place of those before."""

    roles: Roles


class SetBranch(Struct, frozen=True, kw_only=True):
    """Put somebody into another branch, or into none."""

    branch_id: UUID | None


class NewBranch(Struct, frozen=True, kw_only=True):
    """A branch to be."""

    name: Name
    kind: Kind
    time_zone: Zone
    parent_id: UUID | None = None
    country: Country | None = None
    region: Region | None = None
    address: Address | None = None
    phone: Phone | None = None
    email: BranchEmail | None = None
    logo: Logo | None = None
    colour: Colour | None = None


class EditBranch(Struct, frozen=True, kw_only=True):
    """What is to be changed of a branch; what is left out stays."""

    name: Name | UnsetType = UNSET
    kind: Kind | UnsetType = UNSET
    time_zone: Zone | UnsetType = UNSET
    parent_id: UUID | UnsetType | None = UNSET
    country: Country | UnsetType | None = UNSET
    region: Region | UnsetType | None = UNSET
    address: Address | UnsetType | None = UNSET
    phone: Phone | UnsetType | None = UNSET
    email: BranchEmail | UnsetType | None = UNSET
    logo: Logo | UnsetType | None = UNSET
    colour: Colour | UnsetType | None = UNSET


class Branch(Struct, frozen=True, kw_only=True):
    """A branch; its logo is not told."""

    id: UUID
    name: str
    kind: str
    time_zone: str
    parent_id: UUID | None
    country: str | None
    region: str | None
    address: str | None
    phone: str | None
    email: str | None
    colour: str | None


class Branches(Struct, frozen=True, kw_only=True):
    """All branches."""

    branches: list[Branch]


class Device(Struct, frozen=True, kw_only=True):
    """A registered device; `state` is active, revoked or lost."""

    id: UUID
    agent_id: UUID
    name: str
    platform: str
    state: str
    registered_at: datetime
    last_seen_at: datetime


class Devices(Struct, frozen=True, kw_only=True):
    """Registered devices, the one seen last first."""

    devices: list[Device]


class RevokeDevice(Struct, frozen=True, kw_only=True):
    """Let a device in no more."""

    lost: bool = False


class Created(Struct, frozen=True, kw_only=True):
    """The id of what was made."""

    id: UUID


class Health(Struct, frozen=True, kw_only=True):
    """A hub that can do its work: the program's version, the schema of its database, and where it keeps files.

    `files` is `folder`, `bucket`, `none`, or `away` for a bucket that can't be reached.
    """

    status: str
    version: str
    schema: str
    files: str
