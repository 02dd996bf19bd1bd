/** What is known of an integration from the events of the services that bring it about: a pure fold, and what it means. */
package io.integrationshub.config.domain.observed;
