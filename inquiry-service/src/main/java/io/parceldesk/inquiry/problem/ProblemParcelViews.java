package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
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
    var sender = seal.open(problem.contact(), Contact.class);
    var statement = seal.open(problem.outletStatement(), OutletStatement.class);
    return ProblemParcelView.of(
        file,
        new ProblemParcelView.Opened(
            sender == null ? null : sender.masked(),
            instruction(problem.instruction()),
            statement == null ? null : statement.text()));
  }

  private InstructionView instruction(Instruction decided) {
    if (decided == null) {
      return null;
    }
    var recipient = seal.open(decided.newContact(), Party.class);
    return new InstructionView(
        decided.instruction(),
        recipient == null ? null : recipient.masked(),
        decided.codMoney(),
        decided.freightMoney(),
        decided.instructedBy(),
        decided.instructedAt());
  }
}
