package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.SignInPagePlan;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The look of the classic sign-in page, when one is configured. The domain must be active before. */
@ApplicationScoped
class SignInPageStep {
    /** The step 'Sign-in Page'. */
    void converge(Run run, Cloud cloud, String userPoolId) {
        HostedUi wanted = run.spec().userPool().hostedUi();
        if (wanted == null) {
            return;
        }
        String clientId = run.holdings().clientId();
        Map<String, Object> input =
                Map.of("clientId", clientId, "css", wanted.css() != null, "logo", wanted.logo() != null);
        run.trail().step("Sign-in Page", 70, input, () -> {
            UiCustomizations pages = cloud.uiCustomizations();
            Document shown = pages.shown(userPoolId, clientId);
            Optional<Document> body =
                    SignInPagePlan.plan(wanted, shown, run.holdings().page(), userPoolId, clientId);
            body.ifPresent(request -> {
                run.write(held -> held.pageApplied(null), () -> {
                    pages.set(request);
                    return request;
                });
                Document now = pages.shown(userPoolId, clientId);
                requireShown(run, request, now);
                run.remember(held -> held.pageApplied(SignInPagePlan.applied(wanted, now)));
            });
            return new StepResult<>(null, body.isPresent() ? 1 : 0, Map.of("clientId", clientId));
        });
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
