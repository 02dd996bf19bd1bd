package io.integrationshub.config.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.EnteredKeys;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.Templates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of provisioner-service for a person who is waiting, in that person's name. Nothing here changes anything at AWS.
 * Every method throws {@link ServiceSilentException} when there is no answer in time.
 */
public interface AwsQuestions {

    /** Tries keys with reads only; whatever AWS says is an answer. */
    Connection connect(
            UUID integrationId, EnteredKeys.Aws keys, @Nullable String domainPrefix, @Nullable String userPoolId);

    /** What an execution would do at AWS. */
    Plan plan(UUID integrationId, long generation, IntegrationSpec spec);

    /** Renders templates with these names and tells what is wrong with them. */
    TemplateReport check(TemplateQuestion question);

    /** The templates there are, with their default texts. */
    List<TemplateVersion> templates();

    /** The user pool as it is now; empty when none was ever made for this integration, or it is gone with its deletion. */
    Optional<Pool> pool(UUID integrationId);

    /** Compares what is there with what was applied, now. */
    Reply<DriftReport> checkDrift(UUID integrationId);

    /**
     * What AWS lets somebody's keys do.
     *
     * @param ok nothing speaks against using them
     * @param account null when the keys were refused
     * @param checks every permission the hub needs
     * @param domain null when no prefix was asked for
     * @param failure what is in the way; null when nothing is
     * @param policy the IAM policy to copy; null while the account is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Connection(
            boolean ok,
            @Nullable Account account,
            @Nullable String region,
            List<Check> checks,
            @Nullable Domain domain,
            @Nullable Failure failure,
            @Nullable String policy,
            long durationMs) {
        public Connection {
            checks = checks == null ? List.of() : List.copyOf(checks);
        }
    }

    /** @param root keys of the root user, which should have none */
    record Account(String id, String arn, boolean root) {}

    /**
     * One right that is needed.
     *
     * @param status GRANTED, MISSING or UNKNOWN: it cannot be tried without changing something
     * @param message why it is not granted; null when it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(String permission, String status, @Nullable String message) {}

    /** @param status FREE (in this account), OURS, TAKEN_IN_ACCOUNT or UNKNOWN */
    record Domain(String prefix, @Nullable String signInHost, String status) {}

    /**
     * Templates to be tried.
     *
     * @param callbackUrls null for an example
     */
    record TemplateQuestion(
            String definitionVersion,
            String poolName,
            Templates templates,
            @Nullable List<String> callbackUrls) {

        /** Those that were typed, with the names of a draft whose page Configuration is stored. */
        public static TemplateQuestion of(Draft draft, Templates typed) {
            List<String> urls = draft.pages().completed().buyer().callbackUrls();
            return new TemplateQuestion(
                    draft.pages().definition(),
                    draft.pages().configuration().userPool().name(),
                    typed,
                    urls.isEmpty() ? null : urls);
        }
    }

    /** What came of rendering each template. */
    record TemplateReport(List<TemplateResult> templates) {
        public TemplateReport {
            templates = templates == null ? List.of() : List.copyOf(templates);
        }
    }

    /**
     * One template.
     *
     * @param name as in {@link Templates}, for example {@code createUserPool}
     * @param operation of Cognito that it is the body of
     * @param rendered the request it renders to; null when it does not
     * @param protectedMembers members that the template must not change
     * @param repaired the text put right, when it is one that is known to be malformed; else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateResult(
            String name,
            String operation,
            @Nullable Map<String, Object> rendered,
            List<TemplateError> errors,
            List<String> protectedMembers,
            @Nullable String repaired) {
        public TemplateResult {
            errors = errors == null ? List.of() : List.copyOf(errors);
            protectedMembers = protectedMembers == null ? List.of() : List.copyOf(protectedMembers);
        }

        /** What it renders to, for a person; null when it does not. */
        public @Nullable String preview() {
            try {
                return rendered == null
                        ? null
                        : Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(rendered);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("What was read as JSON can be written as JSON", e);
            }
        }
    }

    /** @param line from 1; null when it is about the whole */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateError(
            @Nullable String code,
            String message,
            @Nullable Integer line,
            @Nullable Integer column) {}

    /** The default texts of one version. */
    record TemplateVersion(String version, List<TemplateText> templates) {
        public TemplateVersion {
            templates = templates == null ? List.of() : List.copyOf(templates);
        }
    }

    /** @param name as in {@link Templates} */
    record TemplateText(String name, String operation, String text, List<String> protectedMembers) {
        public TemplateText {
            protectedMembers = protectedMembers == null ? List.of() : List.copyOf(protectedMembers);
        }
    }

    /**
     * A user pool as it is now.
     *
     * @param userPoolId as recorded, also when it could not be looked at
     * @param adopted not made by the hub
     * @param estimatedUsers as AWS estimates; null when it could not be read
     * @param failure why it could not be read; null when it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pool(
            @Nullable String userPoolId,
            @Nullable String name,
            @Nullable String accountId,
            @Nullable String region,
            @Nullable String domainPrefix,
            boolean adopted,
            @Nullable Long estimatedUsers,
            @Nullable String deletionProtection,
            @Nullable String consoleUrl,
            @Nullable Failure failure) {
        /** The {@link Failure#code} of a pool that is no longer there, whoever deleted it. */
        public static final String GONE = "POOL_GONE";
    }

    /** What differs, seen at one moment. */
    record DriftReport(Instant seenAt, List<DriftFinding> findings) {
        public DriftReport {
            findings = findings == null ? List.of() : List.copyOf(findings);
        }
    }

    /**
     * One difference; never a secret.
     *
     * @param field null when the whole resource is meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DriftFinding(
            String resource,
            @Nullable String field,
            DriftKind kind,
            @Nullable Object expected,
            @Nullable Object found) {}
}
