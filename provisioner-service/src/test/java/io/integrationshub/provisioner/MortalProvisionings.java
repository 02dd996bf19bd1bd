package io.integrationshub.provisioner;

import io.integrationshub.provisioner.application.Provisionings;
import io.integrationshub.provisioner.domain.Provisioning;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The table as before, except that a run may die at a write, as {@link Crashes} says. */
@Decorator
@Priority(1)
class MortalProvisionings implements Provisionings {
    private final Provisionings provisionings;

    @Inject
    MortalProvisionings(@Delegate Provisionings provisionings) {
        this.provisionings = provisionings;
    }

    @Override
    public Optional<Provisioning> lock(UUID integrationId) {
        return provisionings.lock(integrationId);
    }

    @Override
    public Optional<Provisioning> find(UUID integrationId) {
        return provisionings.find(integrationId);
    }

    @Override
    public void save(Provisioning provisioning) {
        boolean run = provisioning.attempt() > 0;
        if (!run) {
            // The intake of an event; when that dies, Kafka brings the event again.
            provisionings.save(provisioning);
            return;
        }
        try {
            Crashes.write(provisioning.integrationId().toString(), () -> {
                provisionings.save(provisioning);
                return provisioning;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
