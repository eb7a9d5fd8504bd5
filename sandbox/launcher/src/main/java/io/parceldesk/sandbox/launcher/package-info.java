/** The whole platform on one machine: servers, services, inbox page, sample data and a demo. */
package io.parceldesk.sandbox.launcher;
