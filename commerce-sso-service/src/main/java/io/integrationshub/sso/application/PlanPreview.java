package io.integrationshub.sso.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.Wiring;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what an execution would do at Commerce, and leaves no trace anywhere. */
@ApplicationScoped
public class PlanPreview {
    private final CommerceStores stores;
    private final Wirings wirings;
    private final ProfileSecrets secrets;
    private final WiringConfig config;
    private final Clock clock;

    PlanPreview(CommerceStores stores, Wirings wirings, ProfileSecrets secrets, WiringConfig config, Clock clock) {
        this.stores = stores;
        this.wirings = wirings;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param generation told back in the plan
     * @param known the latest execution that reached Commerce; null before the first
     */
    public record Subject(
            UUID integrationId,
            @Nullable Long generation,
            IntegrationSpec spec,
            StoreKeys keys,
            @Nullable Wiring known) {}

    /** Whatever Commerce says is an answer; nothing is thrown for it. */
    public Plan preview(Subject subject) {
        Map<Realm, RealmRecord> records = new EnumMap<>(Realm.class);
        for (Realm realm : Realm.values()) {
            records.put(realm, wirings.realm(subject.integrationId(), realm));
        }
        CommerceStore store;
        try {
            store = stores.open(subject.keys());
        } catch (CommerceException e) {
            return failed(subject, e.failure(), 0);
        }
        try {
            SeenStore seen =
                    new Question(config.questionTimeout()).ask(() -> SeenStore.read(store, subject.spec(), records));
            return planned(
                    subject,
                    new ResourceChanges(
                                    subject.integrationId(),
                                    wirings,
                                    subject.spec(),
                                    records,
                                    new ProfileChanges(
                                            subject.integrationId(),
                                            wirings,
                                            PlannedProfile.of(subject.spec(), pool(subject), secrets),
                                            config.createSettle(),
                                            clock.instant()))
                            .of(seen),
                    store.calls());
        } catch (CommerceException e) {
            return failed(subject, e.failure(), store.calls());
        }
    }

    /** The user pool that the execution will most likely find; empty when it has to be made, or another one is wanted. */
    private static Optional<KnownPool> pool(Subject subject) {
        return Optional.ofNullable(subject.known())
                .filter(known -> known.userPool() != null)
                .filter(known -> remains(known.userPool(), subject.spec()))
                .map(known -> new KnownPool(known.storeId(), known.integrationId(), known.userPool()));
    }

    private static boolean remains(UserPool pool, IntegrationSpec spec) {
        String adopted = spec.userPool().existingPoolId();
        return (spec.aws() == null || pool.region().equals(spec.aws().region()))
                && (adopted == null || adopted.equals(pool.id()));
    }

    private static Plan planned(Subject subject, List<ResourceChange> changes, int reads) {
        boolean errored = changes.stream().anyMatch(ResourceChange::errored);
        return new Plan(
                Plan.FORMAT_VERSION,
                PlanVersion.of(changes),
                subject.integrationId(),
                subject.generation(),
                !errored,
                true,
                errored,
                changes,
                null,
                reads);
    }

    private static Plan failed(Subject subject, Failure failure, int reads) {
        return new Plan(
                Plan.FORMAT_VERSION,
                null,
                subject.integrationId(),
                subject.generation(),
                false,
                false,
                true,
                List.of(),
                failure,
                reads);
    }
}
