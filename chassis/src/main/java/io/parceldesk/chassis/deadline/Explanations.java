package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains the deadlines of a case: of each kind, and matter, the newest; soonest due first. */
@ApplicationScoped
public class Explanations {
  private final DeadlineStore store;

  Explanations(DeadlineStore store) {
    this.store = store;
  }

  /**
   * The language that an explanation to this reader would be in, as a tag such as {@code zh-CN}.
   *
   * @param languages those that the reader understands, best first
   */
  public String languageFor(List<Locale> languages) {
    return ExplanationWords.in(languages).languageTag();
  }

  public List<DeadlineExplanation> of(UUID caseId, List<Locale> languages) {
    var words = ExplanationWords.in(languages);
    var clocks =
        store.ever(caseId).stream()
            .collect(Collectors.toMap(clock -> clock.row().id, Function.identity()));
    var firings = store.firings(clocks.keySet());
    return DeadlineViews.newest(clocks.values().stream().map(Clock::row).toList()).stream()
        .map(
            view ->
                new Explainer(clocks.get(view.id()), words)
                    .explain(view.view(), firings.getOrDefault(view.id(), Map.of())))
        .toList();
  }

  /**
   * The newest deadline of the kind; 404 where the case never had one.
   *
   * @param about which of several; null where the case has one, and else for the soonest due
   */
  public DeadlineExplanation of(UUID caseId, String kind, String about, List<Locale> languages) {
    return of(caseId, languages).stream()
        .filter(explanation -> explanation.deadline().kind().equals(kind))
        .filter(explanation -> about == null || about.equals(explanation.deadline().about()))
        .findFirst()
        .orElseThrow(() -> DomainException.notFound("Deadline " + kind));
  }
}
