package io.integrationshub.runtime.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jboss.logging.MDC;

/** A job that does one thing in a transaction and remembers the trace that its log lines carry. */
@Singleton
public class TracedJob implements Job {
    public static final String NAME = "traced";
    private final AtomicReference<BiConsumer<String, Lease>> work = new AtomicReference<>((key, lease) -> {});
    private final AtomicReference<Object> logged = new AtomicReference<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        logged.set(MDC.get("traceId"));
        QuarkusTransaction.requiringNew().run(() -> work.get().accept(key, lease));
        return Next.DONE;
    }

    public void announce(BiConsumer<String, Lease> announcement) {
        work.set(announcement);
    }

    public Object logged() {
        return logged.get();
    }
}
