package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.SavePage;
import io.integrationshub.config.application.ServiceSilentException;
import io.integrationshub.config.domain.Checked;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.TemplateTexts;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.Templates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The step Templates: the four texts, back to their defaults, and how they render. */
@Path("/drafts/{id}")
@Produces(MediaType.TEXT_HTML)
public class TemplatesStep {
    private static final Set<String> NAMES =
            Set.of("createUserPool", "updateUserPool", "createUserPoolClient", "updateUserPoolClient");

    private final Wizards wizards;
    private final SavePage save;
    private final AwsQuestions aws;

    TemplatesStep(Wizards wizards, SavePage save, AwsQuestions aws) {
        this.wizards = wizards;
        this.save = save;
        this.aws = aws;
    }

    @POST
    @Path("templates")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response send(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return wizards.sent(id, Step.TEMPLATES, fields, sent -> {
            String edited = sent.after("edit-");
            String reset = sent.after("reset-");
            String repaired = sent.after("repair-");
            if (edited != null) {
                return wizards.again(with(sent, edited, standard(sent, edited)), "");
            }
            if (reset != null) {
                return wizards.again(with(sent, reset, ""), "");
            }
            if (repaired != null) {
                return preview(with(sent, repaired, sent.form().value("repaired-" + repaired)));
            }
            return sent.go().equals("check") ? preview(sent) : onward(sent);
        });
    }

    /** Stores the texts. With Next, those of one's own are tried before; when nobody answers, the plan will tell. */
    private Response onward(Sent sent) {
        Templates entered = own(sent);
        if (sent.go().equals("next") && !entered.equals(Templates.DEFAULTS)) {
            Draft draft = sent.draft();
            try {
                List<AwsQuestions.TemplateResult> results =
                        draft.pages().configuration() == null ? List.of() : check(draft, entered);
                if (results.stream().anyMatch(result -> !result.errors().isEmpty())) {
                    return wizards.shown(
                            wizards.kept(only(sent), "Amazon Cognito would refuse this. Look at what is marked below.")
                                    .withChecked(results));
                }
            } catch (ServiceSilentException e) {
                // The texts can be stored all the same: every plan and every execution tries them again.
            }
        }
        return wizards.saved(only(sent), save.templates(wizards.edit(sent), TemplateTexts.check(entered)));
    }

    /** Renders the templates as they are typed. */
    private Response preview(Sent sent) {
        Draft draft = sent.draft();
        Templates entered = own(sent);
        if (TemplateTexts.check(entered) instanceof Checked.Invalid<Templates>(List<Violation> violations)) {
            return wizards.again(only(sent), violations);
        }
        if (draft.pages().configuration() == null) {
            return wizards.again(only(sent), "Fill in the page Configuration first: the templates need its names.");
        }
        try {
            return wizards.shown(wizards.kept(only(sent), "").withChecked(check(draft, entered)));
        } catch (ServiceSilentException e) {
            return wizards.again(
                    only(sent),
                    "The templates could not be rendered: " + e.service() + " does not answer. Try again in a moment.");
        }
    }

    private List<AwsQuestions.TemplateResult> check(Draft draft, Templates entered) {
        return aws.check(AwsQuestions.TemplateQuestion.of(draft, entered)).templates();
    }

    /** The texts that are not the defaults: those follow the definition's version. */
    private Templates own(Sent sent) {
        Map<String, List<String>> texts = new LinkedHashMap<>(only(sent).fields());
        for (AwsQuestions.TemplateText each : defaults(sent)) {
            String typed = sent.form().value(each.name()).replace("\r\n", "\n");
            if (typed.strip().equals(each.text().strip())) {
                texts.remove(each.name());
            }
        }
        return Fields.templates(texts);
    }

    private String standard(Sent sent, String name) {
        return defaults(sent).stream()
                .filter(each -> each.name().equals(name))
                .map(AwsQuestions.TemplateText::text)
                .findFirst()
                .orElse("");
    }

    private List<AwsQuestions.TemplateText> defaults(Sent sent) {
        return wizards.defaults(sent.draft().pages().definition());
    }

    private static Sent with(Sent sent, String name, String text) {
        Map<String, List<String>> texts = new LinkedHashMap<>(only(sent).fields());
        texts.put(name, text.isEmpty() ? List.of() : List.of(text));
        return sent.with(Form.of(texts));
    }

    /** Without what only this page needs. */
    private static Sent only(Sent sent) {
        Map<String, List<String>> texts = new LinkedHashMap<>(sent.fields());
        texts.keySet().retainAll(NAMES);
        return sent.with(Form.of(texts));
    }
}
