package io.integrationshub.sso.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Realm;
import io.integrationshub.sso.application.SignInWalks.Hop;
import io.integrationshub.sso.application.SignInWalks.Walk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far sign-ins come, in each enabled realm. */
public record SignInTrialReport(List<Trial> trials, long durationMs) {
    public SignInTrialReport {
        trials = List.copyOf(trials);
    }

    /**
     * One realm.
     *
     * @param link for a person to click; null when there is none
     * @param hint what to do there, for a person
     * @param start where the check began
     * @param loginPage the login page was reached
     * @param hops the addresses on the way
     * @param failure what stood in the way, with its remedy; null when nothing did
     */
    public record Trial(
            Realm realm,
            @Nullable String link,
            String hint,
            Start start,
            boolean loginPage,
            List<Hop> hops,
            @Nullable Failure failure) {

        static Trial of(Realm realm, String link, String hint, Start start, Walk walk) {
            return new Trial(realm, link, hint, start, walk.failure() == null, walk.hops(), walk.failure());
        }

        static Trial stopped(Realm realm, @Nullable String link, String hint, Start start, Failure failure) {
            return new Trial(realm, link, hint, start, false, List.of(), failure);
        }
    }

    /** Where a check begins. */
    public enum Start {
        /** At Commerce's authorization endpoint, as a storefront does. */
        COMMERCE,
        /** At the identity provider, with the address that Commerce would send the browser to. */
        IDENTITY_PROVIDER
    }
}
