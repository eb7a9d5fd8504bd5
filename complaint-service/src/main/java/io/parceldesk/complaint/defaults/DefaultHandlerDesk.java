package io.parceldesk.complaint.defaults;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.defaults.DefaultHandlerRule.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Keeps the table of default handlers and what it was before (CMP-08). */
@ApplicationScoped
class DefaultHandlerDesk {
  private final Sql sql;
  private final Transactions transactions;
  private final CurrentCaller caller;

  DefaultHandlerDesk(Sql sql, Transactions transactions, CurrentCaller caller) {
    this.sql = sql;
    this.transactions = transactions;
    this.caller = caller;
  }

  /** Each category in its newest version. */
  List<DefaultHandlerRule> list() {
    return sql.list(
        """
        select distinct on (category) * from default_handler order by category, version desc
        """,
        DefaultHandlerDesk::read);
  }

  /** All versions of a category, the newest first; every category has one. */
  List<DefaultHandlerRule> versions(Category category) {
    return sql.list(
        "select * from default_handler where category = ? order by version desc",
        DefaultHandlerDesk::read,
        category);
  }

  /** The next version, for complaints that are assigned from then on. */
  List<DefaultHandlerRule> amend(Category category, IfMatch ifMatch, DefaultHandlerForm form) {
    return transactions.run(
        () -> {
          sql.list(
              "select pg_advisory_xact_lock(hashtext(?))",
              row -> null,
              "default-handler " + category);
          var newest = versions(category).get(0);
          ifMatch.require(newest.version());
          sql.update(
              """
              insert into default_handler (category, version, outlet, department, author, reason)
              values (?, ?, ?, ?, ?, ?)
              """,
              category,
              newest.version() + 1,
              form.outlet(),
              form.department(),
              caller.get().name(),
              form.reason());
          return versions(category);
        });
  }

  private static DefaultHandlerRule read(ResultSet row) throws SQLException {
    var outlet = row.getString("outlet");
    return new DefaultHandlerRule(
        Category.valueOf(row.getString("category")),
        row.getInt("version"),
        outlet == null ? null : Part.valueOf(outlet),
        row.getString("department"),
        row.getString("author"),
        row.getString("reason"),
        SqlValue.instant(row, "created_at"));
  }
}
