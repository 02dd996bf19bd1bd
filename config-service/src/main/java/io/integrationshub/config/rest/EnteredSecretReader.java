package io.integrationshub.config.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.integrationshub.config.domain.EnteredSecret;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads secrets of request bodies, from text alone. */
final class EnteredSecretReader extends StdDeserializer<EnteredSecret> {
    private static final long serialVersionUID = 1L;

    EnteredSecretReader() {
        super(EnteredSecret.class);
    }

    @Override
    public EnteredSecret deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.hasToken(JsonToken.VALUE_STRING)
                ? new EnteredSecret(parser.getText())
                : (EnteredSecret) context.handleUnexpectedToken(String.class, parser);
    }

    /** Makes it known. */
    @Singleton
    static class Registration implements ObjectMapperCustomizer {
        @Override
        public void customize(ObjectMapper mapper) {
            mapper.registerModule(new SimpleModule("entered-secrets")
                    .addDeserializer(EnteredSecret.class, new EnteredSecretReader()));
        }
    }
}
