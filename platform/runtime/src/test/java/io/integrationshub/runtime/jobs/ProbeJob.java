package io.integrationshub.runtime.jobs;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** A job whose work each test brings along. */
@Singleton
class ProbeJob implements Job {
    static final String NAME = "probe";
    final AtomicReference<BiFunction<String, Lease, Next>> work = new AtomicReference<>((key, lease) -> Next.DONE);
    final AtomicInteger runs = new AtomicInteger();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        runs.incrementAndGet();
        return work.get().apply(key, lease);
    }
}
