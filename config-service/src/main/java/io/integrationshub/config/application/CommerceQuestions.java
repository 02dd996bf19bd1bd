package io.integrationshub.config.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.domain.EnteredKeys;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.Realm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of commerce-sso-service for a person who is waiting, in that person's name. Nothing here changes anything at
 * Commerce. Every method throws {@link ServiceSilentException} when there is no answer in time.
 */
public interface CommerceQuestions {

    /** Tries an application key with reads only; whatever Commerce says is an answer. */
    Connection connect(UUID integrationId, EnteredKeys.Commerce keys, @Nullable String awsRegion);

    /** What an execution would do at Commerce. */
    Plan plan(UUID integrationId, long generation, IntegrationSpec spec);

    /** Compares what is there with what was applied, now. */
    Reply<AwsQuestions.DriftReport> checkDrift(UUID integrationId);

    /** How far a sign-in comes in each realm, and the link to try it oneself. */
    Reply<Trials> trySignIn(UUID integrationId);

    /**
     * What Commerce lets somebody's application key do.
     *
     * @param ok nothing speaks against using it
     * @param region of Commerce; null for a dedicated host
     * @param prefix the SSO prefix of Commerce Manager; null when unset or not known
     * @param failure what is in the way; null when nothing is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Connection(
            boolean ok,
            @Nullable String host,
            @Nullable String region,
            @Nullable String storeId,
            @Nullable String prefix,
            List<FoundRealm> realms,
            List<Check> checks,
            List<Warning> warnings,
            @Nullable Failure failure,
            long durationMs) {
        public Connection {
            realms = realms == null ? List.of() : List.copyOf(realms);
            checks = checks == null ? List.of() : List.copyOf(checks);
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }
    }

    /** A realm as it is now. */
    record FoundRealm(Realm realm, String realmId, List<String> profiles, List<String> redirectUris) {}

    /**
     * One right that is needed.
     *
     * @param status GRANTED, MISSING or UNKNOWN: it cannot be tried without changing something
     * @param message why it is not granted; null when it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(String right, String status, @Nullable String message) {}

    /** Works, but should be looked at. */
    record Warning(String code, String message) {}

    /** Sign-in trials. */
    record Trials(List<Trial> trials, long durationMs) {
        public Trials {
            trials = trials == null ? List.of() : List.copyOf(trials);
        }
    }

    /**
     * A sign-in trial of one realm.
     *
     * @param link to click; null when there is none yet
     * @param hint what to do there, for a person
     * @param start where it began: COMMERCE, as a storefront does, or IDENTITY_PROVIDER
     * @param loginPage the login page was reached
     * @param hops the addresses on the way
     * @param failure what stood in the way; null when nothing did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trial(
            Realm realm,
            @Nullable String link,
            String hint,
            String start,
            boolean loginPage,
            List<Hop> hops,
            @Nullable Failure failure) {
        public Trial {
            hops = hops == null ? List.of() : List.copyOf(hops);
        }
    }

    /**
     * One address on the way.
     *
     * @param address without its query, which holds codes
     * @param status 0 when there was no answer
     */
    record Hop(String address, int status) {}
}
