package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;

/**
 * An inquiry as it came in. The inquirer is sealed already; phone and name come as blind indexes
 * for look-up.
 */
public record NewInquiry(
    Channel channel,
    Subject subject,
    String waybill,
    boolean urgent,
    CustomerTier tier,
    String contact,
    String phoneIndex,
    String nameIndex,
    String question) {}
