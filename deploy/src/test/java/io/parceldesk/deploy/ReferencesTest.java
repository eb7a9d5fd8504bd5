package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is referred to is there, or somebody is told to make it. */
class ReferencesTest {
  private static final Pattern MADE_BY_HAND = Pattern.compile("(?m)^secret ([a-z-]+)");

  @Test
  void namesSecretsThatOperatorsOrPeopleMake() {
    var made = new TreeSet<String>();
    Manifest.of("KafkaUser").forEach(user -> made.add(user.name()));
    Manifest.of("Kafka").forEach(kafka -> made.add(kafka.name() + "-cluster-ca-cert"));
    Manifest.of("Cluster").forEach(cluster -> made.add(cluster.name() + "-ca"));
    made.addAll(madeByHand());

    assertThat(secrets()).isNotEmpty().isSubsetOf(made);
    assertThat(madeByHand()).allMatch(secrets()::contains);
  }

  /** They are described where whoever installs reads. */
  @Test
  void describesTheSecretsThatPeopleMake() {
    var guide = Project.text("docs/deployment.md");

    assertThat(madeByHand()).isNotEmpty().allMatch(name -> guide.contains("`" + name + "`"));
  }

  @Test
  void namesConfigMapsThatAreGenerated() {
    var generated = new HashSet<String>();
    for (var kustomization : Manifest.of("Kustomization")) {
      kustomization
          .tree()
          .path("configMapGenerator")
          .findValuesAsText("name")
          .forEach(generated::add);
    }
    var used = new HashSet<String>();
    Pods.all()
        .forEach(
            workload ->
                workload
                    .everywhere("configMap")
                    .forEach(map -> used.add(map.path("name").asText())));

    assertThat(used).isNotEmpty().isEqualTo(generated);
  }

  @Test
  void namesFilesThatAreThere() {
    for (var kind : List.of("Kustomization", "Component")) {
      for (var kustomization : Manifest.of(kind)) {
        var directory = Project.file("deploy/kubernetes/" + kustomization.source()).getParent();
        assertThat(files(kustomization.tree()))
            .allMatch(file -> directory.resolve(file).toFile().exists());
      }
    }
  }

  private static List<String> files(JsonNode kustomization) {
    var files = new ArrayList<String>();
    kustomization.path("resources").forEach(file -> files.add(file.asText()));
    kustomization.path("components").forEach(file -> files.add(file.asText()));
    for (var map : kustomization.path("configMapGenerator")) {
      map.path("files").forEach(file -> files.add(file.asText().replaceFirst("^.*=", "")));
    }
    return files;
  }

  private static Set<String> secrets() {
    var names = new TreeSet<String>();
    for (var manifest : Manifest.all()) {
      for (var reference :
          List.of("secret", "secretKeyRef", "passwordSecret", "accessKeyId", "secretAccessKey")) {
        manifest.everywhere(reference).forEach(secret -> names.add(secret.path("name").asText()));
      }
      for (var references : manifest.everywhere("secretTargetRef")) {
        references.forEach(secret -> names.add(secret.path("name").asText()));
      }
    }
    return names;
  }

  private static Set<String> madeByHand() {
    var names = new TreeSet<String>();
    var matcher = MADE_BY_HAND.matcher(Project.text("deploy/kubernetes/secrets.sh"));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
