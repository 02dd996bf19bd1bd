package io.integrationshub.sso.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Plan.ResourceChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Changes with what is wanted and with what is seen; both are in the changes. */
final class PlanVersion {
    private PlanVersion() {}

    /** SHA-256 in hexadecimal. */
    static String of(List<ResourceChange> changes) {
        List<List<Object>> content = changes.stream()
                .map(each -> List.<Object>of(each.address(), each.change()))
                .toList();
        try {
            byte[] text = Json.mapper().writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan cannot be written", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
