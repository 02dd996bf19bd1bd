package io.integrationshub.sso.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.CommerceStore;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.RealmSettings;
import io.integrationshub.sso.domain.WantedProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A store over Commerce's REST API. */
final class RestStore implements CommerceStore {
    private static final String REALMS = "/v2/authentication-realms/";
    private static final String MAPPINGS = "/v2/merchant-realm-mappings";
    /** The largest that Commerce allows. */
    private static final int PAGE = 100;
    /** Far more than anybody has; a list that never ends must not keep a worker for ever. */
    private static final int MOST_PAGES = 200;

    private final Session session;

    RestStore(Session session) {
        this.session = session;
    }

    @Override
    public void signIn() {
        session.signIn();
    }

    @Override
    public int calls() {
        return session.calls();
    }

    @Override
    public String buyerRealmId() {
        return setting("/v2/settings/customer-authentication", Documents::buyerRealmId);
    }

    @Override
    public MerchantMapping merchantMapping() {
        return setting(MAPPINGS, Documents::merchantMapping);
    }

    @Override
    public RealmSettings realm(String realmId) {
        return understood(session.get(REALMS + segment(realmId)), Documents::realm, false);
    }

    @Override
    public void putRedirectUris(RealmSettings realm, List<String> redirectUris) {
        session.write("PUT", REALMS + segment(realm.id()), Documents.realm(realm, redirectUris));
    }

    @Override
    public void putPrefix(String mappingId, String prefix) {
        session.write("PUT", MAPPINGS + "/" + segment(mappingId), Documents.prefix(prefix));
    }

    @Override
    public List<OidcProfile> profiles(String realmId) {
        Map<String, OidcProfile> found = new LinkedHashMap<>();
        int offset = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer =
                    session.get(profilesOf(realmId) + "?page%5Blimit%5D=" + PAGE + "&page%5Boffset%5D=" + offset);
            if (!answer.path("data").isArray()) {
                throw notUnderstood(false);
            }
            List<OidcProfile> profiles = Documents.profiles(answer);
            profiles.forEach(profile -> found.put(profile.id(), profile));
            // Not the limit: Commerce may give less than was asked for.
            offset += profiles.size();
            boolean more = Documents.hasMore(answer, offset);
            if (profiles.isEmpty() || !more) {
                return List.copyOf(found.values());
            }
        }
        throw notUnderstood(false);
    }

    @Override
    public OidcProfile profile(String realmId, String profileId) {
        return understood(session.get(profileOf(realmId, profileId)), Documents::profile, false);
    }

    @Override
    public OidcProfile createProfile(String realmId, WantedProfile profile, OpenedSecret clientSecret) {
        String secret = clientSecret.reveal();
        return understood(
                session.write("POST", profilesOf(realmId), Documents.profile(profile, secret), secret),
                Documents::profile,
                true);
    }

    @Override
    public OidcProfile updateProfile(
            String realmId, String profileId, WantedProfile profile, OpenedSecret clientSecret) {
        String secret = clientSecret.reveal();
        return understood(
                session.write("PUT", profileOf(realmId, profileId), Documents.profile(profile, secret), secret),
                Documents::profile,
                true);
    }

    @Override
    public void deleteProfile(String realmId, String profileId) {
        try {
            session.write("DELETE", profileOf(realmId, profileId), MissingNode.getInstance());
        } catch (CommerceException e) {
            if (e.status() != 404) {
                throw e;
            }
        }
    }

    private <T> T setting(String target, Function<JsonNode, Optional<T>> read) {
        try {
            return understood(session.get(target), read, false);
        } catch (CommerceException e) {
            throw e.status() == 404 ? Troubles.notAStoreKey(e) : e;
        }
    }

    private static <T> T understood(JsonNode answer, Function<JsonNode, Optional<T>> read, boolean write) {
        return read.apply(answer).orElseThrow(() -> notUnderstood(write));
    }

    private static CommerceException notUnderstood(boolean write) {
        return Troubles.notUnderstood(write, "a member is missing");
    }

    private static String profilesOf(String realmId) {
        return REALMS + segment(realmId) + "/oidc-profiles";
    }

    private static String profileOf(String realmId, String profileId) {
        return profilesOf(realmId) + "/" + segment(profileId);
    }

    /** Ids come from outside and go into a path. */
    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
