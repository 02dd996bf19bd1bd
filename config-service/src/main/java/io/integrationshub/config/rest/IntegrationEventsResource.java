package io.integrationshub.config.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.integrationshub.config.application.DescribeIntegration;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.WatchIntegrations;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of one integration, sent again whenever it changes. */
@Path("/api/integrations/{id}/events")
@Tag(name = "Integrations")
public class IntegrationEventsResource {
    private static final int RECONNECT_MILLIS = 2000;
    private static final int SECONDS = 10;

    private final Integrations integrations;
    private final DescribeIntegration describe;
    private final WatchIntegrations watch;
    private final ObjectMapper json;
    private final Caller caller;

    IntegrationEventsResource(
            Integrations integrations,
            DescribeIntegration describe,
            WatchIntegrations watch,
            ObjectMapper json,
            Caller caller) {
        this.integrations = integrations;
        this.describe = describe;
        this.watch = watch;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary = "The state of an integration as a stream of server-sent events, for a page that waits",
            description =
                    "Each event 'integration' holds all of GET /api/integrations/{id}; the first comes at once, its id is"
                            + " stateVersion. Comments keep the stream alive. It ends after a while: open the next one.")
    @APIResponse(responseCode = "200", description = "Events until the stream ends")
    @APIResponse(responseCode = "503", description = "TOO_MANY_STREAMS: poll instead, or try again in a while")
    public Multi<OutboundSseEvent> events(@PathParam("id") UUID id, @Context Sse sse) {
        String store = caller.storeId();
        if (integrations.find(store, id).isEmpty()) {
            throw Problems.notFound("Integration");
        }
        return watch.open(id)
                .orElseThrow(IntegrationEventsResource::full)
                .onItem()
                .transformToUniAndConcatenate(signal -> Uni.createFrom()
                        .item(() -> event(store, id, signal, sse))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private OutboundSseEvent event(String store, UUID id, WatchIntegrations.Signal signal, Sse sse) {
        return switch (signal) {
            case ALIVE -> sse.newEventBuilder().comment("alive").build();
            case CHANGED -> {
                Integrations.Overview found = integrations.find(store, id).orElseThrow();
                yield sse.newEventBuilder()
                        .name("integration")
                        .id(found.stateVersion())
                        .reconnectDelay(RECONNECT_MILLIS)
                        .data(String.class, written(IntegrationView.from(found, describe.conditions(found))))
                        .build();
            }
        };
    }

    private String written(IntegrationView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An integration cannot be written", e);
        }
    }

    private static HttpProblem full() {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("Too many streams")
                .withDetail("So many pages wait already that this one cannot. Ask again from time to time instead.")
                .withHeader(HttpHeaders.RETRY_AFTER, SECONDS)
                .with("code", "TOO_MANY_STREAMS")
                .build();
    }
}
