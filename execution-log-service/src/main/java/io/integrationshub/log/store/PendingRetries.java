package io.integrationshub.log.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Tells as {@code hub_retries_pending} how many executions wait for their next try; looks at no more than 10,000 of them. */
@Startup
@Singleton
class PendingRetries {
    private static final String COUNT = """
            select count(*) from (select 1 from execution where status = 'RETRY_PENDING' limit 10000) p""";

    PendingRetries(Database database, MeterRegistry metrics) {
        Gauge.builder("hub.retries.pending", database, PendingRetries::count)
                .description("Executions that wait for their next try")
                .register(metrics);
    }

    private static double count(Database database) {
        return database.query(COUNT, statement -> {}, row -> row.getLong(1)).getFirst();
    }
}
