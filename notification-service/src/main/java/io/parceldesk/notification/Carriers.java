package io.parceldesk.notification;

import java.util.List;

/** The carriers of one channel. */
public interface Carriers {
  List<Carrier> carriers();
}
