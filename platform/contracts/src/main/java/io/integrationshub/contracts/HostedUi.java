package io.integrationshub.contracts;

import org.jspecify.annotations.Nullable;

/**
 * How Cognito's classic sign-in page looks (operation {@code SetUICustomization}).
 *
 * @param css at most 131,072 characters; null for Cognito's own
 * @param logo a PNG or JPEG of at most 131,072 bytes, in Base64; null for none
 */
public record HostedUi(@Nullable String css, @Nullable String logo) {}
