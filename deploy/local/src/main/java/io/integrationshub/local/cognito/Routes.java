package io.integrationshub.local.cognito;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends each request of the stand-in to the part that answers it. */
final class Routes implements HttpHandler {
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "/(?<pool>[\\w-]+_[0-9a-zA-Z]+)/\\.well-known/(?<document>openid-configuration|jwks\\.json)");
    private static final Pattern HOSTED = Pattern.compile("/_domain/(?<prefix>[a-z0-9.-]+)/(?<page>[\\w/]+)");
    /** A page from elsewhere that names this address by another host gets nothing: no DNS rebinding. */
    private static final Pattern LOCAL_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?");

    private final AwsEndpoint aws;
    private final ControlPages control;
    private final Discovery discovery;
    private final HostedPages hosted;
    private final Clock clock;

    Routes(AwsEndpoint aws, ControlPages control, Discovery discovery, HostedPages hosted, Clock clock) {
        this.aws = aws;
        this.control = control;
        this.discovery = discovery;
        this.hosted = hosted;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            String path = exchange.getRequestURI().getPath();
            if (!isLocal(exchange)) {
                HttpReply.html(421, "Misdirected", "<h1>Misdirected request</h1>")
                        .send(exchange);
            } else if (path.equals("/") && exchange.getRequestMethod().equals("POST")) {
                aws.handle(exchange);
            } else if (path.startsWith("/_control/")) {
                control.page(exchange).send(exchange);
            } else {
                publicPage(exchange, path).send(exchange);
            }
        } catch (RuntimeException e) {
            HttpReply.json(500, Json.object().put("error", String.valueOf(e.getMessage())))
                    .send(exchange);
            throw e;
        }
    }

    private HttpReply publicPage(HttpExchange exchange, String path) {
        if (!exchange.getRequestMethod().equals("GET")) {
            return HttpReply.json(405, Json.object().put("error", "method not allowed"));
        }
        Matcher wellKnown = WELL_KNOWN.matcher(path);
        if (wellKnown.matches()) {
            return wellKnown.group("document").equals("jwks.json")
                    ? discovery.keySet(wellKnown.group("pool"))
                    : discovery.configuration(wellKnown.group("pool"), clock.instant());
        }
        Matcher page = HOSTED.matcher(path);
        if (!page.matches()) {
            return HttpReply.json(404, Json.object().put("error", "not found"));
        }
        try {
            return hosted.page(page.group("prefix"), page.group("page"), exchange.getRequestURI(), clock.instant());
        } catch (IllegalArgumentException e) {
            return HttpReply.html(400, "Error", "<h1>The query is not properly encoded.</h1>");
        }
    }

    private static boolean isLocal(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .filter(host -> LOCAL_HOST.matcher(host).matches())
                .isPresent();
    }
}
