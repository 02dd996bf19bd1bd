/** What wiring is and what has to be done for it; decisions only, nothing here talks to anybody. */
package io.integrationshub.sso.domain;
