"""Sealing: the packet is made, written and read back, and only then the handoff is sealed."""

import shutil
from pathlib import Path

from justice_desk.accounts.office import SIGNING, office_public
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.communities.profiles import adopted
from justice_desk.communities.reading import own_community, sender_code
from justice_desk.custody.chain import add_event
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import CaseId, HandoffId
from justice_desk.foundations.progress import Progress
from justice_desk.handoffs.packing import Packing, pack
from justice_desk.handoffs.reading import handoff_view, lacking, load_handoff, move
from justice_desk.handoffs.rules import Stage, require_complete, require_stage
from justice_desk.handoffs.views import HandoffView
from justice_desk.journal.rules import Act
from justice_desk.packets.sealing import seal_packet
from justice_desk.packets.views import SealedPacket
from justice_desk.vault.rules import Scope


class SealingService:
    """Makes packets. Long work: no unit of work stays open while files are written."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def seal(self, case: CaseId, handoff: HandoffId, target: Path, progress: Progress) -> HandoffView:
        """Seal a handoff into a packet on a drive or in a folder. It is sealed once what was written was read back.

        Raises:
            StageOutOfOrder: it is not reviewed, or sealed already.
            HandoffIncomplete: something needed is missing; says what.
            IdentityInTheOpen: a document of the open part names somebody whom only the annex may name.
            NotAdmitted: the person signed in does not hold the keys that sealing needs.
            DriveFull, DriveGone, ReadBackDiffers, CannotWrite, Cancelled: the drive; nothing is left on it.
        """
        with look(self._persons, UseCase.SEAL_HANDOFF, case) as work:
            row = load_handoff(work, case, handoff)
            require_complete(lacking(work, row))
            require_stage(Stage(row.stage), Stage.SEALED)
            packing = pack(work, row)
        sealed = seal_packet(packing.plan, packing.signing_key, target, progress)
        try:
            return self._close(case, handoff, packing, sealed)
        except BaseException:
            # A packet that the desk does not know of must not travel.
            shutil.rmtree(sealed.folder, ignore_errors=True)
            raise

    def sealing_key(self) -> bytes:
        """Return the public key that this office seals with: 32 bytes, Ed25519."""
        with look(self._persons, UseCase.READ_CASES) as work:
            return bytes.fromhex(office_public(work, SIGNING))

    def sender_code(self) -> str:
        """Return the code that this office signs with: country, place and desk."""
        with look(self._persons, UseCase.READ_CASES) as work:
            community = own_community(work)
            return sender_code(adopted(work, community.profile), community)

    def _close(self, case: CaseId, handoff: HandoffId, packing: Packing, sealed: SealedPacket) -> HandoffView:
        with begin(self._persons, UseCase.SEAL_HANDOFF, case) as work:
            row = load_handoff(work, case, handoff)
            move(work, row, Stage.SEALED, packing.event.at)
            row.sealed_at = packing.event.at
            row.packet_id = sealed.packet_id
            row.packet_sha256 = sealed.sha256
            row.packet_bytes = sealed.size
            row.sequence = packing.plan.sequence
            label = f"handoffs.acknowledgement:{handoff}"
            row.acknowledgement = work.seal(case, Scope.SUMMARY, sealed.acknowledgement, label)
            add_event(work, case, handoff, packing.event)
            view = handoff_view(work, row)
            facts: dict[str, Json] = {"packet": sealed.packet_id, "sha256": sealed.sha256, "bytes": sealed.size}
            work.commit(Act(handoff, facts, formal=True))
            return view
