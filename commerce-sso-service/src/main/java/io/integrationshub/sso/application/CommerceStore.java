package io.integrationshub.sso.application;

import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.RealmSettings;
import io.integrationshub.sso.domain.WantedProfile;
import java.util.List;

/**
 * One Commerce store, as far as single sign-on goes (Elastic Path OpenAPI: authentication, single-sign-on,
 * merchant-realm-mappings). Every method throws {@link CommerceException} for everything that goes wrong. Reads are repeated a few
 * times by themselves, writes never.
 */
public interface CommerceStore {

    /** Obtains an access token, or finds the one at hand still good ({@code POST /oauth/access_token}). */
    void signIn();

    /** Requests sent so far through this object, those for a token and repeated ones too. */
    int calls();

    /** Id of the realm that shoppers sign in to ({@code GET /v2/settings/customer-authentication}). */
    String buyerRealmId();

    /** Prefix and realm of the staff ({@code GET /v2/merchant-realm-mappings}). */
    MerchantMapping merchantMapping();

    /** {@code GET /v2/authentication-realms/{realmId}}. */
    RealmSettings realm(String realmId);

    /** Replaces the whole list of redirect URIs, keeps the name ({@code PUT}; safe to repeat). */
    void putRedirectUris(RealmSettings realm, List<String> redirectUris);

    /** Sets the prefix ({@code PUT /v2/merchant-realm-mappings/{id}}; safe to repeat). Status 409: another store has it. */
    void putPrefix(String mappingId, String prefix);

    /** All profiles of a realm, however many pages that takes; they may lack their endpoints. */
    List<OidcProfile> profiles(String realmId);

    /** One profile with its endpoints. */
    OidcProfile profile(String realmId, String profileId);

    /** Creates a profile. Not safe to repeat; Commerce reads the discovery document while it does. */
    OidcProfile createProfile(String realmId, WantedProfile profile, OpenedSecret clientSecret);

    /** Writes all members of a profile; safe to repeat. */
    OidcProfile updateProfile(String realmId, String profileId, WantedProfile profile, OpenedSecret clientSecret);

    /** Deletes a profile; one that is gone already is fine. */
    void deleteProfile(String realmId, String profileId);
}
