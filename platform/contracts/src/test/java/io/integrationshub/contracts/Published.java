package io.integrationshub.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The published files beside the records. {@code -Dcontracts.write=true} writes the schemas, and golden samples of types that have
 * none; a golden sample that exists is never written again, because it is what was published.
 */
final class Published {
    private static final Path ROOT = Path.of("src/main/resources/io/integrationshub/contracts");
    private static final boolean WRITE = Boolean.getBoolean("contracts.write");

    private Published() {}

    static String name(Class<? extends HubEvent> type) {
        return type.getSimpleName() + ".v1";
    }

    static JsonNode schema(Class<? extends HubEvent> type) {
        JacksonModule jackson = new JacksonModule(
                JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY, JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE);
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(jackson)
                .with(Option.ADDITIONAL_FIXED_TYPES, Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_ALL_SCHEMAS);
        config.forFields()
                .withRequiredCheck(
                        field -> field.getAnnotationConsideringFieldAndGetterIfSupported(Nullable.class) == null
                                && !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((javaType, context) -> javaType.isInstanceOf(SealedSecret.class)
                        ? new com.github.victools.jsonschema.generator.CustomDefinition(
                                context.getGeneratorConfig().createObjectNode().put("type", "string"))
                        : null);
        return new SchemaGenerator(config.build()).generateSchema(type);
    }

    /** The text of a published file; written first when that is asked for. */
    static String text(String file, JsonNode wanted, boolean keepOld) {
        Path path = ROOT.resolve(file);
        try {
            if (WRITE && !(keepOld && Files.exists(path))) {
                Files.createDirectories(path.getParent());
                Files.writeString(
                        path,
                        Json.mapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(wanted) + "\n");
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Missing: " + path + " (run with -Dcontracts.write=true)", e);
        }
    }
}
