package io.integrationshub.sso.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Realm;
import io.integrationshub.sso.domain.Right;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Commerce lets somebody's application key do.
 *
 * @param ok nothing speaks against using it
 * @param region of Commerce, as Elastic Path calls it; null for a dedicated host
 * @param storeId null while it is not known
 * @param prefix the SSO prefix of Commerce Manager; null when unset or not known
 * @param realms those that could be found
 * @param checks every right that wiring needs
 * @param failure what is in the way; null when nothing is
 * @param calls requests to Commerce
 */
public record ConnectionReport(
        boolean ok,
        String host,
        @Nullable String region,
        @Nullable String storeId,
        @Nullable String prefix,
        List<FoundRealm> realms,
        List<Check> checks,
        List<Warning> warnings,
        @Nullable Failure failure,
        long durationMs,
        int calls) {

    /**
     * A realm as it is now.
     *
     * @param profiles names of its OIDC profiles, empty also when they could not be read
     */
    public record FoundRealm(Realm realm, String realmId, List<String> profiles, List<String> redirectUris) {}

    /** @param message why it is not granted, for a person; null when it is */
    public record Check(
            String right, Status status, @Nullable String message) {
        static Check of(Right right, Status status, @Nullable String message) {
            return new Check(right.text(), status, message);
        }
    }

    /** Works, but should be looked at. */
    public record Warning(String code, String message) {}

    /** What is known of a right. */
    public enum Status {
        /** A call that needs it was answered. */
        GRANTED,
        /** A call that needs it was refused. */
        MISSING,
        /** It cannot be tried without changing something, or there was no answer. */
        UNKNOWN
    }
}
