package io.integrationshub.local.test;

import io.integrationshub.local.infra.Databases;

/** Where broker and database of the tests come from; each is started once per JVM and ends with it. */
sealed interface Backend permits EmbeddedBackend, ContainerBackend {
    /** Starts a broker and returns when it answers. */
    Server startKafka();

    /** Starts a database server and returns when it answers. */
    Postgres startPostgres();

    /** A database server with the means to create databases on it. */
    record Postgres(Server server, Databases databases) {}
}
