package io.parceldesk.notification.directory;

import io.parceldesk.contracts.DirectoryEvent.AgencyPeriod;
import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An outlet as it is entered: {@code POST /outlets} and {@code PUT /outlets/{code}}.
 *
 * @param code letters, digits and hyphens, such as LLT-GZ-01; in a PUT it may be left out
 * @param englishName used in English messages; the name serves where it is missing
 * @param parent code of the outlet or headquarters above it; it must exist
 * @param zone IANA time zone; Asia/Shanghai where it is missing
 * @param quietHours in the outlet's zone; 22:00 to 08:00 where missing; equal times mean none
 * @param languages BCP 47, the first one is written in; zh-CN where missing
 * @param active an outlet that has closed keeps its code but is no longer written to
 */
record OutletForm(
    @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}") String code,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 100) String englishName,
    @NotBlank @Size(max = 50) String region,
    String parent,
    AgencyPeriod agencyPeriod,
    String zone,
    QuietHours quietHours,
    List<@Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?") String> languages,
    @Size(max = 20) List<@Valid ContactPointForm> contactPoints,
    @Size(max = 50) List<@Valid PersonForm> people,
    Boolean active) {}
