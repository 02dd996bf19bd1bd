package io.integrationshub.log.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of server-sent events, for tests. */
final class EventStream implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private final StringBuffer raw = new StringBuffer();
    private volatile boolean over;
    private volatile String lastId;

    record Event(String id, String name, JsonNode data) {}

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
    }

    static EventStream open(URI uri, String token, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        EventStream stream = new EventStream(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        if (stream.status() == 200) {
            Thread.ofVirtual().start(stream::read);
        }
        return stream;
    }

    int status() {
        return response.statusCode();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<Event> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** Everything that came, as it came. */
    String raw() {
        return raw.toString();
    }

    /** What a browser would send when it comes back; null while there is nothing. */
    String lastId() {
        return lastId;
    }

    boolean over() {
        return over;
    }

    private void read() {
        Map<String, String> fields = new HashMap<>();
        try (Scanner lines = new Scanner(response.body(), "UTF-8")) {
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                raw.append(line).append('\n');
                if (line.isEmpty()) {
                    lastId = fields.getOrDefault("id", lastId);
                    if (fields.containsKey("data")) {
                        events.add(new Event(
                                fields.get("id"), fields.getOrDefault("event", "message"), json(fields.get("data"))));
                    }
                    fields.clear();
                } else if (line.indexOf(':') > 0) {
                    int colon = line.indexOf(':');
                    fields.merge(
                            line.substring(0, colon), line.substring(colon + 1).strip(), (one, other) -> one + other);
                }
            }
        } finally {
            over = true;
        }
    }

    private static JsonNode json(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
