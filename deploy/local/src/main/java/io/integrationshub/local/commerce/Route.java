package io.integrationshub.local.commerce;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One operation.
 *
 * @param open true when no bearer token is asked for
 */
record Route(String method, PathTemplate path, boolean open, Function<Call, Reply> handler) {

    static Route open(String method, String path, Function<Call, Reply> handler) {
        return new Route(method, new PathTemplate(path), true, handler);
    }

    static Route bearer(String method, String path, Function<Call, Reply> handler) {
        return new Route(method, new PathTemplate(path), false, handler);
    }

    Optional<Map<String, String>> match(Call call) {
        return method.equals(call.method()) ? path.match(call.path()) : Optional.empty();
    }
}
