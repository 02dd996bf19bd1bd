package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** One page of a list; the token is opaque and means nothing to another list. */
record Page<T>(List<T> items, String nextToken) {
    private static final int LARGEST = 60;

    static <T> Page<T> of(Stream<T> all, ToLongFunction<T> sequence, ObjectNode input, String list) {
        int size = input.path("MaxResults").asInt(LARGEST);
        long after = input.has("NextToken") ? position(Json.text(input, "NextToken"), list) : 0;
        List<T> rest = all.filter(item -> sequence.applyAsLong(item) > after)
                .sorted(Comparator.comparingLong(sequence))
                .limit(size + 1L)
                .toList();
        if (rest.size() <= size) {
            return new Page<>(rest, "");
        }
        List<T> items = rest.subList(0, size);
        return new Page<>(items, token(sequence.applyAsLong(items.getLast()), list));
    }

    ObjectNode toJson(String member, Function<T, ObjectNode> summary) {
        ObjectNode json = Json.object();
        items.forEach(item -> json.withArray(member).add(summary.apply(item)));
        if (items.isEmpty()) {
            json.putArray(member);
        }
        if (!nextToken.isEmpty()) {
            json.put("NextToken", nextToken);
        }
        return json;
    }

    private static String token(long position, String list) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position + "@" + list).getBytes(StandardCharsets.UTF_8));
    }

    private static long position(String token, String list) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String end = "@" + list;
            if (text.endsWith(end)) {
                return Long.parseLong(text.substring(0, text.length() - end.length()));
            }
        } catch (IllegalArgumentException e) {
            // Not a token of ours: the refusal below is the same for every kind of foreign text.
        }
        throw AwsError.invalidParameter("Invalid NextToken.");
    }
}
