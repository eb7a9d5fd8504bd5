package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.retention.SubjectData.Held;
import io.parceldesk.chassis.retention.SubjectRequest.Item;
import io.parceldesk.chassis.retention.SubjectRequest.Kind;
import io.parceldesk.chassis.retention.SubjectRequest.Outcome;
import io.parceldesk.chassis.retention.SubjectRequest.Told;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells what is held on a person, or erases it (REG-10). Each thing is erased in a transaction of
 * its own that also notes the outcome, so that an erasure that was cut off is simply done again.
 */
@ApplicationScoped
class SubjectDesk {
  private static final int BATCH = 100;

  /** One answer holds so many things. */
  private static final int MOST_TOLD = 2_000;

  private final SubjectSources sources;
  private final SubjectRequests requests;
  private final Transactions transactions;
  private final BlindIndex index;
  private final CurrentCaller caller;

  SubjectDesk(
      SubjectSources sources,
      SubjectRequests requests,
      Transactions transactions,
      BlindIndex index,
      CurrentCaller caller) {
    this.sources = sources;
    this.requests = requests;
    this.transactions = transactions;
    this.index = index;
    this.caller = caller;
  }

  SubjectRequest handle(Kind kind, Person person) {
    var whom = person.fingerprint(index);
    var request =
        transactions.runNew(() -> requests.begin(kind, whom, person.reason(), caller.get().name()));
    return kind == Kind.EXPORT ? export(request, whom.any()) : erase(request, whom.any());
  }

  private SubjectRequest export(UUID request, List<String> subjects) {
    var told = new ArrayList<Told>();
    for (var source : sources.all()) {
      walk(source, subjects, one -> tell(request, source, subjects, one, told));
    }
    var isAll = told.size() <= MOST_TOLD;
    return finished(request).telling(isAll ? told : told.subList(0, MOST_TOLD), isAll);
  }

  private void tell(
      UUID request, SubjectData source, List<String> subjects, Held one, List<Told> told) {
    if (told.size() <= MOST_TOLD) { // one more, to know that there is more
      var item = new Item(source.what(), one.name(), Outcome.TOLD, null, null);
      told.add(
          transactions.runNew(
              () -> {
                requests.note(request, item);
                return new Told(source.what(), source.tell(subjects, one));
              }));
    }
  }

  /** Twice: what the first walk took out of one thing may have kept another. */
  private SubjectRequest erase(UUID request, List<String> subjects) {
    for (var walk = 0; walk < 2; walk++) {
      for (var source : sources.all()) {
        walk(source, subjects, one -> erase(request, source, subjects, one));
      }
    }
    return finished(request);
  }

  private void erase(UUID request, SubjectData source, List<String> subjects, Held one) {
    transactions.runNew(
        () -> {
          var verdict = source.erase(subjects, one, "REG-10 " + request);
          var outcome = verdict.isErased() ? Outcome.ERASED : Outcome.KEPT;
          requests.note(
              request,
              new Item(source.what(), one.name(), outcome, verdict.obstacle(), verdict.until()));
          return null;
        });
  }

  private static void walk(SubjectData source, List<String> subjects, Consumer<Held> visit) {
    var page = source.held(subjects, null, BATCH);
    while (!page.isEmpty()) {
      page.forEach(visit);
      page = source.held(subjects, page.get(page.size() - 1).id(), BATCH);
    }
  }

  private SubjectRequest finished(UUID request) {
    return transactions.runNew(
        () -> {
          requests.finish(request);
          return requests.require(request);
        });
  }

  void goOn() {
    transactions.runNew(requests::cutOff).forEach(cut -> erase(cut.id(), List.of(cut.subject())));
  }
}
