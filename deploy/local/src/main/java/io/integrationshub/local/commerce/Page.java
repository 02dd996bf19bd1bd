package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** {@code page[limit]} 1 to 100, 10 unless told, and {@code page[offset]}. */
record Page(int limit, int offset) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;

    static Page of(Call call) {
        int limit = number(call, "page[limit]", DEFAULT_LIMIT, "Limit");
        int offset = number(call, "page[offset]", 0, "Offset");
        if (limit < 1) {
            throw Bodies.failed("Limit", "min");
        }
        if (limit > MAX_LIMIT) {
            throw Bodies.failed("Limit", "max");
        }
        if (offset < 0) {
            throw Bodies.failed("Offset", "min");
        }
        return new Page(limit, offset);
    }

    /** A list of nothing. */
    static Reply empty(Call call) {
        return Reply.json(200, of(call).reply(List.<JsonNode>of(), item -> item, "http://localhost" + call.path()));
    }

    private static int number(Call call, String name, int otherwise, String field) {
        try {
            return call.query().containsKey(name)
                    ? Integer.parseInt(call.query().get(name))
                    : otherwise;
        } catch (NumberFormatException e) {
            throw Bodies.failed(field, "number");
        }
    }

    /** The list reply: this page's items, links to the other pages, and the counts. */
    <T> ObjectNode reply(List<T> all, Function<T, JsonNode> toJson, String collection) {
        var reply = Json.object();
        var data = reply.putArray("data");
        all.stream().skip(offset).limit(limit).map(toJson).forEach(data::add);
        int total = all.size();
        int pages = Math.max(1, (total + limit - 1) / limit);
        reply.putObject("links")
                .put("current", link(collection, offset))
                .put("first", link(collection, 0))
                .put("last", pages > 1 ? link(collection, (pages - 1) * limit) : null)
                .put("next", offset + limit < total ? link(collection, offset + limit) : null)
                .put("prev", offset > 0 ? link(collection, Math.max(0, offset - limit)) : null);
        var meta = reply.putObject("meta");
        meta.putObject("page")
                .put("limit", limit)
                .put("offset", offset)
                .put("current", offset / limit + 1)
                .put("total", pages);
        meta.putObject("results").put("total", total);
        return reply;
    }

    private String link(String collection, int at) {
        return "%s?page%%5Boffset%%5D=%d&page%%5Blimit%%5D=%d".formatted(collection, at, limit);
    }
}
