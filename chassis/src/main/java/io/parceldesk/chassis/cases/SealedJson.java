package io.parceldesk.chassis.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.parceldesk.chassis.contact.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds and takes out what lies in JSON behind seals: any value in it may be a compact JWE. */
@ApplicationScoped
class SealedJson {
  private static final String EACH = "*";
  private static final Pattern COMPACT_JWE = Pattern.compile("eyJ[\\w-]+(\\.[\\w-]*){4}");

  private final Seal seal;
  private final ObjectMapper json;

  SealedJson(Seal seal, ObjectMapper json) {
    this.seal = seal;
    this.json = json;
  }

  /** What a column says; one that is a JWE is opened when it is looked into. */
  JsonNode read(String column) {
    try {
      return COMPACT_JWE.matcher(column).matches() ? new TextNode(column) : json.readTree(column);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the column says it; null where nothing is left. */
  String write(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isTextual() ? node.textValue() : node.toString();
  }

  /** All that is at the end of the way, opened. */
  Stream<JsonNode> at(JsonNode node, List<String> way) {
    var here = opened(node);
    if (way.isEmpty()) {
      return here.isObject() ? Stream.of(here) : Stream.of();
    }
    var rest = way.subList(1, way.size());
    if (way.get(0).equals(EACH)) {
      return StreamSupport.stream(here.spliterator(), false).flatMap(each -> at(each, rest));
    }
    return at(here.path(way.get(0)), rest);
  }

  /**
   * Without what is at the end of the way and meets the condition: null in its place, and in that
   * of what stands beside it; of a list its whole entry goes. What does not change stays as it was
   * sealed.
   */
  JsonNode without(
      JsonNode node, List<String> way, Set<String> besides, Predicate<JsonNode> condition) {
    if (isSealed(node)) {
      var open = opened(node);
      var left = without(open, way, besides, condition);
      return left == open ? node : sealed(left);
    }
    if (way.isEmpty()) {
      return condition.test(node) ? NullNode.instance : node;
    }
    var rest = way.subList(1, way.size());
    return way.get(0).equals(EACH)
        ? withoutEntries(node, entry -> at(entry, rest).anyMatch(condition))
        : withoutMember(node, way.get(0), rest, besides, condition);
  }

  private JsonNode withoutMember(
      JsonNode node,
      String member,
      List<String> rest,
      Set<String> besides,
      Predicate<JsonNode> condition) {
    var before = node.path(member);
    var left = without(before, rest, besides, condition);
    if (left == before) {
      return node;
    }
    var changed = ((ObjectNode) node.deepCopy()).set(member, left);
    besides.forEach(((ObjectNode) changed)::putNull);
    return changed;
  }

  private JsonNode withoutEntries(JsonNode list, Predicate<JsonNode> condition) {
    var left = json.createArrayNode();
    list.forEach(
        entry -> {
          if (!condition.test(entry)) {
            left.add(entry);
          }
        });
    return left.size() == list.size() ? list : left;
  }

  private static boolean isSealed(JsonNode node) {
    return node.isTextual() && COMPACT_JWE.matcher(node.textValue()).matches();
  }

  private JsonNode opened(JsonNode node) {
    return isSealed(node) ? seal.open(node.textValue(), JsonNode.class) : node;
  }

  private JsonNode sealed(JsonNode left) {
    return left.isNull() ? left : new TextNode(seal.seal(left));
  }
}
