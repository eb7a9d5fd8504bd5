package io.parceldesk.complaint.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.deadline.Explanations;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.complaint.Appeal;
import io.parceldesk.complaint.Appeals;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.Complaints;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Collects the evidence of an appeal (REG-08): all of it as it is at one moment. */
@ApplicationScoped
class EvidenceCollection {
  private final Appeals appeals;
  private final Complaints complaints;
  private final EvidenceParts parts;
  private final CaseMessages messages;
  private final ParcelHistories parcels;
  private final Explanations explanations;
  private final Transactions transactions;
  private final Sql sql;
  private final ObjectMapper json;

  EvidenceCollection(
      Appeals appeals,
      Complaints complaints,
      EvidenceParts parts,
      CaseMessages messages,
      ParcelHistories parcels,
      Explanations explanations,
      Transactions transactions,
      Sql sql,
      ObjectMapper json) {
    this.appeals = appeals;
    this.complaints = complaints;
    this.parts = parts;
    this.messages = messages;
    this.parcels = parcels;
    this.explanations = explanations;
    this.transactions = transactions;
    this.sql = sql;
    this.json = json;
  }

  EvidenceBundle collect(CaseNumber number, List<Locale> languages) {
    return transactions.runNew(
        () -> {
          sql.update("set transaction isolation level repeatable read read only");
          var appeal = appeals.file(number);
          appeal.subject().requireNotAnonymised(); // its evidence went with it
          var evidence = evidence(appeal, languages);
          return new EvidenceBundle(
              explanations.languageFor(languages), now(), digest(evidence), evidence);
        });
  }

  private Evidence evidence(CaseFile<Appeal> appeal, List<Locale> languages) {
    var about = complaintsOf(appeal);
    var waybills =
        Stream.concat(
                Stream.of(appeal.subject().intake().waybill()),
                about.stream().map(file -> file.subject().intake().waybill()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return new Evidence(
        parts.of(appeal, languages),
        about.stream().map(file -> parts.ofComplaint(file, languages)).toList(),
        parcels.of(waybills),
        messages.about(numbers(appeal, about)));
  }

  /** Complaints that the appeal or its complaint is linked to, such as one that it follows up. */
  private List<CaseFile<Complaint>> complaintsOf(CaseFile<Appeal> appeal) {
    var own = complaintNumbers(appeal.links()).map(complaints::file).toList();
    var others = own.stream().flatMap(file -> complaintNumbers(file.links()));
    var known = own.stream().map(file -> file.subject().number()).toList();
    return Stream.concat(
            own.stream(),
            others.filter(number -> !known.contains(number)).distinct().map(complaints::file))
        .filter(file -> file.subject().anonymisedAt() == null) // it has nothing to show any more
        .sorted(
            Comparator.comparing((CaseFile<Complaint> file) -> file.subject().openedAt())
                .thenComparing(file -> file.subject().number().text()))
        .toList();
  }

  private static Stream<CaseNumber> complaintNumbers(Collection<CaseLink> links) {
    return links.stream()
        .filter(link -> link.kind().equals(CaseKind.COMPLAINT.name()))
        .map(link -> CaseNumber.parse(link.number()));
  }

  private static List<String> numbers(CaseFile<Appeal> appeal, List<CaseFile<Complaint>> about) {
    var links = Stream.concat(Stream.of(appeal.links()), about.stream().map(CaseFile::links));
    return Stream.concat(
            Stream.of(appeal.subject().number().text()),
            links.flatMap(Collection::stream).map(CaseLink::number))
        .distinct()
        .toList();
  }

  private Instant now() {
    return sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow();
  }

  private String digest(Evidence evidence) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(json.writeValueAsBytes(evidence)));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
