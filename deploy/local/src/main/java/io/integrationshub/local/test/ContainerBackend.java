package io.integrationshub.local.test;

import com.github.dockerjava.api.DockerClient;
import io.integrationshub.local.infra.Databases;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Broker and database in containers. An outage freezes the container, which keeps its mapped port. */
record ContainerBackend() implements Backend {
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";
    private static final String POSTGRES_IMAGE = "postgres:17";

    @Override
    public Server startKafka() {
        KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE);
        kafka.start();
        AtExit.close(kafka);
        return server(kafka, kafka.getBootstrapServers());
    }

    @Override
    public Postgres startPostgres() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES_IMAGE);
        postgres.setCommand("postgres", "-c", "max_connections=200");
        postgres.start();
        AtExit.close(postgres);
        String address = postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        PGSimpleDataSource superuser = new PGSimpleDataSource();
        superuser.setUrl(postgres.getJdbcUrl());
        superuser.setUser(postgres.getUsername());
        superuser.setPassword(postgres.getPassword());
        return new Postgres(server(postgres, address), new Databases(superuser, address));
    }

    private static Server server(GenericContainer<?> container, String address) {
        DockerClient docker = DockerClientFactory.instance().client();
        String id = container.getContainerId();
        return new Server(
                address,
                () -> docker.pauseContainerCmd(id).exec(),
                () -> docker.unpauseContainerCmd(id).exec());
    }
}
