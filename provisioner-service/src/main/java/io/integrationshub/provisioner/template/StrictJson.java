package io.integrationshub.provisioner.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.integrationshub.provisioner.application.RequestTemplates.Rendered;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a rendered template: one JSON object, no member twice, nothing after it, not deep. */
final class StrictJson {
    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    static Rendered read(String json) {
        try {
            Map<String, Object> members = MAPPER.readValue(json, new TypeReference<>() {});
            if (members == null) {
                throw new InvalidTemplateException("it renders to null, not to a JSON object");
            }
            requireFinite(members);
            return new Rendered(new Document(members), places(json));
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new InvalidTemplateException(
                    "it does not render to one JSON object: " + reason(e),
                    place == null ? 1 : place.getLineNr(),
                    place == null ? 1 : place.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException("A text can always be read", e);
        }
    }

    /** Where each member and each item of a list begins. */
    private static Map<String, Place> places(String json) throws IOException {
        Map<String, Place> places = new HashMap<>();
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            places.put("", place(parser));
            collect(parser, "", places);
        }
        return places;
    }

    private static void collect(JsonParser parser, String path, Map<String, Place> places) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
                places.put(member, place(parser));
                parser.nextToken();
                collect(parser, member, places);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                String item = path + "[" + i + "]";
                places.put(item, place(parser));
                collect(parser, item, places);
            }
        }
    }

    private static Place place(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(at.getLineNr(), at.getColumnNr());
    }

    /** Jackson reads a number that is too large as infinity, which no JSON can say again. */
    private static void requireFinite(Object value) {
        switch (value) {
            case Double number when number.isInfinite() -> throw new InvalidTemplateException("a number is too large");
            case Map<?, ?> map -> map.values().forEach(StrictJson::requireFinite);
            case List<?> list -> list.forEach(StrictJson::requireFinite);
            case null, default -> {}
        }
    }

    /** Jackson's own words quote the text, so only the harmless ones are passed on. */
    private static String reason(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return "a member occurs twice";
        }
        if (message.startsWith("Trailing token")) {
            return "something follows the object";
        }
        if (message.contains("nesting depth")) {
            return "it is nested more than " + DEEPEST + " deep";
        }
        return "the rendered text is not valid JSON here";
    }
}
