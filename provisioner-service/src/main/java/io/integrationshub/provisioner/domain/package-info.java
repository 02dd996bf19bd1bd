/**
 * What the provisioner knows without asking anybody: what is wanted and held of an integration, and the pure decisions that turn
 * an observed Cognito resource and a rendered template into the one request that is missing, or into none.
 */
package io.integrationshub.provisioner.domain;
