package io.integrationshub.provisioner;

import io.integrationshub.local.test.Waits;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** A person with the AWS console, who knows nothing of the hub, and resets by omission what is not in the request. */
final class SomebodyElse {
    private static final String TAG = "integrationshub:integration-id";

    private final String accessKeyId;
    private final String secretAccessKey;
    private final UUID integration;
    private final Set<String> callbacks = new HashSet<>();
    private String editedClient;
    private int poolsMade;

    SomebodyElse(String accessKeyId, String secretAccessKey, UUID integration) {
        this.accessKeyId = accessKeyId;
        this.secretAccessKey = secretAccessKey;
        this.integration = integration;
    }

    /**
     * What is there.
     *
     * @param foreignPools pools without the tag of the integration
     */
    record Seen(UserPoolType pool, List<UserPoolClientType> clients, String mfa, String css, int foreignPools) {}

    int poolsMade() {
        return poolsMade;
    }

    /** Callback URLs that this person put at the client. */
    Set<String> callbacksOf(String clientId) {
        return clientId.equals(editedClient) ? callbacks : Set.of();
    }

    int poolsLeft() {
        try (CognitoIdentityProviderClient aws = Aws.console(accessKeyId, secretAccessKey)) {
            return pools(aws).size();
        }
    }

    Seen look() {
        try (CognitoIdentityProviderClient aws = Aws.console(accessKeyId, secretAccessKey)) {
            List<UserPoolType> all = pools(aws);
            List<UserPoolType> ours = all.stream().filter(this::isOurs).toList();
            if (ours.size() != 1) {
                throw new AssertionError(ours.size() + " pools with the tag of integration " + integration);
            }
            UserPoolType pool = ours.getFirst();
            List<UserPoolClientType> clients = clients(aws, pool.id());
            String css = aws.getUICustomization(r ->
                            r.userPoolId(pool.id()).clientId(clients.getFirst().clientId()))
                    .uiCustomization()
                    .css();
            String mfa = aws.getUserPoolMfaConfig(r -> r.userPoolId(pool.id())).mfaConfigurationAsString();
            return new Seen(pool, clients, mfa, css, all.size() - ours.size());
        }
    }

    /** Does something; tells what. */
    String edit(Random random) {
        int edit = random.nextInt(9);
        int number = random.nextInt(100);
        try (CognitoIdentityProviderClient aws = Aws.console(accessKeyId, secretAccessKey)) {
            Optional<UserPoolType> pool =
                    pools(aws).stream().filter(this::isOurs).findFirst();
            if (edit == 0) {
                aws.createUserPool(r -> r.poolName("EPCC 1"));
                poolsMade++;
                return "somebody makes a pool of the same name";
            }
            return pool.map(found -> edit(aws, found, edit, number)).orElse("nobody edits anything");
        }
    }

    private String edit(CognitoIdentityProviderClient aws, UserPoolType pool, int edit, int number) {
        Optional<String> client = clients(aws, pool.id()).stream()
                .map(UserPoolClientType::clientId)
                .findFirst();
        return switch (edit) {
            case 1 -> {
                aws.updateUserPool(r ->
                        r.userPoolId(pool.id()).userPoolTags(Map.of("cost", "" + number, TAG, integration.toString())));
                yield "somebody resets the pool by omission and tags it";
            }
            case 2 -> {
                client.ifPresent(id ->
                        aws.deleteUserPoolClient(r -> r.userPoolId(pool.id()).clientId(id)));
                yield "somebody deletes the app client";
            }
            case 3 -> {
                deleteDomain(aws, pool);
                yield "somebody deletes the domain";
            }
            case 4 -> {
                deleteDomain(aws, pool);
                aws.deleteUserPool(r -> r.userPoolId(pool.id()));
                yield "somebody deletes the pool";
            }
            case 5 -> {
                client.ifPresent(id -> addCallback(aws, pool.id(), id, "https://foreign.example/" + number));
                yield "somebody resets the app client by omission and adds a callback URL";
            }
            case 6 -> {
                aws.setUserPoolMfaConfig(r -> r.userPoolId(pool.id())
                        .softwareTokenMfaConfiguration(totp -> totp.enabled(true))
                        .mfaConfiguration(UserPoolMfaType.OPTIONAL));
                yield "somebody allows a second factor";
            }
            case 7 -> {
                client.filter(id -> pool.domain() != null)
                        .ifPresent(id -> aws.setUICustomization(r ->
                                r.userPoolId(pool.id()).clientId(id).css(".logo-customizable { max-width: 99%; }")));
                yield "somebody changes the sign-in page";
            }
            default -> "nobody edits anything";
        };
    }

    private void addCallback(CognitoIdentityProviderClient aws, String poolId, String clientId, String url) {
        UserPoolClientType before = aws.describeUserPoolClient(
                        r -> r.userPoolId(poolId).clientId(clientId))
                .userPoolClient();
        Set<String> urls = new HashSet<>(before.callbackURLs());
        urls.add(url);
        aws.updateUserPoolClient(r -> r.userPoolId(poolId).clientId(clientId).callbackURLs(urls));
        if (!clientId.equals(editedClient)) {
            callbacks.clear();
        }
        editedClient = clientId;
        callbacks.add(url);
    }

    private static void deleteDomain(CognitoIdentityProviderClient aws, UserPoolType pool) {
        if (pool.domain() == null) {
            return;
        }
        aws.deleteUserPoolDomain(r -> r.domain(pool.domain()).userPoolId(pool.id()));
        Waits.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> aws.describeUserPool(r -> r.userPoolId(pool.id()))
                                .userPool()
                                .domain()
                        == null);
    }

    private boolean isOurs(UserPoolType pool) {
        return integration.toString().equals(pool.userPoolTags().get(TAG));
    }

    private static List<UserPoolType> pools(CognitoIdentityProviderClient aws) {
        return aws.listUserPoolsPaginator(page -> page.maxResults(60)).stream()
                .flatMap(page -> page.userPools().stream())
                .map(pool -> aws.describeUserPool(r -> r.userPoolId(pool.id())).userPool())
                .toList();
    }

    private static List<UserPoolClientType> clients(CognitoIdentityProviderClient aws, String poolId) {
        return aws.listUserPoolClients(r -> r.userPoolId(poolId).maxResults(60)).userPoolClients().stream()
                .map(client -> aws.describeUserPoolClient(
                                r -> r.userPoolId(poolId).clientId(client.clientId()))
                        .userPoolClient())
                .toList();
    }
}
