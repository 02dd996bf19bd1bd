package io.integrationshub.sso.commerce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.spi.Converter;

/** How Commerce is called. */
@ConfigMapping(prefix = "hub.commerce")
public interface CommerceConfig {

    /**
     * The only origins that are ever called: {@code https://host} or {@code https://host:port}. {@code http://localhost:port} is
     * possible for a stand-in on the same machine; every other host must have public addresses only.
     */
    @WithDefault("https://euwest.api.elasticpath.com,https://useast.api.elasticpath.com")
    List<String> allowedOrigins();

    /**
     * Where identity providers may be, for sign-in trials only: {@code https://} and a host in which {@code *} stands for one label.
     * By default Cognito's sign-in pages and its discovery documents; {@code http://localhost:port} is possible for a stand-in.
     */
    @WithDefault(
            "https://*.auth.*.amazoncognito.com,https://*.auth-fips.*.amazoncognito.com,https://cognito-idp.*.amazonaws.com")
    List<String> signInOrigins();

    /** The longest wait for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** The longest time of one call, from the first byte out to the last byte in. */
    @WithDefault("15s")
    Duration callTimeout();

    /** The longest silence within one call. */
    @WithDefault("12s")
    Duration silenceTimeout();

    /** Bytes; a longer answer is cut off and counts as none. */
    @WithDefault("1048576")
    int largestAnswer();

    /** How often a read is sent before its trouble counts. */
    @WithDefault("4")
    int readTries();

    /** The longest pause after the first failed read; doubles from one to the next. */
    @WithDefault("500ms")
    Duration readPause();

    /**
     * Requests with one application key, from all replicas together; a second's worth may go at once. Commerce allows 25 a second to a
     * development store and 100 to one in production, which its shoppers need too. At least 1.
     */
    @WithDefault("10")
    @WithConverter(AtLeastOne.class)
    int requestsPerSecond();

    /** Refuses at the start what would never send anything. */
    final class AtLeastOne implements Converter<Integer> {
        @Override
        public Integer convert(String value) {
            int number = Integer.parseInt(value.strip());
            if (number < 1) {
                throw new IllegalArgumentException("It has to be at least 1.");
            }
            return number;
        }
    }
}
