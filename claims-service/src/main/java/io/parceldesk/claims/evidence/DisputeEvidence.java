package io.parceldesk.claims.evidence;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.limit.RevealLimit;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.DisputeAction;
import io.parceldesk.claims.Disputes;
import io.parceldesk.claims.EvidenceFile;
import io.parceldesk.claims.EvidenceFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts papers and photos to a dispute, from both outlets (ARB-01 to ARB-05). */
@ApplicationScoped
class DisputeEvidence {
  private final Disputes disputes;
  private final EvidenceFiles files;
  private final EvidenceCheck check;
  private final EvidenceConfig config;
  private final CurrentCaller caller;
  private final RevealLimit reveals;

  DisputeEvidence(
      Disputes disputes,
      EvidenceFiles files,
      EvidenceCheck check,
      EvidenceConfig config,
      CurrentCaller caller,
      RevealLimit reveals) {
    this.disputes = disputes;
    this.files = files;
    this.check = check;
    this.config = config;
    this.caller = caller;
    this.reveals = reveals;
  }

  CaseFile<Dispute> add(CaseNumber number, IfMatch ifMatch, EvidenceForm form) {
    return disputes.change(
        number,
        ifMatch,
        DisputeAction.EVIDENCE,
        (dispute, now) -> {
          dispute.requirePart(caller.get(), DisputeAction.EVIDENCE);
          requireRoom(dispute);
          var file = check.check(form);
          files.add(dispute.id(), file, caller.get().name(), now);
          return dispute.receive(file.slot(), caller.get());
        });
  }

  private void requireRoom(Dispute dispute) {
    if (files.of(dispute.id()).size() >= config.maxFiles()) {
      throw new DomainException(422, "too-many-files", "The case has as many files as it may have")
          .with("maxFiles", config.maxFiles());
    }
  }

  List<EvidenceFile> of(CaseNumber number) {
    return files.of(disputes.file(number).subject().id());
  }

  EvidenceFile find(CaseNumber number, UUID file) {
    return files.require(disputes.file(number).subject().id(), file);
  }

  /** The timeline remembers who saw it and why (REG-10). */
  EvidenceFile reveal(CaseNumber number, UUID id, String reason) {
    var file = find(number, id);
    reveals.take();
    disputes.note(
        number,
        (dispute, now) ->
            Change.within("evidence-reveal", dispute.statusName())
                .noting(file.slot() + ": " + reason));
    return file;
  }
}
