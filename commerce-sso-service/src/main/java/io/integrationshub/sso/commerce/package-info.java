/** The only door to Elastic Path Commerce: which addresses may be called at all, tokens, calls, and what their answers mean. */
package io.integrationshub.sso.commerce;
