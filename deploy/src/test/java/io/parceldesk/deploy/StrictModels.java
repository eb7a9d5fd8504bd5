package io.parceldesk.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;

/**
 * The model of every kind of object that we use: the classes of fabric8 and Strimzi, and schemas of
 * our own for the parts of CloudNativePG, KEDA and kustomize that we use. A field that a model does
 * not have is a mistake.
 */
final class StrictModels {
  private static final Map<String, Class<?>> CLASSES =
      Map.ofEntries(
          Map.entry("v1/Namespace", Namespace.class),
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("v1/Service", io.fabric8.kubernetes.api.model.Service.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("batch/v1/Job", Job.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
          Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
          Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

  private static final Map<String, JsonSchema> SCHEMAS =
      Map.of(
          "postgresql.cnpg.io/v1/Cluster", schema("cnpg-cluster"),
          "postgresql.cnpg.io/v1/Database", schema("cnpg-database"),
          "postgresql.cnpg.io/v1/ScheduledBackup", schema("cnpg-scheduled-backup"),
          "barmancloud.cnpg.io/v1/ObjectStore", schema("barman-object-store"),
          "keda.sh/v1alpha1/ScaledObject", schema("keda-scaled-object"),
          "keda.sh/v1alpha1/TriggerAuthentication", schema("keda-trigger-authentication"),
          "kustomize.config.k8s.io/v1beta1/Kustomization", schema("kustomization"),
          "kustomize.config.k8s.io/v1alpha1/Component", schema("kustomization"));

  /** The generated classes would keep what they do not know; here they must not. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .annotationIntrospector(new KeepingNothingUnknown())
          .build();

  private static final class KeepingNothingUnknown extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated method) {
      return false;
    }
  }

  /** What is wrong with it. */
  static List<String> mistakes(Manifest manifest) {
    var type = manifest.text("/apiVersion") + "/" + manifest.kind();
    var schema = SCHEMAS.get(type);
    if (schema != null) {
      return schema.validate(manifest.tree()).stream()
          .map(message -> manifest + ": " + message.getMessage())
          .toList();
    }
    var model = CLASSES.get(type);
    return model == null
        ? List.of(manifest + ": nothing is known of " + type)
        : parse(manifest, model);
  }

  private static List<String> parse(Manifest manifest, Class<?> model) {
    try {
      STRICT.treeToValue(manifest.tree(), model);
      return List.of();
    } catch (JsonProcessingException e) {
      return List.of(manifest + ": " + e.getOriginalMessage());
    }
  }

  private static JsonSchema schema(String name) {
    var file = StrictModels.class.getResourceAsStream("/schemas/" + name + ".json");
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(file);
  }

  private StrictModels() {}
}
