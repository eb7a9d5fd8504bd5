package io.parceldesk.notification;

import io.parceldesk.chassis.problem.DomainException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The outlets, by code. */
@ApplicationScoped
public class OutletRepository implements PanacheRepositoryBase<Outlet, UUID> {
  private static final String WITH_ANCESTORS =
      """
      with recursive line (code, parent) as (
        select code, parent from outlet where code in (:codes)
        union
        select o.code, o.parent from outlet o join line on o.code = line.parent)
      select code from line
      """;

  public Optional<Outlet> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  public Outlet require(String code) {
    return byCode(code).orElseThrow(() -> unknown(code));
  }

  /** Whoever changes it too waits, and then sees the newer version. */
  public Outlet requireForChange(String code) {
    return find("code", code)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(() -> unknown(code));
  }

  private static DomainException unknown(String code) {
    return DomainException.notFound("Outlet " + code);
  }

  /** The named outlets and all above them; codes that nobody has are left out. */
  public Map<String, Outlet> withAncestors(Collection<String> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    @SuppressWarnings("unchecked") // the query's only column is a text
    List<String> line =
        getEntityManager()
            .createNativeQuery(WITH_ANCESTORS, String.class)
            .setParameter("codes", codes)
            .getResultList();
    return find(
            "from Outlet o left join fetch o.contactPoints left join fetch o.people where o.code in"
                + " ?1",
            line)
        .stream()
        .collect(Collectors.toMap(Outlet::code, Function.identity(), (one, same) -> one));
  }

  /** In the order of their codes, beginning after {@code after}. */
  public List<Outlet> page(String region, String parent, String only, String after, int rows) {
    return find(
            """
            (?1 is null or region = ?1) and (?2 is null or parent = ?2)
            and (?3 is null or code = ?3) and (?4 is null or code > ?4) order by code
            """,
            region,
            parent,
            only,
            after)
        .page(0, rows)
        .list();
  }
}
