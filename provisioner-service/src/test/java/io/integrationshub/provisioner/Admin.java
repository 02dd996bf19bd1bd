package io.integrationshub.provisioner;

import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.contracts.UserPoolSpec;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.SchemaCheck;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.local.test.Waits;
import io.integrationshub.runtime.secrets.SecretContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An integration as its admin, config-service and commerce-sso-service handle it: what they publish, and what comes back. */
final class Admin {
    static final String STORE = "store-of-tests";
    static final String CALLBACK = "https://commerce.example.com/oidc-idp/callback/";

    final UUID integration = UUID.randomUUID();
    final String prefix = "shop-" + integration.toString().substring(0, 8);
    private long number;
    private String accessKeyId = CognitoStandIn.ACCESS_KEY_ID;
    private String secretAccessKey = CognitoStandIn.SECRET_ACCESS_KEY;
    private String region = Aws.REGION;
    private String poolName = "EPCC";
    private String domainPrefix = prefix;
    private List<String> storefronts = List.of("https://shop.example.com/oidc");
    private Templates templates = Templates.DEFAULTS;
    private String existingPoolId;
    private boolean replaceDomain;
    private Mfa mfa;
    private HostedUi hostedUi;
    private DriftPolicy drift;

    Admin keys(String id, String secret) {
        accessKeyId = id;
        secretAccessKey = secret;
        return this;
    }

    Admin region(String wanted) {
        region = wanted;
        return this;
    }

    Admin domain(String wanted) {
        domainPrefix = wanted;
        return this;
    }

    Admin poolName(String wanted) {
        poolName = wanted;
        return this;
    }

    Admin storefronts(String... urls) {
        storefronts = List.of(urls);
        return this;
    }

    Admin templates(Templates wanted) {
        templates = wanted;
        return this;
    }

    Admin adopting(String userPoolId) {
        existingPoolId = userPoolId;
        return this;
    }

    Admin replacingTheDomain() {
        replaceDomain = true;
        return this;
    }

    Admin mfa(Mfa wanted) {
        mfa = wanted;
        return this;
    }

    Admin hostedUi(HostedUi wanted) {
        hostedUi = wanted;
        return this;
    }

    Admin ignoring(String... drifted) {
        drift = new DriftPolicy(false, List.of(drifted));
        return this;
    }

    /** Publishes a deletion, and what commerce-sso-service would after it. */
    Execution delete(Deletion deletion) {
        Execution execution = execution(++number);
        publish(Publisher.CONFIG, new IntegrationDeleted(number, execution, spec(), deletion));
        publish(Publisher.COMMERCE_SSO, new RealmsUnwired(number, execution, spec(), deletion));
        return execution;
    }

    /** Publishes the next execution. */
    Execution configure() {
        Execution execution = execution(++number);
        publish(Publisher.CONFIG, new IntegrationConfigured(number, execution, spec()));
        return execution;
    }

    Execution execution(long wanted) {
        return new Execution(UUID.randomUUID(), wanted, Trigger.CONFIGURED, "ada", null, null, Instant.now());
    }

    IntegrationSpec spec() {
        SealedSecret secret =
                Keyrings.sealedToProvisioner(STORE, integration, SecretContext.AWS_SECRET_ACCESS_KEY, secretAccessKey);
        return new IntegrationSpec(
                "1",
                new CommerceAccess("client", new SealedSecret("bm90IG91cnM="), "https://commerce.example.com/token"),
                new AwsAccess(accessKeyId, secret, region),
                new UserPoolSpec(poolName, domainPrefix, "Cognito", existingPoolId, replaceDomain, mfa, hostedUi),
                new BuyerOrganization(true, storefronts),
                new MerchantOrganization(true, "acme", false),
                templates,
                drift,
                null);
    }

    /** Publishes what commerce-sso-service would after PoolReady. */
    void wire(Execution execution) {
        publish(
                Publisher.COMMERCE_SSO,
                new RealmsWired(number, execution, List.of(realm(Realm.BUYER), realm(Realm.MERCHANT))));
    }

    static WiredRealm realm(Realm realm) {
        String id = realm.name().toLowerCase(Locale.ROOT);
        return new WiredRealm(
                realm, id, id + "-profile", "Cognito", CALLBACK + id, "https://commerce.example.com/login/" + id);
    }

    /** Configures, wires and waits for the end. */
    SignInReady deploy() {
        Execution execution = configure();
        await(execution, PoolReady.class);
        wire(execution);
        return await(execution, SignInReady.class);
    }

    void publish(Publisher publisher, HubEvent data) {
        Envelope envelope = Envelope.of(publisher, Instant.now(), STORE, integration, null, data);
        send(publisher.topic(), CloudEvents.headers(envelope), CloudEvents.value(envelope));
    }

    void send(String topic, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, integration.toString(), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            Broker.PRODUCER.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One connection for all tests; it ends with their process. */
    private static final class Broker {
        static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", HubInfra.kafka().address(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Every record of the service under test is valid by its published schema. */
    static void requireValidRecords() {
        List<TopicAudit.Entry> records = TopicAudit.read(HubInfra.kafka().address()).stream()
                .filter(entry -> entry.topic().equals(Publisher.PROVISIONER.topic()))
                .toList();
        if (records.isEmpty()) {
            throw new AssertionError("Nothing was published");
        }
        new SchemaCheck().requireValid(records);
    }

    /** Everything the service under test published for this integration, in its order. */
    Stream<HubEvent> published() {
        return TopicAudit.read(HubInfra.kafka().address()).stream()
                .filter(entry -> entry.topic().equals(Publisher.PROVISIONER.topic())
                        && integration.toString().equals(entry.key()))
                .map(entry -> CloudEvents.read(entry.headers(), entry.value())
                        .orElseThrow()
                        .data());
    }

    <E extends HubEvent> Stream<E> published(Execution execution, Class<E> type) {
        return published()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> execution.id().equals(event.executionId()));
    }

    <E extends HubEvent> E await(Execution execution, Class<E> type) {
        return Waits.await()
                .alias(type.getSimpleName())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> published(execution, type).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
