package io.parceldesk.notification.directory;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.problem.DomainException;
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

  Directory(
      Transactions transactions,
      OutletRepository outlets,
      DepartmentRepository departments,
      DirectoryChanges changes,
      Outbox outbox,
      CurrentCaller caller) {
    this.transactions = transactions;
    this.outlets = outlets;
    this.departments = departments;
    this.changes = changes;
    this.outbox = outbox;
    this.caller = caller;
  }

  OutletView add(String code, OutletFacts facts) {
    return transactions.run(
        () -> {
          if (outlets.byCode(code).isPresent()) {
            throw new DomainException(409, "duplicate-outlet", "The code is taken");
          }
          var outlet = new Outlet(code, facts);
          requireParent(code, facts);
          outlets.persistAndFlush(outlet);
          outbox.beginStream(outlet.id(), "OUTLET", code);
          return announced(outlet);
        });
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

  DepartmentView department(String code) {
    return transactions.run(() -> view(departments.require(code)));
  }

  /** Creates it where it is new; then there is nothing that If-Match could be about. */
  DepartmentView put(String code, IfMatch ifMatch, DepartmentForm form) {
    return transactions.run(
        () -> {
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
