package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** SetUICustomization and GetUICustomization: the logo and CSS of the classic hosted UI. */
final class UiCustomizations {
    private static final String ALL = "ALL";
    private static final Pattern SELECTOR = Pattern.compile("\\.([A-Za-z][\\w-]*)(?=[^{}]*\\{)");
    private static final Set<String> CLASSES = Set.of(
            "background-customizable",
            "banner-customizable",
            "errorMessage-customizable",
            "idpButton-customizable",
            "idpDescription-customizable",
            "inputField-customizable",
            "label-customizable",
            "legalText-customizable",
            "logo-customizable",
            "passwordCheck-notValid-customizable",
            "passwordCheck-valid-customizable",
            "redirect-customizable",
            "socialButton-customizable",
            "submitButton-customizable",
            "textDescription-customizable");

    private UiCustomizations() {}

    /** An omitted ImageFile or CSS goes back to the default look. */
    static ObjectNode set(Call call) {
        UserPool pool = call.pool();
        String clientId = client(call, pool);
        checkDomain(call, pool);
        checkCss(call.text("CSS"));
        ObjectNode customization = Json.object()
                .put("UserPoolId", pool.id())
                .put("ClientId", clientId)
                .put("CSSVersion", Json.time(call.now()).asText());
        customization.set(
                "CreationDate",
                pool.uiCustomizations().path(clientId).path("CreationDate").isMissingNode()
                        ? Json.time(call.now())
                        : pool.uiCustomizations().get(clientId).get("CreationDate"));
        customization.set("LastModifiedDate", Json.time(call.now()));
        if (call.has("CSS")) {
            customization.put("CSS", call.text("CSS"));
        }
        if (call.has("ImageFile")) {
            customization.put("ImageUrl", "https://d0000000.cloudfront.net/" + pool.id() + "/" + clientId + "/logo");
        }
        pool.uiCustomizations().set(clientId, customization);
        return reply(customization);
    }

    /** A customization of the client overrides the one of all clients; with neither the answer is empty. */
    static ObjectNode get(Call call) {
        UserPool pool = call.pool();
        String clientId = client(call, pool);
        ObjectNode all = pool.uiCustomizations();
        return reply(
                all.has(clientId)
                        ? (ObjectNode) all.get(clientId)
                        : all.has(ALL) ? (ObjectNode) all.get(ALL) : Json.object());
    }

    private static String client(Call call, UserPool pool) {
        if (!call.has("ClientId") || call.text("ClientId").equals(ALL)) {
            return ALL;
        }
        return Json.text(pool.client(call.text("ClientId")), "ClientId");
    }

    private static void checkDomain(Call call, UserPool pool) {
        List<Domain> domains = call.store().domainsOf(pool, call.now());
        if (domains.isEmpty()) {
            throw AwsError.invalidParameter("There has to be an existing domain associated with this user pool");
        }
        if (domains.stream().noneMatch(domain -> domain.active(call.now()))) {
            throw AwsError.invalidParameter("The domain  associated with this user pool is currently not Active.");
        }
    }

    private static void checkCss(String css) {
        SELECTOR.matcher(css)
                .results()
                .map(MatchResult::group)
                .map(selector -> selector.substring(1))
                .filter(name -> !CLASSES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw AwsError.invalidParameter("The CSS class ." + name + " is not allowed.");
                });
    }

    private static ObjectNode reply(ObjectNode customization) {
        ObjectNode reply = Json.object();
        reply.set("UICustomization", customization.deepCopy());
        return reply;
    }
}
