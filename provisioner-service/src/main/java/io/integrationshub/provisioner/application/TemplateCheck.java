package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.UserPoolSpec;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.TemplateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Renders templates as an execution would, for a person who edits them. Asks nobody. */
@ApplicationScoped
public class TemplateCheck {
    private static final String REGION = "eu-west-1";

    private final RenderedRequests requests;
    private final RequestTemplates templates;

    TemplateCheck(RenderedRequests requests, RequestTemplates templates) {
        this.requests = requests;
        this.templates = templates;
    }

    /**
     * @param name as in {@link Templates}
     * @param rendered the request body; null when there is none
     * @param errors empty when it can be used
     * @param protectedMembers what the template must not change
     * @param repaired what was probably meant; null when there is nothing to repair
     */
    public record Checked(
            String name,
            String operation,
            @Nullable Map<String, Object> rendered,
            List<Problem> errors,
            List<String> protectedMembers,
            @Nullable String repaired) {}

    /** @param line from 1; null when the template is wrong as a whole */
    public record Problem(
            String code,
            String message,
            @Nullable Integer line,
            @Nullable Integer column) {
        static Problem of(ProvisioningException refusal, ProvisioningException.Flaw flaw) {
            return new Problem(
                    refusal.failure().code(),
                    flaw.message(),
                    flaw.place() == null ? null : flaw.place().line(),
                    flaw.place() == null ? null : flaw.place().column());
        }
    }

    /** The templates of a definition version. */
    public record Definition(String version, List<Default> templates) {}

    /** @param text the default */
    public record Default(String name, String operation, String text, List<String> protectedMembers) {}

    /** All versions, the oldest first. */
    public List<Definition> definitions() {
        return templates.versions().stream()
                .map(version -> new Definition(
                        version,
                        Arrays.stream(TemplateKind.values())
                                .map(kind -> new Default(
                                        kind.member(),
                                        kind.operation(),
                                        templates.defaultText(version, kind),
                                        kind.protectedMembers()))
                                .toList()))
                .toList();
    }

    /** @param callbackUrls that the Update User Pool Client template is rendered with */
    public List<Checked> check(String version, Templates texts, String poolName, List<String> callbackUrls) {
        return Arrays.stream(TemplateKind.values())
                .map(kind -> check(kind, version, texts, poolName, callbackUrls))
                .toList();
    }

    private Checked check(
            TemplateKind kind, String version, Templates texts, String poolName, List<String> callbackUrls) {
        Supplier<Document> render = () -> render(kind, spec(version, texts, poolName), callbackUrls);
        try {
            return checked(kind, Unknowns.shown(render.get()), List.of(), null);
        } catch (ProvisioningException e) {
            List<Problem> problems =
                    e.flaws().stream().map(flaw -> Problem.of(e, flaw)).toList();
            String repaired = Optional.ofNullable(kind.customText(texts))
                    .filter(text -> kind == TemplateKind.UPDATE_USER_POOL_CLIENT)
                    .flatMap(templates::repaired)
                    .filter(text -> usable(version, text, poolName, callbackUrls))
                    .orElse(null);
            return checked(kind, null, problems, repaired);
        }
    }

    private boolean usable(String version, String text, String poolName, List<String> callbackUrls) {
        try {
            Templates repaired = new Templates(null, null, null, text);
            render(TemplateKind.UPDATE_USER_POOL_CLIENT, spec(version, repaired, poolName), callbackUrls);
            return true;
        } catch (ProvisioningException e) {
            return false;
        }
    }

    private Document render(TemplateKind kind, IntegrationSpec spec, List<String> callbackUrls) {
        String pool = Unknowns.poolId(REGION);
        return switch (kind) {
            case CREATE_USER_POOL -> requests.createUserPool(spec);
            case UPDATE_USER_POOL -> requests.updateUserPool(spec, pool);
            case CREATE_USER_POOL_CLIENT -> requests.createClient(spec, pool);
            case UPDATE_USER_POOL_CLIENT -> requests.updateClient(spec, pool, Unknowns.CLIENT_ID, callbackUrls);
        };
    }

    private static Checked checked(
            TemplateKind kind,
            @Nullable Map<String, Object> rendered,
            List<Problem> errors,
            @Nullable String repaired) {
        return new Checked(kind.member(), kind.operation(), rendered, errors, kind.protectedMembers(), repaired);
    }

    /** Templates see nothing of the rest. */
    private static IntegrationSpec spec(String version, Templates texts, String poolName) {
        UserPoolSpec pool = new UserPoolSpec(poolName, "", "", null, false, null, null);
        return new IntegrationSpec(version, null, null, pool, null, null, texts, null, null);
    }
}
