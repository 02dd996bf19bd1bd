package io.integrationshub.sso.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Realm;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import io.integrationshub.sso.application.SignInTrialReport.Start;
import io.integrationshub.sso.application.SignInTrialReport.Trial;
import io.integrationshub.sso.application.SignInWalks.Walk;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.Wiring;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries the way to the login page in every enabled realm, and names the link with which a person can try the rest of it. */
@ApplicationScoped
public class SignInTrials {
    /** The client id of shoppers (Elastic Path: customer authentication settings). */
    private static final String SHOPPERS = "customers";

    private static final int NOT_FOUND = 404;

    private final StoreAccess access;
    private final Wirings wirings;
    private final SignInWalks walks;
    private final WiringConfig config;

    SignInTrials(StoreAccess access, Wirings wirings, SignInWalks walks, WiringConfig config) {
        this.access = access;
        this.wirings = wirings;
        this.walks = walks;
        this.config = config;
    }

    /** Whatever happens is an answer; nothing is thrown for it. */
    public SignInTrialReport tryOut(Wiring applied) {
        Question question = new Question(config.questionTimeout());
        List<Trial> trials = new ArrayList<>();
        if (applied.spec().buyer().enabled()) {
            trials.add(trial(Realm.BUYER, question, () -> buyer(applied)));
        }
        if (applied.spec().merchant().enabled()) {
            trials.add(trial(Realm.MERCHANT, question, () -> merchant(applied)));
        }
        return new SignInTrialReport(trials, question.elapsed().toMillis());
    }

    private static Trial trial(Realm realm, Question question, Supplier<Trial> trial) {
        try {
            return question.ask(trial);
        } catch (CommerceException | WiringProblem | SecretUnreadableException e) {
            return Trial.stopped(realm, null, "", Start.COMMERCE, Diagnosis.of(e));
        }
    }

    private Trial buyer(Wiring applied) {
        OidcProfile profile = profile(applied, Realm.BUYER);
        List<String> storefronts = applied.spec().buyer().callbackUrls();
        if (storefronts.isEmpty()) {
            return Trial.stopped(Realm.BUYER, null, "", Start.COMMERCE, noStorefront());
        }
        String storefront = storefronts.getFirst();
        String link = walks.throughCommerce(profile.authorizationEndpoint(), SHOPPERS, storefront);
        String hint = "Sign in as a shopper. It has worked when the browser arrives at " + storefront
                + ", which may then say that it did not ask for this sign-in.";
        return Trial.of(Realm.BUYER, link, hint, Start.COMMERCE, walks.follow(link));
    }

    /** Staff sign-ins start in Commerce Manager, whose own request is not documented; what follows after it is tried. */
    private Trial merchant(Wiring applied) {
        OidcProfile profile = profile(applied, Realm.MERCHANT);
        IntegrationSpec spec = applied.spec();
        String provider = walks.atProvider(profile.discoveryUrl(), profile.clientId(), profile.callbackEndpoint());
        Walk walk = walks.follow(provider);
        String manager = walks.commerceManager(spec.commerce().tokenUrl());
        return manager == null
                ? Trial.of(
                        Realm.MERCHANT,
                        provider,
                        "Shows the login page only: the Commerce Manager of this Token URL is not known.",
                        Start.IDENTITY_PROVIDER,
                        walk)
                : Trial.of(Realm.MERCHANT, manager, hint(spec.merchant().prefix()), Start.IDENTITY_PROVIDER, walk);
    }

    private static String hint(@Nullable String prefix) {
        return "Choose single sign-on and enter "
                + (prefix == null ? "the SSO prefix of the store." : "the SSO prefix '" + prefix + "'.");
    }

    private OidcProfile profile(Wiring applied, Realm realm) {
        RealmRecord record = wirings.realm(applied.integrationId(), realm);
        CommerceStore store = access.open(
                applied.storeId(), applied.integrationId(), applied.spec().commerce());
        try {
            OidcProfile profile = store.profile(record.realmId(), record.profileId());
            if (!profile.hasEndpoints()) {
                throw WiringProblem.withoutEndpoints(realm);
            }
            return profile;
        } catch (CommerceException e) {
            throw e.status() == NOT_FOUND ? WiringProblem.profileGone(realm) : e;
        }
    }

    private static Failure noStorefront() {
        return new Failure(
                ErrorClass.INPUT,
                "NO_STOREFRONT_URL",
                "hub",
                "No SSO Callback URL of a storefront is configured, and without one no shopper can start a sign-in. Add one in"
                        + " the Buyer Organization page.",
                "buyer-callback-url",
                null);
    }
}
