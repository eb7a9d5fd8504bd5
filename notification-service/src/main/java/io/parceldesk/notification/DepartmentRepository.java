package io.parceldesk.notification;

import io.parceldesk.chassis.problem.DomainException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The departments, by code. */
@ApplicationScoped
public class DepartmentRepository implements PanacheRepositoryBase<Department, UUID> {
  public Optional<Department> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  public Department require(String code) {
    return byCode(code).orElseThrow(() -> DomainException.notFound("Department " + code));
  }

  public Map<String, Department> named(Collection<String> codes) {
    return codes.isEmpty()
        ? Map.of()
        : stream("code in ?1", codes)
            .collect(Collectors.toMap(Department::code, Function.identity()));
  }
}
