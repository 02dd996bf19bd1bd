package io.integrationshub.provisioner.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits on the thread of the job; jobs have threads of their own. */
@ApplicationScoped
class ThreadPause implements Pause {
    @Override
    public void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for AWS", e);
        }
    }
}
