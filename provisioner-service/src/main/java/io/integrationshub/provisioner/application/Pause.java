package io.integrationshub.provisioner.application;

import java.time.Duration;

/** Waits between two looks at something that takes a moment at AWS. */
@FunctionalInterface
public interface Pause {
    void of(Duration duration);
}
