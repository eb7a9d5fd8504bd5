package io.parceldesk.sandbox.servers;

/** Why a server cannot run on this machine, as one plain sentence for whoever started it. */
public class ServerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ServerUnavailable(String sentence) {
    super(sentence);
  }

  public ServerUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
