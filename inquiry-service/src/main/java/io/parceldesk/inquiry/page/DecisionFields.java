package io.parceldesk.inquiry.page;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.inquiry.Decision;
import io.parceldesk.inquiry.InstructionKind;
import io.parceldesk.inquiry.Party;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The decision as it was typed in: what belongs to another decision is left aside. */
class DecisionFields {
  /** To give a parcel up is said to a person. */
  static final List<InstructionKind> OFFERED =
      Arrays.stream(InstructionKind.values())
          .filter(kind -> kind != InstructionKind.ABANDON)
          .toList();

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 300;

  @FormParam("code")
  String code;

  @FormParam("instruction")
  String instruction;

  @FormParam("name")
  String name;

  @FormParam("phone")
  String phone;

  @FormParam("address")
  String address;

  @FormParam("cod")
  String cod;

  @FormParam("freight")
  String freight;

  String code() {
    return code;
  }

  /** The field that is wrong, or null. */
  String wrong() {
    try {
      decision();
      return null;
    } catch (InvalidBody e) { // somebody is asked to correct it
      return e.errors().get(0).pointer().substring(1);
    }
  }

  Decision decision() {
    var kind = kind();
    return new Decision(kind, party(kind), amount(kind, cod, "/codAmount"), freight(kind));
  }

  private InstructionKind kind() {
    return OFFERED.stream()
        .filter(offered -> offered.name().equals(instruction))
        .findFirst()
        .orElseThrow(() -> new InvalidBody("/instruction", "must be chosen"));
  }

  private Party party(InstructionKind kind) {
    return switch (kind) {
      case CHANGE_CONTACT -> new Party(text(name, LONGEST_NAME, "/name"), phone(), null);
      case CHANGE_ADDRESS ->
          new Party(
              text(name, LONGEST_NAME, "/name"),
              phone(),
              text(address, LONGEST_ADDRESS, "/address"));
      default -> null;
    };
  }

  private Phone phone() {
    var written = text(phone, LONGEST_NAME, "/phone");
    return written == null ? null : Phone.parse(written, "/phone");
  }

  private BigDecimal freight(InstructionKind kind) {
    return amount(kind, freight, "/freight");
  }

  private static BigDecimal amount(InstructionKind kind, String written, String pointer) {
    var text = text(written, LONGEST_NAME, pointer);
    if (kind != InstructionKind.CHANGE_AMOUNT || text == null) {
      return null;
    }
    if (!AMOUNT.matcher(text).matches()) {
      throw new InvalidBody(pointer, "must be an amount such as 88.00");
    }
    return new BigDecimal(text).setScale(2);
  }

  private static String text(String written, int longest, String pointer) {
    if (written == null || written.isBlank()) {
      return null;
    }
    if (written.length() > longest) {
      throw new InvalidBody(pointer, "is too long");
    }
    return written.strip();
  }
}
