package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.SamePlace;
import io.integrationshub.runtime.events.Announcements;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.Secrets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks for drift and tells of it. Only what an execution has brought to its end can drift, and nothing while paused. */
@ApplicationScoped
public class DriftChecks {
    private final Provisionings provisionings;
    private final Clouds clouds;
    private final Secrets secrets;
    private final DriftCheck check;
    private final Announcements announcements;
    private final ProvisionerConfig config;
    private final Clock clock;

    DriftChecks(
            Provisionings provisionings,
            Clouds clouds,
            Secrets secrets,
            DriftCheck check,
            Announcements announcements,
            ProvisionerConfig config,
            Clock clock) {
        this.provisionings = provisionings;
        this.clouds = clouds;
        this.secrets = secrets;
        this.check = check;
        this.announcements = announcements;
        this.config = config;
        this.clock = clock;
    }

    /** What one look showed. */
    public record Report(Instant seenAt, List<DriftCheck.Finding> findings) {}

    /** True when there is something that may have drifted. */
    static boolean applies(Provisioning state) {
        return comparable(state) && !state.paused();
    }

    /** True when an execution has come to its end, and no other one has begun. */
    static boolean comparable(Provisioning state) {
        return state.phase() == Phase.DONE && state.holdings().userPool() != null;
    }

    /**
     * Looks now, for a person who waits. Empty when there is nothing to compare with: an execution is at work or has failed, or the
     * integration is paused, deleted or unknown.
     *
     * @throws ProvisioningException when AWS did not let itself be looked at
     */
    public Optional<Report> lookNow(UUID integrationId) {
        Question question = new Question(config.questionTimeout());
        return provisionings.find(integrationId).filter(DriftChecks::applies).flatMap(state -> {
            try (Cloud cloud = new AskedCloud(open(state), question)) {
                return tell(state, look(state, cloud), null, () -> {});
            }
        });
    }

    /** Looks without anybody waiting. */
    Optional<Report> look(Provisioning state, @Nullable UUID afterExecution, Runnable guard) {
        try (Cloud cloud = open(state)) {
            return tell(state, look(state, cloud), afterExecution, guard);
        }
    }

    private List<DriftCheck.Finding> look(Provisioning state, Cloud cloud) {
        SamePlace.require(
                state.holdings(),
                cloud.identity().accountId(),
                state.wish().spec().aws().region());
        return check.look(state, cloud);
    }

    /** With the keys of the last revision. */
    Cloud open(Provisioning state) {
        AwsAccess aws = state.wish().spec().aws();
        OpenedSecret secret = secrets.open(
                aws.secretAccessKey(),
                new SecretContext(state.storeId(), state.integrationId(), SecretContext.AWS_SECRET_ACCESS_KEY));
        return clouds.open(new AwsKeys(aws.accessKeyId(), secret, aws.region()));
    }

    /** Nothing is told of an execution that was replaced, or an integration that was paused, while it was looked at. */
    private Optional<Report> tell(
            Provisioning seen, List<DriftCheck.Finding> findings, @Nullable UUID execution, Runnable guard) {
        Instant seenAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return QuarkusTransaction.requiringNew().call(() -> {
            guard.run();
            Optional<Provisioning> now = provisionings
                    .lock(seen.integrationId())
                    .filter(DriftChecks::applies)
                    .filter(state -> state.executionNumber() == seen.executionNumber());
            now.ifPresent(state -> announce(state, findings, execution, seenAt));
            return now.map(state -> new Report(seenAt, findings));
        });
    }

    private void announce(
            Provisioning state, List<DriftCheck.Finding> findings, @Nullable UUID execution, Instant seenAt) {
        long generation = state.wish().generation();
        for (DriftCheck.Finding finding : findings) {
            announcements.announce(
                    state.storeId(),
                    state.integrationId(),
                    state.wish().causationId(),
                    new DriftDetected(
                            generation, execution, finding.resource(), finding.field(), finding.kind(), seenAt));
        }
        announcements.announce(
                state.storeId(),
                state.integrationId(),
                state.wish().causationId(),
                new DriftChecked(generation, execution, seenAt, findings.size()));
    }
}
