package io.integrationshub.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Cognito's managed login looks (operation {@code CreateManagedLoginBranding}); not available in the tier LITE.
 *
 * @param settings the style as Cognito's branding designer exports it; null for Cognito's own
 */
public record ManagedLogin(@Nullable Map<String, Object> settings) {}
