package io.integrationshub.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an execution would do at AWS or at Commerce, in the shape of Terraform's plan. The answer of {@code POST /api/plans} of the
 * services that do it; secrets are redacted.
 *
 * @param planVersion changes with what is wanted and with what is seen there; null when nothing could be seen
 * @param generation the revision it was asked for
 * @param applyable nothing speaks against it
 * @param complete everything that had to be seen was seen
 * @param errored something is in the way: see failure, and findings of severity ERROR
 * @param resourceDrift what has changed outside since it was applied, before it was and after it; null when nothing has, or nothing
 *     was applied that could have
 * @param failure why nothing could be seen
 * @param reads calls that it cost, all of them reads
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON Output Format</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plan(
        String formatVersion,
        @Nullable String planVersion,
        UUID integrationId,
        @Nullable Long generation,
        boolean applyable,
        boolean complete,
        boolean errored,
        @Nullable List<ResourceChange> resourceDrift,
        List<ResourceChange> resourceChanges,
        @Nullable Failure failure,
        int reads) {
    /** Of this shape. */
    public static final String FORMAT_VERSION = "1.0";

    /** Of a service that does not look for drift when it plans. */
    public Plan(
            String formatVersion,
            @Nullable String planVersion,
            UUID integrationId,
            @Nullable Long generation,
            boolean applyable,
            boolean complete,
            boolean errored,
            List<ResourceChange> resourceChanges,
            @Nullable Failure failure,
            int reads) {
        this(
                formatVersion,
                planVersion,
                integrationId,
                generation,
                applyable,
                complete,
                errored,
                null,
                resourceChanges,
                failure,
                reads);
    }

    /** @param address for example {@code cognito.UserPool} */
    public record ResourceChange(
            String address, String type, Change change, List<Request> requests, List<Finding> findings) {
        /** True when a finding prevents the change. */
        public boolean errored() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    /**
     * @param actions no-op, create, update, import and update, delete, or delete and create
     * @param before null when there is nothing yet
     * @param after null when it could not be planned
     * @param afterUnknown true for each member that is known only when it is done
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(
            List<String> actions,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            Map<String, Object> afterUnknown,
            Map<String, Object> beforeSensitive,
            Map<String, Object> afterSensitive) {}

    /**
     * @param order of the step that sends it
     * @param body secrets redacted, and what is not known yet marked
     * @param idempotency safe: may be repeated; never-repeat: sent once, and looked for when there is no answer
     */
    public record Request(int order, String operation, Map<String, Object> body, String idempotency) {}

    /**
     * Something to know before it is done.
     *
     * @param members it is about; empty when it is about the whole
     * @param line in the rendered template, from 1; null when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String code,
            Severity severity,
            String message,
            List<String> members,
            @Nullable Integer line,
            @Nullable Integer column) {
        /** A finding without a place in a template. */
        public static Finding of(String code, Severity severity, String message, List<String> members) {
            return new Finding(code, severity, message, members, null, null);
        }
    }

    /** An error prevents the plan from being carried out. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
