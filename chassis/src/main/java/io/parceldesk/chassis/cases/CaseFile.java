package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.deadline.DeadlineView;
import java.util.List;

/**
 * All that is kept of a case in one place: the aggregate, its deadlines, related cases, and what
 * the caller may do now.
 *
 * @param withoutPolicy kinds of deadlines that should have started and that no policy fitted
 * @param hold why it is neither anonymised nor erased for now; null where nothing is, and for
 *     outlets
 */
public record CaseFile<C extends Case>(
    C subject,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    LegalHold hold,
    List<String> allowedActions) {}
