package io.integrationshub.provisioner.domain;

/**
 * The look of a sign-in page as it was last applied. Cognito shows a logo by an address only, so whether it still is the wanted one
 * can be told only from what it showed right after.
 *
 * @param wanted fingerprint of CSS and logo that were sent
 * @param shown fingerprint of what GetUICustomization showed then
 */
public record AppliedPage(String wanted, String shown) {}
