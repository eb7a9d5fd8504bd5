package io.parceldesk.claims.account;

import io.parceldesk.chassis.problem.DomainException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as CSV (RFC 4180) for spreadsheets. It holds codes, numbers and times only, so that
 * nothing has to be quoted and nothing is a formula.
 */
final class StatementCsv {
  static final int MOST_ROWS = 50_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String HEADER = "postedAt,caseNumber,cause,parts,amount,balance,currency";

  private StatementCsv() {}

  static String of(List<Statement.Item> items) {
    if (items.size() > MOST_ROWS) {
      throw new DomainException(
          422, "statement-too-long", "A file has at most 50,000 rows; ask for a shorter time");
    }
    return Stream.concat(Stream.of(HEADER), items.stream().map(StatementCsv::row))
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
  }

  private static String row(Statement.Item item) {
    var parts =
        item.parts().stream()
            .map(part -> part.purpose() + " " + part.amount())
            .collect(Collectors.joining("; "));
    return String.join(
        ",",
        item.postedAt().toString(),
        item.caseNumber(),
        item.cause(),
        parts,
        item.amount().amount(),
        item.balance().amount(),
        item.amount().currency());
  }
}
