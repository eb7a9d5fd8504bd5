package io.parceldesk.notification.preference;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Fingerprints;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Seals whom preferences are of. What was taken down under another key, or before addresses were
 * kept, is brought up to date whenever the person is heard of, so that nobody has two entries.
 */
@ApplicationScoped
class KnownAddresses {
  private static final String OPT_OUTS =
      """
      update opt_out o set recipient = ?, address = ?
       where recipient = any(?) and channel = ? and (recipient <> ? or address is null)
         and not exists (
           select 1 from opt_out n
            where n.recipient = ? and n.recipient <> o.recipient and n.channel = o.channel
              and n.class = o.class)
      """;

  private static final String CONSENTS =
      """
      update consent o set recipient = ?, address = ?
       where recipient = any(?) and channel = ? and (recipient <> ? or address is null)
         and not exists (
           select 1 from consent n
            where n.recipient = ? and n.recipient <> o.recipient and n.channel = o.channel)
      """;

  private final Sql sql;
  private final Seal seal;
  private final BlindIndex index;

  KnownAddresses(Sql sql, Seal seal, BlindIndex index) {
    this.sql = sql;
    this.seal = seal;
    this.index = index;
  }

  /** An address as it is stored, and all fingerprints that messages to it may bear. */
  record Known(Address address, String fingerprint, String sealed, Fingerprints any) {}

  /** In the current transaction. */
  Known of(Address address) {
    var any = index.anyAddress(address.text());
    var known = new Known(address, index.address(address.text()), seal.seal(address.text()), any);
    List.of(OPT_OUTS, CONSENTS).forEach(statement -> renew(statement, known));
    return known;
  }

  private void renew(String statement, Known known) {
    sql.update(
        statement,
        known.fingerprint(),
        known.sealed(),
        known.any().all(),
        known.address().channel(),
        known.fingerprint(),
        known.fingerprint());
  }
}
