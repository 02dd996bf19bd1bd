package io.integrationshub.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedContractsTest {
    private static final Path GOLDEN = Path.of("src/main/resources/io/integrationshub/contracts/golden");

    static List<HubEvent> samples() {
        return Samples.all();
    }

    static List<Class<? extends HubEvent>> types() {
        return CloudEvents.types();
    }

    @Test
    void everyTypeHasASample() {
        assertThat(samples()).extracting(Object::getClass).hasSameElementsAs(types());
    }

    @Test
    void everyTypeHasAPublisher() {
        assertThat(Stream.of(Publisher.values())
                        .flatMap(p -> p.types().stream())
                        .distinct())
                .hasSameElementsAs(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void thePublishedSchemaIsThatOfTheRecord(Class<? extends HubEvent> type) throws IOException {
        JsonNode schema = Published.schema(type);

        String published = Published.text("schema/" + Published.name(type) + ".json", schema, false);

        assertThat(Json.mapper().readTree(published))
                .as("a change of %s changes what others read: additive only, then -Dcontracts.write=true", type)
                .isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyTypeHasAGoldenSample(HubEvent sample) {
        String text = Published.text(
                "golden/" + Published.name(sample.getClass()) + "/1.0.json",
                Json.mapper().valueToTree(sample),
                true);

        assertThat(text).isNotBlank();
    }

    static List<Path> goldenSamples() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("goldenSamples")
    void everyGoldenSampleIsStillUnderstoodToTheLastMember(Path golden) throws IOException {
        String type = golden.getParent().getFileName().toString().replace(".v1", "");
        Class<? extends HubEvent> record = types().stream()
                .filter(t -> t.getSimpleName().equals(type))
                .findFirst()
                .orElseThrow();
        JsonNode text = Json.mapper().readTree(Files.readString(golden));

        HubEvent read = Json.mapper()
                .readerFor(record)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(text);

        // Through text: a tree made from a record has other number nodes than a parsed one.
        assertThat(Json.mapper().readTree(Json.mapper().writeValueAsString(read)))
                .isEqualTo(text);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Published.text("schema/" + type + ".v1.json", null, true), InputFormat.JSON);
        assertThat(schema.validate(text.toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theAsyncApiDocumentNamesEveryTopicAndEveryMessage() throws IOException {
        JsonNode document = new YAMLMapper()
                .readTree(Files.readString(Path.of("src/main/resources/io/integrationshub/contracts/asyncapi.yaml")));

        for (Publisher publisher : Publisher.values()) {
            JsonNode channel = document.path("channels").path(publisher.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(channel.path("address").asText()).isEqualTo(publisher.topic());
            assertThat(channel.path("messages").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(
                            publisher.types().stream().map(Class::getSimpleName).toList());
        }
        for (Class<? extends HubEvent> type : types()) {
            JsonNode message = document.path("components").path("messages").path(type.getSimpleName());
            assertThat(message.path("name").asText()).isEqualTo(CloudEvents.type(type));
            assertThat(message.path("payload").path("$ref").asText())
                    .isEqualTo("./schema/" + Published.name(type) + ".json");
        }
    }
}
