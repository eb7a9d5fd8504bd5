package io.parceldesk.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Where short messages go and whom they are signed by. */
@ConfigMapping(prefix = "parceldesk.sms")
public interface SmsConfig {
  /** By name; in the order of the names they stand in for each other. */
  Map<String, Gateway> gateways();

  /** Stands in front of every text in 【】, as the carriers demand (REG-12). */
  @WithDefault("路路通速运")
  String signature();

  /** The number that recipients see. */
  @WithDefault("10690001")
  String sender();

  /** How long a submit waits for its answer before what became of it counts as unknown. */
  @WithDefault("PT10S")
  Duration answerWithin();

  /** How long a message of unknown fate waits for a receipt before it is sent once more. */
  @WithDefault("PT60S")
  Duration settleWithin();

  /** How long a gateway that fails rests at most before it is tried again. */
  @WithDefault("PT60S")
  Duration longestRest();

  /** One SMPP 3.4 account. */
  interface Gateway {
    String host();

    int port();

    String systemId();

    String password();

    /** How many submits may wait for an answer at once. */
    @WithDefault("16")
    int window();

    /** How much of the traffic is meant for it, in proportion; all for the first where none is. */
    @WithDefault("0")
    int share();
  }
}
