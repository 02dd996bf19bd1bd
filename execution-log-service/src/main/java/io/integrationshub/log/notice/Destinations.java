package io.integrationshub.log.notice;

import io.integrationshub.log.application.AlertsConfig;
import io.integrationshub.runtime.egress.AddressRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where webhooks may lead: to public https addresses, and on a developer's own machine to the origins that its configuration names.
 * A store chooses the address, so it is held for hostile.
 */
@ApplicationScoped
class Destinations {
    private static final int LONGEST = 2000;
    private static final int HTTPS = 443;

    private final Set<String> local;

    Destinations(AlertsConfig config, @ConfigProperty(name = "hub.local", defaultValue = "false") boolean hubLocal) {
        this.local = hubLocal ? Set.copyOf(config.localOrigins().orElse(List.of())) : Set.of();
    }

    /**
     * A place to send to.
     *
     * @param target path and query
     * @param plain http and any address: one of the local origins
     */
    record Destination(String host, int port, String target, boolean plain) {
        /**
         * The addresses to connect to, each of them checked; if one is not allowed there is none.
         *
         * @throws UnknownHostException when the name leads nowhere, or to where it must not
         */
        List<InetAddress> addresses() throws UnknownHostException {
            List<InetAddress> found = List.of(InetAddress.getAllByName(host));
            if (!plain && !found.stream().allMatch(AddressRange::isPublic)) {
                throw new UnknownHostException("not public");
            }
            return found;
        }
    }

    /** Empty for what is no address to send to. Asks no name server. */
    Optional<Destination> of(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (url.length() > LONGEST || host.isEmpty() || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.empty();
        }
        String target = (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        if (scheme.equals("http") && local.contains("http://" + host + ":" + uri.getPort())) {
            return Optional.of(new Destination(host, uri.getPort(), target, true));
        }
        boolean name = host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]*");
        boolean port = uri.getPort() == -1 || uri.getPort() == HTTPS;
        return scheme.equals("https") && name && port
                ? Optional.of(new Destination(host, HTTPS, target, false))
                : Optional.empty();
    }
}
