package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.domain.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What AWS lets somebody's keys do.
 *
 * @param ok nothing speaks against using them
 * @param account null when the keys were refused
 * @param checks every permission the hub needs
 * @param failure what is in the way; null when nothing is
 * @param policy the IAM policy to copy; null while the account is not known
 */
public record ConnectionReport(
        boolean ok,
        @Nullable Account account,
        String region,
        List<Check> checks,
        @Nullable Domain domain,
        @Nullable Failure failure,
        @Nullable String policy,
        long durationMs,
        int calls) {

    /**
     * @param id twelve digits
     * @param root keys of the root user, which should have none
     */
    public record Account(String id, String arn, boolean root) {}

    /** @param message why it is not granted, for a person; null when it is */
    public record Check(
            String permission, Status status, @Nullable String message) {
        static Check of(Permission permission, Status status, String message) {
            return new Check(permission.action(), status, message);
        }
    }

    /** What is known of a permission. */
    public enum Status {
        /** A call that needs it was answered. */
        GRANTED,
        /** A call that needs it was refused. */
        MISSING,
        /** It cannot be tried without changing something, or there was no answer. */
        UNKNOWN
    }

    /** @param signInHost host name of the sign-in pages */
    public record Domain(String prefix, String signInHost, DomainStatus status) {}

    /** Who has a domain prefix, as far as AWS tells. */
    public enum DomainStatus {
        /** No pool of this account has it. Another account may: AWS tells that only when the domain is created. */
        FREE,
        /** The pool of this integration has it. */
        OURS,
        /** Another pool of this account has it. */
        TAKEN_IN_ACCOUNT,
        /** There was no answer. */
        UNKNOWN
    }
}
