package io.integrationshub.config.application;

import io.integrationshub.config.domain.Definition;
import io.integrationshub.contracts.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of the integration definition, as files of this service ({@code definitions/1.json}, {@code 2.json}, …). A new one
 * is offered to integrations as an update, never forced on them.
 */
@ApplicationScoped
public class Definitions {
    private final List<Definition> all = read();

    /** All of them, the oldest first; at least one. */
    public List<Definition> all() {
        return all;
    }

    /** The one that new integrations are made with. */
    public Definition latest() {
        return all.getLast();
    }

    private static List<Definition> read() {
        List<Definition> found = new ArrayList<>();
        for (int number = 1; ; number++) {
            try (InputStream file = Thread.currentThread()
                    .getContextClassLoader()
                    .getResourceAsStream("definitions/" + number + ".json")) {
                if (file == null) {
                    break;
                }
                found.add(Json.mapper().readValue(file, Definition.class));
            } catch (IOException e) {
                throw new UncheckedIOException("definitions/" + number + ".json cannot be read", e);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("There is no definition");
        }
        return List.copyOf(found);
    }
}
