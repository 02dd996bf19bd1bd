package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.HubService;
import io.integrationshub.acceptance.hub.Markers;
import io.integrationshub.acceptance.hub.Rest;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import io.integrationshub.acceptance.search.Everything;
import io.integrationshub.acceptance.search.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No secret of any test is to be found in what the hub has written or answered, in no encoding. */
@Order(6)
@ExtendWith(HubExtension.class)
class SecretsIT {
    private final RunningHub hub;

    SecretsIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void areFoundNowhereAfterSuccessFailureAndRefusal() {
        Tenant tenant = hub.knownTenant("secrets");
        StoreAdmin admin = hub.admin(tenant.store());
        enterWrongly(admin, tenant);
        StoreAdmin.Started started = configureWithWrongSecrets(admin, tenant);
        StoreAdmin.Started corrected = admin.reconfigure(
                started.integrationId(),
                Map.of("configuration", tenant.configuration(tenant.secretAccessKey(), tenant.clientSecret())));
        JsonNode execution = admin.awaitEnd(corrected.executionId());
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        Outside.complete(hub, tenant, started.integrationId());
        lookEverywhere(admin, corrected);

        Everything everything = Everything.of(hub);

        requireSighted(everything, started.integrationId());
        assertThat(everything.find(hub.secrets())).isEmpty();
        assertThat(hub.secrets()).as("also of the app client").hasSizeGreaterThan(5);
    }

    /** The search would find something that is there, in every kind of place and in every database. */
    private void requireSighted(Everything everything, String text) {
        List<Place> places = everything.holding(text);
        assertThat(places).extracting(Place::kind).contains(Place.Kind.values());
        for (HubService service : HubService.values()) {
            assertThat(places)
                    .anyMatch(place -> place.name().startsWith(hub.addresses().database(service) + " "));
        }
        assertThat(everything.find(List.of(text))).hasSizeGreaterThanOrEqualTo(places.size());
    }

    /** Each is refused, and the answer must not repeat it. */
    private void enterWrongly(StoreAdmin admin, Tenant tenant) {
        String draft = admin.begin();
        String aws = secret(Markers.awsSecret());
        String commerce = secret(Markers.commerceSecret());
        List<Object> bodies = List.of(
                tenant.configuration(aws + " ?", commerce),
                tenant.configuration("?" + aws, commerce + "\t" + commerce),
                tenant.configuration(List.of(aws), commerce),
                tenant.configuration(aws, Map.of(commerce, commerce)),
                Map.of("aws", Map.of("accessKeyId", aws, "secretAccessKey", aws, "region", aws)),
                Map.of("commerce", Map.of("clientId", "a b", "clientSecret", commerce, "tokenUrl", commerce)),
                Map.of("aws", Map.of("secretKey", aws), "commerce", commerce),
                "{\"aws\": {\"secretAccessKey\": \"" + aws,
                "{\"aws\": {\"secretAccessKey\": " + aws + "}}",
                aws);
        for (Object body : bodies) {
            Rest.Answer answer = admin.put(draft, "configuration", body);
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
        }
        admin.config().get("/api/drafts/" + draft).success();
    }

    private StoreAdmin.Started configureWithWrongSecrets(StoreAdmin admin, Tenant tenant) {
        Map<String, Object> pages = tenant.pages();
        pages.put("configuration", tenant.configuration(secret(Markers.awsSecret()), secret(Markers.commerceSecret())));
        StoreAdmin.Started wrong = admin.configure(pages);
        assertThat(admin.awaitEnd(wrong.executionId()).path("status").asText()).isEqualTo("FAILED");
        StoreAdmin.Started halfRight = admin.reconfigure(
                wrong.integrationId(), Map.of("configuration", tenant.configuration(tenant.secretAccessKey(), "")));
        assertThat(admin.awaitEnd(halfRight.executionId()).at("/error/step").asText())
                .isEqualTo("Check Commerce Connection");
        return wrong;
    }

    /** Asks for everything that the hub shows of an integration. */
    private static void lookEverywhere(StoreAdmin admin, StoreAdmin.Started started) {
        String integration = "/api/integrations/" + started.integrationId();
        List.of("/api/integrations", integration, integration + "/revisions", "/q/metrics")
                .forEach(path -> admin.config().get(path));
        admin.config().send("POST", integration + "/reconfigure", Map.of()).success();
        String execution = "/api/executions/" + started.executionId();
        List.of(
                        "/api/executions",
                        execution,
                        execution + "/steps",
                        execution + "/logs",
                        "/executions/" + started.executionId())
                .forEach(path -> admin.log().get(path));
    }

    private String secret(String secret) {
        hub.keepSecret(secret);
        return secret;
    }
}
