package io.integrationshub.local.launcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where everything is, as text. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    static Table of(Ports ports, Options options, URI aws, URI commerce) {
        Table table = new Table();
        for (Replica replica : Replica.of(options.replicas())) {
            String url = ports.url(replica).toString();
            table.row(replica.fullName(), url + "/q/health", url + "/q/openapi");
        }
        table.row("hub pages", ports.url(HubService.CONFIG) + "/", "");
        table.row("execution dashboard", ports.url(HubService.EXECUTION_LOG) + "/", "");
        table.row("sign-in", ports.issuer() + "/.well-known/openid-configuration", "");
        table.row("kafka", "localhost:" + ports.kafka(), "");
        table.row("postgres", "localhost:" + ports.postgres(), "");
        table.row(
                options.awsEndpoint().isPresent() ? "aws" : "cognito stand-in",
                aws.toString(),
                control(options.awsEndpoint().isEmpty(), aws));
        table.row(
                options.commerceUrl().isPresent() ? "commerce" : "commerce stand-in",
                commerce.toString(),
                control(options.commerceUrl().isEmpty(), commerce));
        return table;
    }

    @Override
    public String toString() {
        int first = width(0);
        int second = width(1);
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            text.append(String.format(Locale.ROOT, "  %-" + first + "s  %-" + second + "s  %s", row[0], row[1], row[2])
                            .stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }

    private void row(String part, String url, String more) {
        rows.add(new String[] {part, url, more});
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(1);
    }

    private static String control(boolean standIn, URI url) {
        return standIn ? url + "/_control/state" : "";
    }
}
