package io.integrationshub.config.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Lifecycle;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Opens the wizard: empty for a new integration, or filled in with a revision of one that is there. */
@ApplicationScoped
public class BeginDraft {
    private final Drafts drafts;
    private final Integrations integrations;
    private final Definitions definitions;
    private final AuditTrail audit;
    private final Clock clock;

    BeginDraft(Drafts drafts, Integrations integrations, Definitions definitions, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.integrations = integrations;
        this.definitions = definitions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The wizard is open. */
        record Begun(Draft draft) implements Outcome {}

        /** Not now. */
        record Refused(Lifecycle.Decision.Refused why) implements Outcome {}

        /** It uses the latest version of the definition already. */
        record UpToDate(String version) implements Outcome {}

        /** The store has no such integration, or the integration no such revision. */
        record Gone() implements Outcome {}
    }

    /** A draft of a new integration. */
    @Transactional
    public Draft ofNew(String storeId, String actor) {
        Pages pages = Pages.empty(definitions.latest().version());
        return begin(
                storeId,
                new Draft.Beginning(UuidCreator.getTimeOrderedEpoch(), 0, Draft.Purpose.CONFIGURE, null, pages),
                actor);
    }

    /** Reconfigure: filled in with the latest revision. */
    @Transactional
    public Outcome reconfigure(String storeId, UUID integrationId, String actor) {
        return change(
                storeId,
                integrationId,
                actor,
                latest -> beginning(latest, Draft.Purpose.RECONFIGURE, null, latest.pages()));
    }

    /** Update: filled in with the latest revision, for the latest version of the definition. */
    @Transactional
    public Outcome update(String storeId, UUID integrationId, String actor) {
        String version = definitions.latest().version();
        boolean upToDate = integrations
                .find(storeId, integrationId)
                .filter(found ->
                        !definitions.latest().newerThan(found.latest().pages().definition()))
                .isPresent();
        return upToDate
                ? new Outcome.UpToDate(version)
                : change(
                        storeId,
                        integrationId,
                        actor,
                        latest -> beginning(
                                latest,
                                Draft.Purpose.UPDATE,
                                null,
                                latest.pages().ofDefinition(version)));
    }

    /** Restore: filled in with an earlier revision, but with the keys of the latest one. */
    @Transactional
    public Outcome restore(String storeId, UUID integrationId, long generation, String actor) {
        return integrations
                .revision(storeId, integrationId, generation)
                .map(earlier -> change(
                        storeId,
                        integrationId,
                        actor,
                        latest -> beginning(
                                latest,
                                Draft.Purpose.RESTORE,
                                generation,
                                earlier.pages().withKeysOf(latest.pages()))))
                .orElseGet(Outcome.Gone::new);
    }

    private Outcome change(
            String storeId, UUID integrationId, String actor, Function<Revision, Draft.Beginning> beginning) {
        Integrations.Overview found = integrations.find(storeId, integrationId).orElse(null);
        if (found == null) {
            return new Outcome.Gone();
        }
        return switch (Lifecycle.decide(Stage.of(found.integration(), found.observed()), Command.BEGIN_DRAFT)) {
            case Lifecycle.Decision.Refused why -> new Outcome.Refused(why);
            case Lifecycle.Decision.Goes goes -> throw new IllegalStateException("A draft changes nothing yet");
            case Lifecycle.Decision.Stays() ->
                new Outcome.Begun(begin(storeId, beginning.apply(found.latest()), actor));
        };
    }

    private static Draft.Beginning beginning(Revision latest, Draft.Purpose purpose, Long restores, Pages pages) {
        return new Draft.Beginning(latest.integrationId(), latest.generation(), purpose, restores, pages);
    }

    private Draft begin(String storeId, Draft.Beginning with, String actor) {
        Instant now = clock.instant();
        Draft draft = Draft.begin(UuidCreator.getTimeOrderedEpoch(), storeId, with, actor, now);
        drafts.add(draft);
        audit.add(new AuditEntry(
                storeId,
                with.integrationId(),
                now,
                actor,
                AuditEntry.Action.DRAFT_BEGUN,
                "draft " + draft.id() + (with.restores() == null ? "" : " of generation " + with.restores()),
                null));
        return draft;
    }
}
