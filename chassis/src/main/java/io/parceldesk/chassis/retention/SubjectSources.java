package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.PersonalColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything in which this service may hold something on a person. */
@ApplicationScoped
class SubjectSources {
  private final Instance<SubjectData> others;
  private final Instance<Cases<?>> cases;
  private final CaseData.Tools tools;

  SubjectSources(
      @Any Instance<SubjectData> others, @Any Instance<Cases<?>> cases, CaseData.Tools tools) {
    this.others = others;
    this.cases = cases;
    this.tools = tools;
  }

  List<SubjectData> all() {
    return Stream.concat(
            cases.stream()
                .filter(kind -> kind.personal() != PersonalColumns.UNDECLARED)
                .map(kind -> new CaseData(kind, tools)),
            others.stream())
        .sorted(Comparator.comparing(SubjectData::what))
        .toList();
  }
}
