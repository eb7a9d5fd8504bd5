package io.parceldesk.complaint.evidence;

import java.time.Instant;

/**
 * Evidence with what makes a print of it comparable.
 *
 * @param language of its sentences, such as zh-CN
 * @param sha256 of {@code evidence} as it stands in the JSON, byte for byte: {@code jq -cj
 *     .evidence | sha256sum}
 */
record EvidenceBundle(String language, Instant generatedAt, String sha256, Evidence evidence) {}
