package io.parceldesk.chassis.cases;

import jakarta.inject.Singleton;

/** What {@link Cases} of every kind are opened, changed, merged and read with. */
@Singleton
public class CaseDesk {
  private final CaseOpening opening;
  private final CaseChanges changes;
  private final CaseMerge merging;
  private final CaseFiles files;

  CaseDesk(CaseOpening opening, CaseChanges changes, CaseMerge merging, CaseFiles files) {
    this.opening = opening;
    this.changes = changes;
    this.merging = merging;
    this.files = files;
  }

  CaseOpening opening() {
    return opening;
  }

  CaseChanges changes() {
    return changes;
  }

  CaseMerge merging() {
    return merging;
  }

  CaseFiles files() {
    return files;
  }
}
