package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer over HTTP. */
record HttpReply(int status, Map<String, String> headers, byte[] body) {

    static HttpReply json(int status, JsonNode body) {
        return new HttpReply(status, Map.of("Content-Type", "application/json"), Json.write(body));
    }

    static HttpReply html(int status, String title, String content) {
        String page = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body>" + content + "</body></html>";
        return new HttpReply(
                status,
                Map.of("Content-Type", "text/html;charset=UTF-8", "Cache-Control", "no-store"),
                page.getBytes(StandardCharsets.UTF_8));
    }

    static HttpReply redirect(String location) {
        return new HttpReply(302, Map.of("Location", location), new byte[0]);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
