package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every object is exactly what its kind allows. */
class StrictModelsTest {
  /** Where anything may stand: labels, resources, settings of others. */
  private static final Set<String> FREE =
      Set.of(
          "labels",
          "annotations",
          "matchLabels",
          "selector",
          "data",
          "requests",
          "limits",
          "config",
          "parameters",
          "topicOperator",
          "userOperator");

  @TestFactory
  List<DynamicTest> everyObjectIsWhatItsKindAllows() {
    return Manifest.all().stream()
        .map(
            manifest ->
                DynamicTest.dynamicTest(
                    manifest.toString(),
                    () -> assertThat(StrictModels.mistakes(manifest)).isEmpty()))
        .toList();
  }

  /** The proof that the models above are strict: one more field, anywhere, and it is noticed. */
  @Test
  void noticesOneUnknownFieldAnywhere() {
    var unnoticed = new ArrayList<String>();
    for (var manifest : Manifest.all()) {
      for (var pointer : objects(manifest.tree())) {
        var changed = (ObjectNode) manifest.tree().deepCopy();
        ((ObjectNode) changed.at(pointer)).put("surprise", true);
        if (StrictModels.mistakes(new Manifest(manifest.source(), changed)).isEmpty()) {
          unnoticed.add(manifest + " at " + pointer);
        }
      }
    }

    assertThat(unnoticed).isEmpty();
  }

  private static List<String> objects(JsonNode tree) {
    var pointers = new ArrayList<String>();
    collect(tree, "", pointers);
    return pointers;
  }

  private static void collect(JsonNode node, String pointer, List<String> pointers) {
    if (node.isObject()) {
      pointers.add(pointer);
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (!isFree(field.getKey(), pointer)) {
          var name = field.getKey().replace("~", "~0").replace("/", "~1");
          collect(field.getValue(), pointer + "/" + name, pointers);
        }
      }
    }
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), pointer + "/" + i, pointers);
    }
  }

  private static boolean isFree(String field, String pointer) {
    return FREE.contains(field) || field.equals("metadata") && pointer.contains("/triggers/");
  }
}
