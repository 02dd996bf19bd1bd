package io.integrationshub.sso.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.SignInWalks.Hop;
import io.integrationshub.sso.application.SignInWalks.Walk;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Follows one sign-in by hand: every redirect is looked at by the guard before anybody is called. */
final class SignInWalk {
    private static final int MOST_HOPS = 8;
    private static final Map<String, String> HEADERS = Map.of("Accept", "text/html, application/json");

    private final EgressGuard guard;
    private final Traffic traffic;
    private final List<Hop> hops = new ArrayList<>();

    SignInWalk(EgressGuard guard, Traffic traffic) {
        this.guard = guard;
        this.traffic = traffic;
    }

    Walk from(URI start) {
        try {
            follow(start);
            return new Walk(hops, null);
        } catch (CommerceException e) {
            return new Walk(hops, e.failure());
        }
    }

    private void follow(URI start) {
        URI address = start;
        while (hops.size() < MOST_HOPS) {
            Origin origin = guard.originOnTheWay(address);
            Answer answer = get(origin, address);
            Optional<URI> next = Redirects.next(address, answer);
            if (next.isEmpty()) {
                requireLoginPage(origin, address, answer);
                return;
            }
            Redirects.requireNoError(guard.isCommerce(origin), address, next.get());
            address = next.get();
        }
        throw SignInTroubles.noLogin("more than " + MOST_HOPS + " redirects");
    }

    /** What a provider says of itself. */
    JsonNode document(URI address) {
        Answer answer = get(guard.originOnTheWay(address), address);
        if (answer.status() != 200) {
            throw SignInTroubles.noDiscovery("status " + answer.status());
        }
        return Session.lenient(answer);
    }

    private Answer get(Origin origin, URI address) {
        Call call = Call.of("GET", target(address), HEADERS, "");
        try {
            Answer answer = guard.isCommerce(origin)
                    ? traffic.send(origin, SignInTroubles.NOBODY, call)
                    : traffic.sendElsewhere(origin, call);
            hops.add(new Hop(shown(address), answer.status()));
            return answer;
        } catch (NoAnswerException e) {
            hops.add(new Hop(shown(address), 0));
            throw SignInTroubles.unreachable(origin.host(), e);
        }
    }

    private void requireLoginPage(Origin origin, URI address, Answer answer) {
        if (guard.isCommerce(origin)) {
            throw SignInTroubles.refusedByCommerce(answer.status(), Session.lenient(answer));
        }
        boolean html = answer.contentType().toLowerCase(Locale.ROOT).startsWith("text/html");
        boolean unavailable = answer.text().contains("Login pages unavailable");
        if (answer.status() != 200 || !html || unavailable) {
            throw SignInTroubles.noLogin("status " + answer.status() + " at " + shown(address));
        }
    }

    private static String target(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static String shown(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }
}
