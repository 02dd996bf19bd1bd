package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.Holdings;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds an app client that an earlier create without an answer may have made. */
final class AppClientSearch {
    private AppClientSearch() {}

    /**
     * The pool is ours, so a client of our name in it is ours too: names are all that app clients have. Without a secret it is of no
     * use to Commerce and was made by somebody else.
     */
    static Optional<AppClient> named(
            AppClients clients, String userPoolId, IntegrationSpec spec, Holdings held, Consumer<String> warn) {
        // As with pools: a create that is not settled may have used an earlier name.
        Stream<String> names = Stream.of(spec.userPool().name(), held.clientIntent())
                .filter(Objects::nonNull)
                .distinct();
        List<AppClient> usable = names.flatMap(name -> clients.named(userPoolId, name).stream())
                .flatMap(id -> clients.describe(userPoolId, id).stream())
                .filter(client -> client.secret() != null)
                .sorted(Comparator.comparing(
                        client -> client.settings().text("CreationDate").orElse("")))
                .toList();
        if (usable.size() > 1) {
            warn.accept(usable.size() + " app clients have the name of this integration; the oldest is used");
        }
        return usable.stream().findFirst();
    }
}
