/**
 * The published language of the hub: every event as a record, how it is written as a CloudEvent, and (as resources) its JSON Schema,
 * golden samples of every released version and the AsyncAPI document.
 */
package io.integrationshub.contracts;
