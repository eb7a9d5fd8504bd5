/** Rehearses a service against real servers, so that its image starts from a trained AOT cache. */
package io.parceldesk.deploy.training;
