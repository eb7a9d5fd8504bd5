package io.parceldesk.claims.evidence;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The parts of an upload. */
class EvidenceForm {
  @RestForm String slot;
  @RestForm FileUpload file;

  /** Whether the person whom it is about agreed to its being kept for this (REG-10). */
  @RestForm boolean consent;
}
