package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.money.MoneyForm;
import io.parceldesk.claims.DisputeAnswer;
import io.parceldesk.claims.EvidenceChecklist;
import io.parceldesk.claims.Liability;
import io.parceldesk.claims.Settlement.Way;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the actions of a dispute take. */
final class DisputeForms {
  private DisputeForms() {}

  /** How the recipient confirmed what is reported (AMB-32). */
  enum Confirmation {
    CALL_RECORD,
    SIGNED_STATEMENT
  }

  @Schema(name = "AnnouncementForm")
  record AnnouncementForm(
      @NotNull @Schema(description = "How the recipient confirmed it (ARB-08, AMB-32)")
          Confirmation recipientVerified,
      @NotNull @Valid PersonForm contact,
      @Size(max = 80) @Schema(description = "Where a direct payment goes (ARB-07)")
          String bankAccount) {}

  @Schema(name = "DisputeReplyForm")
  record ReplyForm(@NotNull DisputeAnswer answer, @Size(max = 2000) String reason) {

    @AssertTrue(message = "is said by nobody: it is what silence comes to")
    @Schema(hidden = true)
    public boolean isAnswerGiven() {
      return answer != DisputeAnswer.SILENT;
    }

    @AssertTrue(message = "is required with a refusal")
    @Schema(hidden = true)
    public boolean isReasonGiven() {
      return answer != DisputeAnswer.REFUSED || (reason != null && !reason.isBlank());
    }
  }

  @Schema(name = "SettlementForm")
  record SettlementForm(
      @NotNull @Valid MoneyForm amount,
      @NotNull @Schema(description = "ACCOUNT: through the outlets' accounts; DIRECT: between them")
          Way way) {}

  @Schema(name = "DisputeReturnForm")
  record ReturnForm(
      @NotNull
          @Pattern(
              regexp = "[A-Z][A-Z0-9_]{1,39}",
              message = "must be a code such as EVIDENCE_MISSING")
          String reason,
      List<EvidenceChecklist.@NotNull Item> missing,
      @Size(max = 1000) String note) {}

  @Schema(name = "VerificationForm")
  record VerificationForm(
      @NotNull @Schema(description = "Whether the report is true (ARB-08)") Boolean reportTrue,
      @Schema(description = "Whether the parcels are a batch or whole bag (AMB-10)") boolean batch,
      @NotBlank @Size(max = 1000) String finding) {}

  @Schema(name = "RulingForm")
  record RulingForm(
      @Size(max = 20)
          @Valid
          @Schema(description = "Who is liable; 100 in all. None where a false report is fined")
          List<@NotNull LiabilityForm> liability,
      @Size(max = 500) @Valid @Schema(description = "What headquarters found of parcels")
          List<@NotNull DisputedParcelForm> parcels,
      @Valid @Schema(description = "Where no table has an amount (CMPN-34)") MoneyForm amount,
      @NotBlank @Size(max = 2000) String reason,
      @Size(max = 500) @Schema(description = "With practical (AMB-05)") String practicalReason) {

    List<Liability> split() {
      return liability == null
          ? List.of()
          : liability.stream().map(each -> new Liability(each.party(), each.percent())).toList();
    }

    List<DisputedParcelForm> found() {
      return parcels == null ? List.of() : parcels;
    }
  }

  @Schema(name = "LiabilityForm")
  record LiabilityForm(
      @NotBlank @Size(max = 40) @Schema(description = "An outlet, or HEADQUARTERS") String party,
      @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
          BigDecimal percent) {}

  @Schema(name = "ObjectionForm")
  record ObjectionForm(@NotBlank @Size(max = 2000) String reason) {}

  @Schema(name = "AnnouncementRevealForm")
  record RevealForm(@NotBlank @Size(max = 500) String reason) {}
}
