package io.integrationshub.log.notice;

import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.AlertsConfig;
import io.integrationshub.log.application.Messenger;
import io.integrationshub.log.application.Notices.Notice;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends notices by e-mail. */
@Singleton
public class MailMessenger implements Messenger {
    /** One plain address: no name, no list, nothing that could begin a header. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final int LONGEST = 254;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final AlertsConfig config;

    MailMessenger(ReactiveMailer mailer, AlertsConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Optional<String> objection(String target) {
        if (!config.email()) {
            return Optional.of(
                    "E-mail is not enabled here: the operator of the hub sets hub.log.alerts.email and quarkus.mailer.");
        }
        return target.length() <= LONGEST && ADDRESS.matcher(target).matches()
                ? Optional.empty()
                : Optional.of("Give one e-mail address, for example ops@example.com.");
    }

    @Override
    public Optional<String> deliver(AlertRule rule, Notice notice) {
        Optional<String> objection = objection(rule.target());
        if (objection.isPresent()) {
            return objection;
        }
        try {
            mailer.send(Mail.withText(rule.target(), subject(rule, notice), text(rule, notice)))
                    .await()
                    .atMost(LIMIT);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("The mail server did not take it.");
        }
    }

    private static String subject(AlertRule rule, Notice notice) {
        String times = notice.occurrences() == 1 ? "" : " (" + notice.occurrences() + " times)";
        return oneLine(rule.name() + ": " + notice.instance() + times);
    }

    private static String text(AlertRule rule, Notice notice) {
        return """
                %s

                %s
                What:        %s
                How often:   %d, from %s to %s
                Instance:    %s
                Integration: %s
                Execution:   %s

                Rule '%s' of store %s. After this the same is not told for %d minutes.
                """.formatted(
                        oneLine(notice.message()),
                        rule.trigger(),
                        oneLine(notice.subject()),
                        notice.occurrences(),
                        notice.since(),
                        notice.until(),
                        oneLine(notice.instance()),
                        notice.integrationId(),
                        notice.executionId() == null ? "none" : notice.executionId(),
                        oneLine(rule.name()),
                        rule.storeId(),
                        rule.quietMinutes());
    }

    /** Text of a store must not begin a header or a line of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
