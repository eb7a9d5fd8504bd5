package io.parceldesk.notification;

import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A department of the company. Its desk is staffed at all hours, so it has no quiet ones. */
@Entity
public class Department implements Addressee {
  private static final QuietTime NEVER_QUIET =
      new QuietTime(
          new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT), ZoneId.of("Asia/Shanghai"));

  @Id private UUID id;
  @Version private long version;
  private String code;
  private String name;
  private String englishName;

  @ElementCollection
  @CollectionTable(
      name = "department_contact_point",
      joinColumns = @JoinColumn(name = "department_id"))
  private Set<ContactPoint> contactPoints = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "department_person", joinColumns = @JoinColumn(name = "department_id"))
  private Set<Person> people = new HashSet<>();

  protected Department() {}

  public Department(String code) {
    this.id = UUID.randomUUID();
    this.code = code;
  }

  /** The department as it now is; everything but the code may change. */
  public void become(
      String name, String englishName, Set<ContactPoint> contactPoints, Set<Person> people) {
    this.name = name;
    this.englishName = englishName;
    this.contactPoints.retainAll(contactPoints);
    this.contactPoints.addAll(contactPoints);
    this.people.retainAll(people);
    this.people.addAll(people);
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

  @Override
  public String language() {
    return "zh-CN";
  }

  @Override
  public QuietTime quietTime() {
    return NEVER_QUIET;
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
