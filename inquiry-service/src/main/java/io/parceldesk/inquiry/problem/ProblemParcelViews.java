package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.inquiry.Instruction;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.ProblemParcel;
import io.parceldesk.inquiry.problem.ProblemParcelView.InstructionView;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows problem parcels, with what may be seen of people. */
@ApplicationScoped
class ProblemParcelViews {
  private final Seal seal;

  ProblemParcelViews(Seal seal) {
    this.seal = seal;
  }

  ProblemParcelView of(CaseFile<ProblemParcel> file) {
    var problem = file.subject();
    return ProblemParcelView.of(
        file,
        new ProblemParcelView.Opened(
            seal.show(problem.contact(), Contact.class, Contact::masked, MaskedContact.UNREADABLE),
            instruction(problem.instruction()),
            seal.show(
                problem.outletStatement(),
                OutletStatement.class,
                OutletStatement::text,
                Masks.UNREADABLE)));
  }

  private InstructionView instruction(Instruction decided) {
    if (decided == null) {
      return null;
    }
    return new InstructionView(
        decided.instruction(),
        seal.show(decided.newContact(), Party.class, Party::masked, Party.Masked.UNREADABLE),
        decided.codMoney(),
        decided.freightMoney(),
        decided.instructedBy(),
        decided.instructedAt());
  }
}
