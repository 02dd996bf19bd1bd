package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.DeadLetterBox.Coordinates;
import io.integrationshub.log.application.DeadLetterBox.Letter;
import io.integrationshub.log.application.ReplayDeadLetters;
import io.integrationshub.runtime.web.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Records that nobody could read, and one click to put them back. */
@Path("/dead-letters")
@Produces(MediaType.TEXT_HTML)
public class DeadLetterPages {
    private final ReplayDeadLetters letters;
    private final Viewers viewers;

    DeadLetterPages(ReplayDeadLetters letters, Viewers viewers) {
        this.letters = letters;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance letters(Viewers.Viewer viewer, List<Letter> letters);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance newest() {
        return Templates.letters(viewers.viewer(), letters.of(viewers.storeId()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response replay(
            @FormParam("topic") String topic, @FormParam("partition") int partition, @FormParam("offset") long offset) {
        if (topic == null) {
            throw Problems.badParameter("topic", "Name the topic, partition and offset of the dead letter.");
        }
        letters.replay(viewers.storeId(), new Coordinates(topic, partition, offset), viewers.name());
        return Response.seeOther(URI.create("/dead-letters")).build();
    }
}
