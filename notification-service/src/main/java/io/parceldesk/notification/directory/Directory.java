package io.parceldesk.notification.directory;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.Department;
import io.parceldesk.notification.DepartmentRepository;
import io.parceldesk.notification.Outlet;
import io.parceldesk.notification.OutletFacts;
import io.parceldesk.notification.OutletRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Keeps the outlets and departments, and tells the other services of every change. */
@ApplicationScoped
class Directory {
  private static final Set<String> WHO_CALL_PEOPLE = Set.of("admin", "supervisor");

  private final Transactions transactions;
  private final OutletRepository outlets;
  private final DepartmentRepository departments;
  private final DirectoryChanges changes;
  private final Outbox outbox;
  private final CurrentCaller caller;
  private final Sql sql;

  Directory(
      Transactions transactions,
      OutletRepository outlets,
      DepartmentRepository departments,
      DirectoryChanges changes,
      Outbox outbox,
      CurrentCaller caller,
      Sql sql) {
    this.transactions = transactions;
    this.outlets = outlets;
    this.departments = departments;
    this.changes = changes;
    this.outbox = outbox;
    this.caller = caller;
    this.sql = sql;
  }

  OutletView add(String code, OutletFacts facts) {
    return transactions.run(
        () -> {
          awaitTurn("outlet " + code);
          if (outlets.byCode(code).isPresent()) {
            throw new DomainException(409, "duplicate-outlet", "The code is taken");
          }
          return announced(begun(code, facts));
        });
  }

  private Outlet begun(String code, OutletFacts facts) {
    var outlet = new Outlet(code, facts);
    requireParent(code, facts);
    outlets.persistAndFlush(outlet);
    outbox.beginStream(outlet.id(), "OUTLET", code);
    return outlet;
  }

  /**
   * Adds and replaces outlets, those above before those below; all of them or, when one is refused,
   * none.
   */
  Imported takeOver(SortedMap<Integer, OutletForm> lines) {
    return transactions.run(
        () -> {
          awaitTurn("outlets");
          var counts = new Imported(0, 0, 0);
          for (var line : Upwards.sorted(lines).entrySet()) {
            counts = counts.plus(atLine(line.getKey(), () -> takeOver(line.getValue())));
          }
          return counts;
        });
  }

  private Imported takeOver(OutletForm form) {
    awaitTurn("outlet " + form.code());
    var facts = form.toFacts();
    var known = outlets.byCode(form.code());
    if (known.isEmpty()) {
      announced(begun(form.code(), facts));
      return new Imported(1, 0, 0);
    }
    var outlet = outlets.requireForChange(form.code());
    requireParent(form.code(), facts);
    var before = outlet.version();
    outlet.become(facts);
    outlets.flush();
    if (outlet.version() == before) {
      return new Imported(0, 0, 1);
    }
    announced(outlet);
    return new Imported(0, 1, 0);
  }

  /** A refusal says which line it is about. */
  private static <T> T atLine(int line, Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidBody e) {
      throw e;
    } catch (DomainException e) {
      throw new InvalidBody("/lines/" + line, e.getMessage());
    }
  }

  /** Whoever creates the same thing waits, and then sees that it is there. */
  private void awaitTurn(String what) {
    sql.list("select pg_advisory_xact_lock(hashtext(?))", row -> null, "directory " + what);
  }

  OutletView change(String code, IfMatch ifMatch, OutletFacts facts) {
    return transactions.run(
        () -> {
          var outlet = outlets.requireForChange(code);
          ifMatch.require(outlet.version());
          requireParent(code, facts);
          outlet.become(facts);
          outlets.flush();
          return announced(outlet);
        });
  }

  OutletView outlet(String code) {
    caller.get().requireAccessTo(code);
    return transactions.run(() -> view(outlets.require(code)));
  }

  List<OutletView> outlets(String region, String parent, String after, int rows) {
    var asking = caller.get();
    var only = asking.isOutletOnly() ? String.valueOf(asking.outlet()) : null;
    return transactions.run(
        () -> outlets.page(region, parent, only, after, rows).stream().map(this::view).toList());
  }

  /** As they are listed, every one of them. */
  List<OutletView> all(String region, String parent) {
    return outlets(region, parent, null, Integer.MAX_VALUE);
  }

  /** What became of the outlet over time, the newest first. */
  List<DirectoryChanges.Change> changes(String code, Long before, int rows) {
    caller.get().requireAccessTo(code);
    return transactions.run(
        () -> {
          outlets.require(code);
          return changes.of("OUTLET", code, before, rows);
        });
  }

  DepartmentView department(String code) {
    return transactions.run(() -> view(departments.require(code)));
  }

  /** Creates it where it is new; then there is nothing that If-Match could be about. */
  DepartmentView put(String code, IfMatch ifMatch, DepartmentForm form) {
    return transactions.run(
        () -> {
          awaitTurn("department " + code);
          var known = departments.byCode(code);
          known.ifPresent(department -> ifMatch.require(department.version()));
          var department = known.orElseGet(() -> new Department(code));
          department.become(
              form.name(),
              form.englishName(),
              ContactPointForm.toPoints(form.contactPoints()),
              PersonForm.toPeople(form.people()));
          departments.persistAndFlush(department);
          changes.record("DEPARTMENT", code, DepartmentView.of(department, false));
          return view(department);
        });
  }

  private OutletView announced(Outlet outlet) {
    changes.record("OUTLET", outlet.code(), OutletView.of(outlet, false));
    outbox.append(outlet.id(), Topics.DIRECTORY, outlet.changed());
    return view(outlet);
  }

  private void requireParent(String code, OutletFacts facts) {
    var parent = facts.parent();
    if (parent == null) {
      return;
    }
    var line = outlets.withAncestors(List.of(parent));
    if (!line.containsKey(parent)) {
      throw new DomainException(422, "unknown-outlet", "The parent is not in the directory");
    }
    if (line.containsKey(code)) {
      throw new DomainException(422, "circular-parent", "An outlet cannot stand above itself");
    }
  }

  private OutletView view(Outlet outlet) {
    var asking = caller.get();
    return OutletView.of(outlet, seesPeople(asking) || outlet.code().equals(asking.outlet()));
  }

  private DepartmentView view(Department department) {
    return DepartmentView.of(department, seesPeople(caller.get()));
  }

  private static boolean seesPeople(Caller asking) {
    return asking.roles().stream().anyMatch(WHO_CALL_PEOPLE::contains);
  }
}
