package io.integrationshub.config.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.config.application.RevisionDiff;
import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.observed.Condition;
import io.integrationshub.config.domain.observed.DriftSeen;
import io.integrationshub.config.domain.observed.Existing;
import io.integrationshub.contracts.DriftKind;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the state of an integration looks on its Summary. */
@TemplateExtension
final class ShownState {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("definition", "Version"),
            Map.entry("configuration/clientId", "Client-ID"),
            Map.entry("configuration/clientSecret", "Client-Secret"),
            Map.entry("configuration/tokenUrl", "Token URL"),
            Map.entry("configuration/accessKeyId", "Access Key ID"),
            Map.entry("configuration/secretAccessKey", "Secret Access Key"),
            Map.entry("configuration/region", "AWS Region"),
            Map.entry("configuration/userPool/name", "User Pool Name"),
            Map.entry("configuration/userPool/domainPrefix", "User Pool Domain Name"),
            Map.entry("configuration/userPool/oidcProfileName", "OIDC Profile Name"),
            Map.entry("configuration/userPool/existingPoolId", "User Pool ID"),
            Map.entry("configuration/userPool/mfa", "Second factor (MFA)"),
            Map.entry("configuration/userPool/hostedUi/css", "Hosted UI CSS"),
            Map.entry("configuration/userPool/hostedUi/logo", "Hosted UI logo"),
            Map.entry("configuration/userPool/hostedUi/managedLogin", "Managed login"),
            Map.entry("configuration/userPool/hostedUi/managedLogin/settings", "Managed login style"),
            Map.entry("buyer/enabled", "Enable Buyer Organization"),
            Map.entry("buyer/callbackUrls", "SSO Callback URL (Storefront)"),
            Map.entry("merchant/enabled", "Enable Merchant Organization"),
            Map.entry("merchant/prefix", "SSO Prefix (Merchant)"),
            Map.entry("templates/createUserPool", "Create User Pool"),
            Map.entry("templates/updateUserPool", "Update User Pool"),
            Map.entry("templates/createUserPoolClient", "Create User Pool Client"),
            Map.entry("templates/updateUserPoolClient", "Update User Pool Client"));

    private ShownState() {}

    /** Those that tell something. What the latest execution failed with stands above them already, with the way on. */
    static List<Condition> telling(List<Condition> all) {
        return all.stream()
                .filter(each -> switch (each.type()) {
                    case READY, SYNCED, CREDENTIALS_VALID, DRIFT_DETECTED -> true;
                    case UPDATE_AVAILABLE, PAUSED -> each.holds();
                    case TERMINAL, RECOVERABLE -> false;
                })
                .toList();
    }

    static String label(Condition condition) {
        return switch (condition.type()) {
            case READY -> "Sign-in";
            case SYNCED -> "Configuration";
            case CREDENTIALS_VALID -> "Keys";
            case DRIFT_DETECTED -> "Drift";
            case UPDATE_AVAILABLE -> "Update";
            case PAUSED -> "Paused";
            case TERMINAL -> "Something has to be changed";
            case RECOVERABLE -> "Something has to be tried again";
        };
    }

    /** Class of the style sheet. */
    static String style(Condition condition) {
        if (condition.status() == Condition.Status.UNKNOWN) {
            return "idle";
        }
        return switch (condition.type()) {
            case READY -> condition.holds() ? "good" : condition.reason().equals("FirstExecution") ? "busy" : "bad";
            case CREDENTIALS_VALID -> condition.holds() ? "good" : "bad";
            case SYNCED -> condition.holds() ? "good" : condition.reason().equals("Applying") ? "busy" : "bad";
            case DRIFT_DETECTED -> condition.holds() ? "bad" : "good";
            case UPDATE_AVAILABLE -> "busy";
            case PAUSED -> "wait";
            case TERMINAL, RECOVERABLE -> "bad";
        };
    }

    /** A shape as well as a colour. */
    static String sign(Condition condition) {
        return switch (style(condition)) {
            case "good" -> "✓";
            case "bad" -> "✕";
            case "wait" -> "❚❚";
            case "busy" -> "…";
            default -> "?";
        };
    }

    /** Where the AWS console shows the pool. */
    static String console(Existing.Pool pool) {
        String region = pool.region();
        String host = region.startsWith("us-gov-")
                ? "console.amazonaws-us-gov.com"
                : region.startsWith("eusc-") ? "console.amazonaws-eusc.eu" : region + ".console.aws.amazon.com";
        return "https://" + host + "/cognito/v2/idp/user-pools/" + pool.id() + "/overview?region=" + region;
    }

    /** What differs, in a word. */
    static String word(DriftKind kind) {
        return switch (kind) {
            case MISSING -> "gone";
            case CHANGED -> "changed";
            case EXTRA -> "added";
            case UNREADABLE -> "cannot be read";
        };
    }

    /** The resource, and the member of it. */
    static String title(DriftSeen.Finding finding) {
        return Shown.resource(finding.resource());
    }

    /** What the wizard was opened for, as the button that did it is called. */
    static String title(Draft.Purpose purpose) {
        return switch (purpose) {
            case CONFIGURE -> "Configure";
            case RECONFIGURE -> "Reconfigure";
            case UPDATE -> "Update";
            case RESTORE -> "Restore";
        };
    }

    /** A field as the wizard calls it; one that has no name there by its place: {@code Configuration › drift › heal}. */
    static String label(RevisionDiff.Change change) {
        String path = change.pointer().substring(1);
        return LABELS.getOrDefault(
                path,
                path.substring(0, 1).toUpperCase(Locale.ROOT)
                        + path.substring(1).replace("/", " › "));
    }

    /** A value as JSON, texts without quotes; empty for nothing. */
    static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.isTextual() ? value.asText() : value.toPrettyString();
    }

    /** What was done, in a word. */
    static String word(AuditEntry.Action action) {
        String words = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
