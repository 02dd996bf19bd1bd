package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.ManagedLogin;
import io.integrationshub.provisioner.domain.AppliedPage;
import io.integrationshub.provisioner.domain.BrandingPlan;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.SignInPagePlan;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * The look of the sign-in pages, when one is configured: classic pages or managed login. The domain must be active before, and changes
 * over to the other pages only when these have their look, as managed login without a style serves nothing.
 */
@ApplicationScoped
class SignInPageStep {
    /** The step 'Sign-in Page'. */
    void converge(Run run, Cloud cloud, UserPoolDomain domain) {
        HostedUi wanted = run.spec().userPool().hostedUi();
        if (wanted == null) {
            return;
        }
        String clientId = run.holdings().clientId();
        Map<String, Object> input = wanted.managedLogin() == null
                ? Map.of("clientId", clientId, "css", wanted.css() != null, "logo", wanted.logo() != null)
                : Map.of(
                        "clientId",
                        clientId,
                        "managedLogin",
                        true,
                        "settings",
                        wanted.managedLogin().settings() != null);
        run.trail().step("Sign-in Page", 70, input, () -> {
            int before = run.state().writes();
            if (wanted.managedLogin() == null) {
                classic(run, cloud.uiCustomizations(), wanted, domain.userPoolId());
            } else {
                managed(run, cloud.brandings(), wanted.managedLogin(), domain.userPoolId());
            }
            serve(run, cloud.domains(), wanted, domain);
            return new StepResult<>(null, run.state().writes() - before, Map.of("clientId", clientId));
        });
    }

    private static void classic(Run run, UiCustomizations pages, HostedUi wanted, String userPoolId) {
        String clientId = run.holdings().clientId();
        Document shown = pages.shown(userPoolId, clientId);
        SignInPagePlan.plan(wanted, shown, run.holdings().page(), userPoolId, clientId)
                .ifPresent(request -> {
                    run.write(held -> held.pageApplied(null), () -> {
                        pages.set(request);
                        return request;
                    });
                    Document now = pages.shown(userPoolId, clientId);
                    requireShown(run, request, now);
                    remember(run, SignInPagePlan.applied(wanted, now));
                });
    }

    private static void managed(Run run, ManagedLoginBrandings brandings, ManagedLogin wanted, String userPoolId) {
        String clientId = run.holdings().clientId();
        Optional<Document> shown = brandings.shown(userPoolId, clientId);
        BrandingPlan.plan(wanted, shown.orElse(null), run.holdings().page(), userPoolId, clientId)
                .ifPresent(request -> {
                    style(run, brandings, request, clientId);
                    brandings
                            .shown(userPoolId, clientId)
                            .ifPresent(now -> remember(run, BrandingPlan.applied(wanted, now)));
                });
    }

    /** A create without an answer is settled by looking: a client has one style at most. */
    private static void style(Run run, ManagedLoginBrandings brandings, Document request, String clientId) {
        try {
            run.write(held -> held.pageApplied(null), () -> {
                if (BrandingPlan.isUpdate(request)) {
                    brandings.update(request);
                } else {
                    brandings.create(request);
                }
                return request;
            });
        } catch (ProvisioningException e) {
            String userPoolId = request.text("UserPoolId").orElseThrow();
            if (!e.unknownOutcome() || brandings.shown(userPoolId, clientId).isEmpty()) {
                throw e;
            }
        }
    }

    private static void serve(Run run, UserPoolDomains domains, HostedUi wanted, UserPoolDomain domain) {
        if (!domain.serves(wanted)) {
            run.write(held -> held, () -> {
                domains.update(domain.prefix(), domain.userPoolId(), wanted.managedLoginVersion());
                return domain;
            });
            domains.describe(domain.prefix())
                    .filter(now -> !now.serves(wanted))
                    .ifPresent(now -> run.warn("Amazon Cognito still shows version " + now.managedLoginVersion()
                            + " of the sign-in pages for the domain " + domain.prefix()));
        }
    }

    private static void remember(Run run, AppliedPage applied) {
        run.remember(held -> held.pageApplied(applied));
    }

    /** CSS may come back in another layout, which is no reason to fail. */
    private static void requireShown(Run run, Document sent, Document shown) {
        if (sent.has("CSS")
                && !sent.text("CSS").map(String::strip).equals(shown.text("CSS").map(String::strip))) {
            run.warn("Amazon Cognito shows other CSS for the sign-in page than it was sent");
        }
        if (sent.has("ImageFile") && !shown.has("ImageUrl")) {
            run.warn("Amazon Cognito shows no logo for the sign-in page, although one was sent");
        }
    }
}
