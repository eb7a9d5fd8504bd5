package io.parceldesk.claims.settlement;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.EvidenceFiles;
import io.parceldesk.claims.EvidenceSlot;
import io.parceldesk.claims.Payee;
import io.parceldesk.claims.Payee.PayeeRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals who is to be paid, and looks at the sender's word for a beneficiary (CLM-07, AMB-19). */
@ApplicationScoped
class Payees {
  private final Seal seal;
  private final BlindIndex index;
  private final EvidenceFiles files;

  Payees(Seal seal, BlindIndex index, EvidenceFiles files) {
    this.seal = seal;
    this.index = index;
    this.files = files;
  }

  Payee of(Claim claim, PayeeForm form) {
    var isBeneficiary = form.role() == PayeeRole.BENEFICIARY;
    if (isBeneficiary) {
      requireDesignation(claim, form.designation());
    }
    var role = isBeneficiary ? Contact.Role.OTHER : Contact.Role.SENDER;
    var person = new Contact(role, form.name().strip(), null, null, null, null, null);
    return new Payee(
        form.role(),
        seal.seal(person),
        index.name(person.name()),
        isBeneficiary ? form.designation() : null);
  }

  private void requireDesignation(Claim claim, UUID designation) {
    var isOne =
        files.of(claim.id()).stream()
            .filter(file -> file.id().equals(designation))
            .anyMatch(
                file -> file.slot() == EvidenceSlot.BENEFICIARY_DESIGNATION && file.isThere());
    if (!isOne) {
      throw DomainException.refusedByRule(
          "CLM-07", "no-designation", "The claim has no such file in BENEFICIARY_DESIGNATION");
    }
  }
}
