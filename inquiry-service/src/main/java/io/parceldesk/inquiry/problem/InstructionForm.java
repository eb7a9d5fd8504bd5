package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.money.MoneyForm;
import io.parceldesk.inquiry.Decision;
import io.parceldesk.inquiry.InstructionKind;
import io.parceldesk.inquiry.Party;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What the sender told the desk to do (PRB-03, PRB-05, PRB-06); what stays is left out. */
record InstructionForm(
    @NotNull InstructionKind instruction,
    @Size(max = 100) @Pattern(regexp = ".*\\S.*", message = "must not be blank") String name,
    @Size(max = 40) @Pattern(regexp = ".*\\S.*", message = "must not be blank") String phone,
    @Size(max = 300) @Pattern(regexp = ".*\\S.*", message = "must not be blank") String address,
    @Valid MoneyForm codAmount,
    @Valid MoneyForm freight) {

  Decision toDecision() {
    return new Decision(
        instruction,
        name == null && phone == null && address == null
            ? null
            : new Party(name, phone == null ? null : Phone.parse(phone, "/phone"), address),
        codAmount == null ? null : codAmount.toAmount(),
        freight == null ? null : freight.toAmount());
  }
}
