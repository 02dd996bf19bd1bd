package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /v2/settings/customer-authentication} and {@code /v2/settings/account-authentication}; sellers may only read. */
final class SettingsEndpoints {

    private final Realms realms;
    private final Links links;

    SettingsEndpoints(Realms realms, Links links) {
        this.realms = realms;
        this.links = links;
    }

    List<Route> routes() {
        return List.of(
                Route.bearer("GET", "/v2/settings/customer-authentication", this::customers),
                Route.bearer("GET", "/v2/settings/account-authentication", this::accounts));
    }

    private Reply customers(Call call) {
        var realm = realms.ofSettings(Realms.storeOf(call), RealmKind.BUYER);
        var settings = settings(realm, "customers");
        // A hyphen here and an underscore below: so it is at Commerce.
        var reference = settings.putObject("relationships")
                .putObject("authentication-realm")
                .putObject("data")
                .put("id", realm.id())
                .put("type", "authentication-realm")
                .put("duplicate_email_policy", realm.duplicateEmailPolicy());
        reference.putObject("links").put("self", links.realm(realm.id()));
        return reply(settings);
    }

    private Reply accounts(Call call) {
        var realm = realms.ofSettings(Realms.storeOf(call), RealmKind.ACCOUNT);
        var settings = settings(realm, "account-management")
                .put("enable_self_signup", false)
                .put("auto_create_account_for_account_members", false)
                .put("account_member_self_management", "disabled")
                .put("account_management_authentication_token_timeout_secs", 86_400);
        var reference = settings.putObject("relationships")
                .putObject("authentication_realm")
                .putObject("data")
                .put("id", realm.id())
                .put("type", "authentication_realm");
        reference.putObject("links").put("self", links.realm(realm.id()));
        return reply(settings);
    }

    private static ObjectNode settings(Realm realm, String clientId) {
        var settings = Json.object()
                .put("id", realm.originId())
                .put("type", realm.kind().originType());
        settings.putObject("meta").put("client_id", clientId);
        return settings;
    }

    private static Reply reply(ObjectNode settings) {
        return Reply.json(200, Json.object().set("data", settings));
    }
}
