package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.cases.Anonymisation;
import io.parceldesk.chassis.cases.CaseSubjects;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.PersonalColumns;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All data of this service that is not kept for ever. */
@ApplicationScoped
class DataClasses {
  private final Instance<DataClass> others;
  private final Instance<Cases<?>> cases;
  private final Anonymisation anonymisation;
  private final CaseSubjects subjects;
  private final Sql sql;

  DataClasses(
      @Any Instance<DataClass> others,
      @Any Instance<Cases<?>> cases,
      Anonymisation anonymisation,
      CaseSubjects subjects,
      Sql sql) {
    this.others = others;
    this.cases = cases;
    this.anonymisation = anonymisation;
    this.subjects = subjects;
    this.sql = sql;
  }

  List<DataClass> all() {
    return Stream.concat(
            others.stream(),
            cases.stream()
                .filter(kind -> kind.personal() != PersonalColumns.UNDECLARED)
                .map(kind -> new CaseRecords(kind, anonymisation, subjects, sql)))
        .sorted(Comparator.comparing(DataClass::name))
        .toList();
  }

  DataClass require(String name) {
    return all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> DomainException.notFound("Class " + name));
  }
}
