package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;

import io.integrationshub.log.application.AlertRules;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.Instances;
import io.integrationshub.log.application.ManageAlerts;
import io.integrationshub.log.application.ManageAlerts.Outcome;
import io.integrationshub.log.application.Notices;
import io.integrationshub.log.application.Notices.Notice;
import io.integrationshub.log.application.ReadInstances;
import io.integrationshub.runtime.web.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One alert rule: its form, new or as it is, and what it told lately. What was typed stays until it can be kept. */
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
public class AlertRulePages {
    private static final int UNPROCESSABLE_CONTENT = 422;
    private static final int NOTICES = 20;
    private static final int CHOICES = 200;

    private final AlertRules rules;
    private final ManageAlerts alerts;
    private final Notices notices;
    private final ReadInstances instances;
    private final Viewers viewers;

    AlertRulePages(AlertRules rules, ManageAlerts alerts, Notices notices, ReadInstances instances, Viewers viewers) {
        this.rules = rules;
        this.alerts = alerts;
        this.notices = notices;
        this.instances = instances;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rule(
                Viewers.Viewer viewer,
                AlertRule rule,
                AlertForm form,
                List<Choice> choices,
                boolean more,
                String kept,
                List<Notice> notices);
    }

    @GET
    @Path("/new")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public TemplateInstance blank(@QueryParam("integration") UUID integration) {
        return page(null, AlertForm.blank(integration));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response make(MultivaluedMap<String, String> fields) {
        AlertForm form = AlertForm.typed(fields);
        return answer(alerts.make(viewers.storeId(), form.wish(), viewers.name()), null, form);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response show(@PathParam("id") UUID id) {
        return rules.find(viewers.storeId(), id)
                .map(rule -> Response.ok(page(rule, AlertForm.of(rule))).build())
                .orElseGet(() -> AlertPages.missing(viewers));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        AlertForm form = AlertForm.typed(fields);
        Optional<AlertRule> before = rules.find(viewers.storeId(), id);
        return answer(alerts.change(viewers.storeId(), id, form.wish(), viewers.name()), before.orElse(null), form);
    }

    @POST
    @Path("/{id}/turn")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response turn(@PathParam("id") UUID id, @FormParam("on") Boolean on) {
        if (on == null) {
            throw Problems.badParameter("on", "on is true or false.");
        }
        return rules.find(viewers.storeId(), id)
                .map(rule -> answer(alerts.turn(viewers.storeId(), id, on, viewers.name()), rule, AlertForm.of(rule)))
                .orElseGet(() -> AlertPages.missing(viewers));
    }

    private Response answer(Outcome outcome, AlertRule before, AlertForm form) {
        return switch (outcome) {
            case Outcome.Kept(AlertRule rule) ->
                Response.seeOther(URI.create("/alerts#rule-" + rule.id())).build();
            case Outcome.Wrong(Map<String, String> members) ->
                Response.status(UNPROCESSABLE_CONTENT)
                        .entity(page(before, form.with(members)))
                        .build();
            case Outcome.Gone() -> AlertPages.missing(viewers);
        };
    }

    /** @param rule as it is kept, null for a new one */
    private TemplateInstance page(AlertRule rule, AlertForm form) {
        Instances.Found found =
                instances.list(viewers.storeId(), Optional.empty(), Optional.empty(), Optional.empty(), CHOICES);
        return Templates.rule(
                viewers.viewer(),
                rule,
                form,
                choices(found, form.integration()),
                found.next().isPresent(),
                rule == null ? "" : ShownAlert.kept(rule),
                rule == null ? List.of() : notices.newest(rule.id(), NOTICES));
    }

    /** With the one that is chosen, be it known or not. */
    private List<Choice> choices(Instances.Found found, UUID chosen) {
        List<Choice> choices = new ArrayList<>(Choice.of(found.newest()));
        if (chosen != null && choices.stream().noneMatch(choice -> choice.id().equals(chosen))) {
            String name = instances.names(viewers.storeId(), List.of(chosen)).getOrDefault(chosen, chosen.toString());
            choices.addFirst(new Choice(chosen, name));
        }
        return choices;
    }
}
