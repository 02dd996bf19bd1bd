package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.Edit;
import io.integrationshub.config.application.FinishDraft;
import io.integrationshub.config.application.PlanDraft;
import io.integrationshub.config.application.ServiceSilentException;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Lifecycle;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The steps Plan and Finish. */
@Path("/drafts/{id}")
@Produces(MediaType.TEXT_HTML)
public class PlanStep {
    private static final String PLAN_CHANGED =
            "Nothing was started: what would be done is no longer what the plan showed."
                    + " Look at what changed, then finish.";

    private final Wizards wizards;
    private final PlanDraft plans;
    private final FinishDraft finish;
    private final Viewer.Source viewers;

    PlanStep(Wizards wizards, PlanDraft plans, FinishDraft finish, Viewer.Source viewers) {
        this.wizards = wizards;
        this.plans = plans;
        this.finish = finish;
        this.viewers = viewers;
    }

    @GET
    @Path("plan")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response show(@PathParam("id") UUID id) {
        return wizards.with(id, draft -> shown(draft, ""));
    }

    @POST
    @Path("plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response back(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return wizards.sent(id, Step.PLAN, fields, sent -> wizards.to(sent.draft(), sent.target()));
    }

    /** What would be done; asked for by the step Plan, as it takes a moment. */
    @GET
    @Path("preview")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response preview(@PathParam("id") UUID id) {
        return wizards.with(id, draft -> {
            try {
                return switch (plans.plan(draft.storeId(), id)) {
                    case PlanDraft.Outcome.Planned(PlanDraft.Whole plan, long version) ->
                        preview(draft, ShownPlan.of(plan, Map.of(), ""));
                    case PlanDraft.Outcome.Incomplete incomplete -> wizards.to(draft, Step.PLAN);
                    case PlanDraft.Outcome.Gone() -> wizards.gone();
                };
            } catch (ServiceSilentException e) {
                return preview(draft, ShownPlan.none(silent(e)));
            }
        });
    }

    /**
     * Finishes what was looked at.
     *
     * @param version of the draft
     * @param planVersion of the plan that was shown; empty when there was none
     * @param seen what it said, resource by resource
     */
    @POST
    @Path("finish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response finish(
            @PathParam("id") UUID id,
            @FormParam(Sent.VERSION) String version,
            @FormParam("reason") @Nullable String reason,
            @FormParam("planVersion") @Nullable String planVersion,
            @FormParam("seen") @Nullable List<String> seen) {
        return wizards.with(id, draft -> {
            if (!wizards.unsaved(draft).isEmpty()) {
                return shown(draft, "Something that was typed is not stored yet.");
            }
            Edit edit = wizards.edit(draft, Sent.number(version, draft.version()));
            String why = reason == null || reason.isBlank() ? null : reason.strip();
            return planVersion == null || planVersion.isBlank()
                    ? finish(draft, edit, why)
                    : finish(draft, edit, why, planVersion, Seal.all(seen));
        });
    }

    /** Only if the plan is still the one that was looked at. */
    private Response finish(
            Draft draft, Edit edit, @Nullable String why, String planVersion, Map<String, String> seen) {
        try {
            return switch (plans.plan(draft.storeId(), draft.id())) {
                case PlanDraft.Outcome.Planned(PlanDraft.Whole plan, long version)
                when !planVersion.equals(plan.planVersion()) && edit.expects().allows(version) ->
                    shown(draft, ShownPlan.of(plan, seen, PLAN_CHANGED), why);
                case PlanDraft.Outcome.Planned planned -> finish(draft, edit, why);
                case PlanDraft.Outcome.Incomplete incomplete -> finish(draft, edit, why);
                case PlanDraft.Outcome.Gone() -> wizards.gone();
            };
        } catch (ServiceSilentException e) {
            return shown(draft, ShownPlan.none(silent(e)), why);
        }
    }

    private Response finish(Draft draft, Edit edit, @Nullable String why) {
        return switch (finish.finish(edit, why)) {
            case FinishDraft.Outcome.Started started ->
                Response.seeOther(URI.create("/integrations/" + started.integrationId() + "/executions/"
                                + started.execution().id()))
                        .build();
            case FinishDraft.Outcome.Incomplete incomplete -> shown(draft, "Some pages still need something from you.");
            case FinishDraft.Outcome.Overtaken() ->
                shown(
                        draft,
                        "Someone reconfigured the integration since this draft was begun. Choose Cancel, then Reconfigure,"
                                + " to start from what is configured now.");
            case FinishDraft.Outcome.Refused(Lifecycle.Decision.Refused refused) -> shown(draft, refused.sentence());
            case FinishDraft.Outcome.Changed() -> {
                Draft now = wizards.now(draft);
                yield shown(
                        now,
                        now.updatedBy()
                                + " changed this draft in another window. Look at the plan again, then finish.");
            }
            case FinishDraft.Outcome.Gone() -> wizards.gone();
        };
    }

    private static String silent(ServiceSilentException e) {
        return "There is no plan, as " + e.service()
                + " does not answer. Reload the page in a moment, or finish all the"
                + " same: the execution works it out again.";
    }

    private Response shown(Draft draft, String notice) {
        return wizards.shown(wizard(draft, Form.of(Map.of()), notice));
    }

    private Response shown(Draft draft, ShownPlan plan, @Nullable String why) {
        Form form = Form.of(why == null ? Map.of() : Map.of("reason", List.of(why)));
        return wizards.shown(wizard(draft, form, "").with(plan));
    }

    private Response preview(Draft draft, ShownPlan plan) {
        Wizard wizard = wizard(draft, Form.of(Map.of()), "").with(plan);
        return Response.ok(WizardTemplates.preview(viewers.get(), wizard)).build();
    }

    private Wizard wizard(Draft draft, Form form, String notice) {
        return new Wizard(draft, Step.PLAN, form, notice).withUnsaved(wizards.unsaved(draft));
    }
}
