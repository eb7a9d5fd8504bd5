package io.parceldesk.chassis.problem;

import java.io.IOException;

/** More came than a route takes. An IOException, as parsers let such pass as it is. */
class BodyTooLarge extends IOException {
  BodyTooLarge() {
    super("The request body is too large");
  }
}
