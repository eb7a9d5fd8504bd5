package io.parceldesk.claims;

import static java.util.stream.Collectors.groupingBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The evidence of all cases. Files are written in the transaction of the case's change, chunk by
 * chunk, so that there is never a file without its case, and read the same way: memory holds one
 * chunk.
 */
@ApplicationScoped
public class EvidenceFiles {
  private static final int CHUNK_BYTES = 256 * 1024;

  private final Sql sql;
  private final Seal seal;

  EvidenceFiles(Sql sql, Seal seal) {
    this.sql = sql;
    this.seal = seal;
  }

  /** False when the case has this very file in the slot already. The caller holds its lock. */
  public boolean add(UUID caseId, NewEvidence file, String by, Instant now) {
    var id = UuidCreator.getTimeOrderedEpoch();
    var key = ChunkSeal.newKey();
    var added =
        sql.update(
            """
            insert into evidence_file
              (id, case_id, slot, media_type, bytes, sha256, data_key, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, slot, sha256) do update
              set id = excluded.id, data_key = excluded.data_key, deleted_at = null,
                  added_by = excluded.added_by, added_at = excluded.added_at
              where evidence_file.deleted_at is not null
            """,
            id,
            caseId,
            file.slot(),
            file.mediaType(),
            file.bytes(),
            file.sha256(),
            seal.seal(key),
            by,
            now);
    if (added > 0) {
      write(id, file, new ChunkSeal(key, id, chunksOf(file.bytes())));
    }
    return added > 0;
  }

  private void write(UUID id, NewEvidence file, ChunkSeal chunks) {
    try (var content = Files.newInputStream(file.content())) {
      for (var position = 0; position < chunksOf(file.bytes()); position++) {
        var sealed = chunks.seal(position, content.readNBytes(CHUNK_BYTES));
        sql.update("insert into evidence_chunk values (?, ?, ?)", id, position, sealed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<EvidenceFile> of(UUID caseId) {
    return of(List.of(caseId)).getOrDefault(caseId, List.of());
  }

  /** In the order of their coming. */
  public Map<UUID, List<EvidenceFile>> of(Collection<UUID> caseIds) {
    if (caseIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .list(
            "select * from evidence_file where case_id = any(?) order by added_at, id",
            EvidenceFiles::file,
            caseIds)
        .stream()
        .collect(groupingBy(EvidenceFile::caseId));
  }

  /** A file of this case; of another one it does not exist. */
  public EvidenceFile require(UUID caseId, UUID id) {
    return sql.first(
            "select * from evidence_file where id = ? and case_id = ?",
            EvidenceFiles::file,
            id,
            caseId)
        .orElseThrow(() -> DomainException.notFound("Evidence file " + id));
  }

  /** The bytes as they came in. 410 once they were deleted. */
  public InputStream open(EvidenceFile file) {
    var key =
        sql.first(
            "select data_key from evidence_file where id = ? and data_key is not null",
            row -> seal.open(row.getString("data_key"), String.class),
            file.id());
    if (key.isEmpty()) {
      throw new DomainException(410, "evidence-deleted", "The file was deleted as the law asks");
    }
    return new SequenceInputStream(
        new Chunks(file, new ChunkSeal(key.get(), file.id(), chunksOf(file.bytes()))));
  }

  /**
   * Deletes the bytes of the sensitive files of a case and the keys to them (REG-11); how many. The
   * caller holds the case's lock.
   */
  public int deleteSensitive(UUID caseId, Instant now) {
    return delete(caseId, EvidenceFile::sensitive, now);
  }

  /** The same of all its files, once the case is anonymised. */
  int deleteAll(UUID caseId, Instant now) {
    return delete(caseId, file -> true, now);
  }

  private int delete(UUID caseId, Predicate<EvidenceFile> which, Instant now) {
    var ids =
        of(caseId).stream()
            .filter(EvidenceFile::isThere)
            .filter(which)
            .map(EvidenceFile::id)
            .toList();
    if (ids.isEmpty()) {
      return 0;
    }
    sql.update("delete from evidence_chunk where file_id = any(?)", ids);
    return sql.update(
        "update evidence_file set data_key = null, deleted_at = ? where id = any(?)", now, ids);
  }

  private static int chunksOf(long bytes) {
    return Math.toIntExact((bytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
  }

  private static EvidenceFile file(ResultSet row) throws SQLException {
    var slot = EvidenceSlot.valueOf(row.getString("slot"));
    return new EvidenceFile(
        SqlValue.uuid(row, "id"),
        SqlValue.uuid(row, "case_id"),
        slot,
        row.getString("media_type"),
        row.getLong("bytes"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        slot.isSensitive(),
        row.getString("added_by"),
        SqlValue.instant(row, "added_at"),
        SqlValue.instant(row, "deleted_at"));
  }

  /** Reads the next chunk only when the one before is used up. */
  private final class Chunks implements Enumeration<InputStream> {
    private final EvidenceFile file;
    private final ChunkSeal chunks;
    private final PrimitiveIterator.OfInt positions;

    Chunks(EvidenceFile file, ChunkSeal chunks) {
      this.file = file;
      this.chunks = chunks;
      this.positions = IntStream.range(0, chunksOf(file.bytes())).iterator();
    }

    @Override
    public boolean hasMoreElements() {
      return positions.hasNext();
    }

    @Override
    public InputStream nextElement() {
      var position = positions.nextInt();
      return sql.first(
              "select sealed from evidence_chunk where file_id = ? and position = ?",
              row -> new ByteArrayInputStream(chunks.open(position, row.getBytes("sealed"))),
              file.id(),
              position)
          .orElseThrow(
              () -> new IllegalStateException("Evidence file " + file.id() + " lost a chunk"));
    }
  }
}
