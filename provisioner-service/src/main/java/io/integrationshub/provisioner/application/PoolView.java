package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.ProvisioningException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the user pool of an integration as it is now, for a person who is about to decide what becomes of it. */
@ApplicationScoped
public class PoolView {
    private final Provisionings provisionings;
    private final DriftChecks clouds;
    private final ProvisionerConfig config;

    PoolView(Provisionings provisionings, DriftChecks clouds, ProvisionerConfig config) {
        this.provisionings = provisionings;
        this.clouds = clouds;
        this.config = config;
    }

    /**
     * What exists at AWS. Members are null when there is no pool, or it could not be looked at.
     *
     * @param userPoolId as recorded, also when it could not be looked at
     * @param adopted it existed before the hub knew it
     * @param estimatedUsers as AWS estimates them
     * @param deletionProtection ACTIVE or INACTIVE
     * @param consoleUrl of the pool in the AWS console
     * @param failure why it could not be looked at; null when it could, or there is none
     */
    public record View(
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
        static final View NONE = new View(null, null, null, null, null, false, null, null, null, null);

        static View of(Holdings held, @Nullable Document pool, @Nullable String url, @Nullable Failure failure) {
            Document shown = pool == null ? Document.empty() : pool;
            return new View(
                    held.userPoolId(),
                    shown.text("Name").orElse(null),
                    held.accountId(),
                    held.region(),
                    shown.text("Domain").orElse(null),
                    !held.poolCreatedByUs(),
                    shown.members().get("EstimatedNumberOfUsers") instanceof Number users ? users.longValue() : null,
                    shown.text("DeletionProtection").orElse(null),
                    url,
                    failure);
        }
    }

    /** Whatever AWS says is an answer; nothing is thrown for it. */
    public View of(UUID integrationId) {
        return provisionings
                .find(integrationId)
                .filter(state -> state.wish() != null && state.holdings().userPoolId() != null)
                .map(this::look)
                .orElse(View.NONE);
    }

    private View look(Provisioning state) {
        Holdings held = state.holdings();
        Question question = new Question(config.questionTimeout());
        try (Cloud cloud = new AskedCloud(clouds.open(state), question)) {
            Optional<Document> pool = cloud.userPools().describe(held.userPoolId());
            return pool.map(shown -> View.of(held, shown, cloud.consoleUrl(held.userPoolId()), null))
                    .orElseGet(() -> View.of(held, null, null, gone(held)));
        } catch (ProvisioningException e) {
            return View.of(held, null, null, e.failure());
        }
    }

    private static Failure gone(Holdings held) {
        return new Failure(
                ErrorClass.DRIFT,
                "POOL_GONE",
                "cognito",
                "User pool " + held.userPoolId() + " was deleted outside the hub, and its users with it",
                "retry",
                null);
    }
}
