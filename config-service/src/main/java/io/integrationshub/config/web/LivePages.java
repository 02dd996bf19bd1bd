package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.WatchIntegrations;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Tells a page that waits when to look again: {@code changed} at each change, and {@code ended} once nothing is at work any more.
 * A page that cannot have a stream looks every few seconds instead.
 */
@Path("/integrations/{id}/live")
public class LivePages {
    private final Integrations integrations;
    private final WatchIntegrations watch;
    private final Viewer.Source viewers;

    LivePages(Integrations integrations, WatchIntegrations watch, Viewer.Source viewers) {
        this.integrations = integrations;
        this.watch = watch;
        this.viewers = viewers;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> live(@PathParam("id") UUID id, @Context Sse sse) {
        String store = viewers.get().storeId();
        if (integrations.find(store, id).isEmpty()) {
            throw new NotFoundException();
        }
        return watch.open(id)
                .orElseThrow(ServiceUnavailableException::new)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToMultiAndConcatenate(signal -> switch (signal) {
                    case ALIVE ->
                        Multi.createFrom()
                                .item(sse.newEventBuilder().comment("alive").build());
                    case CHANGED ->
                        atWork(store, id)
                                ? Multi.createFrom().item(sse.newEvent("changed", "now"))
                                : Multi.createFrom()
                                        .items(sse.newEvent("changed", "now"), sse.newEvent("ended", "now"));
                });
    }

    private boolean atWork(String store, UUID id) {
        return integrations
                .find(store, id)
                .filter(found -> found.observed().running())
                .isPresent();
    }
}
