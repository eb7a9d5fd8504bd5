package io.parceldesk.chassis.watch;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a query of PromQL names: metrics with the labels they are asked for, and labels to group by.
 */
record Expression(Map<String, Set<String>> labelsByMetric, Set<String> grouping) {
  private static final Pattern METRIC =
      Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\b(?!\\s*\\()(?:\\{([^}]*)\\})?");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|without)\\s*\\(([^)]*)\\)");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

  static Expression of(String query) {
    var plain = VARIABLE.matcher(STRING.matcher(query).replaceAll("\"\"")).replaceAll("1m");
    var grouping =
        GROUPING
            .matcher(plain)
            .results()
            .flatMap(group -> Arrays.stream(group.group(1).split("\\s*,\\s*")))
            .collect(Collectors.toCollection(TreeSet::new));
    var metrics = new TreeMap<String, Set<String>>();
    METRIC
        .matcher(GROUPING.matcher(plain).replaceAll(""))
        .results()
        .forEach(
            metric ->
                metrics
                    .computeIfAbsent(metric.group(1), name -> new TreeSet<>())
                    .addAll(labels(metric.group(2))));
    return new Expression(metrics, grouping);
  }

  private static Set<String> labels(String matchers) {
    return matchers == null
        ? Set.of()
        : MATCHER.matcher(matchers).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }
}
