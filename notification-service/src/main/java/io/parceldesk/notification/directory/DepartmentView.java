package io.parceldesk.notification.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.notification.Department;
import java.util.List;

/** A department as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DepartmentView(
    String code,
    String name,
    String englishName,
    List<ContactPointForm> contactPoints,
    List<PersonForm> people,
    long version) {

  static DepartmentView of(Department department, boolean clear) {
    return new DepartmentView(
        department.code(),
        department.name(),
        department.englishName(),
        Shown.points(department.contactPoints(), clear),
        Shown.people(department.people(), clear),
        department.version());
  }
}
