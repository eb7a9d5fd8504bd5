package io.parceldesk.claims.evidence;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.limit.RevealLimit;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.EvidenceFile;
import io.parceldesk.claims.EvidenceFiles;
import io.parceldesk.claims.EvidenceSlot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts papers and photos to a case, and shows them to those who may see it. */
@ApplicationScoped
class EvidenceDesk {
  private final EvidenceFiles files;
  private final EvidenceCheck check;
  private final EvidenceConfig config;
  private final CurrentCaller caller;
  private final RevealLimit reveals;

  EvidenceDesk(
      EvidenceFiles files,
      EvidenceCheck check,
      EvidenceConfig config,
      CurrentCaller caller,
      RevealLimit reveals) {
    this.files = files;
    this.check = check;
    this.config = config;
    this.caller = caller;
    this.reveals = reveals;
  }

  /** In the transaction that holds the case's lock. */
  EvidenceSlot add(Case subject, EvidenceForm form, Instant now) {
    requireRoom(subject);
    var file = check.check(form);
    files.add(subject.id(), file, caller.get().name(), now);
    return file.slot();
  }

  private void requireRoom(Case subject) {
    if (files.of(subject.id()).size() >= config.maxFiles()) {
      throw new DomainException(422, "too-many-files", "The case has as many files as it may have")
          .with("maxFiles", config.maxFiles());
    }
  }

  List<EvidenceFile> of(Cases<?> cases, CaseNumber number) {
    return files.of(cases.file(number).subject().id());
  }

  EvidenceFile find(Cases<?> cases, CaseNumber number, UUID file) {
    return files.require(cases.file(number).subject().id(), file);
  }

  /** The timeline remembers who saw it and why (REG-10). */
  EvidenceFile reveal(Cases<?> cases, CaseNumber number, UUID id, String reason) {
    var file = find(cases, number, id);
    reveals.take();
    cases.note(
        number,
        (subject, now) ->
            Change.within("evidence-reveal", subject.statusName())
                .noting(file.slot() + ": " + reason));
    return file;
  }
}
