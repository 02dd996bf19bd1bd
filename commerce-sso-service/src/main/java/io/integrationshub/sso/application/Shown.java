package io.integrationshub.sso.application;

import java.util.List;
import java.util.stream.Stream;

/** Lists from outside in the output of a step: short enough for an event, whatever others have put into the store. */
final class Shown {
    private static final int MOST = 50;
    private static final int LONGEST = 512;

    private Shown() {}

    /** The first of them, and how many more there are. */
    static List<String> few(List<String> texts) {
        Stream<String> first = texts.stream().limit(MOST).map(Shown::shortened);
        return texts.size() <= MOST
                ? first.toList()
                : Stream.concat(first, Stream.of("… and %d more".formatted(texts.size() - MOST)))
                        .toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
