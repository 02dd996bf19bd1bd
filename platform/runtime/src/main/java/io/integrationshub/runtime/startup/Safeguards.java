package io.integrationshub.runtime.startup;

import io.integrationshub.contracts.Publisher;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What must be true of a service's configuration before it may handle anybody's secrets. */
final class Safeguards {
    private static final Pattern ENCRYPTED_DATABASE =
            Pattern.compile("[?&]sslmode=(require|verify-ca|verify-full)(&|$)");
    private static final Set<String> ENCRYPTED_KAFKA = Set.of("SSL", "SASL_SSL");
    /** Addresses that secrets or tokens travel to. */
    private static final List<String> ADDRESSES =
            List.of("quarkus.oidc.auth-server-url", "hub.aws.endpoint-override", "hub.commerce.allowed-origins");

    private static final Pattern EXAMPLE = Pattern.compile("change-?me.*|postgres|password|secret|hub");

    private static final Set<Publisher> WITH_PAGES = Set.of(Publisher.CONFIG, Publisher.EXECUTION_LOG);
    private static final int SESSION_SECRET_LENGTH = 32;

    private Safeguards() {}

    /**
     * Everything that is in the way of a start, one sentence each.
     *
     * @param property a property's value, empty when it is not set
     * @param readable whether a file is there and can be read
     * @param local the hub runs for one developer on one machine: plain text on loopback is fine
     */
    static List<String> violations(
            Publisher service, Function<String, Optional<String>> property, Predicate<Path> readable, boolean local) {
        List<String> violations = new ArrayList<>();
        keysets(service).forEach((name, purpose) -> {
            String path = property.apply(name).orElse("");
            if (path.isBlank()) {
                violations.add(name + " is not set: it names the keyset file that " + purpose + ".");
            } else if (!readable.test(Path.of(path))) {
                violations.add(name + " names " + path
                        + ", which is not there or cannot be read: it is the keyset that " + purpose + ".");
            }
        });
        if (!local) {
            violations.addAll(plainText(property));
            if (WITH_PAGES.contains(service)
                    && property.apply("hub.session.secret").orElse("").length() < SESSION_SECRET_LENGTH) {
                violations.add("hub.session.secret must have at least " + SESSION_SECRET_LENGTH
                        + " characters, the same for all replicas: it seals the sessions of the pages.");
            }
        }
        return List.copyOf(violations);
    }

    private static Map<String, String> keysets(Publisher service) {
        Map<String, String> needed = new LinkedHashMap<>();
        switch (service) {
            case CONFIG -> {
                needed.put("hub.secrets.seal.provisioner", "seals the AWS secret key");
                needed.put("hub.secrets.seal.commerce-sso", "seals the Commerce client secret");
            }
            case PROVISIONER -> {
                needed.put("hub.secrets.open", "opens the AWS secret key");
                needed.put("hub.secrets.seal.commerce-sso", "seals the app client's secret");
            }
            case COMMERCE_SSO -> needed.put("hub.secrets.open", "opens the Commerce and the app client's secret");
            case EXECUTION_LOG -> {
                // Handles no secret.
            }
        }
        return needed;
    }

    private static List<String> plainText(Function<String, Optional<String>> property) {
        List<String> violations = new ArrayList<>();
        for (String name : ADDRESSES) {
            for (String address : property.apply(name).orElse("").split(",", -1)) {
                if (!address.isBlank() && !encrypted(address.strip())) {
                    violations.add(name + " must be an https address, or tokens and secrets travel in plain text.");
                }
            }
        }
        if (!ENCRYPTED_DATABASE
                .matcher(property.apply("quarkus.datasource.jdbc.url").orElse(""))
                .find()) {
            violations.add(
                    "quarkus.datasource.jdbc.url must ask for an encrypted connection: add sslmode=verify-full.");
        }
        if (!ENCRYPTED_KAFKA.contains(
                property.apply("kafka.security.protocol").orElse("PLAINTEXT").toUpperCase(Locale.ROOT))) {
            violations.add("kafka.security.protocol must be SSL or SASL_SSL.");
        }
        String password = property.apply("quarkus.datasource.password").orElse("");
        if (EXAMPLE.matcher(password.toLowerCase(Locale.ROOT)).matches()) {
            violations.add("quarkus.datasource.password is the one of an example: choose another.");
        }
        return violations;
    }

    private static boolean encrypted(String address) {
        try {
            return "https".equalsIgnoreCase(URI.create(address).getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
