package io.integrationshub.config.domain.observed;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Codes of failures as reasons of conditions, which are in camel case. */
final class Reasons {
    private Reasons() {}

    /** {@code POOL_ADOPTED} and {@code commerce-401} become {@code PoolAdopted} and {@code Commerce401}; the rest stays. */
    static String camelCase(String code) {
        boolean camel = !code.contains("_") && !code.contains("-") && !code.equals(code.toUpperCase(Locale.ROOT));
        if (camel) {
            return code;
        }
        return Arrays.stream(code.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
