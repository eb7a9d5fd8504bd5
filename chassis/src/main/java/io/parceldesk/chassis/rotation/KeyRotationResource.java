package io.parceldesk.chassis.rotation;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the service is with sealing under its current key what it stores (REG-10). */
@Path("/api/v1/key-rotation")
class KeyRotationResource {
  private final SealingKey key;
  private final Progress progress;
  private final Seal seal;
  private final Transactions transactions;

  KeyRotationResource(SealingKey key, Progress progress, Seal seal, Transactions transactions) {
    this.key = key;
    this.progress = progress;
    this.seal = seal;
    this.transactions = transactions;
  }

  @GET
  @Operation(
      summary = "How much of what is stored is sealed with the current key",
      description =
          "It runs by itself. Once it is DONE older keys are needed only for what topics and"
              + " backups still hold.")
  public KeyRotationView view() {
    return transactions.run(this::current);
  }

  @POST
  @Operation(
      summary = "Looks through everything once more",
      description = "Before an old key is removed, or after one was put back.")
  public KeyRotationView again() {
    return transactions.run(
        () -> {
          progress.again();
          return current();
        });
  }

  private KeyRotationView current() {
    var tables = progress.state();
    var inUse = key.inUse().filter(found -> found.keyId().equals(seal.currentKey()));
    var left = tables.stream().mapToLong(TableProgress::rowsLeft).sum();
    return new KeyRotationView(
        seal.currentKey(),
        new TreeSet<>(seal.keyIds()).stream().filter(id -> !id.equals(seal.currentKey())).toList(),
        inUse.isEmpty() ? State.WAITING : stateOf(tables),
        inUse.map(SealingKey.InUse::since).orElse(null),
        left,
        tables.stream().mapToLong(TableProgress::unreadable).sum(),
        tables);
  }

  private static State stateOf(List<TableProgress> tables) {
    if (tables.stream().allMatch(table -> table.cleanAt() != null)) {
      return State.DONE;
    }
    return tables.stream().anyMatch(table -> table.unreadable() > 0)
        ? State.KEY_MISSING
        : State.RUNNING;
  }

  /** How a rotation stands. */
  enum State {
    /** Replicas that seal with another key were seen within the last minute. */
    WAITING,
    RUNNING,
    /** Rows were found whose key is not configured; they stay as they are until it is. */
    KEY_MISSING,
    DONE
  }

  @Schema(name = "KeyRotation")
  record KeyRotationView(
      @Schema(examples = "k2") String currentKey,
      @Schema(description = "Keys that still open what they sealed", examples = "[\"k1\"]")
          List<String> otherKeys,
      State state,
      @Schema(description = "Since when all replicas seal with the current key") Instant since,
      @Schema(description = "Rows still to look at, estimated; 0 once it is done") long rowsLeft,
      @Schema(description = "Rows whose key is not configured") long unreadable,
      List<TableProgress> tables) {}
}
