package io.integrationshub.local.test;

import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.commerce.CommerceStandIn;
import io.integrationshub.local.infra.ChattyLoggers;
import io.integrationshub.local.infra.Database;
import io.integrationshub.local.signin.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Everything around one service for its integration tests: a real broker with the hub's topics, a fresh database, the
 * sign-in provider, keysets, and on demand the stand-ins. Broker, database server and sign-in provider are shared by the
 * tests of a JVM and run in containers where a Docker engine answers, else embedded (see {@link Mode}).
 *
 * <pre>{@code
 * @WithTestResource(value = HubInfra.class, scope = TestResourceScope.GLOBAL,
 *     initArgs = {@ResourceArg(name = "service", value = "provisioner"),
 *                 @ResourceArg(name = "standins", value = "cognito,commerce")})
 * }</pre>
 */
public final class HubInfra implements QuarkusTestResourceLifecycleManager {
    private static final Set<String> SERVICES = Set.of("config", "provisioner", "commerce-sso", "execution-log");

    private final List<AutoCloseable> standIns = new ArrayList<>();
    private String service = "";
    private List<String> wantedStandIns = List.of();

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException("Argument 'service' is one of " + SERVICES + ", not '" + service + "'");
        }
        wantedStandIns = Arrays.stream(arguments.getOrDefault("standins", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(Shared.keysets().settingsOf(service));
        if (settings.containsKey("hub.secrets.open")) {
            // Lets a test play the part of the service that seals for this one.
            settings.put(
                    "hub.secrets.seal." + service,
                    Shared.keysets().publicOf(service).toString());
        }
        settings.put("hub.local", "true");
        settings.put("kafka.bootstrap.servers", Shared.kafka().address());
        Database database = Shared.database(service.replace('-', '_') + "_" + randomSuffix());
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.username());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("quarkus.oidc.auth-server-url", Shared.issuer().toString());
        settings.put("quarkus.oidc.token.audience", "integrations-hub");
        ChattyLoggers.NAMES.forEach(name -> settings.put("quarkus.log.category.\"" + name + "\".level", "ERROR"));
        wantedStandIns.forEach(name -> settings.putAll(startStandIn(name)));
        return settings;
    }

    @Override
    public void stop() {
        for (AutoCloseable standIn : standIns) {
            try {
                standIn.close();
            } catch (Exception e) {
                throw new IllegalStateException("A stand-in did not stop", e);
            }
        }
        standIns.clear();
        wantedStandIns.forEach(JvmRegistry::remove);
    }

    /** The broker. */
    public static Server kafka() {
        return Shared.kafka();
    }

    /** The database server. */
    public static Server postgres() {
        return Shared.postgres();
    }

    /** The stand-in for Cognito and STS; needs init argument {@code standins}. */
    public static StandIn cognito() {
        return new StandIn(JvmRegistry.require("cognito"));
    }

    /** The stand-in for Commerce; needs init argument {@code standins}. */
    public static StandIn commerce() {
        return new StandIn(JvmRegistry.require("commerce"));
    }

    /** A bearer token of user {@code tester} for one store. */
    public static String token(String store, String... roles) {
        return Tokens.bearer(Shared.issuer(), "tester", store, List.of(roles));
    }

    private Map<String, String> startStandIn(String name) {
        return switch (name) {
            case "cognito" -> {
                CognitoStandIn cognito = CognitoStandIn.start(0, null);
                standIns.add(cognito);
                JvmRegistry.put(name, cognito.endpoint());
                yield Map.of("hub.aws.endpoint-override", cognito.endpoint().toString());
            }
            case "commerce" -> {
                CommerceStandIn commerce = CommerceStandIn.start(0, null);
                standIns.add(commerce);
                JvmRegistry.put(name, commerce.baseUrl());
                yield Map.of("hub.commerce.allowed-origins", commerce.baseUrl().toString());
            }
            default -> throw new IllegalArgumentException("There is no stand-in called " + name);
        };
    }

    private static String randomSuffix() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
