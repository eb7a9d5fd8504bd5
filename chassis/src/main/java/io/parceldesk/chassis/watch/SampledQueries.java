package io.parceldesk.chassis.watch;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.chassis.watch.Sample.Point;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Samples that are queries: the column {@code value} is the number, every other one a label. */
@ApplicationScoped
public class SampledQueries {
  private static final String VALUE = "value";

  private final Sql sql;
  private final Transactions transactions;

  SampledQueries(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  public Sample sample(String name, String description, Duration every, String query) {
    return new Sample(name, description, every, () -> read(query));
  }

  private List<Point> read(String query) {
    return transactions.runNew(
        () -> {
          // counting must not become the work that keeps the database busy
          sql.first("select set_config('statement_timeout', '5s', true)", row -> 1);
          return sql.list(query, SampledQueries::point);
        });
  }

  private static Point point(ResultSet row) throws SQLException {
    var columns = row.getMetaData();
    var own = new ArrayList<Tag>();
    for (var i = 1; i <= columns.getColumnCount(); i++) {
      if (!VALUE.equals(columns.getColumnLabel(i))) {
        own.add(Tag.of(columns.getColumnLabel(i), String.valueOf(row.getString(i))));
      }
    }
    return new Point(Tags.of(own), row.getDouble(VALUE));
  }
}
