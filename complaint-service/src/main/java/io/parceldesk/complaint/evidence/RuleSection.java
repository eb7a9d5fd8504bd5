package io.parceldesk.complaint.evidence;

import io.parceldesk.complaint.evidence.Evidence.DeadlinePart;
import io.parceldesk.complaint.evidence.Evidence.DecisionPart;
import io.parceldesk.complaint.evidence.EvidencePage.Section;
import io.parceldesk.complaint.evidence.EvidencePage.Table;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the rules ask for that the evidence cites, for readers who do not have them. */
final class RuleSection {
  private final EvidenceWords words;

  RuleSection(EvidenceWords words) {
    this.words = words;
  }

  Section of(Evidence evidence) {
    return EvidencePrint.section(
        words.text("rules"),
        new Table(
            words.text("rulesCited"),
            List.of(words.text("column.rule"), words.text("column.meaning")),
            cited(evidence).map(rule -> List.of(rule, words.meaning(rule))).toList(),
            words.text("none")));
  }

  private static Stream<String> cited(Evidence evidence) {
    var appeal = evidence.appeal();
    return Stream.concat(
            rules(appeal.decisions(), appeal.deadlines()),
            evidence.complaints().stream().flatMap(one -> rules(one.decisions(), one.deadlines())))
        .distinct()
        .sorted();
  }

  private static Stream<String> rules(List<DecisionPart> decisions, List<DeadlinePart> deadlines) {
    return Stream.concat(
            decisions.stream().map(DecisionPart::rules),
            deadlines.stream().map(DeadlinePart::rules))
        .flatMap(Collection::stream);
  }
}
