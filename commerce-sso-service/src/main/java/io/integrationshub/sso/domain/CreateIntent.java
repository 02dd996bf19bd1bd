package io.integrationshub.sso.domain;

import java.time.Instant;

/**
 * A profile that was about to be created when no such profile existed. Written before the call, so that a call with an unknown
 * outcome is recognised by what it would have made.
 *
 * @param at when it was about to be sent, or given up
 */
public record CreateIntent(WantedProfile profile, Instant at) {

    /** The same, when it was given up waiting for an answer: Commerce may have worked on it until then. */
    public CreateIntent unanswered(Instant now) {
        return new CreateIntent(profile, now);
    }

    /** True when this profile is what the call made. */
    boolean made(OidcProfile found) {
        return profile.name().equals(found.name())
                && profile.clientId().equals(found.clientId())
                && profile.discoveryUrl().equals(found.discoveryUrl());
    }
}
