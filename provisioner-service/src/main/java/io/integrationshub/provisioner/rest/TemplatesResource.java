package io.integrationshub.provisioner.rest;

import io.integrationshub.contracts.Templates;
import io.integrationshub.provisioner.application.TemplateCheck;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import io.integrationshub.runtime.web.Violations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The request templates for a person who edits them. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Templates")
public class TemplatesResource {
    private static final List<String> EXAMPLE = List.of("https://shop.example.com/callback");

    private final TemplateCheck templates;

    TemplatesResource(TemplateCheck templates) {
        this.templates = templates;
    }

    /**
     * What to check.
     *
     * @param templates null for the defaults
     * @param callbackUrls null for an example
     */
    public record Input(
            String definitionVersion,
            String poolName,
            @Nullable Templates templates,
            @Nullable List<String> callbackUrls) {}

    @GET
    @Path("/templates")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "The default templates of every definition version, and what they must not change")
    public List<TemplateCheck.Definition> definitions() {
        return templates.definitions();
    }

    @POST
    @Path("/template-checks")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Render templates as an execution would, and say what is wrong with them",
            description = "Answers 200 whatever the templates are. repaired is offered for the Update User Pool Client"
                    + " template as the product documentation shows it, which is no JSON.")
    public List<TemplateCheck.Checked> check(@Nullable Input input) {
        Problems.required(input);
        new Violations()
                .missing("/definitionVersion", input.definitionVersion())
                .missing("/poolName", input.poolName())
                .refuse();
        return templates.check(
                input.definitionVersion(),
                input.templates() == null ? Templates.DEFAULTS : input.templates(),
                input.poolName(),
                input.callbackUrls() == null ? EXAMPLE : input.callbackUrls());
    }
}
