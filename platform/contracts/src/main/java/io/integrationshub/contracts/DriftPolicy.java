package io.integrationshub.contracts;

import java.util.List;

/**
 * What happens when reality no longer is what was applied.
 *
 * @param heal start an execution by itself (trigger {@code drift-heal}); never while paused
 * @param ignore drift that is neither told nor healed: a resource, or a resource and a member, for example
 *     {@code cognito.UserPoolClient.RefreshTokenValidity}
 */
public record DriftPolicy(boolean heal, List<String> ignore) {
    public DriftPolicy {
        ignore = ignore == null ? List.of() : List.copyOf(ignore);
    }
}
