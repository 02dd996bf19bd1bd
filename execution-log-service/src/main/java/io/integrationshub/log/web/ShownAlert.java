package io.integrationshub.log.web;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.AlertTrigger;
import io.integrationshub.log.application.Notices;
import io.quarkus.qute.TemplateExtension;
import java.net.URI;
import java.net.URISyntaxException;

/** How alert rules and notices look on a page. */
@TemplateExtension
final class ShownAlert {
    private ShownAlert() {}

    static String word(AlertTrigger trigger) {
        return switch (trigger) {
            case EXECUTION_STARTED -> "An execution started";
            case EXECUTION_COMPLETED -> "An execution completed";
            case EXECUTION_FAILED -> "An execution failed";
            case EXECUTION_RETRY_PENDING -> "A step failed and is tried again";
            case EXECUTION_DURATION -> "An execution took long";
            case EXECUTION_OVERDUE -> "Nothing is heard of an execution at work";
            case INSTANCE_DISABLED -> "An integration was paused";
            case INSTANCE_ENABLED -> "An integration was resumed";
            case INSTANCE_REMOVED -> "An integration was removed";
            case LOG_LEVEL -> "A line of the log is severe";
            case CONNECTION_ERROR -> "AWS or Commerce refused the keys";
        };
    }

    /** What it tells of, with its threshold. */
    static String told(AlertRule rule) {
        return switch (rule.trigger()) {
            case EXECUTION_DURATION ->
                "An execution took " + Shown.duration(Long.valueOf(rule.threshold())) + " or longer";
            case LOG_LEVEL -> "A line of the log is " + atLeast(Severity.valueOf(rule.threshold()));
            default -> word(rule.trigger());
        };
    }

    /** As graver lines are told of, too. */
    static String atLeast(Severity severity) {
        return Shown.word(severity) + (severity == Severity.FATAL ? "" : " or more severe");
    }

    static String word(Channel channel) {
        return switch (channel) {
            case WEBHOOK -> "Webhook";
            case EMAIL -> "E-mail";
        };
    }

    /** Where it leads. Of a webhook no more than its host: the rest of its address is often a secret. */
    static String place(AlertRule rule) {
        if (rule.channel() == Channel.EMAIL) {
            return rule.target();
        }
        try {
            URI uri = new URI(rule.target());
            return uri.getScheme() + "://" + uri.getHost() + "/…";
        } catch (URISyntaxException e) {
            return "an address that cannot be read";
        }
    }

    /** What it means to leave the field for the address empty. */
    static String kept(AlertRule rule) {
        return rule.channel() == Channel.WEBHOOK ? "Leave it empty to keep the present one, at " + place(rule) : "";
    }

    /** How often the same is told. */
    static String pace(AlertRule rule) {
        return switch (rule.quietMinutes()) {
            case 0 -> "Each time";
            case 1 -> "Once a minute at most";
            default -> "Once in " + rule.quietMinutes() + " minutes at most";
        };
    }

    static String word(Notices.State state) {
        return switch (state) {
            case SENDING -> "Sending";
            case SENT -> "Sent";
            case FAILED -> "Failed";
        };
    }

    static String shape(Notices.State state) {
        return switch (state) {
            case SENDING -> "◐";
            case SENT -> "✓";
            case FAILED -> "✕";
        };
    }

    /** Class of the style sheet. */
    static String style(Notices.State state) {
        return switch (state) {
            case SENDING -> "running";
            case SENT -> "succeeded";
            case FAILED -> "failed";
        };
    }
}
