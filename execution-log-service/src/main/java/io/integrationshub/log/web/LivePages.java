package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.LogLine;
import io.integrationshub.log.listing.Continued;
import io.integrationshub.log.listing.ExecutionStreams;
import io.integrationshub.log.listing.ExecutionStreams.OfList;
import io.integrationshub.log.listing.OfExecution;
import io.integrationshub.log.listing.Streams;
import io.integrationshub.runtime.web.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The streams that keep the pages fresh: pieces of HTML, put in place by the script. */
@Path("/")
@Produces(MediaType.SERVER_SENT_EVENTS)
public class LivePages {
    private final ExecutionStreams executions;
    private final ReadExecutions known;
    private final Streams streams;
    private final Viewers viewers;

    LivePages(ExecutionStreams executions, ReadExecutions known, Streams streams, Viewers viewers) {
        this.executions = executions;
        this.known = known;
        this.streams = streams;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance row(ExecutionSummary e);

        static native TemplateInstance line(LogLine line, String behind);
    }

    @GET
    @Path("executions/live")
    @Blocking
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> list(
            @Context UriInfo uri,
            @QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        ExecutionFilter filter =
                Continued.filters(Columns.without(uri.getQueryParameters())).filter();
        return streams.open(
                viewers.storeId() + "/" + viewers.name(),
                sse,
                executions
                        .list(viewers.storeId(), filter, Continued.position(lastEventId, after))
                        .map(told -> event(sse, told)));
    }

    @GET
    @Path("executions/{id}/live")
    @Blocking
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> one(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        String storeId = viewers.storeId();
        if (known.find(storeId, id).isEmpty()) {
            throw Problems.notFound("Execution");
        }
        return streams.open(
                storeId + "/" + viewers.name(),
                sse,
                executions
                        .one(storeId, id, Continued.after(lastEventId, after))
                        .onItem()
                        .transformToIterable(told -> events(sse, told)));
    }

    private static OutboundSseEvent event(Sse sse, OfList told) {
        OutboundSseEvent.Builder event = event(sse).id(Long.toString(told.position()));
        return switch (told) {
            case OfList.Shown shown ->
                event.name("execution")
                        .data(Templates.row(shown.execution()).render())
                        .build();
            case OfList.Left left ->
                event.name("left").data(left.id().toString()).build();
            case OfList.Again again -> event.name("again").data("again").build();
            case OfList.Position position -> event.comment("position").build();
        };
    }

    private static List<OutboundSseEvent> events(Sse sse, OfExecution told) {
        return switch (told) {
            case OfExecution.Changed changed ->
                List.of(event(sse)
                        .name("changed")
                        .data(changed.execution().status().name())
                        .build());
            case OfExecution.Line line ->
                List.of(event(sse)
                        .id(line.line().id())
                        .name("log")
                        .data(Templates.line(line.line(), line.behind()).render())
                        .build());
            case OfExecution.Ended ended ->
                List.of(event(sse).name("ended").data("ended").build());
            case OfExecution.Over over -> List.of();
        };
    }

    private static OutboundSseEvent.Builder event(Sse sse) {
        return sse.newEventBuilder().mediaType(MediaType.TEXT_PLAIN_TYPE);
    }
}
