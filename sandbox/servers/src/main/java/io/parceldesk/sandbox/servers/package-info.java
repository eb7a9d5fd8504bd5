/** The real servers that Parceldesk needs, on one machine, listening on the loopback interface. */
package io.parceldesk.sandbox.servers;
