package io.integrationshub.local.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.commerce.Seeds;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a store admin types into the wizard's pages. Without stand-ins the credentials come from the environment:
 * HUB_DEMO_AWS_ACCESS_KEY_ID, HUB_DEMO_AWS_SECRET_ACCESS_KEY, HUB_DEMO_AWS_REGION, HUB_DEMO_DOMAIN_PREFIX,
 * HUB_DEMO_COMMERCE_CLIENT_ID, HUB_DEMO_COMMERCE_CLIENT_SECRET.
 */
record DemoPages(UnaryOperator<String> environment, URI commerce) {
    static final String POOL_NAME = "EPCC";
    static final String MERCHANT_PREFIX = "demostore";

    /** Page name to its body, in the order of the wizard. */
    Map<String, ObjectNode> all() {
        Map<String, ObjectNode> pages = new LinkedHashMap<>();
        pages.put("configuration", configuration());
        pages.put("buyer-organization", buyerOrganization());
        pages.put("merchant-organization", merchantOrganization());
        pages.put("templates", Rest.JSON.createObjectNode());
        return pages;
    }

    String tokenUrl() {
        return commerce.resolve("/oauth/access_token").toString();
    }

    ObjectNode configuration() {
        ObjectNode page = Rest.JSON.createObjectNode();
        page.putObject("commerce")
                .put("clientId", value("HUB_DEMO_COMMERCE_CLIENT_ID", Seeds.CLIENT_ID))
                .put("clientSecret", value("HUB_DEMO_COMMERCE_CLIENT_SECRET", Seeds.CLIENT_SECRET))
                .put("tokenUrl", tokenUrl());
        page.putObject("aws")
                .put("accessKeyId", value("HUB_DEMO_AWS_ACCESS_KEY_ID", CognitoStandIn.ACCESS_KEY_ID))
                .put("secretAccessKey", value("HUB_DEMO_AWS_SECRET_ACCESS_KEY", CognitoStandIn.SECRET_ACCESS_KEY))
                .put("region", value("HUB_DEMO_AWS_REGION", "eu-west-1"));
        page.putObject("userPool")
                .put("name", POOL_NAME)
                .put("domainPrefix", value("HUB_DEMO_DOMAIN_PREFIX", "integrations-hub-demo"))
                .put("oidcProfileName", "Cognito");
        return page;
    }

    private static ObjectNode buyerOrganization() {
        ObjectNode page = Rest.JSON.createObjectNode().put("enabled", true);
        page.putArray("callbackUrls").add("https://shop.example.com/callback").add("http://localhost:3000/callback");
        return page;
    }

    private static ObjectNode merchantOrganization() {
        return Rest.JSON.createObjectNode().put("enabled", true).put("prefix", MERCHANT_PREFIX);
    }

    private String value(String variable, String standInsValue) {
        String set = environment.apply(variable);
        return set == null || set.isBlank() ? standInsValue : set;
    }
}
