package io.parceldesk.claims.evidence;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.limit.RevealLimit;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimAction;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.EvidenceFile;
import io.parceldesk.claims.EvidenceFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts papers and photos to a claim, and shows them to those who may see it. */
@ApplicationScoped
class ClaimEvidence {
  private final Claims claims;
  private final EvidenceFiles files;
  private final EvidenceCheck check;
  private final EvidenceConfig config;
  private final CurrentCaller caller;
  private final RevealLimit reveals;

  ClaimEvidence(
      Claims claims,
      EvidenceFiles files,
      EvidenceCheck check,
      EvidenceConfig config,
      CurrentCaller caller,
      RevealLimit reveals) {
    this.claims = claims;
    this.files = files;
    this.check = check;
    this.config = config;
    this.caller = caller;
    this.reveals = reveals;
  }

  CaseFile<Claim> add(CaseNumber number, IfMatch ifMatch, EvidenceForm form) {
    return claims.change(
        number,
        ifMatch,
        ClaimAction.EVIDENCE,
        (claim, now) -> {
          requireRoom(claim);
          var file = check.check(form);
          files.add(claim.id(), file, caller.get().name(), now);
          return claim.receive(file.slot());
        });
  }

  private void requireRoom(Claim claim) {
    if (files.of(claim.id()).size() >= config.maxFiles()) {
      throw new DomainException(422, "too-many-files", "The case has as many files as it may have")
          .with("maxFiles", config.maxFiles());
    }
  }

  List<EvidenceFile> of(CaseNumber number) {
    return files.of(claims.file(number).subject().id());
  }

  EvidenceFile find(CaseNumber number, UUID file) {
    return files.require(claims.file(number).subject().id(), file);
  }

  /** The timeline remembers who saw it and why (REG-10). */
  EvidenceFile reveal(CaseNumber number, UUID id, String reason) {
    var file = find(number, id);
    reveals.take();
    claims.note(
        number,
        (claim, now) ->
            Change.within("evidence-reveal", claim.statusName())
                .noting(file.slot() + ": " + reason));
    return file;
  }
}
