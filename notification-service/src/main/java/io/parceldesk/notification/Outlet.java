package io.parceldesk.notification;

import io.parceldesk.contracts.DirectoryEvent.AgencyPeriod;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import io.parceldesk.contracts.DirectoryEvent.OutletChanged;
import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A franchise outlet or a part of headquarters: who they are and how they are reached. */
@Entity
public class Outlet implements Addressee {
  @Id private UUID id;
  @Version private long version;
  private String code;
  private String name;
  private String englishName;
  private String region;
  private String parent;
  private LocalDate agencyFrom;
  private LocalDate agencyTo;
  private String zone;
  private LocalTime quietFrom;
  private LocalTime quietTo;
  private String languages;
  private boolean active;

  @ElementCollection
  @CollectionTable(name = "outlet_contact_point", joinColumns = @JoinColumn(name = "outlet_id"))
  private Set<ContactPoint> contactPoints = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "outlet_person", joinColumns = @JoinColumn(name = "outlet_id"))
  private Set<Person> people = new HashSet<>();

  protected Outlet() {}

  public Outlet(String code, OutletFacts facts) {
    this.id = UUID.randomUUID();
    this.code = code;
    become(facts);
  }

  /** The outlet as it now is; everything but the code may change. */
  public void become(OutletFacts facts) {
    name = facts.name();
    englishName = facts.englishName();
    region = facts.region();
    parent = facts.parent();
    agencyFrom = facts.agencyPeriod() == null ? null : facts.agencyPeriod().from();
    agencyTo = facts.agencyPeriod() == null ? null : facts.agencyPeriod().to();
    zone = facts.zone().getId();
    quietFrom = facts.quietHours().from();
    quietTo = facts.quietHours().to();
    languages = String.join(",", facts.languages());
    active = facts.active();
    replace(contactPoints, facts.contactPoints());
    replace(people, facts.people());
  }

  /** Keeps what stays, so that only the difference is written. */
  private static <T> void replace(Set<T> current, Set<T> wanted) {
    current.retainAll(wanted);
    current.addAll(wanted);
  }

  public OutletChanged changed() {
    return new OutletChanged(
        code,
        name,
        region,
        parent,
        agencyPeriod().orElse(null),
        zone,
        quietHours(),
        people.stream()
            .sorted(Comparator.comparing(Person::level).thenComparing(Person::staffId))
            .map(person -> new EscalationContact(person.level(), person.role(), person.staffId()))
            .toList(),
        active);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  @Override
  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String englishName() {
    return englishName;
  }

  @Override
  public String nameIn(String locale) {
    return locale.startsWith("en") && englishName != null ? englishName : name;
  }

  public String region() {
    return region;
  }

  public String parent() {
    return parent;
  }

  public Optional<AgencyPeriod> agencyPeriod() {
    return Optional.ofNullable(agencyFrom).map(from -> new AgencyPeriod(from, agencyTo));
  }

  public QuietHours quietHours() {
    return new QuietHours(quietFrom, quietTo);
  }

  @Override
  public QuietTime quietTime() {
    return new QuietTime(quietHours(), ZoneId.of(zone));
  }

  public List<String> languages() {
    return List.of(languages.split(","));
  }

  @Override
  public String language() {
    return languages().get(0);
  }

  public boolean active() {
    return active;
  }

  @Override
  public Set<ContactPoint> contactPoints() {
    return Set.copyOf(contactPoints);
  }

  @Override
  public Set<Person> people() {
    return Set.copyOf(people);
  }
}
