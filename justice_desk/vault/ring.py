"""A person's key ring: what they can open, and how anything is sealed to those admitted.

Each case has three key pairs, `summary`, `testimony` and `identity`. Writing needs only the public half, so a clerk
writes what they cannot read back. Reading needs the private half, which lies in the store sealed to each person
admitted. A person excluded from a case has none of the three, and the case is absent for them.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import NotAdmitted, StoreClosed, StoreDamaged
from justice_desk.vault.keys import (
    BoxRefused,
    KeyPair,
    PersonKeys,
    open_sealed,
    salted_digest,
    seal_to,
    subkey,
    wipe,
)
from justice_desk.vault.records import ScopedKeyRecord, WrapRecord
from justice_desk.vault.rules import CASE_SCOPES, Scope

RECOVERY = PersonId("recovery")
OFFICE = "office"
ID_LENGTH = 52


class KeyRing:
    """The keys that one person holds while signed in; `wipe` forgets them."""

    def __init__(self, store: str, person: PersonId, keys: PersonKeys) -> None:
        self.person = person
        self._store = store
        self._held: PersonKeys | None = keys
        self._opened: dict[str, bytearray] = {}

    @property
    def public(self) -> bytes:
        """The public key others seal to."""
        return self._keys.agreement.public

    @property
    def verifying(self) -> bytes:
        """The public key this person's signatures are checked with."""
        return self._keys.verifying

    def sign(self, message: bytes) -> bytes:
        """Return this person's Ed25519 signature of `message`."""
        return self._keys.sign(message)

    def open_scope(self, session: Session, owner: str, scope: Scope) -> bytes:
        """Return the newest secret of a scope.

        Raises:
            NotAdmitted: this person holds no key to it.
        """
        return self.secret_of(session, newest(session, owner, scope))

    def open(self, session: Session, owner: str, scope: Scope, sealed: bytes, label: str) -> bytes:
        """Return what was sealed to a scope under `label` (table.column:row).

        Raises:
            NotAdmitted: this person holds no key to it.
            StoreDamaged: the sealed bytes are not what was written there.
        """
        key_id, box = _split(sealed)
        key = session.get(ScopedKeyRecord, key_id)
        if key is None or key.owner != owner or key.scope != scope:
            raise StoreDamaged(label, "sealed to another key")
        try:
            return open_sealed(bytes(self._secret(session, key)), box, self._label(owner, scope, label))
        except BoxRefused as fault:
            raise StoreDamaged(label, "does not open") from fault

    def seal(self, session: Session, owner: str, scope: Scope, content: bytes, label: str) -> bytes:
        """Return `content` sealed to everyone admitted to the scope; needs no admission of one's own."""
        key = newest(session, owner, scope)
        return key.id.encode() + seal_to(key.public, content, self._label(owner, scope, label))

    def seal_own(self, content: bytes, label: str) -> bytes:
        """Return `content` sealed to this person alone."""
        return seal_to(self.public, content, self._own_label(label))

    def open_own(self, sealed: bytes, label: str) -> bytes:
        """Return what `seal_own` sealed.

        Raises:
            StoreDamaged: the bytes are not what was written there.
        """
        try:
            return open_sealed(self._keys.agreement.private, sealed, self._own_label(label))
        except BoxRefused as fault:
            raise StoreDamaged(label, "does not open") from fault

    def digest(self, session: Session, owner: str, scope: Scope, text: str) -> str:
        """Return what stands in the journal for `text`: "generation:hexadecimal", salted with the scope's secret.

        Only those who hold the scope can try out what it may stand for, and nobody can once its keys are destroyed.

        Raises:
            NotAdmitted: this person holds no key to it.
        """
        key = newest(session, owner, scope)
        salt = subkey(self._secret(session, key), "journal digest")
        return f"{key.generation}:{salted_digest(salt, text)}"

    def share(self, session: Session, owner: str, scope: Scope, to: PersonId, public: bytes) -> None:
        """Admit one more person to every generation of a scope that this person can open.

        Raises:
            NotAdmitted: one cannot share what one does not hold.
        """
        *former, present = _generations(session, owner, scope) or [newest(session, owner, scope)]
        held = [key for key in former if session.get(WrapRecord, (key.id, self.person)) is not None]
        for key in (*held, present):
            self.wrap(session, key, self.secret_of(session, key), to, public)
        session.flush()

    def secret_of(self, session: Session, key: ScopedKeyRecord) -> bytes:
        """Return the secret of one key.

        Raises:
            NotAdmitted: nothing is sealed to this person for it.
            StoreDamaged: what is does not open.
        """
        return bytes(self._secret(session, key))

    def wrap(self, session: Session, key: ScopedKeyRecord, secret: bytes, to: PersonId, public: bytes) -> None:
        """Seal the secret of one key to one more person, in the place of what was sealed to them before."""
        session.merge(WrapRecord(key_id=key.id, person_id=to, box=_wrap(self._store, key, to, public, secret)))

    def holds(self, session: Session, key: ScopedKeyRecord) -> bool:
        """Say whether what is sealed to this person for a scope's key is indeed its secret.

        Raises:
            NotAdmitted: nothing is sealed to this person for it.
            StoreDamaged: what is does not open.
        """
        return KeyPair.of(self.secret_of(session, key)).public == key.public

    def forget(self, owner: str) -> None:
        """Forget the opened secrets of one owner: this person was excluded from it."""
        for key_id in [key_id for key_id in self._opened if key_id.startswith(f"{owner}:")]:
            wipe(self._opened.pop(key_id))

    def wipe(self) -> None:
        """Forget every secret: whatever is asked of the ring from now on is refused."""
        for secret in self._opened.values():
            wipe(secret)
        self._opened.clear()
        self._held = None

    @property
    def _keys(self) -> PersonKeys:
        if self._held is None:
            raise StoreClosed
        return self._held

    def _secret(self, session: Session, key: ScopedKeyRecord) -> bytearray:
        if key.id not in self._opened:
            wrap = session.get(WrapRecord, (key.id, self.person))
            if wrap is None:
                raise NotAdmitted(key.owner, key.scope)
            try:
                secret = open_sealed(self._keys.agreement.private, wrap.box, _wrap_label(self._store, key, self.person))
            except BoxRefused as fault:
                raise StoreDamaged("wraps", key.id) from fault
            self._opened[key.id] = bytearray(secret)
        return self._opened[key.id]

    def _own_label(self, label: str) -> Json:
        return {"store": self._store, "kind": "own", "person": self.person, "label": label}

    def _label(self, owner: str, scope: Scope, label: str) -> Json:
        return {"store": self._store, "owner": owner, "scope": scope.value, "label": label}


def create_scope(
    session: Session, store: str, owner: str, scope: Scope, admitted: Mapping[PersonId, bytes], secret: KeyPair
) -> None:
    """Make the next key of a scope and seal its secret to the persons admitted (id → their public key).

    What was sealed to the keys before it stays so; what is sealed from now on is sealed to this one.
    """
    generation = len(_generations(session, owner, scope)) + 1
    key = ScopedKeyRecord(
        id=secret_id(owner, scope, generation), owner=owner, scope=scope, generation=generation, public=secret.public
    )
    session.add(key)
    session.flush()
    for person, public in admitted.items():
        box = _wrap(store, key, person, public, secret.private)
        session.add(WrapRecord(key_id=key.id, person_id=person, box=box))
    session.flush()


def secret_id(owner: str, scope: Scope, generation: int) -> str:
    """Return the identifier of a scope's key: readable, of 52 characters, padded so that it can be cut off."""
    identifier = f"{owner}:{scope.value}:{generation}".ljust(ID_LENGTH, ".")
    if len(identifier) > ID_LENGTH:
        raise ValueError("an owner is named by an identifier of 36 characters")
    return identifier


def holders(session: Session, owner: str, scope: Scope) -> frozenset[PersonId]:
    """Return who can open what is sealed to a scope now, the recovery key among them."""
    key = newest(session, owner, scope)
    return frozenset(
        PersonId(person) for person in session.scalars(select(WrapRecord.person_id).where(WrapRecord.key_id == key.id))
    )


def withdraw(session: Session, owner: str, person: PersonId, scopes: Iterable[Scope] = CASE_SCOPES) -> None:
    """Take away a person's sealed copies of an owner's keys. What they copied before, they keep."""
    if person == RECOVERY:
        raise ValueError("the way back on paper is never withdrawn")
    keys = select(ScopedKeyRecord).where(ScopedKeyRecord.owner == owner, ScopedKeyRecord.scope.in_(list(scopes)))
    for key in session.scalars(keys):
        if (wrap := session.get(WrapRecord, (key.id, person))) is not None:
            session.delete(wrap)
    session.flush()


def newest(session: Session, owner: str, scope: Scope) -> ScopedKeyRecord:
    """Return the key that new matter is sealed to.

    Raises:
        NotAdmitted: the owner has no such key.
    """
    generations = _generations(session, owner, scope)
    if not generations:
        raise NotAdmitted(owner, scope)
    return generations[-1]


def _generations(session: Session, owner: str, scope: Scope) -> list[ScopedKeyRecord]:
    keys = select(ScopedKeyRecord).where(ScopedKeyRecord.owner == owner, ScopedKeyRecord.scope == scope)
    return list(session.scalars(keys.order_by(ScopedKeyRecord.generation)))


def _split(sealed: bytes) -> tuple[str, bytes]:
    return sealed[:ID_LENGTH].decode("ascii", "replace"), sealed[ID_LENGTH:]


def _wrap(store: str, key: ScopedKeyRecord, person: PersonId, public: bytes, secret: bytes) -> bytes:
    return seal_to(public, secret, _wrap_label(store, key, person))


def _wrap_label(store: str, key: ScopedKeyRecord, person: PersonId) -> Json:
    return {"store": store, "key": key.id, "person": person}
