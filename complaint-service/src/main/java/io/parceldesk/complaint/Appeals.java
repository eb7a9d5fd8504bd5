package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.PersonalColumns;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** The one way to open, read and change appeals. */
@Singleton
public class Appeals extends Cases<Appeal> {
  private final AppealRepository repository;

  Appeals(AppealRepository repository, CaseDesk desk) {
    super(CaseKind.APPEAL, "appeal", "/appeals", repository, desk);
    this.repository = repository;
  }

  /** The appeal that the authority's number is about, if it was received. */
  public Optional<Appeal> withReference(String authorityReference) {
    return repository.withReference(authorityReference);
  }

  @Override
  public PersonalColumns personal() {
    return new PersonalColumns(Set.of("contact", "demand", "reply", "opinion"), Set.of());
  }

  @Override
  public Set<String> categories() {
    return names(Category.values());
  }
}
