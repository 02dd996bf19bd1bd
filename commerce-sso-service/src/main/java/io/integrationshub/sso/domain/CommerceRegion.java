package io.integrationshub.sso.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The public regions of Elastic Path Commerce (Elastic Path: "Elastic Path domains"). */
public enum CommerceRegion {
    EU_WEST("EU West (Ireland)", "euwest.api.elasticpath.com", Set.of("eu")),
    US_EAST("US East (Ohio)", "useast.api.elasticpath.com", Set.of("us", "ca", "mx"));

    private final String title;
    private final String host;
    private final Set<String> near;

    CommerceRegion(String title, String host, Set<String> near) {
        this.title = title;
        this.host = host;
        this.near = near;
    }

    /** As Elastic Path calls it. */
    public String title() {
        return title;
    }

    /** True for an AWS region on another continent, which every sign-in would have to reach. */
    public boolean isFarFrom(String awsRegion) {
        return !near.contains(awsRegion.split("-", 2)[0]);
    }

    /** The region of an API host; empty for a host that is dedicated to somebody. */
    public static Optional<CommerceRegion> ofHost(String host) {
        return Arrays.stream(values())
                .filter(region -> region.host.equals(host))
                .findFirst();
    }
}
