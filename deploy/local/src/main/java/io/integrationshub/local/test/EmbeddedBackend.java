package io.integrationshub.local.test;

import io.integrationshub.local.infra.EmbeddedKafka;
import io.integrationshub.local.infra.LocalPostgres;
import java.nio.file.Path;

/** Broker and database without Docker: the broker inside this JVM, PostgreSQL as its child process. */
record EmbeddedBackend(Path folder) implements Backend {
    @Override
    public Server startKafka() {
        EmbeddedKafka kafka = EmbeddedKafka.startOnFreePorts(folder.resolve("kafka"));
        AtExit.close(kafka);
        return new Server(kafka.bootstrapServers(), kafka::stop, kafka::start);
    }

    @Override
    public Postgres startPostgres() {
        LocalPostgres postgres = LocalPostgres.startOnFreePort(folder.resolve("postgres"));
        AtExit.close(postgres);
        return new Postgres(new Server(postgres.address(), postgres::stop, postgres::start), postgres.databases());
    }
}
