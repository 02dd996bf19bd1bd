package io.integrationshub.provisioner.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.integrationshub.contracts.Json;
import java.util.Map;

/** Documents as JSON with apostrophes for quotes, to be read in tests. */
final class Documents {
    private Documents() {}

    static Document json(String text) {
        try {
            Map<String, Object> members = Json.mapper().readValue(text.replace('\'', '"'), new TypeReference<>() {});
            return new Document(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
