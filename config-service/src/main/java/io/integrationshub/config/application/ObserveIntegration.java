package io.integrationshub.config.application;

import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.observed.Folding;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes note of what the other services tell of an integration, and does what follows from it. */
@ApplicationScoped
public class ObserveIntegration {
    private static final Logger LOG = Logger.getLogger(ObserveIntegration.class);

    private final Integrations integrations;
    private final Observations observations;
    private final DeleteIntegration delete;
    private final HealIntegration heal;

    ObserveIntegration(
            Integrations integrations, Observations observations, DeleteIntegration delete, HealIntegration heal) {
        this.integrations = integrations;
        this.observations = observations;
        this.delete = delete;
        this.heal = heal;
    }

    /** In the transaction that took the event in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void observe(Publisher publisher, Envelope event) {
        switch (event.data()) {
            case PoolRemoved removed -> {
                delete.removed(event.storeId(), event.integrationId(), removed);
                fold(publisher, event);
            }
            case DriftChecked checked -> {
                Optional<Integration> locked = integrations.lock(event.storeId(), event.integrationId());
                Optional<Observed> known = fold(publisher, event);
                locked.ifPresent(integration -> known.ifPresent(now -> heal.byItself(integration, now, event.id())));
            }
            default -> fold(publisher, event);
        }
    }

    private Optional<Observed> fold(Publisher publisher, Envelope event) {
        Optional<Observed> known = observations.lock(event.storeId(), event.integrationId());
        if (known.isEmpty()) {
            LOG.debugf("reason=unknown-integration integrationId=%s: not noted", event.integrationId());
            return known;
        }
        Observed now = Folding.with(known.get(), publisher, event.time(), event.data());
        if (!now.equals(known.get())) {
            observations.update(event.integrationId(), now);
        }
        return Optional.of(now);
    }
}
