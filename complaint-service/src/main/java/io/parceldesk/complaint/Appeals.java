package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import jakarta.inject.Singleton;

/** The one way to open, read and change appeals. */
@Singleton
public class Appeals extends Cases<Appeal> {
  Appeals(AppealRepository repository, CaseDesk desk) {
    super(CaseKind.APPEAL, "appeal", "/appeals", repository, desk);
  }
}
