package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** Callback and logout URLs: absolute, without a fragment, and https unless they stay on this machine. */
final class RedirectUris {
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private RedirectUris() {}

    static void check(ObjectNode client) {
        List<String> callbacks = Json.texts(client, "CallbackURLs");
        callbacks.forEach(RedirectUris::check);
        Json.texts(client, "LogoutURLs").forEach(RedirectUris::check);
        if (client.has("DefaultRedirectURI") && !callbacks.contains(Json.text(client, "DefaultRedirectURI"))) {
            throw AwsError.invalidParameter("DefaultRedirectURI must be in the list of CallbackURLs.");
        }
    }

    private static void check(String text) {
        URI uri = parse(text);
        if (!uri.isAbsolute()) {
            throw AwsError.invalidParameter(text + " must be an absolute URI.");
        }
        if (uri.getRawFragment() != null) {
            throw AwsError.invalidParameter(text + " must not contain a fragment.");
        }
        if (uri.getScheme().equalsIgnoreCase("https") && uri.getRawAuthority() == null) {
            throw AwsError.invalidParameter(text + " must have a host.");
        }
        if (uri.getScheme().equalsIgnoreCase("http") && !LOCAL_HOSTS.contains(String.valueOf(uri.getHost()))) {
            throw AwsError.invalidParameter(text + " cannot use the HTTP protocol.");
        }
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw AwsError.invalidParameter(text + " is not a valid URI.");
        }
    }
}
