package io.integrationshub.config.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan says about a resource, in a few characters, so that a page can carry what its reader has seen. */
final class Seal {
    private static final int BYTES = 6;

    private Seal() {}

    static String of(Plan.ResourceChange resource) {
        try {
            byte[] text = Json.mapper()
                    .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(resource)
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, BYTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan came as JSON and goes as JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** As a form brings them back: address, space, seal. */
    static Map<String, String> all(@Nullable List<String> sent) {
        Map<String, String> seals = new LinkedHashMap<>();
        for (String each : sent == null ? List.<String>of() : sent) {
            int space = each.indexOf(' ');
            if (space > 0) {
                seals.put(each.substring(0, space), each.substring(space + 1));
            }
        }
        return seals;
    }
}
