package io.integrationshub.local.test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Holds records against the JSON Schema published in {@code contracts} for their CloudEvents type. */
public final class SchemaCheck {
    private static final Pattern TYPE = Pattern.compile("io\\.integrationshub\\.([A-Za-z]+)\\.(v[0-9]+)");
    private static final String FOLDER = "/io/integrationshub/contracts/schema/";

    private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /**
     * What is wrong with the record: no type, no schema for its type, or a body that breaks the schema; empty when valid.
     */
    public List<String> problems(TopicAudit.Entry entry) {
        return problems(entry.type(), entry.text());
    }

    /** As {@link #problems(TopicAudit.Entry)}, for a body that is on no topic. */
    public List<String> problems(String type, String body) {
        return schemaOf(type)
                .map(schema -> validate(schema, body))
                .orElseGet(() -> List.of("no schema for ce_type '" + type + "'"));
    }

    /**
     * Requires every record outside the dead-letter topics to be valid.
     *
     * @throws AssertionError naming each invalid record and what is wrong with it
     */
    public void requireValid(Collection<TopicAudit.Entry> entries) {
        List<String> problems = entries.stream()
                .filter(entry -> !entry.topic().endsWith(".dlq"))
                .flatMap(entry -> describe(entry, problems(entry)))
                .toList();
        if (!problems.isEmpty()) {
            throw new AssertionError("Invalid records:\n" + String.join("\n", problems));
        }
    }

    private static Stream<String> describe(TopicAudit.Entry entry, List<String> problems) {
        return problems.stream()
                .map(problem -> entry.topic() + "-" + entry.partition() + "@" + entry.offset() + " " + entry.type()
                        + ": " + problem);
    }

    private static List<String> validate(Schema schema, String body) {
        try {
            return schema.validate(body, InputFormat.JSON).stream()
                    .map(Error::toString)
                    .toList();
        } catch (IllegalArgumentException | JacksonException e) {
            return List.of("not JSON");
        }
    }

    private Optional<Schema> schemaOf(String type) {
        return schemas.computeIfAbsent(type, this::load);
    }

    private Optional<Schema> load(String type) {
        Matcher name = TYPE.matcher(type);
        if (!name.matches()) {
            return Optional.empty();
        }
        String file = FOLDER + name.group(1) + "." + name.group(2) + ".json";
        try (InputStream schema = SchemaCheck.class.getResourceAsStream(file)) {
            return Optional.ofNullable(schema).map(registry::getSchema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
