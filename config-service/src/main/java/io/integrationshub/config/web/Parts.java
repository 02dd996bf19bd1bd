package io.integrationshub.config.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** A form with a file in it. */
final class Parts {
    private static final String LOGO = "userPool.hostedUi.logo";

    private Parts() {}

    /** Everything but files. */
    static Map<String, List<String>> texts(MultipartFormDataInput parts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parts.getValues().forEach((name, values) -> {
            List<String> texts = values.stream()
                    .filter(value -> !value.isFileItem())
                    .map(FormValue::getValue)
                    .toList();
            if (!texts.isEmpty()) {
                fields.put(name, texts);
            }
        });
        return fields;
    }

    /** A new logo in Base64, empty to take the stored one away, null to keep it. */
    static @Nullable String logo(MultipartFormDataInput parts) {
        return parts.getValues().getOrDefault(LOGO, List.of()).stream()
                .filter(FormValue::isFileItem)
                .map(Parts::base64)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(parts.getValues().containsKey("removeLogo") ? "" : null);
    }

    private static String base64(FormValue file) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Files.readAllBytes(file.getFileItem().getFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
