package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.listing.Continued;
import io.integrationshub.log.listing.ExecutionStreams;
import io.integrationshub.log.listing.ExecutionStreams.OfList;
import io.integrationshub.log.listing.OfExecution;
import io.integrationshub.log.listing.Streams;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens in the caller's store, as it happens. */
@Path("/api/executions")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Executions")
public class StreamsResource {
    private final ExecutionStreams executions;
    private final ReadExecutions known;
    private final Streams streams;
    private final Caller caller;

    StreamsResource(ExecutionStreams executions, ReadExecutions known, Streams streams, Caller caller) {
        this.executions = executions;
        this.known = known;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Path("/stream")
    @Blocking
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "Executions as they change (server-sent events)",
            description =
                    "The filters are those of the list. Events: execution (as it stands now), left ({id}: it is not, or not"
                            + " any more, what the filters show), again (too much happened to tell it: read the list again). An"
                            + " execution may be told more than once. A stream ends after minutes; give the last id as"
                            + " Last-Event-ID, or as after, and it goes on. Open it before you read the list, and nothing is"
                            + " missed.")
    public Multi<OutboundSseEvent> list(
            @Context UriInfo uri,
            @QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        ExecutionFilter filter = Continued.filters(uri.getQueryParameters()).filter();
        return streams.open(
                person(),
                sse,
                executions
                        .list(caller.storeId(), filter, Continued.position(lastEventId, after))
                        .map(told -> event(sse, told)));
    }

    @GET
    @Path("/{id}/stream")
    @Blocking
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "One execution as it goes on (server-sent events)",
            description =
                    "Events: execution, step and log, each as the list, the steps and the logs have it; log says in behind"
                            + " which line it stands behind, as a line that arrives late belongs between others. ended comes"
                            + " last. The id of a line, given as Last-Event-ID or as after, continues behind it.")
    public Multi<OutboundSseEvent> one(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        String storeId = caller.storeId();
        if (known.find(storeId, id).isEmpty()) {
            throw Problems.notFound("Execution");
        }
        return streams.open(
                person(),
                sse,
                executions
                        .one(storeId, id, Continued.after(lastEventId, after))
                        .onItem()
                        .transformToIterable(told -> events(sse, told)));
    }

    /** As the log has it, and where it stands. */
    record Line(@JsonUnwrapped Answers.Log log, String behind) {}

    private static OutboundSseEvent event(Sse sse, OfList told) {
        OutboundSseEvent.Builder event = event(sse).id(Long.toString(told.position()));
        return switch (told) {
            case OfList.Shown shown ->
                event.name("execution")
                        .data(Answers.Execution.of(shown.execution()))
                        .build();
            case OfList.Left left ->
                event.name("left").data(Map.of("id", left.id())).build();
            case OfList.Again again -> event.name("again").data(Map.of()).build();
            case OfList.Position position -> event.comment("position").build();
        };
    }

    private static List<OutboundSseEvent> events(Sse sse, OfExecution told) {
        return switch (told) {
            case OfExecution.Changed changed ->
                Stream.concat(
                                Stream.of(event(sse)
                                        .name("execution")
                                        .data(Answers.Execution.of(changed.execution()))
                                        .build()),
                                changed.steps().stream()
                                        .map(step -> event(sse)
                                                .name("step")
                                                .data(Answers.Step.of(step))
                                                .build()))
                        .toList();
            case OfExecution.Line line ->
                List.of(event(sse)
                        .id(line.line().id())
                        .name("log")
                        .data(new Line(Answers.Log.of(line.line()), line.behind()))
                        .build());
            case OfExecution.Ended ended ->
                List.of(event(sse).name("ended").data(Map.of()).build());
            case OfExecution.Over over -> List.of();
        };
    }

    private static OutboundSseEvent.Builder event(Sse sse) {
        return sse.newEventBuilder().mediaType(MediaType.APPLICATION_JSON_TYPE);
    }

    private String person() {
        return caller.storeId() + "/" + caller.name();
    }
}
