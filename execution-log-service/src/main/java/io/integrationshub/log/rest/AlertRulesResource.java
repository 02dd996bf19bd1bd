package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;

import io.integrationshub.log.application.AlertRules;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.AlertTrigger;
import io.integrationshub.log.application.ManageAlerts;
import io.integrationshub.log.application.ManageAlerts.Outcome;
import io.integrationshub.log.application.ManageAlerts.Wish;
import io.integrationshub.log.application.Notices;
import io.integrationshub.log.application.Notices.Notice;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is told of what. For admins only: the address of a webhook is often a secret itself. */
@Path("/api/alert-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class AlertRulesResource {
    private static final int NEWEST = 100;
    private static final int QUIET = 60;

    private final AlertRules rules;
    private final ManageAlerts alerts;
    private final Notices notices;
    private final Caller caller;

    AlertRulesResource(AlertRules rules, ManageAlerts alerts, Notices notices, Caller caller) {
        this.rules = rules;
        this.alerts = alerts;
        this.notices = notices;
        this.caller = caller;
    }

    /**
     * @param threshold milliseconds with EXECUTION_DURATION, a severity with LOG_LEVEL, else left out
     * @param integrationId only of this integration; left out, of all
     * @param target an https URL, or an e-mail address
     * @param quietMinutes after a notice so long none of the same; 60 unless told
     * @param enabled true unless told
     */
    public record RuleInput(
            @Schema(required = true, maxLength = AlertRules.LONGEST_NAME)
            String name,

            @Schema(required = true) AlertTrigger trigger,
            String threshold,
            UUID integrationId,
            @Schema(required = true) Channel channel,

            @Schema(required = true, maxLength = AlertRules.LONGEST_TARGET)
            String target,

            @Schema(minimum = "0", maximum = "" + AlertRules.LONGEST_QUIET)
            Integer quietMinutes,

            Boolean enabled) {
        private Wish wish() {
            return new Wish(
                    name,
                    trigger,
                    threshold,
                    integrationId,
                    channel,
                    target,
                    quietMinutes == null ? QUIET : quietMinutes,
                    enabled == null || enabled);
        }
    }

    /** At most 200. */
    public record RuleList(List<AlertRule> items) {}

    /** The newest hundred. */
    public record NoticeList(List<Notice> items) {}

    /** Under way, see the notices of the rule. */
    public record Tried(UUID noticeId) {}

    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "Alert rules of the store")
    public RuleList list() {
        return new RuleList(rules.list(caller.storeId()));
    }

    @POST
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Make an alert rule",
            description =
                    "One notice tells of everything alike. Webhooks are signed as Standard Webhooks says: headers"
                            + " webhook-id, webhook-timestamp and webhook-signature; the operator of the hub hands out the key.")
    @APIResponse(responseCode = "201", description = "It is kept.")
    @APIResponse(responseCode = "422", description = "INVALID: values that are wrong, each with its pointer.")
    public Response make(@Nullable RuleInput input) {
        return Response.status(Response.Status.CREATED)
                .entity(kept(
                        alerts.make(caller.storeId(), Problems.required(input).wish(), caller.name())))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "One alert rule")
    public AlertRule rule(@PathParam("id") UUID id) {
        return rules.find(caller.storeId(), id).orElseThrow(AlertRulesResource::missing);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Change an alert rule")
    @APIResponse(responseCode = "200", description = "It is kept.")
    @APIResponse(responseCode = "422", description = "INVALID: values that are wrong, each with its pointer.")
    public AlertRule change(@PathParam("id") UUID id, @Nullable RuleInput input) {
        return kept(alerts.change(caller.storeId(), id, Problems.required(input).wish(), caller.name()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Remove an alert rule and its notices")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response remove(@PathParam("id") UUID id) {
        if (!alerts.remove(caller.storeId(), id, caller.name())) {
            throw missing();
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Send a notice as this rule would")
    @APIResponse(responseCode = "202", description = "It is under way.")
    public Response test(@PathParam("id") UUID id) {
        return alerts.tryOut(caller.storeId(), id, caller.name())
                .map(notice -> Response.accepted(new Tried(notice)).build())
                .orElseThrow(AlertRulesResource::missing);
    }

    @GET
    @Path("/{id}/notices")
    @RolesAllowed(ADMIN)
    @Operation(summary = "What this rule told lately, and whether it was delivered")
    public NoticeList notices(@PathParam("id") UUID id) {
        return new NoticeList(notices.newest(rule(id).id(), NEWEST));
    }

    private static AlertRule kept(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept kept -> kept.rule();
            case Outcome.Wrong wrong -> throw invalid(wrong.members());
            case Outcome.Gone gone -> throw missing();
        };
    }

    private static HttpProblem invalid(Map<String, String> members) {
        return Problems.invalid(members.entrySet().stream()
                .map(wrong -> new Problems.FieldError("/" + wrong.getKey(), "INVALID", wrong.getValue()))
                .toList());
    }

    private static HttpProblem missing() {
        return Problems.notFound("Alert rule");
    }
}
