package io.integrationshub.log.application;

import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.Notices.Notice;
import java.util.Optional;

/** Carries notices. The same notice may be carried twice: its id tells. */
public interface Messenger {

    Channel channel();

    /** Why nothing can be sent there, for the person who makes the rule; empty when it can. */
    Optional<String> objection(String target);

    /**
     * Delivers it now.
     *
     * @return empty when it is delivered, else why not; never quotes what the other side said
     */
    Optional<String> deliver(AlertRule rule, Notice notice);
}
