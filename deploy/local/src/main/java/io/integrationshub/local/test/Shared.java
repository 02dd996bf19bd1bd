package io.integrationshub.local.test;

import io.integrationshub.local.infra.ChattyLoggers;
import io.integrationshub.local.infra.Database;
import io.integrationshub.local.infra.Databases;
import io.integrationshub.local.infra.Keysets;
import io.integrationshub.local.infra.Topics;
import io.integrationshub.local.signin.SignInProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts that all tests of a JVM share: each is started by the first who asks and ends with the JVM. */
final class Shared {
    private Shared() {}

    static Server kafka() {
        Map<String, Object> kafka = JvmRegistry.computeIfAbsent("kafka", () -> {
            Server server = backend().startKafka();
            Topics.create(server.address());
            return server.toMap();
        });
        return Server.of(kafka);
    }

    static Server postgres() {
        Map<String, Object> postgres = JvmRegistry.computeIfAbsent("postgres", () -> {
            Backend.Postgres started = backend().startPostgres();
            Databases databases = started.databases();
            Function<String, List<String>> creator = name -> {
                Database database = databases.ensure(name);
                return List.of(database.jdbcUrl(), database.username(), database.password());
            };
            JvmRegistry.put("databases", creator);
            return started.server().toMap();
        });
        return Server.of(postgres);
    }

    static Database database(String name) {
        postgres();
        List<String> created =
                JvmRegistry.<Function<String, List<String>>>require("databases").apply(name);
        return new Database(created.get(0), created.get(1), created.get(2));
    }

    static URI issuer() {
        return JvmRegistry.computeIfAbsent("issuer", () -> {
            SignInProvider provider = SignInProvider.start(0);
            AtExit.close(provider);
            return provider.issuer();
        });
    }

    static Keysets keysets() {
        return Keysets.in(folder().resolve("keysets"));
    }

    private static Backend backend() {
        ChattyLoggers.quieten();
        return Mode.chosen().backend(folder());
    }

    private static Path folder() {
        return JvmRegistry.computeIfAbsent("folder", () -> {
            try {
                Path folder = Files.createTempDirectory("integrations-hub-test");
                AtExit.delete(folder);
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
