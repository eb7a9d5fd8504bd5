package io.parceldesk.notification.webhook;

import java.net.InetSocketAddress;
import java.net.URI;

/** An endpoint's URL with the very address that was checked and will be connected to. */
record WebhookTarget(URI url, InetSocketAddress address) {
  boolean isTls() {
    return url.getScheme().equalsIgnoreCase("https");
  }

  String pathAndQuery() {
    var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
